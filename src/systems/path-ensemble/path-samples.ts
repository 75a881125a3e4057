/** @file Samples of an ensemble of paths at rising β, and the complexity read off from them. */

import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexMatrix, ComplexVector } from '../../linalg/complex.ts';
import { randomStream } from '../../linalg/random.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { type SeriesStatistics, seriesStatistics } from '../../optimise/series-statistics.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import { type ComplexityReading, readComplexity } from './complexity-reading.ts';
import { type ChainDraws, drawnChain, type Place } from './drawn-chain.ts';
import { type LeastAction, leastAction } from './least-action.ts';
import { type PathAction, type PathEnsembleOptions, pathAction } from './path-ensemble.ts';

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
  /** Where it is written down how far the chains have come; one that an interrupted sampling has left is gone on from, to the same bits. */
  readonly journal?: SearchJournal | undefined;
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
  let places = Array.from({ length: chains }, (_, chain): Place => {
    const stream = randomStream(seed, `path ensemble ${chain}`);
    const x = Float64Array.from({ length: dimensions }, () => stream.normal() / Math.sqrt(betas[0]!));
    return { x, random: stream.state() };
  });
  const every = Math.ceil((chains * draws) / kept);
  const rows: Drawn[] = [];
  for (const [k, beta] of betas.entries()) {
    const runs: ChainDraws[] = [];
    for (const [chain, place] of places.entries()) {
      const plan = {
        ...{ beta, burnIn, draws },
        isKept: (draw: number) => (chain * draws + draw) % every === 0,
        step: (made: number) => ({ beta, progress: (k + (chain + made / (burnIn + draws)) / chains) / betas.length }),
      };
      runs.push(
        yield* recorded(options.journal, `chain ${chain + 1} at β = ${beta}`, (own) =>
          drawnChain(path, place, plan, own),
        ),
      );
    }
    places = runs.map(({ end }) => end);
    rows.push(drawnOf(path, beta, runs));
  }
  const starts = places.map(({ x }) => x);
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

function drawnOf({ mu }: PathAction, beta: number, runs: readonly ChainDraws[]): Drawn {
  const energies = runs.map((run) => run.energies);
  const misses = runs.map((run) => run.actions.map((action, d) => (action - run.energies[d]!) / mu));
  const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
  return {
    beta,
    energies,
    miss: seriesStatistics(misses),
    arrived: seriesStatistics(energies.map((run, c) => run.map((energy, d) => energy + 2 * mu * misses[c]![d]!))),
    acceptance: mean(runs.flatMap(({ acceptances }) => acceptances)),
    step: mean(runs.flatMap(({ steps }) => steps)),
    actions: runs.flatMap(({ actions }) => actions),
    paths: runs.flatMap(({ paths }) => paths),
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
