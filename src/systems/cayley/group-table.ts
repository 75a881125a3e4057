/** @file A group with all its edges written out, for sums over neighbours. */

import { DomainError } from '../../errors.ts';
import { type CayleyDistances, UNREACHED } from './breadth-first.ts';

/** The elements that the gates reach, numbered by rising distance; the identity is number 0. */
export interface GroupTable {
  readonly name: string;
  readonly elements: number;
  readonly generators: number;
  /** Codes, shape (elements,). */
  readonly codes: Int32Array;
  /** Distances from the identity, shape (elements,). */
  readonly distances: Uint8Array;
  /** Number of g_k·U at U·generators + k. The adjacency matrix is symmetric. */
  readonly neighbours: Int32Array;
  /** Number of the element with this code. */
  readonly numberOf: (code: number) => number;
}

/** Edges of the largest table: 128 MiB. */
const MOST_EDGES = 2 ** 25;

/**
 * The table of a group of up to about a million elements.
 *
 * @throws {DomainError} more than 2²⁵ edges, counted in both directions
 *
 * Cost O(elements · generators) and 4 bytes for each edge and code.
 */
export function groupTable({ graph, table, spheres }: CayleyDistances): GroupTable {
  const elements = spheres.reduce((sum, size) => sum + size, 0) / graph.multiplicity;
  const generators = graph.generators.length;
  if (elements * generators > MOST_EDGES) {
    throw new DomainError(
      `groupTable: at most ${MOST_EDGES} edges required, got ${elements} · ${generators} for ${graph.name}`,
    );
  }
  const starts = spheres.map((_, d) => spheres.slice(0, d).reduce((sum, size) => sum + size, 0) / graph.multiplicity);
  const codes = new Int32Array(elements);
  const distances = new Uint8Array(elements);
  const numbers = new Int32Array(table.length).fill(-1);
  table.forEach((distance, code) => {
    if (distance === UNREACHED) return;
    const number = starts[distance]!++;
    numbers[code] = number;
    codes[number] = code;
    distances[number] = distance;
  });
  const neighbours = new Int32Array(elements * generators);
  const images = new Int32Array(generators);
  codes.forEach((code, number) => {
    graph.neighbours(code, images);
    for (let k = 0; k < generators; k++) neighbours[number * generators + k] = numbers[images[k]!]!;
  });
  const numberOf = (code: number): number => {
    const number = numbers[code];
    if (number === undefined || number < 0) {
      throw new DomainError(`groupTable: an element of ${graph.name} within reach required, got code ${code}`);
    }
    return number;
  };
  return { name: graph.name, elements, generators, codes, distances, neighbours, numberOf };
}

/** Σ_k x(g_k·U): the adjacency matrix applied to a function on the group, shape (elements,). */
export function neighbourSum({ elements, generators, neighbours }: GroupTable, x: Float64Array): Float64Array {
  const sum = new Float64Array(elements);
  for (let number = 0, edge = 0; number < elements; number++) {
    let total = 0;
    for (const end = edge + generators; edge < end; edge++) total += x[neighbours[edge]!]!;
    sum[number] = total;
  }
  return sum;
}
