/** @file The positive control on a lattice: a ring of hopping fermions with a bump of energy and with a bump of mass. */

import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { gaussianEvolution } from '../../../src/gaussian/evolution.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import { type GaussianState, restricted } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { gaussianModularHamiltonian, gaussianRelativeEntropy } from '../../../src/gaussian/modular-hamiltonian.ts';
import { gaussianEnergy } from '../../../src/gaussian/quadratic-hamiltonian.ts';
import { type AreaTable, areasOfGaussian } from '../../../src/gravity/area-table.ts';
import { type DefectChange, defectChange, gravityDefect } from '../../../src/gravity/gravity-defect.ts';
import { waveResidual } from '../../../src/gravity/kinematic-residual.ts';
import { type BulkPoint, xRayTransform } from '../../../src/gravity/x-ray-transform.ts';
import { ring } from '../../../src/operator/lattice.ts';
import type { PartStep } from '../../study.ts';
import { type Curvature, curvatureOf, geodesicsOfDefect } from './defects.ts';
import type { FirstLawOfChange } from './first-law.ts';
import type { Options } from './options.ts';

/** A change of the vacuum: of its defect, in root mean square, and of its entropies, times 6. */
export interface Disturbance {
  readonly name: string;
  readonly size: number;
  readonly defect: number;
  readonly areas: number;
}

/** What the lattice control shows. */
export interface Matter {
  readonly sites: number;
  readonly disturbances: readonly Disturbance[];
  /** Root mean square of the residual of the wave equation in time, relative to ∂x²δS. */
  readonly wave: number;
  /** δq of the bump of mass, shape (sites, sites), by start and |B| − 1. */
  readonly massDefect: Float64Array;
  readonly mass: Curvature;
  /** The curvature that was planted, at the cells of the tomography, shape (rows, columns), and what is found of it. */
  readonly planted: Curvature;
  readonly firstLaw: readonly FirstLawOfChange[];
}

/** Least |B|, greatest share of the ring, sites of the interval of the first law. */
const SHORTEST = 8;
const LONGEST = 0.45;
const INTERVAL = 12;
/** Size of the bump of energy. */
const ENERGY = 0.01;

const rms = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** Plants both kinds of bumps, and seeks the curvature of the second. */
export function* matterOf(options: Options, seed: number): Generator<PartStep, Matter> {
  const { sites: N, size, width } = options.matter;
  const range = { centralCharge: 1, shortest: SHORTEST, longest: Math.floor(LONGEST * N) };
  const profile = (j: number): number => Math.exp(-0.5 * ((j - (N - 1) / 2) / width) ** 2);
  const along = (f: (j: number) => number): readonly number[] => Array.from({ length: N }, (_, j) => f(j));
  const uniform = hopping(ring(N));
  const areasOf = (state: GaussianState): AreaTable => areasOfGaussian(state, { ring: true });
  const vacuum = gaussianGroundState(uniform).state;
  const ofVacuum = areasOf(vacuum);
  const reference = gravityDefect(ofVacuum, range);
  const massive = (share: number): GaussianState => {
    const chemicalPotential = along((j) => share * size * (-1) ** j * profile(j));
    return gaussianGroundState(hopping(ring(N), { chemicalPotential })).state;
  };
  const disturbance = (name: string, amount: number, areas: AreaTable): readonly [Disturbance, DefectChange] => {
    const change = defectChange(gravityDefect(areas, range), reference);
    const known = [...change.values.keys()].filter((at) => !Number.isNaN(change.values[at]!));
    const growth = rms(known.map((at) => 6 * (areas.values[at]! - ofVacuum.values[at]!)));
    return [{ name, size: amount, defect: change.spread!, areas: growth }, change];
  };
  yield { message: 'a bump of mass', progress: 0.1 };
  const masses = [1, 1 / 2, 1 / 4].map((share) => disturbance('mass', share * size, areasOf(massive(share))));
  yield { message: 'a bump of energy', progress: 0.3 };
  const amplitude = along((j) => 1 + ENERGY * profile(j + 0.5));
  const bump = gaussianGroundState(hopping(ring(N), { amplitude })).state;
  const time = Math.round(N / 10);
  const tables = [time - 1, time, time + 1].map((t) => areasOf(gaussianEvolution(uniform, bump, t)));
  const energies = [
    disturbance('energy', ENERGY, areasOf(bump)),
    disturbance(`energy, after t = ${time}`, ENERGY, tables[1]!),
  ];
  yield { message: 'curvature', progress: 0.6 };
  const cells = { columns: options.columns, rows: options.rows };
  const data = geodesicsOfDefect(gravityDefect(areasOf(massive(1)), range), reference);
  const field = ({ x, z }: BulkPoint): number =>
    Math.exp(-0.5 * ((x - (N - 1) / 2) / (N / 9)) ** 2 - 0.5 * (Math.log(z / (N / 10)) / 0.5) ** 2);
  const planted = data.map((geodesic) => {
    return { ...geodesic, integral: xRayTransform(field, geodesic, { circumference: N }) };
  });
  return {
    sites: N,
    disturbances: [...masses, ...energies].map(([found]) => found),
    wave: waveOf(tables, ofVacuum, masses[0]![1]),
    massDefect: masses[0]![1].values,
    mass: curvatureOf(data, ofVacuum, cells, seed)!,
    planted: curvatureOf(planted, ofVacuum, cells, seed)!,
    firstLaw: [1, 1 / 2].map((share) => firstLawOf(massive(share), vacuum, share * size)),
  };
}

/** The residual over the intervals that the defect is read from. */
function waveOf(tables: readonly AreaTable[], vacuum: AreaTable, { values }: DefectChange): number {
  const [before, now, after] = tables.map((table) => ({
    ...table,
    values: table.values.map((value, at) => value - vacuum.values[at]!),
  }));
  const { residual, inSpace } = waveResidual([before!, now!, after!], 1, 2);
  const known = [...values.keys()].filter((at) => !Number.isNaN(values[at]!));
  return rms(known.map((at) => residual[at]!)) / rms(known.map((at) => inSpace[at]!));
}

/** ΔS = Δ⟨K⟩ − S(ρ′‖ρ) of the interval in the middle, each term by itself. */
function firstLawOf(changed: GaussianState, vacuum: GaussianState, size: number): FirstLawOfChange {
  const first = Math.floor((vacuum.modes - INTERVAL) / 2);
  const interval = Array.from({ length: INTERVAL }, (_, k) => first + k);
  const [rho, sigma] = [restricted(changed, interval), restricted(vacuum, interval)];
  const { hamiltonian } = gaussianModularHamiltonian(sigma);
  return {
    size,
    entropyChange: entropiesOfGaussian(changed).entropy(interval) - entropiesOfGaussian(vacuum).entropy(interval),
    modularChange: gaussianEnergy(hamiltonian, rho) - gaussianEnergy(hamiltonian, sigma),
    relativeEntropy: gaussianRelativeEntropy(rho, sigma),
  };
}
