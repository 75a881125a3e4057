/** @file Hypergraphs with weighted vertices and edges, and how they are made coarser. */

import type { RandomStream } from '../linalg/random.ts';

/** Vertices 0 … n − 1; the pins of edge e are pins[first[e]] … pins[first[e + 1] − 1], and its weight is weights[e]. */
export interface Hypergraph {
  readonly vertexWeights: Float64Array;
  readonly first: Int32Array;
  readonly pins: Int32Array;
  readonly weights: Float64Array;
  /** The edges of each vertex in the same form. */
  readonly firstOf: Int32Array;
  readonly edgesOf: Int32Array;
}

/** The hypergraph of these edges; edges of less than two vertices are left out. */
export function hypergraph(
  vertexWeights: Float64Array,
  edges: readonly { readonly pins: readonly number[]; readonly weight: number }[],
): Hypergraph {
  const proper = edges.filter(({ pins }) => pins.length > 1);
  const first = new Int32Array(proper.length + 1);
  proper.forEach(({ pins }, e) => {
    first[e + 1] = first[e]! + pins.length;
  });
  const pins = new Int32Array(first[proper.length]!);
  const firstOf = new Int32Array(vertexWeights.length + 1);
  proper.forEach((edge, e) => {
    pins.set(edge.pins, first[e]!);
    for (const vertex of edge.pins) firstOf[vertex + 1]!++;
  });
  for (let vertex = 0; vertex < vertexWeights.length; vertex++) firstOf[vertex + 1]! += firstOf[vertex]!;
  const edgesOf = new Int32Array(pins.length);
  const filled = firstOf.slice();
  for (let e = 0; e < proper.length; e++) {
    for (let at = first[e]!; at < first[e + 1]!; at++) edgesOf[filled[pins[at]!]!++] = e;
  }
  return { vertexWeights, first, pins, weights: Float64Array.from(proper, ({ weight }) => weight), firstOf, edgesOf };
}

/** Edges of more pins than this do not bring vertices together. */
const MOST_PINS = 20;

/**
 * A coarser hypergraph: vertices in random order are joined with the free neighbour to which the sum of w_e/(|e| − 1) is
 * greatest (heavy-edge matching).
 *
 * @param heaviest - greatest weight of a joined vertex
 * @returns the coarse hypergraph, and the coarse vertex of each vertex
 */
export function coarser(
  graph: Hypergraph,
  heaviest: number,
  stream: RandomStream,
): { readonly coarse: Hypergraph; readonly into: Int32Array } {
  const { vertexWeights, first, pins, weights, firstOf, edgesOf } = graph;
  const count = vertexWeights.length;
  const into = new Int32Array(count).fill(-1);
  const score = new Float64Array(count);
  const joined: number[] = [];
  for (const vertex of shuffled(count, stream)) {
    if (into[vertex] !== -1) continue;
    const near: number[] = [];
    for (let k = firstOf[vertex]!; k < firstOf[vertex + 1]!; k++) {
      const e = edgesOf[k]!;
      const size = first[e + 1]! - first[e]!;
      if (size > MOST_PINS) continue;
      for (let at = first[e]!; at < first[e + 1]!; at++) {
        const other = pins[at]!;
        if (other === vertex || into[other] !== -1) continue;
        if (score[other] === 0) near.push(other);
        score[other]! += weights[e]! / (size - 1);
      }
    }
    let partner = -1;
    for (const other of near) {
      const fits = vertexWeights[vertex]! + vertexWeights[other]! <= heaviest;
      if (fits && (partner < 0 || score[other]! > score[partner]!)) partner = other;
    }
    for (const other of near) score[other] = 0;
    into[vertex] = joined.length;
    if (partner >= 0) into[partner] = joined.length;
    joined.push(vertexWeights[vertex]! + (partner < 0 ? 0 : vertexWeights[partner]!));
  }
  return { coarse: hypergraph(Float64Array.from(joined), coarseEdges(graph, into)), into };
}

/** The edges between coarse vertices; edges between the same two become one. */
function coarseEdges({ first, pins, weights }: Hypergraph, into: Int32Array) {
  const edges: { pins: number[]; weight: number }[] = [];
  const pairs = new Map<number, { weight: number }>();
  for (let e = 0; e < weights.length; e++) {
    const own = [...new Set(pins.subarray(first[e]!, first[e + 1]!).map((vertex) => into[vertex]!))];
    if (own.length < 2) continue;
    const pair = Math.min(own[0]!, own[1]!) * into.length + Math.max(own[0]!, own[1]!);
    const known = own.length === 2 ? pairs.get(pair) : undefined;
    if (known !== undefined) known.weight += weights[e]!;
    else {
      const edge = { pins: own, weight: weights[e]! };
      edges.push(edge);
      if (own.length === 2) pairs.set(pair, edge);
    }
  }
  return edges;
}

/** 0 … count − 1 in random order. */
export function shuffled(count: number, stream: RandomStream): Int32Array {
  const order = Int32Array.from({ length: count }, (_, k) => k);
  for (let k = count - 1; k > 0; k--) {
    const other = stream.integer(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
