/** @file Networks of stabiliser tensors, contracted as groups: hundreds of tensors, thousands of legs. */

import { byKind } from '../by-kind.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import {
  joinedQudits,
  partialTrace,
  type StabiliserContraction,
  tensorProduct,
} from '../stabiliser/stabiliser-contraction.ts';
import { entropiesOfStabilisers } from '../stabiliser/stabiliser-entropy.ts';
import type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';
import { groupOfSource, quditsOfLeg } from './stabiliser-source.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';

/** Whether all tensors of a network are stabiliser states. */
export const isStabiliserNetwork = ({ nodes }: Pick<TensorNetwork, 'nodes'>): boolean =>
  nodes.every(({ tensor }) => tensor.kind === 'stabiliser');

/** The state of a network as a group; qudits are those of the boundary legs, then of the bulk legs, in order. */
export interface StabiliserNetworkState extends StabiliserContraction {
  /** The qudits of each boundary leg, then of each bulk leg. */
  readonly sites: readonly (readonly number[])[];
}

/**
 * The stabiliser group of a network of stabiliser tensors, as a state on its boundary and bulk legs; environment is
 * traced out. All bonds are joined at once, see `joinedQudits`; the norm is that of the dense contraction.
 *
 * @returns null if the contraction vanishes
 * @throws {DomainError} a tensor of another kind, different primes, legs on more than two nodes, or that dangle
 *
 * For N legs O(N³/32) for qubits at worst. Where tensors are joined to near ones it is much less: 441 six-leg tensors
 * with 1456 open legs take 0.2 s, 1161 with 3816 a second.
 */
export function stabiliserGroupOf(network: TensorNetwork): StabiliserNetworkState | null {
  const { nodes, boundary, bulk, environment, dimensions } = network;
  if (nodes.length === 0) throw new DomainError('stabiliserGroupOf: at least one tensor required, got none');
  const groups = nodes.map(stabilisersOf);
  const { prime } = groups[0]!;
  const places = new Map<Leg, number[][]>();
  let next = 0;
  for (const [index, { id, legs }] of nodes.entries()) {
    const total = legs.reduce((sum, leg) => sum + (quditsOfLeg(dimensions[leg]!, prime) ?? Number.NaN), 0);
    if (total !== groups[index]!.qudits) {
      throw new DomainError(
        `stabiliserGroupOf: legs of ${groups[index]!.qudits} qudits required, got others at '${id}'`,
      );
    }
    for (const leg of legs) {
      const qudits = Array.from({ length: quditsOfLeg(dimensions[leg]!, prime) ?? 0 }, () => next++);
      places.set(leg, [...(places.get(leg) ?? []), qudits]);
    }
  }
  const open = new Set([...boundary, ...bulk, ...environment]);
  const crowded = [...places].find(([leg, ends]) => ends.length + Number(open.has(leg)) > 2);
  if (crowded !== undefined) {
    throw new DomainError(`stabiliserGroupOf: legs on at most two tensors required, got '${crowded[0]}'`);
  }
  const lost = [...places].find(([leg, ends]) => ends.length === 1 && !open.has(leg))?.[0];
  const missing = [...open].find((leg) => !places.has(leg));
  if (lost !== undefined || missing !== undefined) {
    throw new DomainError(
      `stabiliserGroupOf: legs on two tensors, or open on one, required, got '${lost ?? missing}' on ${lost === undefined ? 'none' : 'one'}`,
    );
  }
  const bonds = [...places.values()].flatMap(([a, b]) =>
    b === undefined ? [] : a!.map((q, k) => [q, b[k]!] as const),
  );
  const joined = joinedQudits(tensorProduct(groups), bonds);
  if (joined === null) return null;
  return { ...joined, ...arrangedLegs(joined.group, [...boundary, ...bulk], openQudits(places, open)) };
}

/**
 * Entropies of regions of a network of stabiliser tensors: its boundary legs are sites, its bulk legs references.
 *
 * @throws {DomainError} the contraction vanishes; otherwise as `stabiliserGroupOf`
 */
export function entropiesOfStabiliserNetwork(network: TensorNetwork): RegionEntropies {
  const state = stabiliserGroupOf(network);
  if (state === null)
    throw new DomainError('entropiesOfStabiliserNetwork: a state required, got a network that vanishes');
  return entropiesOfStabilisers(state.group, { sites: state.sites, boundary: network.boundary.length });
}

const groupOf = byKind<TensorSource, [], StabiliserGroup | null>({
  constant: () => null,
  free: () => null,
  isometry: () => null,
  rotation: () => null,
  block: () => null,
  stabiliser: groupOfSource,
});

/** The group of a node. @throws {DomainError} its tensor is of another kind */
export function stabilisersOf({ id, tensor }: NetworkNode): StabiliserGroup {
  const group = groupOf(tensor);
  if (group !== null) return group;
  throw new DomainError(`stabiliserGroupOf: stabiliser tensors required, got '${id}' of kind ${tensor.kind}`);
}

/** The qudits of each open leg, numbered among those that are left when all bonds are joined. */
function openQudits(
  places: ReadonlyMap<Leg, readonly (readonly number[])[]>,
  open: ReadonlySet<Leg>,
): ReadonlyMap<Leg, readonly number[]> {
  const qudits = new Map<Leg, readonly number[]>();
  let next = 0;
  for (const [leg, ends] of places)
    if (open.has(leg))
      qudits.set(
        leg,
        ends[0]!.map(() => next++),
      );
  return qudits;
}

/** The state on some of its legs, in order. */
function arrangedLegs(
  group: StabiliserGroup,
  legs: readonly Leg[],
  qudits: ReadonlyMap<Leg, readonly number[]>,
): Pick<StabiliserNetworkState, 'group' | 'sites'> {
  let next = 0;
  const sites = legs.map((leg) => qudits.get(leg)!.map(() => next++));
  return {
    group: partialTrace(
      group,
      legs.flatMap((leg) => qudits.get(leg)!),
    ),
    sites,
  };
}
