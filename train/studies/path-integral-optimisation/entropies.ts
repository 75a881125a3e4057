/** @file Geodesics of optimised metrics against entropies of a lattice, with controls that no optimisation stands behind. */

import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { infiniteXyChain } from '../../../src/gaussian/infinite-chain.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { contiguousEntropies } from '../../../src/state/region-entropies.ts';
import { conformalEntropies } from '../../../src/systems/liouville/conformal-geodesic.ts';
import { sampledMetric } from '../../../src/systems/liouville/conformal-metric.ts';
import { geodesicEntropies } from '../../../src/systems/liouville/layered-geodesic.ts';
import { type LayeredMetric, optimiseLayers } from '../../../src/systems/liouville/layered-metric.ts';
import { optimiseMetric } from '../../../src/systems/liouville/optimise-metric.ts';
import { rectangleDomain } from '../../../src/systems/liouville/rectangle-domain.ts';
import { EPSILON } from './shapes.ts';

/** Jin and Korepin's constant: S = (1/3) log ℓ + s₀ of free fermions at half filling, s₀ = (1/3) log 2 + 0.4950179. */
export const CONSTANT = Math.LN2 / 3 + 0.4950179081;

/** Entropies of the lattice beside those of the metric. */
export interface EntropySeries {
  readonly state: string;
  readonly lattice: readonly number[];
  readonly metric: readonly number[];
}

/** Areas that are to explain a state, with the constant that suits them best; root mean square of what is left. */
export interface AreaScore {
  readonly state: string;
  readonly areas: string;
  readonly isControl: boolean;
  readonly remainder: number;
}

export interface MetricEntropies {
  readonly series: readonly EntropySeries[];
  readonly scores: readonly AreaScore[];
  /** Geodesics on the bicubic field of a half plane, against closed form, by cells. */
  readonly field: readonly { readonly cells: number; readonly value: number; readonly exact: number }[];
}

const EPSILON_OF_LATTICE = 0.01;
const LAYERS = 6000;
const GAP = 0.1;

export function metricEntropies(
  lengths: readonly number[],
  beta: number,
  seed: number,
  cells: number,
): MetricEntropies {
  const greatest = Math.max(...lengths);
  const vacuum = optimiseLayers({ epsilon: EPSILON_OF_LATTICE, depth: 4 * greatest, layers: LAYERS }).value;
  const thermal = optimiseLayers({ epsilon: EPSILON_OF_LATTICE, beta, layers: LAYERS }).value;
  const areasOf = (metric: LayeredMetric): readonly number[] =>
    geodesicEntropies(metric, lengths, { constant: CONSTANT });
  const lattice = {
    vacuum: latticeEntropies(lengths, Infinity, 0),
    thermal: latticeEntropies(lengths, beta, 0),
    gapped: latticeEntropies(lengths, Infinity, GAP),
  };
  const areas = { vacuum: areasOf(vacuum), thermal: areasOf(thermal) };
  const stream = randomStream(seed, 'areas at random');
  const spread = Math.max(...lattice.thermal) - Math.min(...lattice.thermal);
  const controls = (
    own: readonly number[],
    entropies: readonly number[],
  ): readonly (readonly [string, readonly number[]])[] => [
    ['flat metric, S = aℓ + b with the best a', bestLine(lengths, entropies)],
    ['shuffled areas', shuffled(own, stream.uniform)],
    ['areas at random', own.map(() => stream.uniform() * spread)],
  ];
  const score = (
    state: string,
    entropies: readonly number[],
    name: string,
    values: readonly number[],
    isControl: boolean,
  ): AreaScore => ({
    state,
    areas: name,
    isControl,
    remainder: isControl ? remainder(entropies, values) : rootMeanSquare(entropies.map((s, k) => s - values[k]!)),
  });
  const [cold, hot] = ['vacuum', `β = ${beta}`];
  return {
    series: [
      { state: cold, lattice: lattice.vacuum, metric: areas.vacuum },
      { state: hot, lattice: lattice.thermal, metric: areas.thermal },
    ],
    scores: [
      score(cold, lattice.vacuum, 'optimised half plane', areas.vacuum, false),
      score(cold, lattice.vacuum, `optimised strip of ${hot}`, areas.thermal, true),
      ...controls(areas.vacuum, lattice.vacuum).map(([name, values]) =>
        score(cold, lattice.vacuum, name, values, true),
      ),
      score(hot, lattice.thermal, 'optimised strip', areas.thermal, false),
      score(hot, lattice.thermal, 'optimised half plane', areas.vacuum, true),
      ...controls(areas.thermal, lattice.thermal).map(([name, values]) =>
        score(hot, lattice.thermal, name, values, true),
      ),
      score(`gapped, γ = ${GAP}`, lattice.gapped, 'optimised half plane', areas.vacuum, true),
    ],
    field: fieldEntropies(cells),
  };
}

/** Of the infinite XX chain; with an anisotropy it has a gap. */
function latticeEntropies(lengths: readonly number[], beta: number, anisotropy: number): readonly number[] {
  const state = infiniteXyChain(Math.max(...lengths) + 1, { coupling: 0.5, anisotropy, field: 0 }, beta);
  const regions = contiguousEntropies(entropiesOfGaussian(state)).filter(({ start }) => start === 0);
  return lengths.map((wanted) => regions.find(({ length }) => length === wanted)!.entropy);
}

/** Root mean square after the best constant. */
function remainder(entropies: readonly number[], values: readonly number[]): number {
  const differences = entropies.map((s, k) => s - values[k]!);
  const mean = differences.reduce((sum, x) => sum + x, 0) / differences.length;
  return rootMeanSquare(differences.map((x) => x - mean));
}

/** The straight line of least squares through y(x). */
function bestLine(x: readonly number[], y: readonly number[]): readonly number[] {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [middleX, middleY] = [mean(x), mean(y)];
  const [both, square] = [
    mean(x.map((value, k) => (value - middleX) * y[k]!)),
    mean(x.map((value) => (value - middleX) ** 2)),
  ];
  return x.map((value) => middleY + (both / square) * (value - middleX));
}

const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);

function shuffled(values: readonly number[], uniform: () => number): readonly number[] {
  return values
    .map((value) => [uniform(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

/** (c/6)·length between two points of the boundary of a half plane, 0.6 apart, c = 1. */
function fieldEntropies(cells: number): MetricEntropies['field'] {
  const vacuum = { kind: 'values', phi: (_: number, z: number) => -Math.log(z) } as const;
  const sides = { bottom: { kind: 'cutoff', epsilon: EPSILON }, right: vacuum, top: vacuum, left: vacuum } as const;
  return [Math.max(64, cells / 4), Math.max(64, cells / 2), cells]
    .filter((n, k, all) => all.indexOf(n) === k)
    .map((n) => {
      const { value } = optimiseMetric(rectangleDomain([0, EPSILON], 1 / n, [n, n], sides));
      const metric = sampledMetric(value, { origin: [0, EPSILON], step: 1 / n, rows: n + 1, columns: n + 1 });
      const [found] = conformalEntropies(metric, [
        [
          [0.2, EPSILON],
          [0.8, EPSILON],
        ],
      ]);
      return { cells: n, value: found!.value, exact: Math.asinh(0.3 / EPSILON) / 3 };
    });
}
