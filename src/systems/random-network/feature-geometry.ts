/** @file The couplings of an Ising model on a graph as a geometry: what is strongly coupled is near. */

import type { CapacityGraph } from '../../geometry/capacity-graph.ts';
import { graphDistances, ollivierRicci } from '../../geometry/graph-curvature.ts';
import { hyperbolicity } from '../../geometry/hyperbolicity.ts';

/** Distances and curvature of a graph with couplings. */
export interface FeatureGeometry {
  /** Shortest distances between the tensors that carry the sites of the boundary, in the order of the sites; null where no path leads. */
  readonly distances: readonly (readonly (number | null)[])[];
  /** Gromov's 2δ/diameter of these: 0 for a tree, 1 at most; null where no path leads between some. */
  readonly hyperbolicity: number | null;
  /** Ollivier–Ricci curvature of the bonds, averaged with the distances of their ends; null without bonds. */
  readonly curvature: number | null;
}

/** Bonds of a weaker correlation than this do not count as lines; the length of those that carry everything. */
const [WEAKEST, SHORTEST] = [1e-4, 1e-6];

/**
 * The graph with bonds of the length −ln tanh J, J = ½ ln D: the rate at which the correlation of two spins falls along
 * a row of such bonds, 0 for D → ∞ and infinite for D = 1. A convention, as is every reading of couplings as distances.
 *
 * @param graph - capacities ln D
 *
 * Cost O(tensors³) and that of `ollivierRicci`.
 */
export function featureGeometry({ nodes, edges, boundary }: CapacityGraph): FeatureGeometry {
  const place = new Map(nodes.map(({ id }, k) => [id, k]));
  const site = new Map(edges.map(({ leg, from }) => [leg, place.get(from)!]));
  const sites = boundary.map((leg) => site.get(leg)!);
  const bonds = edges.flatMap(({ from, to, capacity }) => {
    const correlation = Math.tanh(capacity / 2);
    return to === null || from === to ? [] : [{ ends: [place.get(from)!, place.get(to)!] as const, correlation }];
  });
  const lines = bonds
    .filter(({ correlation }) => correlation > WEAKEST)
    .map(({ ends: [a, b], correlation }) => [a, b, Math.max(SHORTEST, -Math.log(correlation))] as const);
  const graph = { nodes: nodes.length, edges: lines };
  const all = graphDistances(graph);
  const distances = sites.map((a) => sites.map((b) => (all[a]![b]! < Infinity ? all[a]![b]! : null)));
  const whole = distances.map((row) => row.filter((distance) => distance !== null));
  const isConnected = whole.every((row) => row.length === sites.length);
  const apart = lines.map(([a, b]) => all[a]![b]!);
  const total = apart.reduce((sum, distance) => sum + distance, 0);
  const curvatures = lines.length === 0 ? [] : ollivierRicci(graph);
  return {
    distances,
    hyperbolicity: isConnected ? hyperbolicity(whole).relative : null,
    curvature: lines.length === 0 ? null : curvatures.reduce((sum, own, k) => sum + own * apart[k]!, 0) / total,
  };
}
