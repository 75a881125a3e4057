/**
 * @file The generated state's network as a geometry: how much entanglement its bonds carry, how boundary entropies
 * compare with minimal cuts (Ryu–Takayanagi), how far boundary sites are from each other, and how visible its tensors
 * are from the boundary.
 */

import { chainRegionEntropies, pairDensities, type RegionEntropy, siteDensities } from '../chain/chain-entropies.ts';
import { type Chain, chainOf } from '../chain/matrix-product-state.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { fisherDiagonal, isTreeOfEntries } from '../fisher/fisher-forms.ts';
import {
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
  stateVector,
} from '../generative/generative-network.ts';
import type { CapacityGraph, GraphEdge, GraphNode } from '../geometry/capacity-graph.ts';
import { minimalCut } from '../geometry/minimal-cut.ts';
import { sizeOf } from '../linalg/complex.ts';
import { parametersOf } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { Noted } from '../noted.ts';
import { entanglementEntropy, entropy } from '../state/entropy.ts';
import { mutualInformationMatrix } from '../state/mutual-information.ts';
import type { Nats, Radians } from '../units.ts';
import { bulkGraph, tensorNetworkOf } from './bulk-graph.ts';
import { bulkGeodesics, edgeLengths } from './edge-lengths.ts';
import { informationDistances } from './information-distances.ts';
import { legEntropies } from './leg-entropies.ts';

/** A tensor with its Σ F_kk over its parameters: how visible it is from the boundary. */
export interface InformedNode extends GraphNode {
  readonly information: number;
}

/** A leg with its area, the entanglement entropy that it carries, at most its capacity; and with its length. */
export interface MeasuredEdge extends GraphEdge {
  readonly entropy: Nats;
  /** Angle between what both of its tensors can change, see `edgeLengths`; null if it has none. */
  readonly length: Radians | null;
}

/** Entropy of the contiguous region of `length` sites from `start` on, and the minimal cut that separates it. */
export interface RegionCut extends RegionEntropy {
  readonly cut: Nats;
  readonly legs: readonly Leg[];
}

/** The network read as a geometry. */
export interface BulkGeometry {
  readonly nodes: readonly InformedNode[];
  readonly edges: readonly MeasuredEdge[];
  readonly boundary: readonly Leg[];
  readonly cuts: readonly RegionCut[];
  /** I(a:b) between boundary sites, 2S(a) on the diagonal; [] where unavailable. */
  readonly mutualInformation: readonly (readonly Nats[])[];
  /** −log(I(a:b)/I_max); null where I vanishes. */
  readonly distances: readonly (readonly (number | null)[])[];
  /** Shortest ways through the bulk between boundary sites, see `bulkGeodesics`; [] where the lengths are unavailable. */
  readonly geodesics: readonly (readonly (Radians | null)[])[];
}

/** Amplitudes, environment included, up to which the dense state is used. */
const LARGEST_STATE = 2 ** 14;
/** Numbers in all tangents, up to which the information of the nodes is computed; they are not kept at once. */
const LARGEST_TANGENTS = 2 ** 28;

/**
 * The bulk geometry of a generative network at θ. States of up to 2¹⁴ amplitudes are read densely, with all contiguous
 * regions of the open chain of sites; open matrix-product states of any length through their bonds, with the regions
 * that `chainRegionEntropies` can reach; of other large networks only the graph is given.
 *
 * @returns the geometry, with notes on what had to be left out, and why
 */
export function bulkGeometry(network: GenerativeNetwork, theta: Float64Array): Noted<BulkGeometry> {
  const tensors = tensorNetworkOf(network);
  const graph = bulkGraph(network);
  const { value: boundary, notes: ofBoundary } = boundaryEntropies(network, tensors, theta);
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
    cuts: boundary.regions.map((region) => withCut(graph, region)),
    mutualInformation: boundary.mutualInformation,
    distances: informationDistances(boundary.mutualInformation, siteDimensions(network)),
    geodesics: lengths === null ? [] : bulkGeodesics(graph, lengths),
  };
  return { value, notes: [...ofBoundary, ...ofInformation, ...ofLengths] };
}

interface BoundaryEntropies {
  readonly regions: readonly RegionEntropy[];
  readonly mutualInformation: readonly (readonly Nats[])[];
}

function boundaryEntropies(
  network: GenerativeNetwork,
  tensors: TensorNetwork,
  theta: Float64Array,
): Noted<BoundaryEntropies> {
  const sites = siteDimensions(network);
  if (sizeOf(sites) * environmentDimension(network) <= LARGEST_STATE) {
    return { value: denseEntropies(network, theta), notes: [] };
  }
  const chain = chainOrUndefined(tensors, theta);
  if (chain === undefined) {
    const note = `No boundary entropies: the state has more than ${LARGEST_STATE} amplitudes and is no open chain.`;
    return { value: { regions: [], mutualInformation: [] }, notes: [note] };
  }
  const regions = chainRegionEntropies(chain);
  const all = (sites.length * (sites.length + 1)) / 2 - 1;
  const missing = `Entropies of ${regions.length} of ${all} regions: the others have bonds too large on both sides.`;
  return {
    value: { regions, mutualInformation: chainInformation(chain) },
    notes: regions.length < all ? [missing] : [],
  };
}

function denseEntropies(network: GenerativeNetwork, theta: Float64Array): BoundaryEntropies {
  const sites = siteDimensions(network);
  const environment = environmentDimension(network);
  const state = stateVector(network, theta);
  const dimensions = [...sites, environment];
  const regions = sites.flatMap((_, start) =>
    Array.from({ length: sites.length - start }, (_, k) => ({ start, length: k + 1 }))
      .filter(({ length }) => length < sites.length)
      .map(({ start, length }) => {
        const region = Array.from({ length }, (_, k) => start + k);
        return { start, length, entropy: entanglementEntropy(state, dimensions, region) };
      }),
  );
  const mutualInformation = mutualInformationMatrix(state, dimensions)
    .slice(0, sites.length)
    .map((row) => row.slice(0, sites.length));
  return { regions, mutualInformation };
}

function chainInformation(chain: Chain): readonly (readonly Nats[])[] {
  const single = siteDensities(chain).map((rho) => entropy(rho));
  const table = single.map((value, a) => single.map((_, b) => (a === b ? 2 * value : 0)));
  pairDensities(chain, (a, b, rho) => {
    table[a]![b] = single[a]! + single[b]! - entropy(rho);
    table[b]![a] = table[a]![b]!;
  });
  return table;
}

function withCut(graph: CapacityGraph, region: RegionEntropy): RegionCut {
  const sites = Array.from({ length: region.length }, (_, k) => region.start + k);
  const { area, legs } = minimalCut(graph, sites);
  return { ...region, cut: area, legs };
}

function chainOrUndefined(tensors: TensorNetwork, theta: Float64Array): Chain | undefined {
  try {
    return chainOf(tensors, theta);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Σ F_kk over the parameters of each node; zeros, with a note, where F is out of reach. */
function nodeInformation(
  network: GenerativeNetwork,
  tensors: TensorNetwork,
  theta: Float64Array,
): Noted<readonly number[]> {
  const size = sizeOf(siteDimensions(network));
  const environment = environmentDimension(network);
  const stateless = environment === 1 && network.kind === 'network' && isTreeOfEntries(network);
  const numbers = stateless ? 0 : 2 * size * environment * theta.length;
  if (numbers > LARGEST_TANGENTS || (environment > 1 && size > 64)) {
    const note = 'No information of the tensors: their Fisher information is out of reach at this size.';
    return { value: tensors.nodes.map(() => 0), notes: [note] };
  }
  const diagonal = fisherDiagonal(network, theta);
  const value = tensors.nodes.map((node) => {
    const entries = parametersOf(node, tensors).map((k) => diagonal[k]!);
    return entries.reduce((sum, entry) => sum + entry, 0);
  });
  return { value, notes: [] };
}
