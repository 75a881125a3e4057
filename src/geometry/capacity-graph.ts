/** @file A graph in the bulk: points below a boundary, and lines that carry only so much. */

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
