/** @file The greedy wedge: the tensors through which operators can be pushed to a region, one after the other. */

import { DomainError } from '../../errors.ts';
import { type CapacityGraph, checkCapacityGraph } from '../../geometry/capacity-graph.ts';

/** The least number of legs, by the id of a tensor, that must be known for the others to follow. */
export type Thresholds = Readonly<Record<string, number>>;

/**
 * The greedy wedge of a region. The legs of the region are known; a tensor of which enough legs are known is absorbed,
 * and all its legs are known. For perfect tensors half the legs are enough, for the tile of an error-correcting code all
 * but as many as it can lose: what acts on its other legs or on its logical input is then pushed to the known ones, step
 * by step to the region. So the wedge is part of the entanglement wedge, and can be less where several tensors must be
 * recovered together.
 *
 * @param region - indices of boundary legs
 * @param thresholds - of the tensors; default half of the legs, logical inputs counted, rounded up
 * @returns ids in the order in which tensors are absorbed
 * @throws {DomainError} a site of the region does not exist, or a threshold of a tensor that does not; a graph that is
 *   none, see `checkCapacityGraph`
 *
 * Cost O(legs). The order does not matter for the set.
 *
 * @see Pastawski, Yoshida, Harlow & Preskill, arXiv:1503.06237
 */
export function greedyWedge(
  graph: CapacityGraph,
  region: readonly number[],
  thresholds: Thresholds = {},
): readonly string[] {
  checkCapacityGraph(graph, 'greedyWedge');
  const wrong = region.find((site) => graph.boundary[site] === undefined);
  if (wrong !== undefined) {
    throw new DomainError(`greedyWedge: sites below ${graph.boundary.length} required, got ${wrong}`);
  }
  const legs = new Map(graph.nodes.map(({ id }) => [id, [] as string[]]));
  const ends = new Map<string, readonly string[]>();
  for (const { leg, from, to } of graph.edges) {
    const own = to === null ? [from] : [from, to];
    ends.set(leg, own);
    for (const id of own) legs.get(id)!.push(leg);
  }
  const strange = Object.keys(thresholds).find((id) => !legs.has(id));
  if (strange !== undefined) throw new DomainError(`greedyWedge: thresholds of tensors required, got '${strange}'`);
  const missing = new Map([...legs].map(([id, own]) => [id, thresholds[id] ?? Math.ceil(own.length / 2)]));
  const known = new Set(region.map((site) => graph.boundary[site]!));
  const absorbed = new Set([...missing].flatMap(([id, count]) => (count <= 0 ? [id] : [])));
  for (const id of absorbed) for (const leg of legs.get(id)!) known.add(leg);
  for (const leg of known) {
    for (const id of ends.get(leg) ?? []) {
      missing.set(id, missing.get(id)! - 1);
      if (missing.get(id)! > 0 || absorbed.has(id)) continue;
      absorbed.add(id);
      for (const own of legs.get(id)!) known.add(own);
    }
  }
  return [...absorbed];
}
