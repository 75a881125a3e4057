/**
 * @file Entropies of regions of a network's state, without its amplitudes: the `RegionEntropies` of a network too large
 * to be dense.
 */

import { contract, contractionPlan } from '../contraction/contract.ts';
import { pathCost } from '../contraction/contraction-cost.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { contractionPath } from '../contraction/contraction-path.ts';
import { DomainError } from '../errors.ts';
import { type ComplexArray, sizeOf } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { distributionEntropy } from '../state/entropy.ts';
import { type RegionEntropies, type RegionEntropy, rememberedEntropy, sitesOf } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { bondEntropies } from './bond-entropy.ts';
import { withCopyTensors } from './copy-tensors.ts';
import { directedOutputs } from './node-outputs.ts';
import { networkTensors } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';
import { bondsOf, isTree } from './tree-messages.ts';

/** Largest dimension of a reduced density matrix that is diagonalised. */
const LARGEST_DENSITY = 2 ** 10;
/** Most floating-point operations of one reduced density matrix: about ten seconds. */
const MOST_FLOPS = 2 ** 36;

/**
 * Entropies of regions of the state that a network generates, normalised; logical inputs are opened to references, and
 * the environment is traced out.
 *
 * - A region on one side of a bond of a network without cycles has the entropy of that bond, from messages.
 * - Any other is read from the reduced density matrix of the region or of all other open legs, the environment among
 *   them, whichever is smaller, by contraction of the network with its conjugate. Gates and isometries whose outputs
 *   are all traced out cancel, so that only the causal cone of the region is contracted; a reference at such an
 *   isometry is maximally mixed.
 *
 * @param theta - parameters, shape (P,); isometries must be isometric
 *
 * Regions whose density matrix has more than 2¹⁰ rows, or takes more than 2³⁶ operations, are out of reach.
 */
export function entropiesOfNetwork(given: TensorNetwork, theta: Float64Array): RegionEntropies {
  const network = withCopyTensors(given);
  const { boundary, bulk, environment, dimensions } = network;
  const sites = [...boundary, ...bulk];
  const open = [...sites, ...environment];
  let bonds: ReadonlyMap<string, Nats> | undefined;
  const cuts = (): ReadonlyMap<string, Nats> => {
    bonds ??= environment.length === 0 && isTree(network) ? bondCuts(network, theta) : new Map();
    return bonds;
  };
  const density = densityEntropies(network, theta);
  const size = (legs: readonly Leg[]): number => sizeOf(legs.map((leg) => dimensions[leg]!));
  return {
    boundary: boundary.length,
    references: bulk.length,
    capacities: sites.map((leg) => Math.log(dimensions[leg]!)),
    kind: 'exact',
    entropy: rememberedEntropy(sites.length, (region) => {
      const ofBond = cuts().get(region.join());
      if (ofBond !== undefined) return ofBond;
      const kept = region.map((site) => sites[site]!);
      const rest = open.filter((leg) => !kept.includes(leg));
      return density(size(rest) < size(kept) ? rest : kept);
    }),
    contiguous: () => contiguousCuts(cuts(), boundary.length),
    information: () => [],
  };
}

/** For a tree, both sides of each bond, as sites, with the entropy of the bond. */
function bondCuts(network: TensorNetwork, theta: Float64Array): ReadonlyMap<string, Nats> {
  const open = [...network.boundary, ...network.bulk];
  const bonds = bondsOf(network);
  const entropies = bondEntropies(network, theta);
  const cuts = new Map<string, Nats>();
  for (const { leg, nodes } of bonds) {
    const side = new Set([nodes[0]]);
    for (const node of side) {
      for (const bond of bonds) {
        if (bond.leg === leg || !bond.nodes.includes(node)) continue;
        side.add(bond.nodes[0] === node ? bond.nodes[1] : bond.nodes[0]);
      }
    }
    const within = new Set([...side].flatMap((node) => network.nodes[node]!.legs));
    const [here, there] = [true, false].map((inside) =>
      [...open.keys()].filter((k) => within.has(open[k]!) === inside),
    );
    cuts.set(here!.join(), entropies[leg]!).set(there!.join(), entropies[leg]!);
  }
  return cuts;
}

function contiguousCuts(cuts: ReadonlyMap<string, Nats>, boundary: number): readonly RegionEntropy[] {
  return Array.from({ length: boundary }, (_, start) => start).flatMap((start) =>
    Array.from({ length: boundary - start }, (_, k) => ({ start, length: k + 1 })).flatMap((region) => {
      const entropy = cuts.get(sitesOf(region).join());
      return entropy === undefined || region.length === boundary ? [] : [{ ...region, entropy }];
    }),
  );
}

/** Entropy of the state on the kept legs, all others traced out; the tensors are made once. */
function densityEntropies(network: TensorNetwork, theta: Float64Array): (kept: readonly Leg[]) => Nats {
  const { dimensions } = network;
  let tensors: readonly ComplexArray[] | undefined;
  return (given) => {
    const { nodes, traced, mixed } = causalCone(network, given);
    const free = mixed.reduce((sum, leg) => sum + Math.log(dimensions[leg]!), 0);
    const kept = given.filter((leg) => !mixed.includes(leg));
    if (kept.length === 0) return free;
    const size = sizeOf(kept.map((leg) => dimensions[leg]!));
    if (size > LARGEST_DENSITY) {
      throw new DomainError(
        `entropiesOfNetwork: a density matrix of at most ${LARGEST_DENSITY} rows possible, got ${size}`,
      );
    }
    const bra = (leg: Leg): Leg => (traced.has(leg) ? leg : `conjugate ${leg}`);
    const kets = nodes.map((index) => network.nodes[index]!.legs);
    const legs = [...kets, ...kets.map((own) => own.map(bra))];
    const both = Object.fromEntries(
      kets.flat().flatMap((leg) => [leg, bra(leg)].map((name) => [name, dimensions[leg]!])),
    );
    const output = [...kept, ...kept.map(bra)];
    const path = contractionPath(legs, both, output);
    const { flops } = pathCost(legs, both, path, output);
    if (flops > MOST_FLOPS) {
      throw new DomainError(`entropiesOfNetwork: at most ${MOST_FLOPS} operations possible, got ${flops}`);
    }
    tensors ??= networkTensors(network, theta);
    const ket = nodes.map((index) => tensors![index]!);
    const conjugate = ket.map(({ shape, interleaved }) => ({
      shape,
      interleaved: interleaved.map((x, k) => (k % 2 === 0 ? x : -x)),
    }));
    const { interleaved } = contract(contractionPlan(legs, both, output, path), [...ket, ...conjugate]).value;
    const p = hermitianEigenvalues({ rows: size, cols: size, interleaved });
    const total = p.reduce((sum, value) => sum + value, 0);
    return free + distributionEntropy(p.map((value) => value / total));
  };
}

/**
 * The nodes that do not cancel against their conjugates, the legs that are traced out above them, and kept legs that
 * are inputs of nodes that cancel: the state there is maximally mixed, V†V = 1.
 */
function causalCone(
  network: TensorNetwork,
  kept: readonly Leg[],
): { readonly nodes: readonly number[]; readonly traced: ReadonlySet<Leg>; readonly mixed: readonly Leg[] } {
  const open = [...network.boundary, ...network.bulk, ...network.environment];
  const traced = new Set(open.filter((leg) => !kept.includes(leg)));
  const nodes = new Set(network.nodes.keys());
  const mixed: Leg[] = [];
  for (let cancelled = true; cancelled; ) {
    cancelled = false;
    for (const index of nodes) {
      const node = network.nodes[index]!;
      // A free tensor has no direction; where all its legs are traced out it is a number.
      const outputs = directedOutputs(node, network) ?? node.legs;
      if (!outputs.every((leg) => traced.has(leg))) continue;
      nodes.delete(index);
      for (const leg of outputs) traced.delete(leg);
      for (const leg of node.legs) {
        if (outputs.includes(leg)) continue;
        if (kept.includes(leg)) mixed.push(leg);
        else traced.add(leg);
      }
      cancelled = true;
    }
  }
  return { nodes: [...nodes], traced, mixed };
}
