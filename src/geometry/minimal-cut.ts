/** @file The minimal cut: the least total capacity of bonds that separates a boundary region from everything else. */

import { DomainError } from '../errors.ts';
import type { Nats } from '../units.ts';
import { type CapacityGraph, checkCapacityGraph } from './capacity-graph.ts';
import { maximalFlow } from './maximal-flow.ts';

/** The legs of a cut and their total capacity, Σ log(dimension). */
export interface Cut {
  readonly area: Nats;
  readonly legs: readonly string[];
  /** Tensors between the region and the cut: its entanglement wedge, if the network saturates the bound. */
  readonly wedge: readonly string[];
}

/**
 * The minimal cut between the boundary legs of a region and all other open legs (the rest of the boundary, the
 * environment, logical inputs). Its area is an upper bound of the region's entropy, for the state is a map of that
 * rank at most through the cut. Among cuts of equal area it is the one nearest to the region. Open legs may be cut,
 * too.
 *
 * @param region - indices of boundary legs
 * @throws {DomainError} a site of the region does not exist, or a graph that is none, see `checkCapacityGraph`
 *
 * By Dinic's maximal flow, O(nodes² · legs) at worst, near linear for the networks here.
 *
 * @see Dinic, Soviet Math. Dokl. 11, 1277 (1970); Ford & Fulkerson, Canad. J. Math. 8, 399 (1956)
 */
export function minimalCut(graph: CapacityGraph, region: readonly number[]): Cut {
  checkCapacityGraph(graph, 'minimalCut');
  const wrong = region.find((site) => graph.boundary[site] === undefined);
  if (wrong !== undefined) {
    throw new DomainError(`minimalCut: sites below ${graph.boundary.length} required, got ${wrong}`);
  }
  const inside = new Set(region.map((site) => graph.boundary[site]!));
  const { near, crossed } = maximalFlow(graph, inside);
  const legs = graph.edges.filter((_, edge) => crossed[edge]);
  return {
    area: legs.reduce((sum, { capacity }) => sum + capacity, 0),
    legs: legs.map(({ leg }) => leg),
    wedge: graph.nodes.filter((_, node) => near[node]).map(({ id }) => id),
  };
}
