/** @file In which order should a network's tensors be contracted? One function that looks for a good path. */

import { entryCostOf, STANDARD_TIMES, type TimeModel } from '../engine/time-model.ts';
import { DomainError } from '../errors.ts';
import { randomStream } from '../linalg/random.ts';
import { bitTree, pathOf } from './bit-tree.ts';
import {
  type ContractionGraph,
  type ContractionPath,
  contractionGraph,
  danglingLegs,
  type Leg,
} from './contraction-graph.ts';
import { optimalPath } from './contraction-optimal.ts';
import { bestTree } from './contraction-search.ts';

/** How hard to look, and for what. Without `milliseconds` the path depends on the network and these numbers only. */
export interface PathOptions {
  /** Most tensors for which the optimal path is found; at most 18, default 9. */
  readonly optimal?: number;
  /** Greedy paths with noise; default 6, none beyond 160 tensors. */
  readonly restarts?: number;
  /** Moves of simulated annealing, none for 0; default by the cost of the contraction. */
  readonly steps?: number;
  /** How long annealing goes on, in place of `steps`. */
  readonly milliseconds?: number;
  readonly seed?: number;
  /** What is to be small: the time by a model, default `STANDARD_TIMES`, or the multiply-adds alone. */
  readonly minimise?: TimeModel | 'operations';
}

const MOST_OPTIMAL = 18;

/**
 * A good contraction path: the optimal one for a few tensors, else the cheapest that `bestTree` finds from
 *
 * - the tensors one after the other, in the given order (optimal for a chain, or two chains interleaved);
 * - greedy, and greedy with noise;
 * - a sweep from the rim, and multilevel bisection.
 *
 * How long it looks follows the cost: by default as many moves as take about half the time of the contraction, and at
 * most some seconds. Never worse than greedy. Paths are remembered by structure and options, the last 256 of them.
 *
 * @param legs - legs of each tensor; any number of tensors may share a leg
 * @param dimensions - dimension of every leg
 * @param output - legs of the result; default the legs on one tensor only
 * @throws {DomainError} legs that do not fit together, or options out of range
 * @see Gray & Kourtis, Quantum 5, 410 (2021)
 */
export function contractionPath(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  output: readonly Leg[] = danglingLegs(legs),
  options: PathOptions = {},
): ContractionPath {
  const graph = contractionGraph(legs, dimensions, output);
  const { tensors, dimensions: sizes, totals } = graph;
  const key = JSON.stringify([tensors.map((tensor) => tensor.legs), sizes, totals, options]);
  const known = paths.get(key);
  if (known !== undefined) return known;
  const path = searched(graph, options);
  if (paths.size >= REMEMBERED) paths.delete(paths.keys().next().value!);
  paths.set(key, path);
  return path;
}

/** The most recent paths, by structure: planning costs more than a small contraction. */
const REMEMBERED = 256;
const paths = new Map<string, ContractionPath>();

/** One tensor after the other, in node order: ((0·1)·2)·3 … */
export function sequentialPath(tensors: number): ContractionPath {
  return Array.from({ length: Math.max(0, tensors - 1) }, (_, k) => [k === 0 ? 0 : tensors + k - 1, k + 1] as const);
}

function searched(graph: ContractionGraph, options: PathOptions): ContractionPath {
  const { optimal = 9, minimise = STANDARD_TIMES, seed = 0 } = options;
  if (!(optimal <= MOST_OPTIMAL)) throw new DomainError(`contractionPath: optimal ≤ ${MOST_OPTIMAL}, got ${optimal}`);
  const entryCost = minimise === 'operations' ? 0 : entryCostOf(minimise);
  const { tensors } = graph;
  const start = bitTree(graph, sequentialPath(tensors.length));
  if (tensors.length <= optimal) return optimalPath(start, [...tensors.keys()], entryCost).path;
  return pathOf(bestTree(start, { ...options, entryCost, stream: randomStream(seed, 'contraction path') }));
}
