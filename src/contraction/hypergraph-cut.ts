/** @file Two parts of a hypergraph with little weight between them: multilevel bisection. */

import type { RandomStream } from '../linalg/random.ts';
import { coarser, type Hypergraph, shuffled } from './hypergraph.ts';

/** The coarsest hypergraph has at most about this many vertices. */
const COARSEST = 40;
/** Starts at the coarsest level. */
const STARTS = 8;
/** A pass ends after this many moves without a better cut. */
const PATIENCE = 60;

/**
 * The side, 0 or 1, of every vertex. Vertices are joined until few are left, these are divided from several starts, and
 * at every level on the way back the cut is improved by moves of single vertices.
 *
 * @param imbalance - ε: neither side is heavier than (1 + ε)/2 of the whole, but for single heavy vertices
 * @see Karypis, Aggarwal, Kumar & Shekhar, IEEE Trans. VLSI Syst. 7, 69 (1999)
 */
export function bisected(graph: Hypergraph, imbalance: number, stream: RandomStream): Uint8Array {
  const total = graph.vertexWeights.reduce((sum, weight) => sum + weight, 0);
  const most = ((1 + imbalance) / 2) * total;
  const levels: { readonly fine: Hypergraph; readonly into: Int32Array }[] = [];
  let coarsest = graph;
  while (coarsest.vertexWeights.length > COARSEST) {
    const { coarse, into } = coarser(coarsest, total / 8, stream);
    if (coarse.vertexWeights.length > 0.95 * coarsest.vertexWeights.length) break;
    levels.push({ fine: coarsest, into });
    coarsest = coarse;
  }
  let side = bestStart(coarsest, most, stream);
  for (const { fine, into } of levels.reverse()) {
    side = Uint8Array.from(into, (vertex) => side[vertex]!);
    improve(fine, side, most);
  }
  return side;
}

function bestStart(graph: Hypergraph, most: number, stream: RandomStream): Uint8Array {
  let best = grown(graph, stream);
  let least = improve(graph, best, most);
  for (let start = 1; start < STARTS; start++) {
    const side = grown(graph, stream);
    const cut = improve(graph, side, most);
    if (cut < least) [best, least] = [side, cut];
  }
  return best;
}

/** Side 1 grown from a random vertex along the edges until it has half of the weight. */
function grown({ vertexWeights, first, pins, firstOf, edgesOf }: Hypergraph, stream: RandomStream): Uint8Array {
  const count = vertexWeights.length;
  const side = new Uint8Array(count);
  const half = vertexWeights.reduce((sum, weight) => sum + weight, 0) / 2;
  const starts = shuffled(count, stream);
  const queue: number[] = [];
  let [weight, next] = [0, 0];
  for (let at = 0; weight < half && next < count; ) {
    const vertex = at < queue.length ? queue[at++]! : starts[next++]!;
    if (side[vertex] === 1) continue;
    side[vertex] = 1;
    weight += vertexWeights[vertex]!;
    for (let k = firstOf[vertex]!; k < firstOf[vertex + 1]!; k++) {
      const e = edgesOf[k]!;
      for (let p = first[e]!; p < first[e + 1]!; p++) if (side[pins[p]!] === 0) queue.push(pins[p]!);
    }
  }
  return side;
}

/**
 * Passes of moves, each time the vertex that gains most and has not moved yet, and back to the best cut of the pass,
 * until a pass gains nothing. Changes `side`.
 *
 * @returns the weight of the cut
 * @see Fiduccia & Mattheyses, Design Automation Conference, 175 (1982)
 */
function improve(graph: Hypergraph, side: Uint8Array, most: number): number {
  for (;;) {
    const { cut, gained } = pass(graph, side, most);
    if (!(gained > 1e-9)) return cut;
  }
}

function pass({ vertexWeights, first, pins, weights, firstOf, edgesOf }: Hypergraph, side: Uint8Array, most: number) {
  const count = vertexWeights.length;
  const inside = [new Int32Array(weights.length), new Int32Array(weights.length)] as const;
  const load = [0, 0];
  for (let v = 0; v < count; v++) load[side[v]!]! += vertexWeights[v]!;
  let cut = 0;
  for (let e = 0; e < weights.length; e++) {
    for (let p = first[e]!; p < first[e + 1]!; p++) inside[side[pins[p]!]!]![e]!++;
    if (inside[0][e]! > 0 && inside[1][e]! > 0) cut += weights[e]!;
  }
  const gain = new Float64Array(count);
  for (let v = 0; v < count; v++) {
    for (let k = firstOf[v]!; k < firstOf[v + 1]!; k++) {
      const e = edgesOf[k]!;
      const own = inside[side[v]!]![e]!;
      if (own === 1) gain[v]! += weights[e]!;
      if (own === first[e + 1]! - first[e]!) gain[v]! -= weights[e]!;
    }
  }
  const locked = new Uint8Array(count);
  const moves: number[] = [];
  const before = overload(load, most);
  const start = { cut, excess: before };
  let [best, bestExcess, kept] = [cut, before, 0];
  for (let idle = 0; idle < PATIENCE; idle++) {
    let vertex = -1;
    for (let v = 0; v < count; v++) {
      if (locked[v] === 1 || (vertex >= 0 && gain[v]! <= gain[vertex]!)) continue;
      const to = 1 - side[v]!;
      if (load[to]! + vertexWeights[v]! <= most || load[to]! + vertexWeights[v]! < load[1 - to]!) vertex = v;
    }
    if (vertex < 0) break;
    const from = side[vertex]!;
    const to = 1 - from;
    locked[vertex] = 1;
    moves.push(vertex);
    cut -= gain[vertex]!;
    load[from]! -= vertexWeights[vertex]!;
    load[to]! += vertexWeights[vertex]!;
    for (let k = firstOf[vertex]!; k < firstOf[vertex + 1]!; k++) {
      const e = edgesOf[k]!;
      const [w, there] = [weights[e]!, inside[to]![e]!++];
      const left = --inside[from]![e]!;
      for (let p = first[e]!; p < first[e + 1]!; p++) {
        const other = pins[p]!;
        if (other === vertex) continue;
        if (there === 0) gain[other]! += w;
        else if (there === 1 && side[other] === to) gain[other]! -= w;
        if (left === 0) gain[other]! -= w;
        else if (left === 1 && side[other] === from) gain[other]! += w;
      }
    }
    side[vertex] = to;
    const excess = overload(load, most);
    if (excess < bestExcess || (excess === bestExcess && cut < best - 1e-12)) {
      [best, bestExcess, kept, idle] = [cut, excess, moves.length, -1];
    }
  }
  for (const vertex of moves.slice(kept)) side[vertex] = 1 - side[vertex]!;
  return { cut: best, gained: start.cut - best + (start.excess - bestExcess) };
}

/** By how much the heavier side is too heavy. */
const overload = ([a, b]: readonly number[], most: number): number => Math.max(0, a! - most, b! - most);
