/** @file Contraction paths from above: cut the network in two where few legs are cut, and each half again. */

import type { RandomStream } from '../linalg/random.ts';
import type { ContractionGraph, ContractionPath } from './contraction-graph.ts';
import { optimalPath } from './contraction-optimal.ts';

/** Largest set of tensors that is contracted optimally. */
const FEW = 7;
const PASSES = 6;

/**
 * The path of recursive bisection: each set of tensors is divided into two of similar weight such that the logarithm
 * of the dimension of the legs between them is small, by local moves from a random start; the last few tensors of a
 * branch are contracted optimally. O(passes · legs · depth).
 *
 * @see Fiduccia & Mattheyses, Design Automation Conference, 175 (1982)
 */
export function bisectionPath(graph: ContractionGraph, stream: RandomStream): ContractionPath {
  const path: [number, number][] = [];
  const count = graph.tensors.length;
  const balance = 0.2 + 0.3 * stream.uniform();
  const contractAll = (members: readonly number[]): number => {
    if (members.length <= FEW) {
      const local = optimalPath(
        graph,
        members.map((index) => graph.tensors[index]!),
      );
      const names = [...members];
      for (const [a, b] of local.path) {
        path.push([names[a]!, names[b]!]);
        names.push(count + path.length - 1);
      }
      return names[names.length - 1]!;
    }
    const [one, other] = bisection(graph, members, balance, stream);
    path.push([contractAll(one), contractAll(other)]);
    return count + path.length - 1;
  };
  if (count > 0) contractAll([...graph.tensors.keys()]);
  return path;
}

/** Two halves with few legs between them, neither smaller than the fraction `balance` of the whole. */
function bisection(
  graph: ContractionGraph,
  members: readonly number[],
  balance: number,
  stream: RandomStream,
): readonly [number[], number[]] {
  const side = grownHalf(graph, members, stream);
  const smallest = Math.max(1, Math.floor(balance * members.length));
  const onSide = new Map<number, [number, number]>();
  for (const index of members) {
    for (const leg of graph.tensors[index]!.legs) {
      const counts = onSide.get(leg) ?? [0, 0];
      counts[side.get(index)!]!++;
      onSide.set(leg, counts);
    }
  }
  const sizes: [number, number] = [0, 0];
  for (const index of members) sizes[side.get(index)!]!++;
  for (let pass = 0, moved = true; moved && pass < PASSES; pass++) {
    moved = false;
    for (const index of members) {
      const from = side.get(index)!;
      if (sizes[from]! <= smallest) continue;
      let gain = 0;
      for (const leg of graph.tensors[index]!.legs) {
        const counts = onSide.get(leg)!;
        const weight = Math.log(graph.dimensions[leg]!);
        if (counts[from]! === 1 && counts[1 - from]! > 0) gain += weight;
        if (counts[from]! > 1 && counts[1 - from]! === 0) gain -= weight;
      }
      if (gain < 0 || (gain === 0 && stream.uniform() < 0.5)) continue;
      moved ||= gain > 0;
      side.set(index, 1 - from);
      sizes[from]!--;
      sizes[1 - from]!++;
      for (const leg of graph.tensors[index]!.legs) {
        const counts = onSide.get(leg)!;
        counts[from]!--;
        counts[1 - from]!++;
      }
    }
  }
  return [members.filter((index) => side.get(index) === 0), members.filter((index) => side.get(index) === 1)];
}

/** A start: half of the members, grown from a random one along the legs, is side 1. */
function grownHalf(graph: ContractionGraph, members: readonly number[], stream: RandomStream): Map<number, number> {
  const side = new Map<number, number>(members.map((index) => [index, 0]));
  const holders = new Map<number, number[]>();
  for (const index of members) {
    for (const leg of graph.tensors[index]!.legs) holders.set(leg, [...(holders.get(leg) ?? []), index]);
  }
  const queue: number[] = [];
  for (let grown = 0; grown < members.length >> 1; ) {
    const index = queue.shift() ?? members[stream.integer(members.length)]!;
    if (side.get(index) === 1) continue;
    side.set(index, 1);
    grown++;
    for (const leg of graph.tensors[index]!.legs) queue.push(...holders.get(leg)!.filter((k) => side.get(k) === 0));
  }
  return side;
}
