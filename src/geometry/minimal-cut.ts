/** @file The minimal cut: the least total capacity of bonds that separates a boundary region from everything else. */

import { DomainError } from '../errors.ts';
import type { Nats } from '../units.ts';
import type { CapacityGraph } from './capacity-graph.ts';

/** The legs of a cut and their total capacity, Σ log(dimension). */
export interface Cut {
  readonly area: Nats;
  readonly legs: readonly string[];
  /** Tensors between the region and the cut: its entanglement wedge, if the network saturates the bound. */
  readonly wedge: readonly string[];
}

/** Capacities are sums of logarithms of integers; smaller differences are rounding. */
const ROUNDING = 1e-12;

/**
 * The minimal cut between the boundary legs of a region and all other open legs (the rest of the boundary, the
 * environment, logical inputs). Its area is an upper bound of the region's entropy, for the state is a map of that
 * rank at most through the cut. Among cuts of equal area it is the one nearest to the region. Open legs may be cut,
 * too.
 *
 * @param region - indices of boundary legs
 * @throws {DomainError} a site of the region does not exist
 *
 * By Dinic's maximal flow, O(nodes² · legs) at worst, near linear for the networks here.
 *
 * @see Dinic, Soviet Math. Dokl. 11, 1277 (1970); Ford & Fulkerson, Canad. J. Math. 8, 399 (1956)
 */
export function minimalCut(graph: CapacityGraph, region: readonly number[]): Cut {
  const wrong = region.find((site) => graph.boundary[site] === undefined);
  if (wrong !== undefined) {
    throw new DomainError(`minimalCut: sites below ${graph.boundary.length} required, got ${wrong}`);
  }
  const inside = new Set(region.map((site) => graph.boundary[site]!));
  const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
  const source = graph.nodes.length;
  const sink = source + 1;
  const flow = flowNetwork(sink + 1);
  for (const { leg, from, to, capacity } of graph.edges) {
    const other = to !== null ? index.get(to)! : inside.has(leg) ? source : sink;
    addEdge(flow, index.get(from)!, other, capacity);
  }
  maximise(flow, source, sink);
  const near = levels(flow, source);
  const legs = graph.edges.filter((_, edge) => {
    const a = flow.target[2 * edge]!;
    const b = flow.target[2 * edge + 1]!;
    return near[a]! >= 0 !== near[b]! >= 0;
  });
  return {
    area: legs.reduce((sum, { capacity }) => sum + capacity, 0),
    legs: legs.map(({ leg }) => leg),
    wedge: graph.nodes.filter((_, node) => near[node]! >= 0).map(({ id }) => id),
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
  const { edgesAt, target, residual } = flow;
  for (;;) {
    const level = levels(flow, source);
    if (level[sink]! < 0) return;
    const next = new Array<number>(edgesAt.length).fill(0);
    const push = (node: number, amount: number): number => {
      if (node === sink) return amount;
      for (; next[node]! < edgesAt[node]!.length; next[node]!++) {
        const edge = edgesAt[node]![next[node]!]!;
        const to = target[edge]!;
        if (residual[edge]! <= ROUNDING || level[to] !== level[node]! + 1) continue;
        const pushed = push(to, Math.min(amount, residual[edge]!));
        if (pushed <= 0) continue;
        residual[edge] = residual[edge]! - pushed;
        residual[edge ^ 1] = residual[edge ^ 1]! + pushed;
        return pushed;
      }
      return 0;
    };
    while (push(source, Infinity) > 0);
  }
}
