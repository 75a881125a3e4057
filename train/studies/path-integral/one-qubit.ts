/** @file Paths of one qubit, whose ensemble has a closed form. */

import { heatKernel } from '../../../src/complexity/heat-kernel.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import type { SearchJournal } from '../../../src/search-journal.ts';
import { oneQubitMeans, sampledPaths, slicedKernel } from '../../../src/systems/path-ensemble/index.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';
import { toldPaths } from './told-steps.ts';

/** Sampled and exact means of paths to exp(−iθZ). */
export interface OneQubit {
  readonly slices: number;
  readonly mu: number;
  readonly rows: readonly {
    readonly beta: number;
    readonly energy: number;
    readonly energyError: number;
    readonly exactEnergy: number;
    readonly miss: number;
    readonly missError: number;
    readonly exactMiss: number;
  }[];
  /** Kernel of K steps over the heat kernel, less 1. */
  readonly kernels: readonly { readonly slices: number; readonly excess: number }[];
}

const THETA = 0.7;
const [SLICES, MU, BETAS] = [4, 20, [3, 10, 30]] as const;

/** exp(−iθZ). */
const gate: ComplexMatrix = {
  rows: 2,
  cols: 2,
  interleaved: Float64Array.of(Math.cos(THETA), -Math.sin(THETA), 0, 0, 0, 0, Math.cos(THETA), Math.sin(THETA)),
};

export function* measuredOneQubit(
  { chains, burnIn, draws }: Options,
  seed: number,
  journal: SearchJournal,
): Generator<PartStep, OneQubit> {
  const options = { slices: SLICES, mu: MU, betas: BETAS, chains, burnIn, draws, seed, journal };
  const { samples } = yield* toldPaths(sampledPaths({ penalty: 1 }, gate, options), 'a rotation');
  const heat = heatKernel(gate, 1 / (2 * BETAS[0]));
  return {
    slices: SLICES,
    mu: MU,
    rows: samples.map(({ beta, energy, miss }) => {
      const exact = oneQubitMeans({ beta, mu: MU, slices: SLICES, theta: THETA });
      return {
        beta,
        energy: energy.mean,
        energyError: energy.error,
        exactEnergy: exact.energy,
        miss: miss.mean,
        missError: miss.error,
        exactMiss: exact.miss,
      };
    }),
    kernels: [8, 16, 32, 64].map((slices) => ({ slices, excess: slicedKernel(BETAS[0], slices, THETA) / heat - 1 })),
  };
}

export function qubitSection({ rows, slices, mu, kernels }: OneQubit): StudySection {
  return {
    heading: 'One qubit: the ensemble in closed form',
    text:
      `Paths of ${slices} slices to exp(−i·${THETA}·Z) with X, Y, Z at weight 1 and μ = ${mu} are random walks on the sphere of three dimensions with a weight at their end; the sum over all of them is ` +
      'a sum over characters. As the slices become many it is the heat kernel at the time t = 1/2β.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Means over sampled paths and over all paths.',
        columns: ['β', '⟨E⟩', 'error', 'closed form', '⟨1 − F⟩', 'error', 'closed form'],
        rows: rows.map((row) => [
          row.beta,
          row.energy,
          row.energyError,
          row.exactEnergy,
          row.miss,
          row.missError,
          row.exactMiss,
        ]),
      },
      {
        kind: 'chart',
        caption: 'Walk of K steps over the heat kernel, less 1. It falls as 1/K.',
        x: { label: 'slices K', kind: 'log' },
        y: { label: 'relative difference', kind: 'log' },
        series: [
          {
            name: `β = ${BETAS[0]}`,
            mark: 'line-and-points',
            points: kernels.map(({ slices: K, excess }) => [K, Math.abs(excess)] as const),
          },
        ],
      },
    ],
  };
}

export function qubitChecks({ rows, kernels }: OneQubit): readonly Check[] {
  const [half, whole] = kernels.slice(-2).map(({ excess }) => excess);
  return [
    ...rows.flatMap(({ beta, energy, energyError, exactEnergy, miss, missError, exactMiss }) => [
      equals(`one qubit, β = ${beta}: ⟨E⟩ of the samples`, 'closed form', energy, exactEnergy, 3 * energyError),
      equals(`one qubit, β = ${beta}: ⟨1 − F⟩ of the samples`, 'closed form', miss, exactMiss, 3 * missError),
    ]),
    equals(
      'one qubit: limit of the walks over the heat kernel, 2·(64 steps) − (32 steps)',
      'closed form',
      2 * whole! - half!,
      0,
      1e-3,
    ),
  ];
}
