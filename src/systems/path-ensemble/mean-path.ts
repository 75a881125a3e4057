/** @file What the paths of an ensemble have in common: their mean, how far they are on their way at each time, and under another metric. */

import { type PenaltyMetric, penaltyWeight } from '../../complexity/penalty-metric.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { dot } from '../../linalg/real-vector.ts';
import { innerProduct } from '../../linalg/vector.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { evolve } from '../../path/evolution.ts';
import { hamiltonian } from '../../path/hamiltonian-action.ts';
import { wordTable } from '../../path/word-table.ts';
import type { PathSample, PathSamples } from './path-samples.ts';

/** The mean path of an ensemble. */
export interface MeanPath {
  /** ⟨h_kP⟩, K rows of shape (#words,). */
  readonly velocity: readonly (readonly number[])[];
  /** ½|⟨x⟩|², the energy of the mean path; ⟨E⟩ less this is what the paths differ by. */
  readonly energy: number;
  /** Mean share of each word in the energy, shape (#words,). */
  readonly shares: readonly number[];
}

/**
 * The mean of the paths of a sample. Where the shortest paths are a family, the mean is over the family, too.
 *
 * @param weights - of the paths, ≥ 0; default all alike
 */
export function meanPath(samples: PathSamples, { paths }: PathSample, weights?: ArrayLike<number>): MeanPath {
  const { slices, words } = samples;
  const total = paths.reduce((sum, _, k) => sum + (weights?.[k] ?? 1), 0);
  const mean = new Float64Array(slices * words.length);
  const energies = new Float64Array(words.length);
  paths.forEach((x, k) => {
    const weight = (weights?.[k] ?? 1) / total;
    for (let i = 0; i < x.length; i++) {
      mean[i]! += weight * x[i]!;
      energies[i % words.length]! += (weight * x[i]! ** 2) / 2;
    }
  });
  const energy = energies.reduce((sum, own) => sum + own, 0);
  return {
    velocity: Array.from({ length: slices }, (_, k) =>
      words.map((_, p) => mean[k * words.length + p]! * Math.sqrt(slices / samples.weights[p]!)),
    ),
    energy: dot(mean, mean) / 2,
    shares: Array.from(energies, (own) => own / energy),
  };
}

/** How far the paths of a sample have come at each time. */
export interface Approach {
  /** k/K, K + 1 of them. */
  readonly times: readonly number[];
  /** Mean and standard deviation over the paths of the fidelity with the target. */
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/**
 * The fidelity |⟨target|ψ(t)⟩|² along paths of states from |0…0⟩.
 *
 * @param paths - as in `pathEnsemble`
 */
export function approach(
  { words, weights, slices }: Pick<PathSamples, 'words' | 'weights' | 'slices'>,
  target: ComplexVector,
  paths: readonly Float64Array[],
): Approach {
  const table = wordTable(words, words[0]!.length);
  const sums = Array.from({ length: slices + 1 }, () => [0, 0] as [number, number]);
  for (const x of paths) {
    let state = new Float64Array(2 * target.length);
    state[0] = 1;
    for (let k = 0; k <= slices; k++) {
      const [re, im] = innerProduct(target, { length: target.length, interleaved: state });
      const fidelity = re * re + im * im;
      sums[k]![0] += fidelity / paths.length;
      sums[k]![1] += fidelity ** 2 / paths.length;
      if (k === slices) break;
      const h = Float64Array.from(words, (_, p) => x[k * words.length + p]! * Math.sqrt(slices / weights[p]!));
      state = Float64Array.from(evolve(hamiltonian(table, h), state, 1 / slices).state);
    }
  }
  return {
    times: sums.map((_, k) => k / slices),
    mean: sums.map(([mean]) => mean),
    deviation: sums.map(([mean, square]) => Math.sqrt(Math.max(0, square - mean * mean))),
  };
}

/** A sample under another metric. */
export interface Reweighted {
  /** Weights of the paths, of sum 1. */
  readonly weights: readonly number[];
  /** (Σw)²/Σw²: how many paths with equal weights the sample is worth. */
  readonly effectivePaths: number;
  /** ⟨E′⟩, the energy by the other metric. */
  readonly energy: number;
  readonly mean: MeanPath;
}

/**
 * The same paths under another metric, by the weights exp(−β(E′ − E)): all of them still end at the target, their mean moves. It is
 * a sample of the other ensemble as long as `effectivePaths` is large. That a change of the metric of
 * complexity is a change of coordinates of an emerging space-time is an analogy.
 *
 * @throws {DomainError} a word that the other metric does not weigh finitely
 */
export function reweighted(samples: PathSamples, sample: PathSample, metric: PenaltyMetric): Reweighted {
  const factors = samples.words.map((word: PauliWord, p) => penaltyWeight(metric, word) / samples.weights[p]!);
  const dear = factors.findIndex((factor) => !(factor >= 0 && factor < Infinity));
  if (dear >= 0)
    throw new DomainError(`reweighted: a finite weight of every word required, got none of ${samples.words[dear]}`);
  const changed = sample.paths.map((x) =>
    x.reduce((sum, value, i) => sum + (factors[i % factors.length]! * value * value) / 2, 0),
  );
  const exponents = sample.paths.map((x, k) => -sample.beta * (changed[k]! - dot(x, x) / 2));
  const greatest = Math.max(...exponents);
  const raw = exponents.map((exponent) => Math.exp(exponent - greatest));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const weights = raw.map((weight) => weight / total);
  return {
    weights,
    effectivePaths: 1 / weights.reduce((sum, weight) => sum + weight ** 2, 0),
    energy: weights.reduce((sum, weight, k) => sum + weight * changed[k]!, 0),
    mean: meanPath(samples, sample, weights),
  };
}
