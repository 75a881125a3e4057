/** @file Complexity of oscillators on a ring: against mass, reference and temperature. */

import { harmonicFrequencies, harmonicRing } from '../../../src/gaussian/boson-models.ts';
import { latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import { gaussianDistance } from '../../../src/gaussian/fidelity.ts';
import { gaussianMetric } from '../../../src/gaussian/gaussian-metric.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { oscillatorComplexity } from '../../../src/gaussian/oscillator-complexity.ts';
import { purificationComplexity } from '../../../src/gaussian/purification-complexity.ts';
import { gaussianThermal } from '../../../src/gaussian/thermal.ts';
import { thermalComplexity } from '../../../src/gaussian/thermal-complexity.ts';
import { cmera } from '../../../src/systems/continuous-mera/continuous-mera.ts';
import { meraOnRing } from '../../../src/systems/continuous-mera/mera-on-ring.ts';

/** Complexity of the ground state, divided by the root of the number of sites, f1 by the number. */
export interface MassRow {
  readonly mass: number;
  readonly fubiniStudy: number;
  readonly unrestricted: number;
  readonly f1: number;
  readonly f1OnSites: number;
}

/** Fubini–Study lengths, divided by the root of the number of sites. */
export interface HeatRow {
  readonly temperature: number;
  readonly double: number;
  readonly minimised: number;
  readonly vacua: number;
}

export interface Rings {
  readonly masses: readonly MassRow[];
  readonly heat: readonly HeatRow[];
  /** f1 from a reference below all frequencies, and Π 2 sinh in closed form. */
  readonly product: { readonly computed: number; readonly closed: number };
  /** Length/√N of d-dimensional lattices of two sizes, as a power of the side. */
  readonly growth: readonly { readonly dimension: number; readonly power: number }[];
  readonly purification: { readonly descent: number; readonly closed: number; readonly residual: number };
  /** Largest difference of the covariance of the continuous MERA of bosons from the ground state. */
  readonly reached: number;
  /** Power of Λ with which that of fermions falls. */
  readonly approach: number;
  /** g_uu on a ring by covariances, over the sum of squared rates. */
  readonly metric: number;
}

export function rings(sites: number, reference: number, thermal: number): Rings {
  const mass = 0.2;
  return {
    masses: Array.from({ length: 17 }, (_, k) => massRow(sites, 10 ** (-3 + k / 4), reference)),
    heat: Array.from({ length: 13 }, (_, k) => heatRow(sites, 10 ** (-2 + k / 4), mass, reference)),
    product: product(sites, mass),
    growth: [1, 2, 3].map((dimension) => ({ dimension, power: power(dimension) })),
    purification: purification(thermal, mass, reference),
    reached: reached(12, mass),
    approach: approach(12, mass),
    metric: metricRatio(9, mass),
  };
}

function massRow(sites: number, mass: number, reference: number): MassRow {
  const complexity = oscillatorComplexity(harmonicFrequencies([sites], { mass }), { reference, sides: [sites] });
  return {
    mass,
    fubiniStudy: complexity.fubiniStudy / Math.sqrt(sites),
    unrestricted: complexity.unrestricted,
    f1: complexity.normalModes.f1 / sites,
    f1OnSites: complexity.modes!.f1 / sites,
  };
}

function heatRow(sites: number, temperature: number, mass: number, reference: number): HeatRow {
  const all = thermalComplexity(harmonicFrequencies([sites], { mass }), 1 / temperature, { reference });
  const scaled = ({ fubiniStudy }: { readonly fubiniStudy: number }): number => fubiniStudy / Math.sqrt(sites);
  return { temperature, double: scaled(all.double), minimised: scaled(all.minimised), vacua: scaled(all.vacua) };
}

function product(sites: number, mass: number): Rings['product'] {
  const reference = mass / 2;
  const { normalModes } = oscillatorComplexity(harmonicFrequencies([sites], { mass }), { reference });
  const mu = 2 * Math.asinh(mass / 2);
  const log = (sites * mu) / 2 + Math.log1p(-Math.exp(-sites * mu)); // of Π ω = 2 sinh(Nμ/2)
  return { computed: normalModes.f1 / sites, closed: (log / sites - Math.log(reference)) / 2 };
}

/** The power of the side with which the length grows. */
function power(dimension: number): number {
  const [small, large] = [16, 32].map(
    (side) =>
      oscillatorComplexity(harmonicFrequencies(new Array(dimension).fill(side), { mass: 0.8 }), { reference: 0.1 })
        .fubiniStudy,
  );
  return Math.log2(large! / small!);
}

function purification(sites: number, mass: number, reference: number): Rings['purification'] {
  const [ring, beta] = [harmonicRing(sites, { mass }), 1.5];
  const { value } = purificationComplexity(gaussianVacuum('boson', sites, reference), gaussianThermal(ring, beta));
  const { minimised } = thermalComplexity(harmonicFrequencies([sites], { mass }), beta, { reference });
  return { descent: value.length, closed: minimised.fubiniStudy, residual: value.residual };
}

function reached(sites: number, mass: number): number {
  const { state } = gaussianGroundState(harmonicRing(sites, { mass }));
  const { covariance } = meraOnRing(cmera({ statistics: 'boson', mass, cutoff: 2 }), sites, 0);
  return covariance.data.reduce((most, x, k) => Math.max(most, Math.abs(x - state.covariance.data[k]!)), 0);
}

function approach(sites: number, mass: number): number {
  const { state } = gaussianGroundState(latticeDirac(sites, { mass, wilson: 0 }));
  const [near, far] = [1e3, 1e4].map((cutoff) =>
    gaussianDistance(meraOnRing(cmera({ statistics: 'fermion', mass, cutoff }), sites, 0), state),
  );
  return Math.log10(far! / near!);
}

function metricRatio(sites: number, mass: number): number {
  const mera = cmera({ statistics: 'boson', mass, cutoff: 2 });
  const u = -0.31;
  const g = gaussianMetric(([scale]) => meraOnRing(mera, sites, scale!))(Float64Array.of(u)).data[0]!;
  const acting = Array.from({ length: sites }, (_, j) => Math.sin((Math.PI * j) / sites)).filter(
    (k) => k <= Math.exp(u),
  );
  return g / ((acting.length * mera.rate(u) ** 2) / 2);
}
