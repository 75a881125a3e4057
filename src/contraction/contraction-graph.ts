/**
 * @file A network as the path search sees it: which legs a product of tensors keeps, and what it costs to form it.
 * Legs may lie on any number of tensors (hyper-indices) and may be kept although they are shared.
 */

import { DomainError } from '../errors.ts';

/** Name of an index. A name carried by two tensors is a bond; a name carried by one tensor dangles. */
export type Leg = string;

/**
 * A pairwise contraction path. Tensors are numbered 0 … N−1; step k contracts the two named tensors and calls the
 * result N + k.
 */
export type ContractionPath = readonly (readonly [number, number])[];

/** Legs are numbered. A leg's `total` is the number of its tensors, plus one if it is in the output. */
export interface ContractionGraph {
  readonly tensors: readonly Part[];
  readonly dimensions: readonly number[];
  readonly totals: readonly number[];
  /** No leg has a total beyond two: no hyper-index. */
  readonly plain: boolean;
}

/**
 * The product of some tensors: its open legs in ascending order, how many of its tensors carry each, its number of
 * entries, and the complex multiply-adds of the last contraction that made it (0 for a tensor of the network).
 */
export interface Part {
  readonly legs: readonly number[];
  readonly counts: readonly number[];
  readonly size: number;
  readonly volume: number;
}

/** The legs that lie on one tensor only: the output by default, in order of appearance. */
export function danglingLegs(legs: readonly (readonly Leg[])[]): Leg[] {
  const carriers = new Map<Leg, number>();
  for (const leg of legs.flat()) carriers.set(leg, (carriers.get(leg) ?? 0) + 1);
  return [...carriers].filter(([, count]) => count === 1).map(([leg]) => leg);
}

/**
 * @throws {DomainError} a leg twice on a tensor, without a positive whole dimension, or in the output but on no tensor
 */
export function checkLegs(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  output: readonly Leg[],
): void {
  const all = new Set<Leg>();
  for (const own of legs) {
    if (new Set(own).size < own.length) throw new DomainError(`contraction: a leg once on a tensor, got [${own}]`);
    for (const leg of own) all.add(leg);
  }
  for (const leg of all) {
    const dimension = dimensions[leg];
    if (!(Number.isInteger(dimension) && dimension! > 0)) {
      throw new DomainError(`contraction: leg '${leg}' needs a dimension, a positive integer, got ${dimension}`);
    }
  }
  if (new Set(output).size < output.length) throw new DomainError(`contraction: a leg once in [${output}] required`);
  for (const leg of output) {
    if (!all.has(leg)) throw new DomainError(`contraction: output leg '${leg}' lies on no tensor`);
  }
}

/**
 * The graph of a network. A leg on one tensor that is not in the output is summed over beforehand, at no cost.
 *
 * @throws {DomainError} as `checkLegs`
 */
export function contractionGraph(
  legs: readonly (readonly Leg[])[],
  dimensions: Readonly<Record<Leg, number>>,
  output: readonly Leg[],
): ContractionGraph {
  checkLegs(legs, dimensions, output);
  const index = new Map<Leg, number>();
  const totals: number[] = [];
  for (const own of legs) {
    for (const leg of own) {
      const at = index.get(leg) ?? index.size;
      index.set(leg, at);
      totals[at] = (totals[at] ?? 0) + 1;
    }
  }
  for (const leg of output) {
    const at = index.get(leg)!;
    totals[at] = totals[at]! + 1;
  }
  const sizes = [...index.keys()].map((leg) => dimensions[leg]!);
  const tensors = legs.map((own): Part => {
    const open = own
      .map((leg) => index.get(leg)!)
      .filter((leg) => totals[leg]! > 1)
      .sort((a, b) => a - b);
    return {
      legs: open,
      counts: open.map(() => 1),
      size: open.reduce((size, leg) => size * sizes[leg]!, 1),
      volume: 0,
    };
  });
  return { tensors, dimensions: sizes, totals, plain: totals.every((total) => total <= 2) };
}

/** The product of two disjoint parts. O(legs). */
export function join(graph: ContractionGraph, a: Part, b: Part): Part {
  const { dimensions, totals } = graph;
  const legs: number[] = [];
  const counts: number[] = [];
  let size = 1;
  let volume = 1;
  for (let i = 0, j = 0; i < a.legs.length || j < b.legs.length; ) {
    const x = i < a.legs.length ? a.legs[i]! : Number.POSITIVE_INFINITY;
    const y = j < b.legs.length ? b.legs[j]! : Number.POSITIVE_INFINITY;
    const leg = Math.min(x, y);
    let count = 0;
    if (x === leg) count += a.counts[i++]!;
    if (y === leg) count += b.counts[j++]!;
    const dimension = dimensions[leg]!;
    volume *= dimension;
    if (count === totals[leg]) continue;
    size *= dimension;
    legs.push(leg);
    counts.push(count);
  }
  return { legs, counts, size, volume };
}
