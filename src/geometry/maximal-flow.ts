/** @file The maximal flow from a region to everything else: what the minimal cut is dual to. */

import type { CapacityGraph } from './capacity-graph.ts';

/** A maximal flow, and how far it can be seen from the source. */
export interface MaximalFlow {
  /** Flow along every edge of the graph, positive from `from` to `to` or outwards; at most the edge's capacity. */
  readonly flows: readonly number[];
  /** What leaves the region's legs altogether: the area of the minimal cut. */
  readonly total: number;
  /** Whether a node, in the order of the graph, is reached from the region by edges that are not full. */
  readonly near: readonly boolean[];
  /** Edges between a node, or the region, that is reached and one that is not: the minimal cut nearest to the region. */
  readonly crossed: readonly boolean[];
}

/** Capacities are sums of logarithms of integers; smaller differences are rounding. */
export const ROUNDING = 1e-12;

/**
 * A maximal flow of entanglement from some open legs to all others.
 *
 * @param inside - the open legs of the region
 *
 * By Dinic's maximal flow, O(nodes² · legs) at worst, near linear for the networks here.
 *
 * @see Dinic, Soviet Math. Dokl. 11, 1277 (1970)
 */
export function maximalFlow(graph: CapacityGraph, inside: ReadonlySet<string>): MaximalFlow {
  const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
  const source = graph.nodes.length;
  const sink = source + 1;
  const network = flowNetwork(sink + 1);
  for (const { leg, from, to, capacity } of graph.edges) {
    const other = to !== null ? index.get(to)! : inside.has(leg) ? source : sink;
    addEdge(network, index.get(from)!, other, capacity);
  }
  maximise(network, source, sink);
  const reached = levels(network, source).map((level) => level >= 0);
  const { target, residual } = network;
  const flows = graph.edges.map((_, edge) => (residual[2 * edge + 1]! - residual[2 * edge]!) / 2);
  return {
    flows,
    total: graph.edges.reduce((sum, { to, leg }, k) => (to === null && inside.has(leg) ? sum - flows[k]! : sum), 0),
    near: reached.slice(0, source),
    crossed: graph.edges.map((_, edge) => reached[target[2 * edge]!] !== reached[target[2 * edge + 1]!]),
  };
}

/** Residual network: edge 2k and its reverse 2k + 1. */
interface FlowNetwork {
  readonly edgesAt: readonly number[][];
  readonly target: number[];
  readonly residual: number[];
}

function flowNetwork(nodes: number): FlowNetwork {
  return { edgesAt: Array.from({ length: nodes }, () => []), target: [], residual: [] };
}

/** An undirected edge. */
function addEdge({ edgesAt, target, residual }: FlowNetwork, a: number, b: number, capacity: number): void {
  edgesAt[a]!.push(target.length);
  edgesAt[b]!.push(target.length + 1);
  target.push(b, a);
  residual.push(capacity, capacity);
}

/** Distance of every node from the start along edges that are not full; −1 where none leads. */
function levels({ edgesAt, target, residual }: FlowNetwork, start: number): readonly number[] {
  const level = new Array<number>(edgesAt.length).fill(-1);
  level[start] = 0;
  const queue = [start];
  for (const node of queue) {
    for (const edge of edgesAt[node]!) {
      const next = target[edge]!;
      if (residual[edge]! <= ROUNDING || level[next]! >= 0) continue;
      level[next] = level[node]! + 1;
      queue.push(next);
    }
  }
  return level;
}

/** Saturates shortest paths until none is left. */
function maximise(flow: FlowNetwork, source: number, sink: number): void {
  for (;;) {
    const level = levels(flow, source);
    if (level[sink]! < 0) return;
    const next = new Array<number>(flow.edgesAt.length).fill(0);
    while (pushed(flow, level, next, source, sink)) {}
  }
}

/**
 * Sends as much as fits along one of the shortest paths; false if none is left. `next` is the first edge at each node
 * that may lead on.
 */
function pushed(
  { edgesAt, target, residual }: FlowNetwork,
  level: readonly number[],
  next: number[],
  source: number,
  sink: number,
): boolean {
  const path: number[] = [];
  for (let node = source; node !== sink; ) {
    const edge = edgesAt[node]![next[node]!];
    if (edge === undefined) {
      const back = path.pop();
      if (back === undefined) return false;
      node = target[back ^ 1]!;
      next[node]!++;
    } else if (residual[edge]! > ROUNDING && level[target[edge]!] === level[node]! + 1) {
      path.push(edge);
      node = target[edge]!;
    } else next[node]!++;
  }
  const amount = path.reduce((least, edge) => Math.min(least, residual[edge]!), Infinity);
  for (const edge of path) {
    residual[edge] = residual[edge]! - amount;
    residual[edge ^ 1] = residual[edge ^ 1]! + amount;
  }
  return true;
}
