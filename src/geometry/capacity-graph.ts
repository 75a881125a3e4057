/** @file A graph in the bulk: points below a boundary, and lines that carry only so much. */

import { DomainError } from '../errors.ts';
import type { Nats } from '../units.ts';
import type { DiskPoint } from './hyperbolic-disk.ts';

/** A tensor as a point: sites to the right, depth downwards; the boundary is at depth 0. */
export interface GraphNode {
  readonly id: string;
  readonly site: number;
  readonly depth: number;
  /** Place on the Poincaré disk, where there is one. */
  readonly disk?: DiskPoint;
}

/** A leg as a line between two tensors; `to` is null for a leg that is open. */
export interface GraphEdge {
  readonly leg: string;
  readonly from: string;
  readonly to: string | null;
  /** log of the leg's dimension: the most entanglement that it can carry. */
  readonly capacity: Nats;
}

/** A network as a graph whose lines carry a limited entanglement. */
export interface CapacityGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Open legs that are the sites of the state, in order. */
  readonly boundary: readonly string[];
  /** Open legs that are logical inputs, opened to references, in order; all other open legs are environment. */
  readonly references?: readonly string[];
}

/**
 * Checks a graph: ends of edges are nodes, capacities finite and not negative, sites and references no bonds. A site
 * without an edge is cut off.
 *
 * @throws {DomainError} naming the first leg that is wrong
 *
 * Cost O(legs).
 */
export function checkCapacityGraph({ nodes, edges, boundary, references = [] }: CapacityGraph, name: string): void {
  const ids = new Set(nodes.map(({ id }) => id));
  const bonds = new Set<string>();
  for (const { leg, from, to, capacity } of edges) {
    if (!ids.has(from) || (to !== null && !ids.has(to))) {
      throw new DomainError(`${name}: legs between nodes of the graph required, got '${leg}' from ${from} to ${to}`);
    }
    if (!(capacity >= 0 && Number.isFinite(capacity))) {
      throw new DomainError(`${name}: finite capacities ≥ 0 required, got ${capacity} of '${leg}'`);
    }
    if (to !== null) bonds.add(leg);
  }
  const wrong = [...boundary, ...references].find((leg) => bonds.has(leg));
  if (wrong !== undefined) throw new DomainError(`${name}: open legs as sites and references required, got '${wrong}'`);
}
