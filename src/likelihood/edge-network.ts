/** @file A tensor network on any tree: a node for each variable, a bond for each edge. */

import { DomainError } from '../errors.ts';
import { type NodeShape, networkOfShapes } from '../network/network-of-shapes.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';

/** Most entries of a tensor. */
const MOST_ENTRIES = 2 ** 20;

/**
 * The tensor network of a tree of variables, such as `chowLiuTree` finds: at each variable a free tensor with a bond for each of
 * its edges.
 *
 * @param edges - n − 1 pairs of variables that join all of them
 * @param bond - χ; no bond is larger than its smaller side can fill
 * @throws {DomainError} edges that are no tree, or a tensor of more than 2^20 entries
 */
export function networkOfEdges(
  dimensions: readonly number[],
  edges: readonly (readonly [number, number])[],
  bond: number,
): TensorNetwork {
  const n = dimensions.length;
  const neighbours = dimensions.map((): number[] => []);
  for (const [a, b] of edges) {
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
  }
  checkEdges(n, edges, neighbours);
  const filled = (from: number, without: number): number =>
    neighbours[from]!.reduce(
      (product, next) => (next === without ? product : Math.min(bond, product * filled(next, from))),
      dimensions[from]!,
    );

  const legOf = (a: number, b: number): string => `b${Math.min(a, b)}-${Math.max(a, b)}`;
  const shapes = dimensions.map((dimension, k): NodeShape => {
    const bonds = neighbours[k]!.map((next) => {
      const extent = Math.min(bond, filled(next, k), filled(k, next));
      return [legOf(k, next), extent] as const;
    });
    const entries = bonds.reduce((product, [, extent]) => product * extent, dimension);
    if (entries > MOST_ENTRIES) {
      throw new DomainError(
        `networkOfEdges: tensors of at most ${MOST_ENTRIES} entries required, got ${entries} at variable ${k} with ${bonds.length} edges`,
      );
    }
    return { id: `A${k}`, outputs: [[`s${k}`, dimension], ...bonds], inputs: [] };
  });
  return networkOfShapes(
    shapes,
    dimensions.map((_, k) => `s${k}`),
    'free',
  );
}

/** @throws {DomainError} no tree on n variables */
function checkEdges(n: number, edges: readonly (readonly [number, number])[], neighbours: readonly number[][]): void {
  const reached = new Set([0]);
  const waiting = [0];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const other of neighbours[next]!) {
      if (reached.has(other)) continue;
      reached.add(other);
      waiting.push(other);
    }
  }
  if (edges.length !== n - 1 || reached.size !== n) {
    throw new DomainError(
      `networkOfEdges: ${n - 1} edges that join ${n} variables required, got ${edges.length} that join ${reached.size}`,
    );
  }
}
