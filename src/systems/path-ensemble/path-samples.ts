/** @file Samples of an ensemble of paths at rising β, and the complexity read off from them. */

import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexMatrix, ComplexVector } from '../../linalg/complex.ts';
import { randomStream } from '../../linalg/random.ts';
import { dot } from '../../linalg/real-vector.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { type HamiltonianMonteCarloState, hamiltonianMonteCarlo } from '../../optimise/hamiltonian-monte-carlo.ts';
import type { Iterate } from '../../optimise/optimiser.ts';
import { sample } from '../../optimise/sampler.ts';
import { type SeriesStatistics, seriesStatistics } from '../../optimise/series-statistics.ts';
import { type ComplexityReading, readComplexity } from './complexity-reading.ts';
import { type LeastAction, leastAction } from './least-action.ts';
import { type PathAction, type PathEnsembleOptions, pathAction, scaled } from './path-ensemble.ts';

/** How an ensemble is sampled. */
export interface PathSamplesOptions extends PathEnsembleOptions {
  /** Rising inverse temperatures; default 50, 100, 200, 400, 800. Each goes on from the paths of the one before. */
  readonly betas?: readonly number[];
  /** Chains beside each other; default 4. */
  readonly chains?: number;
  /** Draws of each chain at each β: those in which the step is adapted, default 150, and those that count, default 250. */
  readonly burnIn?: number;
  readonly draws?: number;
  /** Most paths kept at each β; default 400. */
  readonly kept?: number;
  /** Default 0. */
  readonly seed?: number;
}

/** The ensemble at one β. */
export interface PathSample {
  readonly beta: number;
  /** ⟨E⟩ and ⟨1 − F⟩. */
  readonly energy: SeriesStatistics;
  readonly miss: SeriesStatistics;
  /** 2β(⟨E⟩ − E_least): how many directions have their share of ½/β, in the limit of large β. */
  readonly freedom: { readonly value: number; readonly error: number };
  /** ⟨E + 2μ(1 − F)⟩, whose limit is ½C² up to 1/μ². */
  readonly arrived: SeriesStatistics;
  /** Mean acceptance and mean step of the chains. */
  readonly acceptance: number;
  readonly step: number;
  /** E + μ(1 − F) of all draws, chain by chain. */
  readonly actions: readonly number[];
  /** Some of the paths x, evenly spaced. */
  readonly paths: readonly Float64Array[];
}

/** An ensemble of paths, sampled at several β. */
export interface PathSamples {
  readonly words: readonly PauliWord[];
  readonly weights: Float64Array;
  readonly slices: number;
  readonly mu: number;
  readonly samples: readonly PathSample[];
  readonly least: LeastAction;
  /** K·#words less the conditions of the end point and the directions of a family: the limit of `freedom`. */
  readonly freedom: number;
  /** The complexity as an extrapolation of the samples in 1/β; null for fewer than three β. */
  readonly reading: ComplexityReading | null;
}

/** What is being done. */
export interface PathSamplesStep {
  readonly beta: number;
  /** Share of all draws that are done. */
  readonly progress: number;
}

/**
 * Samples the ensemble of `pathEnsemble` by Hamiltonian Monte Carlo at rising β. As β → ∞,
 *
 *     2β(⟨E⟩ − E_least)  →  K·#words − c − f,
 *
 * with c the conditions of the end point, 2ⁿ⁺¹ − 2 for a state and 4ⁿ − 1 for a unitary, and f the dimension of the family of
 * shortest paths, which is 0 for a single one: each of the remaining directions has the energy 1/2β. So the shortest path is all that
 * is seen for β ≫ K·#words/C² only. E_least is that of the least action at the same μ, corrections of relative order 1/μ and 1/β remain.
 *
 * @param target - a state of norm 1, shape (2ⁿ,), or a unitary, shape (2ⁿ, 2ⁿ)
 * @throws {ShapeError | DomainError} see `pathEnsemble`; β that do not rise, or numbers that are none
 * @returns after steps that tell how far it is
 *
 * Cost of a draw about √(2μ)·2 gradients. The Bell state with all words in 8 slices: 4000 draws in half a minute.
 */
export function* sampledPaths(
  metric: PenaltyMetric,
  target: ComplexVector | ComplexMatrix,
  options: PathSamplesOptions = {},
): Generator<PathSamplesStep, PathSamples> {
  const { betas = [50, 100, 200, 400, 800], chains = 4, burnIn = 150, draws = 250, kept = 400, seed = 0 } = options;
  checkNumbers(betas, [chains, burnIn, draws, kept]);
  const path = pathAction(metric, target, options);
  const { controls, slices } = path.problem;
  const dimensions = slices * controls.words.length;
  const streams = Array.from({ length: chains }, (_, chain) => randomStream(seed, `path ensemble ${chain}`));
  let starts: readonly Float64Array[] = streams.map((stream) =>
    Float64Array.from({ length: dimensions }, () => stream.normal() / Math.sqrt(betas[0]!)),
  );
  const rows: Drawn[] = [];
  for (const [k, beta] of betas.entries()) {
    const sampler = hamiltonianMonteCarlo({
      burnIn,
      step: 0.5 / Math.sqrt(beta * path.mu),
      acceptance: 0.7,
      flight: Math.PI / 2 / Math.sqrt(beta),
    });
    const runs: Iterate<HamiltonianMonteCarloState>[][] = [];
    for (const [chain, start] of starts.entries()) {
      const run: Iterate<HamiltonianMonteCarloState>[] = [];
      for (const at of sample((x) => scaled(beta, path.action(x)), sampler, start, burnIn + draws, streams[chain]!)) {
        run.push(at);
        if (run.length > draws) run.shift();
        yield { beta, progress: (k + (chain + run.length / (burnIn + draws)) / chains) / betas.length };
      }
      runs.push(run);
    }
    starts = runs.map((run) => run.at(-1)!.x);
    rows.push(drawnOf(path, beta, runs, kept));
  }
  const least = leastAction(path, [...starts, starts[0]!.map((value, i) => value / (2 + (i % 3)))]);
  const samples = rows.map(({ energies, ...row }): PathSample => {
    const energy = seriesStatistics(energies);
    const value = 2 * row.beta * (energy.mean - least.energy);
    return { ...row, energy, freedom: { value, error: 2 * row.beta * energy.error } };
  });
  return {
    words: controls.words,
    weights: controls.weights,
    slices,
    mu: path.mu,
    samples,
    least,
    freedom: dimensions - least.conditions - (least.family ?? 0),
    reading: readComplexity(samples),
  };
}

type Drawn = Omit<PathSample, 'energy' | 'freedom'> & { readonly energies: readonly (readonly number[])[] };

function drawnOf(
  { mu }: PathAction,
  beta: number,
  runs: readonly (readonly Iterate<HamiltonianMonteCarloState>[])[],
  kept: number,
): Drawn {
  const energies = runs.map((run) => run.map(({ x }) => dot(x, x) / 2));
  const actions = runs.map((run) => run.map(({ evaluation }) => evaluation.value / beta));
  const misses = actions.map((run, c) => run.map((action, d) => (action - energies[c]![d]!) / mu));
  const all = runs.flat();
  const every = Math.ceil(all.length / kept);
  const mean = (of: (state: HamiltonianMonteCarloState) => number): number =>
    all.reduce((sum, { state }) => sum + of(state), 0) / all.length;
  return {
    beta,
    energies,
    miss: seriesStatistics(misses),
    arrived: seriesStatistics(energies.map((run, c) => run.map((energy, d) => energy + 2 * mu * misses[c]![d]!))),
    acceptance: mean(({ acceptance }) => acceptance),
    step: mean(({ step }) => step),
    actions: actions.flat(),
    paths: all.filter((_, d) => d % every === 0).map(({ x }) => x),
  };
}

function checkNumbers(betas: readonly number[], counts: readonly number[]): void {
  if (betas.length === 0 || betas.some((beta, k) => !(beta > (betas[k - 1] ?? 0) && beta < Infinity))) {
    throw new DomainError(`sampledPaths: rising β above 0 required, got [${betas}]`);
  }
  const [, , draws] = counts;
  if (counts.some((count) => !(Number.isInteger(count) && count >= 1)) || draws! < 8) {
    throw new DomainError(
      `sampledPaths: whole numbers of chains, burn-in, draws (at least 8) and paths required, got ${counts}`,
    );
  }
}
