/** @file The findings of the study: answer, checks, verdict, tables and pictures. */

import { meraGraph } from '../../../src/geometry/graph-families.ts';
import { significant } from '../../../src/number-format.ts';
import { coneAbove, graphScale } from '../../../src/record/graph-scale.ts';
import { atLeast, atMost, type Check, type Findings, type StudySection } from '../../../src/record/study-record.ts';
import { isingFreeEnergy } from '../../../src/systems/renormalisation/index.ts';
import type { ThermalExact, ThermalFound } from './networks.ts';
import type { Options } from './options.ts';

/** All that the study has measured. */
export interface Measured {
  readonly options: Options;
  readonly found: readonly ThermalFound[];
  readonly exact: readonly ThermalExact[];
}

/** Rings on which the bound is checked, in sites at the top. */
const RINGS = [2, 3, 4, 8];

export function findings(measured: Measured): Findings {
  const { found, exact } = measured;
  const best = exact.map((own) => leastOf(found, own.beta));
  const [hot, cold] = [best[0]!, best.at(-1)!];
  const excess = Math.max(...best.map((one, k) => one.freeEnergy - exact[k]!.freeEnergy));
  return {
    title: 'Thermal states by a MERA with a horizon',
    question:
      'Is a MERA that ends in mixed sites a thermal state, as the network of a black hole: which depth is best at which temperature, and what is the entropy? (II.B)',
    answer:
      `The least free energy has ${hot.depth === 1 ? 'one layer' : `${hot.depth} layers`} at β = ${significant(hot.beta)} and ${cold.depth} at β = ${significant(cold.beta)}: the colder, the deeper the horizon. ` +
      `It is at most ${significant(excess, 2)} per site above the exact one, and never below it. The entropy of the network is that of its top, exactly.`,
    sections: [freeEnergySection(measured), correlationSection(measured)],
    checks: checksOf(measured),
    verdicts: [
      {
        statement: 'a MERA with a mixed top is the network of a black hole',
        source: 'II.B',
        verdict: 'analogy',
        because: `all entropy sits at the top, ${significant(hot.entropy * hot.sites, 3)} nats for each of its sites at β = ${significant(hot.beta)} and ${significant(cold.entropy * cold.sites, 3)} at β = ${significant(cold.beta)}, and beyond 3^{T} sites there are no correlations; that the top is a horizon is a reading. The product spectrum is an ansatz: the true thermal state has less free energy`,
      },
    ],
  };
}

/** The network of least free energy at a temperature. */
const leastOf = (found: readonly ThermalFound[], beta: number): ThermalFound =>
  found.filter((one) => one.beta === beta).reduce((best, one) => (one.freeEnergy < best.freeEnergy ? one : best));

function checksOf({ options, found, exact }: Measured): readonly Check[] {
  const onRings = found.map(({ beta, sites, freeEnergy }) =>
    Math.max(...RINGS.map((top) => isingFreeEnergy(beta, top * sites) - freeEnergy)),
  );
  const ceiling = found.map(({ entropy, sites }) => entropy - Math.log(options.bond) / sites);
  return [
    ...found.map(({ beta, depth, freeEnergy }) =>
      atLeast(
        `free energy per site at β = ${beta}, ${depth} layers, is above the exact one`,
        'theorem',
        freeEnergy,
        exact.find((own) => own.beta === beta)!.freeEnergy,
        1e-12,
      ),
    ),
    atMost(
      `exact free energy of rings of ${RINGS.join(', ')} sites at the top minus that of the network, greatest`,
      'theorem',
      Math.max(...onRings),
      0,
      1e-12,
    ),
    atMost('entropy per site is at most ln χ/3^{T}, greatest excess', 'theorem', Math.max(...ceiling), 0, 1e-12),
  ];
}

function freeEnergySection({ options, found, exact }: Measured): StudySection {
  return {
    heading: 'Free energy',
    text: `Ternary layers of bond dimension ${options.bond} under sites in the state diag(p), all tensors and p optimised at each temperature. F = E − S/β with S = H(p)/3^{T} per site, exactly: isometries keep spectra. So F is an upper bound for the infinite chain and for all rings of 3^{T}·n sites.`,
    exhibits: [
      {
        kind: 'chart',
        caption: 'Excess of the free energy per site. The best depth grows with β.',
        x: { label: 'β', kind: 'log' },
        y: { label: 'F − F_{exact}', kind: 'log' },
        series: options.depths.map((depth) => ({
          name: `${depth} ${depth === 1 ? 'layer' : 'layers'}`,
          mark: 'line-and-points',
          points: found
            .filter((one) => one.depth === depth)
            .map(
              ({ beta, freeEnergy }) =>
                [beta, freeEnergy - exact.find((own) => own.beta === beta)!.freeEnergy] as const,
            ),
        })),
      },
      {
        kind: 'table',
        caption: 'Thermal networks. All per site; S is exact for the network.',
        columns: ['β', 'layers', 'F', 'F exact', 'S (nats)', 'S exact', 'E', '‖gradient‖'],
        rows: found.map(({ beta, depth, freeEnergy, entropy, energy, gradientNorm }) => {
          const own = exact.find((one) => one.beta === beta)!;
          return [beta, depth, freeEnergy, own.freeEnergy, entropy, own.entropy, energy, gradientNorm];
        }),
      },
    ],
  };
}

function correlationSection({ found, exact }: Measured): StudySection {
  const best = exact.map(({ beta }) => leastOf(found, beta));
  const graph = meraGraph({ sites: 54, branching: 3, levels: 2 });
  const kinds = { u: 'disentangler', w: 'isometry', t: 'tensor' } as const;
  const site = 26;
  return {
    heading: 'The horizon',
    text: 'Correlations at the distances 3^{k} in the network of least free energy. The causal cones of two sites meet below the top if they are nearer than about 3^{T}; else they end there apart, and nothing is correlated. The exact correlations fall exponentially with a length proportional to β.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'table',
        caption: 'Order-parameter correlations ⟨X₀X_{r}⟩. Of the network of least free energy, and exact.',
        columns: ['β', 'layers', 'r', 'network', 'exact'],
        rows: best.flatMap(({ beta, depth, correlations }) =>
          correlations.map((one) => [beta, depth, one.distance, one.found, one.exact]),
        ),
      },
      graphScale(graph, {
        caption:
          'A MERA that ends. Two layers; the cone of the marked site reaches the top, where sites are mixed and the network stops.',
        shapeOf: ({ id }) => kinds[id[0] as keyof typeof kinds],
        ring: true,
        region: { name: 'one site', sites: [site] },
        cone: { name: 'causal cone', nodes: coneAbove(graph, [site]) },
      }),
    ],
  };
}
