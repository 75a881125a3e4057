/** @file Contraction paths of one growing tensor, which swallows its neighbours one after the other. */

import type { RandomStream } from '../linalg/random.ts';
import { type ContractionGraph, type ContractionPath, join, type Part } from './contraction-graph.ts';

/**
 * A sweep: from a tensor at the rim the product grows, always by the neighbour that leaves it smallest, of equal ones by
 * that which has been a neighbour for longest. On a long lattice this goes layer by layer, which no balanced cut finds.
 *
 * O(tensors · legs of the product).
 */
export function sweepPath(graph: ContractionGraph, stream: RandomStream): ContractionPath {
  const { tensors, totals } = graph;
  if (tensors.length === 0) return [];
  const holders = totals.map((): number[] => []);
  tensors.forEach(({ legs }, index) => {
    for (const leg of legs) holders[leg]!.push(index);
  });
  const neighbours = (index: number): number[] => tensors[index]!.legs.flatMap((leg) => holders[leg]!);
  const taken = new Uint8Array(tensors.length);
  const start = farthest(farthest(stream.integer(tensors.length), neighbours), neighbours);
  let part = tensors[start]!;
  let name = start;
  taken[start] = 1;
  const rim = new Set(neighbours(start).filter((other) => other !== start));
  const path: [number, number][] = [];
  while (path.length < tensors.length - 1) {
    let best: { index: number; part: Part } | undefined;
    const candidates = rim.size > 0 ? rim : [taken.indexOf(0)];
    for (const index of candidates) {
      const product = join(graph, part, tensors[index]!);
      if (best === undefined || product.size < best.part.size) best = { index, part: product };
    }
    path.push([name, best!.index]);
    name = tensors.length + path.length - 1;
    part = best!.part;
    taken[best!.index] = 1;
    rim.delete(best!.index);
    for (const other of neighbours(best!.index)) if (taken[other] === 0) rim.add(other);
  }
  return path;
}

/** The tensor that is reached last from another one. */
function farthest(from: number, neighbours: (index: number) => number[]): number {
  const seen = new Set([from]);
  let last = from;
  for (const index of seen) {
    last = index;
    for (const other of neighbours(index)) seen.add(other);
  }
  return last;
}
