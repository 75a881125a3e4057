/** @file In which order should a network's tensors be contracted? One function that looks for a good path. */

import { DomainError } from '../errors.ts';
import { randomStream } from '../linalg/random.ts';
import { bisectionPath } from './contraction-bisection.ts';
import {
  type ContractionGraph,
  type ContractionPath,
  contractionGraph,
  danglingLegs,
  join,
  type Leg,
} from './contraction-graph.ts';
import { greedyPath } from './contraction-greedy.ts';
import { optimalPath } from './contraction-optimal.ts';
import { annealed, reconfigured } from './contraction-refine.ts';
import { pathOf, treeOf } from './contraction-tree.ts';

/** How hard to look. Without `milliseconds` the path depends on the network and these numbers only. */
export interface PathOptions {
  /** Most tensors for which the optimal path is found; at most 18, default 9. */
  readonly optimal?: number;
  /** Greedy paths with noise; default 6, none beyond 160 tensors. */
  readonly restarts?: number;
  /** Moves of simulated annealing; default by the cost of the contraction, none for a cheap one. */
  readonly steps?: number;
  /** How long annealing goes on, in place of `steps`. */
  readonly milliseconds?: number;
  readonly seed?: number;
}

const LARGE = 160;
const MOST_OPTIMAL = 18;
/** Multiply-adds per annealing move by default, and the most moves: planning must pay. */
const VOLUME_PER_STEP = 1e3;
const MOST_STEPS = 20_000;

/**
 * A good contraction path: the optimal one for a few tensors, else the cheapest in operations among
 *
 * - the tensors one after the other, in the given order (optimal for a chain, or two chains interleaved);
 * - greedy, and greedy with noise;
 * - rounds of simulated annealing and subtree rearrangement, started from the best so far, noisy greedy and
 *   recursive bisection in turn.
 *
 * Never worse than greedy. Paths are remembered by structure and options.
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
  const path = search(graph, options);
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

function search(graph: ContractionGraph, options: PathOptions): ContractionPath {
  const count = graph.tensors.length;
  const { optimal = 9, restarts = count > LARGE ? 0 : 6, steps, milliseconds, seed = 0 } = options;
  if (!(optimal <= MOST_OPTIMAL)) throw new DomainError(`contractionPath: optimal ≤ ${MOST_OPTIMAL}, got ${optimal}`);
  if (count <= optimal) return optimalPath(graph, graph.tensors).path;
  const stream = randomStream(seed, 'contraction path');
  let best: ContractionPath = sequentialPath(count);
  let least = volumeOf(graph, best);
  const offer = (path: ContractionPath): void => {
    const volume = volumeOf(graph, path);
    if (volume < least) [best, least] = [path, volume];
  };
  const noisy = (): ContractionPath =>
    greedyPath(graph, { stream, temperature: 10 ** (-2.5 * stream.uniform()), bias: 0.6 + 0.9 * stream.uniform() });
  offer(greedyPath(graph));
  for (let restart = 0; restart < restarts; restart++) offer(noisy());

  const automatic = Math.min(MOST_STEPS, Math.floor(least / VOLUME_PER_STEP));
  const budget = milliseconds !== undefined ? Number.POSITIVE_INFINITY : (steps ?? (automatic < 1000 ? 0 : automatic));
  const end = performance.now() + (milliseconds ?? Number.POSITIVE_INFINITY);
  const over = (): boolean => milliseconds !== undefined && performance.now() > end;
  for (let [round, used] = [0, 0]; used < budget && !over(); round++) {
    const start = round % 3 === 0 ? best : round % 3 === 1 ? bisectionPath(graph, stream) : noisy();
    const moves = Math.min(budget - used, 60 * count * (1 + Math.floor(round / 3)));
    used += moves;
    offer(pathOf(reconfigured(graph, annealed(graph, treeOf(graph, start), moves, stream), over)));
  }
  return best;
}

/** Complex multiply-adds of a path. */
function volumeOf(graph: ContractionGraph, path: ContractionPath): number {
  const parts = [...graph.tensors];
  let total = 0;
  for (const [a, b] of path) {
    const part = join(graph, parts[a]!, parts[b]!);
    total += part.volume;
    parts.push(part);
  }
  return total;
}
