/** @file The search for a cheap contraction tree: starts of several kinds, then simulated annealing of the best. */

import type { RandomStream } from '../linalg/random.ts';
import { type BitTree, bitTree, treeCost } from './bit-tree.ts';
import { annealed } from './contraction-anneal.ts';
import { bisectionPath } from './contraction-bisection.ts';
import type { ContractionPath } from './contraction-graph.ts';
import { greedyPath } from './contraction-greedy.ts';
import { reconfigured } from './contraction-reconfigure.ts';
import { sweepPath } from './contraction-sweep.ts';

/** How hard to look. */
export interface TreeSearch {
  /** Greedy paths with noise; default 6, none beyond 160 tensors. */
  readonly restarts?: number;
  /** Moves of simulated annealing; default by the cost. */
  readonly steps?: number;
  /** Time in place of moves. */
  readonly milliseconds?: number;
  /** What an entry of a product costs, in multiply-adds. */
  readonly entryCost: number;
  readonly stream: RandomStream;
}

/** Networks of more tensors get no noisy greedy paths by default. */
const LARGE = 160;
/** A move takes as long as about a thousand multiply-adds; the search may take half the time of the contraction. */
const VOLUME_PER_MOVE = 2e3;
/** Most moves by default: two to four seconds. */
const MOST_MOVES = 4e6;
/** A contraction cheaper than this is not worth rearranging. */
const WORTHWHILE = 1e4;
/** Moves for each tensor from every kind of start. */
const FIRST_MOVES = 100;
/** The search does not end in more and more annealings of fewer moves for each tensor than this. */
const LAST_MOVES = 100;
/** Temperatures at which annealing begins, in turn, and at which it ends. */
const HOT = [0.3, 0.15, 1] as const;
const COLD = 0.01;

/**
 * The cheapest tree met. Each kind of start is rearranged and annealed for a while; of what then remains, two fifths go
 * into one slow annealing of the best tree, two fifths of the rest into the next, from time to time one of a new start.
 *
 * @param given - a first tree of the network
 */
export function bestTree(given: BitTree, search: TreeSearch): BitTree {
  const { graph } = given;
  const count = graph.tensors.length;
  const { restarts = count > LARGE ? 0 : 6, steps, milliseconds, entryCost, stream } = search;
  let best = given;
  let least = treeCost(given, entryCost);
  const offer = (tree: BitTree): void => {
    const cost = treeCost(tree, entryCost);
    if (cost < least) [best, least] = [tree, cost];
  };
  const noisy = (): ContractionPath =>
    greedyPath(graph, { stream, temperature: 10 ** (-2.5 * stream.uniform()), bias: 0.6 + 0.9 * stream.uniform() });
  offer(bitTree(graph, greedyPath(graph)));
  for (let restart = 0; restart < restarts; restart++) offer(bitTree(graph, noisy()));
  if (steps === 0 || (steps === undefined && milliseconds === undefined && least < WORTHWHILE)) return best;

  const clock = searchClock(steps ?? Math.min(MOST_MOVES, Math.floor(least / VOLUME_PER_MOVE)), milliseconds);
  const over = clock.over;
  best = reconfigured(best, entryCost, over);
  least = treeCost(best, entryCost);
  const refine = (start: BitTree, moves: number, hot: number): void => {
    const tree = clock.timed(moves, () => annealed(start, { moves, hot, cold: COLD, entryCost, stream, over }));
    if (tree !== best) offer(reconfigured(tree, entryCost, over));
  };
  const sweep = (): BitTree => reconfigured(bitTree(graph, sweepPath(graph, stream)), entryCost, over);
  const bisection = (): BitTree =>
    reconfigured(bitTree(graph, bisectionPath(given, entryCost, stream)), entryCost, over);
  const others = [sweep, bisection, () => reconfigured(bitTree(graph, noisy()), entryCost, over)];
  for (const start of [() => best, ...others]) {
    const moves = Math.ceil(Math.min(FIRST_MOVES * count, clock.total() / 10));
    if (clock.left() > 0) refine(start(), moves, HOT[0]);
  }
  for (let round = 0; clock.left() > 0; round++) {
    const moves = Math.ceil(Math.min(clock.left(), Math.max(0.4 * clock.left(), LAST_MOVES * count)));
    const start = round % 4 === 1 ? others[(round >> 2) % others.length]!() : best;
    refine(start, moves, HOT[round % HOT.length]!);
  }
  return best;
}

/** Counts moves; a time is translated into moves by the rate so far. */
function searchClock(steps: number, milliseconds: number | undefined) {
  let [used, spent] = [0, 0];
  const end = performance.now() + (milliseconds ?? 0);
  const timeLeft = (): number => Math.max(0, end - performance.now());
  const left = (): number => {
    if (milliseconds === undefined) return steps - used;
    return timeLeft() * (spent > 0 ? used / spent : FIRST_RATE);
  };
  return {
    left,
    total: () => used + left(),
    over: () => milliseconds !== undefined && timeLeft() === 0,
    timed: <Result>(moves: number, work: () => Result): Result => {
      const begin = performance.now();
      const result = work();
      used += moves;
      spent += performance.now() - begin;
      return result;
    },
  };
}

/** Moves for each millisecond before any have been timed. */
const FIRST_RATE = 1000;
