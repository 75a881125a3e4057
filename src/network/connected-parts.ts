/** @file The connected parts of a network: its state is their product. */

import type { Leg } from '../contraction/contraction-graph.ts';
import type { NetworkNode } from './tensor-network.ts';

/** The nodes in groups that are joined by legs, in the order of their first nodes. */
export function connectedParts(nodes: readonly NetworkNode[]): readonly (readonly NetworkNode[])[] {
  const owners = new Map<Leg, number[]>();
  nodes.forEach(({ legs }, index) => {
    for (const leg of legs) owners.set(leg, [...(owners.get(leg) ?? []), index]);
  });
  const partOf = new Map<number, number>();
  nodes.forEach((_, first) => {
    if (partOf.has(first)) return;
    partOf.set(first, first);
    const reached = [first];
    for (const index of reached) {
      for (const next of nodes[index]!.legs.flatMap((leg) => owners.get(leg)!)) {
        if (partOf.has(next)) continue;
        partOf.set(next, first);
        reached.push(next);
      }
    }
  });
  const firsts = new Set(partOf.values());
  return [...firsts].map((first) => nodes.filter((_, index) => partOf.get(index) === first));
}
