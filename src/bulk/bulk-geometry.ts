/**
 * @file The generated state's network as a geometry: how much entanglement its bonds carry, how boundary entropies
 * compare with minimal cuts (Ryu–Takayanagi), how far boundary sites are from each other, and how visible its tensors
 * are from the boundary.
 */

import type { Leg } from '../contraction/contraction-graph.ts';
import { fisherDiagonal, isTreeOfEntries } from '../fisher/fisher-forms.ts';
import { generatedEntropies } from '../generative/generated-entropies.ts';
import {
  asTensors,
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
  tensorNetworkOf,
} from '../generative/generative-network.ts';
import type { GraphEdge, GraphNode } from '../geometry/capacity-graph.ts';
import { sizeOf } from '../linalg/complex.ts';
import { parametersOf } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { Noted } from '../noted.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';
import type { Nats, Radians } from '../units.ts';
import { type BoundaryGeometry, boundaryGeometry, type RegionCut, regionCuts } from './boundary-geometry.ts';
import { bulkGraph } from './bulk-graph.ts';
import { bulkGeodesics, edgeLengths } from './edge-lengths.ts';
import { legEntropies } from './leg-entropies.ts';

/** A tensor with its Σ F_kk over its parameters: how visible it is from the boundary. */
export interface InformedNode extends GraphNode {
  /** null where the Fisher information is out of reach. */
  readonly information: number | null;
}

/** A leg with its area, the entanglement entropy that it carries, at most its capacity; and with its length. */
export interface MeasuredEdge extends GraphEdge {
  readonly entropy: Nats;
  /** Angle between the changes that its two tensors can make, see `edgeLengths`; null if it has none. */
  readonly length: Radians | null;
}

/** The network read as a geometry. */
export interface BulkGeometry extends Omit<BoundaryGeometry, 'regions'> {
  readonly nodes: readonly InformedNode[];
  readonly edges: readonly MeasuredEdge[];
  readonly boundary: readonly Leg[];
  readonly cuts: readonly RegionCut[];
  /**
   * Shortest paths through the bulk between boundary sites, see `bulkGeodesics`; [] where the lengths are unavailable.
   */
  readonly geodesics: readonly (readonly (Radians | null)[])[];
}

/** Most numbers in all tangents for which the information of the nodes is computed; they are not all kept at once. */
const LARGEST_TANGENTS = 2 ** 28;

/**
 * The bulk geometry of a generative network at θ, with the regions and pairs of sites that `generatedEntropies` gives:
 * all of them up to 2¹⁴ amplitudes, for circuits of free fermions and for open matrix-product states of small bonds;
 * for larger networks without cycles the regions on one side of a bond; for other large networks only the graph.
 *
 * @param entropies - of the generated state; default `generatedEntropies`
 * @returns the geometry, with notes on what had to be left out, and why
 */
export function bulkGeometry(
  network: GenerativeNetwork,
  theta: Float64Array,
  entropies: RegionEntropies = generatedEntropies(network, theta),
): Noted<BulkGeometry> {
  const tensors = tensorNetworkOf(network);
  const graph = bulkGraph(network);
  const { value: boundary, notes: ofBoundary } = boundaryGeometry(entropies);
  const carried = { ...legEntropies(network, tensors, theta) };
  graph.boundary.forEach((leg, site) => {
    const ofSite = boundary.mutualInformation[site]?.[site];
    if (ofSite !== undefined) carried[leg] = ofSite / 2;
  });
  const { value: information, notes: ofInformation } = nodeInformation(network, tensors, theta);
  const lengths = edgeLengths(network, theta, graph);
  const ofLengths =
    lengths === null ? ['No lengths in the bulk: the Fisher matrix of all tensors is out of reach.'] : [];
  const value: BulkGeometry = {
    nodes: graph.nodes.map((node, k) => ({ ...node, information: information[k]! })),
    edges: graph.edges.map((edge) => ({
      ...edge,
      entropy: Math.min(edge.capacity, carried[edge.leg] ?? Infinity),
      length: lengths?.[edge.leg] ?? null,
    })),
    boundary: graph.boundary,
    cuts: regionCuts(graph, boundary.regions),
    mutualInformation: boundary.mutualInformation,
    distances: boundary.distances,
    geodesics: lengths === null ? [] : bulkGeodesics(graph, lengths),
  };
  return { value, notes: [...ofBoundary, ...ofInformation, ...ofLengths] };
}

/** Σ F_kk over the parameters of each node; null, with a note, where F is out of reach. */
function nodeInformation(
  network: GenerativeNetwork,
  tensors: TensorNetwork,
  theta: Float64Array,
): Noted<readonly (number | null)[]> {
  const size = sizeOf(siteDimensions(network));
  const environment = environmentDimension(network);
  const own = asTensors(network);
  const stateless = environment === 1 && own !== null && isTreeOfEntries(own);
  const numbers = stateless ? 0 : 2 * size * environment * theta.length;
  if (numbers > LARGEST_TANGENTS || (environment > 1 && size > 64)) {
    const note = 'No information of the tensors: their Fisher information is out of reach at this size.';
    return { value: tensors.nodes.map(() => null), notes: [note] };
  }
  const diagonal = fisherDiagonal(network, theta);
  const value = tensors.nodes.map((node) => {
    const entries = parametersOf(node, tensors).map((k) => diagonal[k]!);
    return entries.reduce((sum, entry) => sum + entry, 0);
  });
  return { value, notes: [] };
}
