/** @file Maps of the bulk: what a region of the boundary says about every place, depth by site. */

import { groupInferability, type Inferability, partsOf } from '../fisher/inferability.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { tensorNetworkOf } from '../generative/generative-network.ts';
import { bulkGraph } from './bulk-graph.ts';

/** Quantities over the network as matrices: `rows[d][s]` at depth d + 1 below the boundary and site s. */
export interface InferabilityMap {
  /** Σ F_kk of the parameters there; 0 where there are none. */
  readonly information: readonly (readonly number[])[];
  /** Finest resolution of a parameter there, in units of the parameter; null where none can be inferred. */
  readonly resolution: readonly (readonly (number | null)[])[];
}

/**
 * What the boundary says about every place of the bulk, with each tensor at the depth of its layer and at the nearest
 * site. The information of tensors that share a place is added; of their resolutions the finest counts.
 *
 * @param known - from `inferability`, for the whole boundary or a region of it
 */
export function inferabilityMap(network: GenerativeNetwork, known: Inferability): InferabilityMap {
  const tensors = tensorNetworkOf(network);
  const graph = bulkGraph(network);
  const places = new Map(graph.nodes.map((node) => [node.id, node]));
  const depth = Math.max(0, ...graph.nodes.map((node) => node.depth));
  const information = Array.from({ length: depth }, () => graph.boundary.map(() => 0));
  const resolution = Array.from({ length: depth }, () => graph.boundary.map((): number | null => null));
  for (const part of groupInferability(known, partsOf(tensors))) {
    const place = places.get(part.id)!;
    const row = place.depth - 1;
    const site = Math.round(place.site);
    information[row]![site] = information[row]![site]! + part.information;
    if (part.resolution === null) continue;
    resolution[row]![site] = Math.min(resolution[row]![site] ?? Infinity, part.resolution);
  }
  return { information, resolution };
}
