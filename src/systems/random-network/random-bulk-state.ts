/** @file A random state in the bulk: matter that is entangled with itself. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import type { CapacityGraph } from '../../geometry/capacity-graph.ts';

/**
 * The graph with a pure random state in some of its open legs, which become bonds to one more random tensor. Seen from
 * outside, a large random state in a disk of the bulk is a black hole: no minimal cut enters the disk once its legs can
 * hold more than the bonds around it.
 *
 * @param legs - open legs outside of the boundary, which are references no longer
 * @param id - of the new node; it stands in the middle of the nodes that it joins
 * @throws {DomainError} a leg that is not open or is boundary, none at all, or a node of that name
 *
 * @see Hayden, Nezami, Qi, Thomas, Walter & Yang, JHEP 11, 009 (2016), arXiv:1601.01694
 */
export function withRandomBulkState(graph: CapacityGraph, legs: readonly Leg[], id = 'bulk state'): CapacityGraph {
  const open = new Map(graph.edges.filter(({ to }) => to === null).map((edge) => [edge.leg, edge.from]));
  const lost = legs.find((leg) => !open.has(leg) || graph.boundary.includes(leg));
  if (lost !== undefined || legs.length === 0) {
    throw new DomainError(`withRandomBulkState: open legs outside of the boundary required, got '${lost ?? ''}'`);
  }
  if (graph.nodes.some((node) => node.id === id)) {
    throw new DomainError(`withRandomBulkState: a name that no node has required, got '${id}'`);
  }
  const joined = graph.nodes.filter((node) => legs.some((leg) => open.get(leg) === node.id));
  const mean = (of: (node: (typeof joined)[number]) => number): number =>
    joined.reduce((sum, node) => sum + of(node), 0) / joined.length;
  const { references } = graph;
  return {
    ...graph,
    ...(references && { references: references.filter((leg) => !legs.includes(leg)) }),
    nodes: [...graph.nodes, { id, site: mean(({ site }) => site), depth: mean(({ depth }) => depth) }],
    edges: graph.edges.map((edge) => (legs.includes(edge.leg) ? { ...edge, to: id } : edge)),
  };
}
