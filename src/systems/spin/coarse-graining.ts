/**
 * @file Spin networks seen from afar: groups of vertices become one, and what was many links between two groups
 * becomes one link, whose spin and area fluctuate.
 */

import { contract, contractionPlan } from '../../contraction/contract.ts';
import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import { networkTensors } from '../../network/node-tensor.ts';
import type { NetworkNode, TensorNetwork } from '../../network/tensor-network.ts';
import { couplings } from './intertwiners.ts';
import type { SpinDistribution } from './spectra.ts';
import { linkArea } from './spectra.ts';
import { type Spin, spinDimension } from './spins.ts';

/** What two groups of vertices share. */
export interface CoarseLink {
  readonly groups: readonly [number, number];
  readonly legs: readonly Leg[];
  /** The distribution of the total spin of the legs in the state of either group, all of its legs open. */
  readonly distributions: readonly [SpinDistribution, SpinDistribution];
  /** Mean and standard deviation of the area √(J(J + 1)) in units of 8πγℓ², for either group. */
  readonly areas: readonly [FluctuatingArea, FluctuatingArea];
}

/** Mean and standard deviation of an area. */
export interface FluctuatingArea {
  readonly mean: number;
  readonly deviation: number;
}

/** A network of groups, which has the same boundary and the same state. */
export interface CoarseGraining {
  readonly network: TensorNetwork;
  readonly links: readonly CoarseLink[];
}

/**
 * Contracts each group of vertices to one tensor. A tensor of an invariant network is invariant, so the legs that two
 * groups share carry a definite distribution of their total spin J: the coarse link has spin ⊕J.
 *
 * @param theta - parameters of the network, shape (P,)
 * @param groups - vertices of each group by their names; together all of them
 * @throws {DomainError} a vertex that is in no group, in two, or not in the network
 *
 * Cost: that of contracting each group with all of its legs open.
 */
export function coarseGrained(
  network: TensorNetwork,
  theta: Float64Array,
  groups: readonly (readonly string[])[],
): CoarseGraining {
  const members = groupsOfNodes(network, groups);
  const tensors = networkTensors(network, theta);
  const { dimensions } = network;
  const nodes = members.map((own, k): NetworkNode => {
    const inside = own.map((node) => network.nodes[node]!.legs);
    const outside = network.nodes.filter((_, node) => !own.includes(node)).flatMap(({ legs }) => legs);
    const open = [...new Set(inside.flat())].filter((leg) => outside.includes(leg) || network.boundary.includes(leg));
    const plan = contractionPlan(inside, dimensions, open);
    const { value, exponent } = contract(
      plan,
      own.map((node) => tensors[node]!),
    );
    const interleaved = Array.from(value.interleaved, (x) => x * 2 ** exponent);
    return { id: `group${k}`, legs: open, tensor: { kind: 'constant', interleaved } };
  });
  const kept = new Set(nodes.flatMap(({ legs }) => legs));
  return {
    network: {
      ...network,
      parameters: 0,
      dimensions: Object.fromEntries([...kept].map((leg) => [leg, dimensions[leg]!])),
      nodes,
    },
    links: coarseLinks(nodes, dimensions),
  };
}

function groupsOfNodes(
  { nodes }: TensorNetwork,
  groups: readonly (readonly string[])[],
): readonly (readonly number[])[] {
  const vertexOf = (id: string): string => id.replace(/:coefficients$/, '');
  const vertices = new Set(nodes.map(({ id }) => vertexOf(id)));
  const named = groups.flat();
  const mistakes = [
    ...named.filter((name) => !vertices.has(name)).map((name) => `'${name}' in no network`),
    ...[...vertices].filter((vertex) => !named.includes(vertex)).map((vertex) => `'${vertex}' in no group`),
    ...named.filter((name, k) => named.indexOf(name) !== k).map((name) => `'${name}' twice`),
  ];
  if (mistakes.length > 0) {
    throw new DomainError(`coarseGrained: groups with every vertex once required, got ${mistakes.join(', ')}`);
  }
  return groups.map((group) => nodes.flatMap(({ id }, k) => (group.includes(vertexOf(id)) ? [k] : [])));
}

function coarseLinks(nodes: readonly NetworkNode[], dimensions: TensorNetwork['dimensions']): readonly CoarseLink[] {
  return nodes.flatMap((first, a) =>
    nodes.slice(a + 1).flatMap((second, offset): readonly CoarseLink[] => {
      const legs = first.legs.filter((leg) => second.legs.includes(leg));
      if (legs.length === 0) return [];
      const distributions = [first, second].map((node) => totalSpin(node, legs, dimensions));
      const areas = distributions.map(fluctuatingArea);
      return [
        {
          groups: [a, a + 1 + offset],
          legs,
          distributions: distributions as [SpinDistribution, SpinDistribution],
          areas: areas as [FluctuatingArea, FluctuatingArea],
        },
      ];
    }),
  );
}

/** Distribution of the total spin of some legs in the state of a node with all legs open. */
function totalSpin(node: NetworkNode, legs: readonly Leg[], dimensions: TensorNetwork['dimensions']): SpinDistribution {
  const entries = (node.tensor as { readonly interleaved: readonly number[] }).interleaved;
  const rest = node.legs.filter((leg) => !legs.includes(leg));
  const ways = couplings(legs.map((leg): Spin => (dimensions[leg]! - 1) / 2));
  const spins = [...new Set(ways.map(({ J }) => J))].sort((a, b) => a - b);
  const probabilities = new Float64Array(spins.length);
  for (const { J, tensor } of ways) {
    const isometry = {
      interleaved: Float64Array.from({ length: 2 * tensor.length }, (_, k) => (k % 2 ? 0 : tensor[k / 2]!)),
    };
    const plan = contractionPlan([node.legs, [...legs, 'J']], { ...dimensions, J: spinDimension(J) }, ['J', ...rest]);
    const { value, exponent } = contract(plan, [{ interleaved: Float64Array.from(entries) }, isometry]);
    const weight = value.interleaved.reduce((sum, x) => sum + x * x, 0) * 4 ** exponent;
    probabilities[spins.indexOf(J)]! += weight;
  }
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  return { spins, probabilities: probabilities.map((p) => p / total) };
}

/** Mean and standard deviation of √(J(J + 1)). */
export function fluctuatingArea({ spins, probabilities }: SpinDistribution): FluctuatingArea {
  const moment = (power: number): number =>
    spins.reduce((sum, J, k) => sum + probabilities[k]! * linkArea(J) ** power, 0);
  const mean = moment(1);
  return { mean, deviation: Math.sqrt(Math.max(0, moment(2) - mean ** 2)) };
}
