/** @file Greedy contraction paths: always the pair that looks best now, with some randomness if wanted. */

import type { RandomStream } from '../linalg/random.ts';
import type { ContractionPath } from './contraction-graph.ts';
import { type ContractionGraph, join, type Part } from './contraction-graph.ts';

/**
 * How greed is perturbed: the cost of a pair is c = size(ab)/bias − bias (size(a) + size(b)), and at a temperature
 * T > 0 the pair with the least sign(c) log|c| − T·Gumbel is taken, that is a pair by its Boltzmann weight.
 */
export interface GreedyNoise {
  readonly stream: RandomStream;
  readonly temperature: number;
  readonly bias: number;
}

interface Candidate {
  readonly cost: number;
  readonly a: number;
  readonly b: number;
}

/**
 * The greedy path: the pair of neighbours for which size(ab) − size(a) − size(b) is least, until none is left; then
 * outer products, smallest tensors first. O(E log E) candidates for bounded numbers of neighbours.
 *
 * @see Gray & Kourtis, Quantum 5, 410 (2021)
 */
export function greedyPath(graph: ContractionGraph, noise?: GreedyNoise): ContractionPath {
  const parts = new Map<number, Part>(graph.tensors.entries());
  const holders: Set<number>[] = graph.totals.map(() => new Set());
  for (const [index, { legs }] of parts) for (const leg of legs) holders[leg]!.add(index);
  const heap: Candidate[] = [];
  const rate = (a: number, b: number): void => {
    const [x, y] = [parts.get(a)!, parts.get(b)!];
    const bias = noise?.bias ?? 1;
    let cost = join(graph, x, y).size / bias - bias * (x.size + y.size);
    if (noise !== undefined) {
      const gumbel = -Math.log(-Math.log(noise.stream.uniform() || Number.MIN_VALUE));
      cost = Math.sign(cost) * Math.log1p(Math.abs(cost)) - noise.temperature * gumbel;
    }
    push(heap, { cost, a, b });
  };
  const neighbours = (index: number): Set<number> =>
    new Set(parts.get(index)!.legs.flatMap((leg) => [...holders[leg]!].filter((other) => other !== index)));
  for (const index of parts.keys()) for (const other of neighbours(index)) if (index < other) rate(index, other);
  const path: [number, number][] = [];
  for (let next = parts.size; parts.size > 1; next++) {
    const [a, b] = bestPair(heap, parts);
    path.push([a, b]);
    const part = join(graph, parts.get(a)!, parts.get(b)!);
    for (const index of [a, b]) {
      for (const leg of parts.get(index)!.legs) holders[leg]!.delete(index);
      parts.delete(index);
    }
    parts.set(next, part);
    for (const leg of part.legs) holders[leg]!.add(next);
    for (const other of neighbours(next)) rate(other, next);
  }
  return path;
}

/** The cheapest candidate whose tensors still exist; if nothing is connected any more, the two smallest tensors. */
function bestPair(heap: Candidate[], parts: ReadonlyMap<number, Part>): readonly [number, number] {
  while (heap.length > 0) {
    const { a, b } = pop(heap);
    if (parts.has(a) && parts.has(b)) return [a, b];
  }
  const [a, b] = [...parts].sort(([, x], [, y]) => x.size - y.size).map(([index]) => index);
  return [Math.min(a!, b!), Math.max(a!, b!)];
}

/** A binary heap; equal costs in the order of their tensors. */
const before = (x: Candidate, y: Candidate): boolean =>
  x.cost < y.cost || (x.cost === y.cost && (x.b < y.b || (x.b === y.b && x.a < y.a)));

function push(heap: Candidate[], item: Candidate): void {
  let at = heap.length;
  for (; at > 0; at = (at - 1) >> 1) {
    const above = heap[(at - 1) >> 1]!;
    if (!before(item, above)) break;
    heap[at] = above;
  }
  heap[at] = item;
}

function pop(heap: Candidate[]): Candidate {
  const top = heap[0]!;
  const item = heap.pop()!;
  if (heap.length === 0) return top;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
    if (!before(heap[child]!, item)) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = item;
  return top;
}
