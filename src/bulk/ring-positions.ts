/** @file Does the boundary of a network close into a ring, and where on the ring do its tensors sit? */

import type { GraphEdge, GraphNode } from '../geometry/capacity-graph.ts';

/** What this needs from a graph: depths, bonds, boundary. */
interface RingGraph {
  readonly nodes: readonly Pick<GraphNode, 'id' | 'depth'>[];
  readonly edges: readonly Pick<GraphEdge, 'leg' | 'from' | 'to'>[];
  readonly boundary: readonly string[];
}

/** Length of a mean of unit vectors below which they have no mean direction. */
const NO_DIRECTION = 1e-9;

/**
 * Places of the tensors on the ring of boundary sites, in [−½, n − ½), or null if the boundary is an open line.
 *
 * Each tensor sits at the circular mean of the boundary sites and of the tensors that it is attached to; where these
 * lie opposite each other, at right angles to them, as far as possible from the others at its depth. The boundary is a
 * ring if some closed walk along the bonds goes round it: the shortest steps from bond to bond add up to a multiple of
 * n other than 0. Trees, open chains and rectangles have no such walk; periodic chains and a MERA on a ring have.
 *
 * Cost O(nodes · bonds).
 */
export function ringPositions({ nodes, edges, boundary }: RingGraph): readonly number[] | null {
  const n = boundary.length;
  const index = new Map(nodes.map(({ id }, k) => [id, k]));
  const siteOf = new Map(boundary.map((leg, site) => [leg, site]));
  const bonds = edges.flatMap(({ from, to }) => {
    if (to === null || to === from) return [];
    return [[index.get(from)!, index.get(to)!] as const];
  });
  if (n < 3 || bonds.length < 3) return null;
  const above = nodes.map((): number[] => []);
  for (const { leg, from, to } of edges) {
    const site = siteOf.get(leg);
    if (to === null && site !== undefined) above[index.get(from)!]!.push(site);
  }
  const position = new Array<number>(nodes.length).fill(0);
  const order = nodes.map((_, k) => k).sort((a, b) => nodes[a]!.depth - nodes[b]!.depth);
  for (const k of order) {
    const { depth } = nodes[k]!;
    const hung = bonds.flatMap(([a, b]) => (a === k ? [b] : b === k ? [a] : []));
    const parents = hung.filter((other) => nodes[other]!.depth < depth).map((other) => position[other]!);
    const placed = order.slice(0, order.indexOf(k)).filter((other) => nodes[other]!.depth === depth);
    const peers = placed.map((other) => position[other]!);
    position[k] = circularMean([...above[k]!, ...parents], peers, n);
  }
  return winds(bonds, position, n) ? position : null;
}

/** The mean direction of places on a ring of n, or the place at right angles to them that is farther from the peers. */
function circularMean(places: readonly number[], peers: readonly number[], n: number): number {
  const turn = (2 * Math.PI) / n;
  const [x, y] = [Math.cos, Math.sin].map((f) => places.reduce((sum, place) => sum + f(turn * place), 0));
  if (Math.hypot(x!, y!) > NO_DIRECTION * places.length) return onRing(Math.atan2(y!, x!) / turn, n);
  const across = (places[0] ?? 0) + n / 4;
  const free = (place: number): number => Math.min(n, ...peers.map((peer) => Math.abs(shortestStep(peer, place, n))));
  return onRing(free(across) >= free(across + n / 2) ? across : across + n / 2, n);
}

const onRing = (place: number, n: number): number => Math.max(-0.5, place - n * Math.floor((place + 0.5 + 1e-9) / n));

/** The shorter way from a to b round the ring; the straight one where both are equally long. */
function shortestStep(a: number, b: number, n: number): number {
  const step = b - a;
  if (Math.abs(Math.abs(step) - n / 2) < 1e-9) return step;
  return step - n * Math.round(step / n);
}

/**
 * Whether the steps along some closed walk add up to a multiple of n other than 0: potentials by breadth-first search.
 */
function winds(bonds: readonly (readonly [number, number])[], position: readonly number[], n: number): boolean {
  const lifted = new Map<number, number>();
  for (const start of position.keys()) {
    if (lifted.has(start)) continue;
    lifted.set(start, position[start]!);
    const queue = [start];
    for (const here of queue) {
      for (const [a, b] of bonds) {
        if (a !== here && b !== here) continue;
        const next = a === here ? b : a;
        const place = lifted.get(here)! + shortestStep(position[here]!, position[next]!, n);
        const known = lifted.get(next);
        if (known === undefined) {
          lifted.set(next, place);
          queue.push(next);
        } else if (Math.abs(known - place) > n / 2) return true;
      }
    }
  }
  return false;
}
