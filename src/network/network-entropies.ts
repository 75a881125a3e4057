/**
 * @file Entropies of regions of a network's state, without its amplitudes: the `RegionEntropies` of a network too large
 * to be dense.
 */

import type { Leg } from '../contraction/contraction-graph.ts';
import { distributionEntropy, type EntropyOptions } from '../state/entropy.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { type RegionEntropies, rememberedEntropy, sitesOf } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { bondSpectra } from './bond-entropy.ts';
import { connectedParts } from './connected-parts.ts';
import { withCopyTensors } from './copy-tensors.ts';
import { densityEntropy } from './density-entropy.ts';
import { networkTensors } from './node-tensor.ts';
import type { NetworkNode, TensorNetwork } from './tensor-network.ts';
import { bondsOf, isTree } from './tree-messages.ts';

/**
 * Entropies of regions of the state that a network generates, normalised; logical inputs are opened to references, and
 * the environment is traced out. Parts that are not connected are a product, and count one by one.
 *
 * - A region on one side of a bond of a part without cycles has the entropy of that bond, from messages.
 * - Any other is read from a density matrix, by contraction of the network with its conjugate. Gates and isometries
 *   whose outputs are all inside or all outside of the region change no entropy: only what is in the causal wedge of
 *   neither is contracted, to the density matrix of its smaller side. A reference at an isometry that is taken away is
 *   maximally entangled with its outputs.
 *
 * @param theta - parameters, shape (P,); isometries must be isometric
 * @param options - base of the logarithm, and order of Rényi's entropies, all of which add up in products
 * @throws {ShapeError} theta does not have the network's number of parameters
 * @throws {DomainError} options out of range, see `distributionEntropy`
 *
 * Regions whose density matrix has more than 2¹⁰ rows, or takes more than 2³⁶ operations, are out of reach.
 */
export function entropiesOfNetwork(
  given: TensorNetwork,
  theta: Float64Array,
  options: EntropyOptions = {},
): RegionEntropies {
  const network = withCopyTensors(given);
  const { boundary, bulk, nodes, dimensions } = network;
  const sites = [...boundary, ...bulk];
  const tensors = new Map(networkTensors(network, theta).map((tensor, k) => [nodes[k]!.id, tensor]));
  const parts = connectedParts(nodes).map((part) => ({
    part: partOf(network, part),
    cuts: bondCuts(partOf(network, part), theta, options),
  }));
  const known = (kept: readonly Leg[]): readonly (Nats | undefined)[] => parts.map(({ cuts }) => cuts(kept));
  return {
    boundary: boundary.length,
    references: bulk.length,
    capacities: sites.map((leg) => Math.log(dimensions[leg]!) / Math.log(options.base ?? Math.E)),
    kind: 'exact',
    entropy: rememberedEntropy(sites.length, (region) => {
      const kept = region.map((site) => sites[site]!);
      const ofBonds = known(kept);
      return parts.reduce((sum, { part }, k) => sum + (ofBonds[k] ?? densityEntropy(part, tensors, kept, options)), 0);
    }),
    contiguous: () =>
      contiguousRegions(boundary.length).flatMap((region) => {
        const ofBonds = known(sitesOf(region).map((site) => boundary[site]!));
        if (ofBonds.includes(undefined)) return [];
        return [{ ...region, entropy: ofBonds.reduce<Nats>((sum, value) => sum + value!, 0) }];
      }),
    information: () => [],
  };
}

/** A part of the network with its open legs. */
function partOf(network: TensorNetwork, nodes: readonly NetworkNode[]): TensorNetwork {
  const own = new Set(nodes.flatMap(({ legs }) => legs));
  const [boundary, bulk, environment] = [network.boundary, network.bulk, network.environment].map((legs) =>
    legs.filter((leg) => own.has(leg)),
  ) as [Leg[], Leg[], Leg[]];
  return { ...network, nodes, boundary, bulk, environment };
}

/**
 * The entropy of legs that make up one side of a bond of a tree; 0 of all or none of its legs; undefined for all others.
 * Messages are sent when a bond is asked for.
 */
function bondCuts(
  part: TensorNetwork,
  theta: Float64Array,
  options: EntropyOptions,
): (kept: readonly Leg[]) => Nats | undefined {
  const open = [...part.boundary, ...part.bulk, ...part.environment];
  const places = new Map(open.map((leg, place) => [leg, place]));
  let cuts: ReadonlyMap<string, Nats> | undefined;
  return (kept) => {
    const own = kept.flatMap((leg) => places.get(leg) ?? []).sort((a, b) => a - b);
    if (own.length === 0 || own.length === open.length) return 0;
    cuts ??= isTree(part) ? treeCuts(part, theta, open, options) : new Map();
    return cuts.get(own.join());
  };
}

/** Both sides of each bond of a tree, as places of open legs, with the entropy of the bond. */
function treeCuts(
  part: TensorNetwork,
  theta: Float64Array,
  open: readonly Leg[],
  options: EntropyOptions,
): ReadonlyMap<string, Nats> {
  const bonds = bondsOf(part);
  const spectra = bondSpectra(part, theta);
  const cuts = new Map<string, Nats>();
  for (const { leg, nodes } of bonds) {
    const side = new Set([nodes[0]]);
    for (const node of side) {
      for (const bond of bonds) {
        if (bond.leg === leg || !bond.nodes.includes(node)) continue;
        side.add(bond.nodes[0] === node ? bond.nodes[1] : bond.nodes[0]);
      }
    }
    const within = new Set([...side].flatMap((node) => part.nodes[node]!.legs));
    const here = [...open.keys()].filter((place) => within.has(open[place]!));
    const entropy = distributionEntropy(spectra[leg]!, options);
    cuts.set(here.join(), entropy).set(complementOf(here, open.length).join(), entropy);
  }
  return cuts;
}

/** All intervals of an open chain of sites but the whole. */
function contiguousRegions(sites: number): readonly { readonly start: number; readonly length: number }[] {
  return Array.from({ length: sites }, (_, start) => start)
    .flatMap((start) => Array.from({ length: sites - start }, (_, k) => ({ start, length: k + 1 })))
    .filter(({ length }) => length < sites);
}
