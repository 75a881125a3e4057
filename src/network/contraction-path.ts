/** @file In which order should a network's tensors be contracted? Pairwise paths, their cost, and a good one. */

import type { Leg } from './tensor-network.ts';

/**
 * A pairwise contraction path. Tensors are numbered 0 … N−1; step k contracts the two named tensors and calls the
 * result N + k.
 */
export type ContractionPath = readonly (readonly [number, number])[];

/** What a path costs: real floating-point operations in all, and entries of the largest intermediate tensor. */
export interface ContractionCost {
  readonly flops: number;
  readonly peak: number;
}

/** Greedy restarts with perturbed costs; more than this many tensors get only the plain greedy search. */
const RESTARTS = 6;
const LARGE = 160;

/**
 * A good contraction path: the cheapest in operations among
 *
 * - the tensors one after the other, in the given order (optimal for a chain, or two chains interleaved);
 * - greedy, taking the pair for which size(result) − size(a) − size(b) is least;
 * - greedy with that cost perturbed, a few times.
 *
 * Deterministic. Every leg lies on at most two tensors.
 *
 * @param legs - legs of each tensor
 * @param dimensions - dimension of every leg
 * @see Gray & Kourtis, Quantum 5, 410 (2021)
 */
export function contractionPath(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
): ContractionPath {
  let best = sequentialPath(legs.length);
  let bestCost = pathCost(legs, dimensions, best).flops;
  for (let restart = 0; restart <= (legs.length > LARGE ? 0 : RESTARTS); restart++) {
    const path = greedyPath(legs, dimensions, restart);
    const { flops } = pathCost(legs, dimensions, path);
    if (flops < bestCost) [best, bestCost] = [path, flops];
  }
  return best;
}

/** One tensor after the other, in node order: ((0·1)·2)·3 … */
export function sequentialPath(tensors: number): ContractionPath {
  return Array.from({ length: Math.max(0, tensors - 1) }, (_, k) => [k === 0 ? 0 : tensors + k - 1, k + 1] as const);
}

/** Operations (8 for a complex multiply-add) and largest intermediate of a path. */
export function pathCost(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  path: ContractionPath,
): ContractionCost {
  const all = legs.map((own) => [...own]);
  let flops = 0;
  let peak = 0;
  for (const [a, b] of path) {
    const result = remainingLegs(all[a]!, all[b]!);
    const shared = all[a]!.filter((leg) => all[b]!.includes(leg));
    flops += 8 * volume(result, dimensions) * volume(shared, dimensions);
    peak = Math.max(peak, volume(result, dimensions));
    all.push(result);
  }
  return { flops, peak };
}

/** Legs of the product of two tensors: those on exactly one of them, the first tensor's before the second's. */
export function remainingLegs(a: readonly Leg[], b: readonly Leg[]): Leg[] {
  return [...a.filter((leg) => !b.includes(leg)), ...b.filter((leg) => !a.includes(leg))];
}

function volume(legs: readonly Leg[], dimensions: Readonly<Record<Leg, number>>): number {
  let product = 1;
  for (const leg of legs) product *= dimensions[leg]!;
  return product;
}

/** Greedy search; `restart` 0 is unperturbed, others multiply the sizes by fixed pseudo-random factors. */
export function greedyPath(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  restart = 0,
): ContractionPath {
  const alive = new Map<number, readonly Leg[]>(legs.map((own, index) => [index, own]));
  const holders = new Map<Leg, Set<number>>();
  for (const [index, own] of alive) {
    for (const leg of own) holders.set(leg, (holders.get(leg) ?? new Set()).add(index));
  }
  const score = (a: number, b: number): number => {
    const [x, y] = [alive.get(a)!, alive.get(b)!];
    const cost = volume(remainingLegs(x, y), dimensions) - volume(x, dimensions) - volume(y, dimensions);
    return restart === 0 ? cost : cost + Math.abs(cost) * 0.5 * pseudoRandom(a, b, restart);
  };
  // Scores of neighbouring pairs; only pairs that involve the newest tensor change from step to step.
  const scores = new Map<string, readonly [number, number, number]>();
  const rate = (index: number): void => {
    for (const leg of alive.get(index)!) {
      for (const other of holders.get(leg)!) {
        if (other === index) continue;
        const [a, b] = index < other ? [index, other] : [other, index];
        scores.set(`${a},${b}`, [score(a, b), a, b]);
      }
    }
  };
  for (const index of alive.keys()) rate(index);
  const path: [number, number][] = [];
  for (let next = legs.length; alive.size > 1; next++) {
    const [a, b] = cheapest(scores) ?? smallestTwo(alive, dimensions);
    path.push([a, b]);
    const result = remainingLegs(alive.get(a)!, alive.get(b)!);
    for (const index of [a, b]) {
      for (const leg of alive.get(index)!) holders.get(leg)!.delete(index);
      alive.delete(index);
    }
    for (const [key, [, x, y]] of scores) if (x === a || x === b || y === a || y === b) scores.delete(key);
    alive.set(next, result);
    for (const leg of result) holders.get(leg)!.add(next);
    rate(next);
  }
  return path;
}

function cheapest(
  scores: ReadonlyMap<string, readonly [number, number, number]>,
): readonly [number, number] | undefined {
  let best: readonly [number, number, number] | undefined;
  for (const candidate of scores.values()) if (best === undefined || candidate[0] < best[0]) best = candidate;
  return best && [best[1], best[2]];
}

/** Nothing is connected any more: the outer product of the two smallest tensors. */
function smallestTwo(
  alive: ReadonlyMap<number, readonly Leg[]>,
  dimensions: Readonly<Record<Leg, number>>,
): readonly [number, number] {
  const [a, b] = [...alive]
    .sort(([, x], [, y]) => volume(x, dimensions) - volume(y, dimensions))
    .map(([index]) => index);
  return [a!, b!];
}

/** A fixed number in (−1, 1) for each pair and restart: an integer hash. */
function pseudoRandom(a: number, b: number, restart: number): number {
  let hash = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b) ^ Math.imul(restart, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) / 2 ** 31;
}
