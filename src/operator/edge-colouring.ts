/** @file Which bonds can act at the same time: an edge colouring of the lattice. */

import type { Lattice } from './lattice.ts';

/**
 * Splits the edges of a lattice into classes of disjoint edges, each edge taking the first class that is free at both
 * its ends: the even and odd bonds of a chain, four classes on a grid, and never more than 2·degree − 1.
 */
export function edgeColouring({ sites, edges }: Lattice): readonly (readonly (readonly [number, number])[])[] {
  const classes: (readonly [number, number])[][] = [];
  const used: Set<number>[] = Array.from({ length: sites }, () => new Set());
  for (const [a, b] of edges) {
    let colour = 0;
    while (used[a]!.has(colour) || used[b]!.has(colour)) colour++;
    used[a]!.add(colour);
    used[b]!.add(colour);
    classes[colour] ??= [];
    classes[colour].push([a, b]);
  }
  return classes;
}
