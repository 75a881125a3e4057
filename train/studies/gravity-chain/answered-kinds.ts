/** @file The networks of one state, kind by kind, with the defect of their cuts. */

import { legEntropies } from '../../../src/bulk/leg-entropies.ts';
import { tensorNetworkOf } from '../../../src/generative/generative-network.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import type { PartStep } from '../../study.ts';
import { type AdditiveCuts, additiveCuts, bondAreas } from './additive-cuts.ts';
import { type NamedAreas, networkAreas } from './areas.ts';
import { type NamedDefect, namedDefect, withoutValues } from './defects.ts';
import { networksOfKinds } from './kinds.ts';
import type { StateNetwork } from './networks.ts';
import type { ChosenState, NetworkKind, Options } from './options.ts';

/** A network of one kind: what it is, and the defects of its cuts. */
export interface AnsweredKind {
  readonly kind: NetworkKind;
  /** The reason in words where there is none. */
  readonly network: Pick<StateNetwork, 'kind' | 'infidelity' | 'tensors'> | string;
  readonly cuts: readonly KindCuts[];
}

/** The cuts of a network, with what the theorem on open matrix-product states says of them; null for other networks. */
export interface KindCuts {
  readonly defect: NamedDefect;
  readonly additive: AdditiveCuts | null;
}

/** The state, the network it has already, and how its defect is read. */
export interface KindQuestion {
  readonly target: TargetState;
  readonly own: StateNetwork | string;
  readonly centralCharge: number;
  readonly chosen: ChosenState;
}

/** Makes the networks of all kinds that are asked for, and cuts them. */
export function* answeredKinds(
  question: KindQuestion,
  options: Options,
  seed: number,
): Generator<PartStep, readonly AnsweredKind[]> {
  const networks = yield* networksOfKinds(question.target, question.own, options, seed);
  return networks.map(({ kind, network }): AnsweredKind => {
    if (typeof network === 'string') return { kind, network, cuts: [] };
    const cuts = networkAreas(network, question.chosen.ring).map((table) => kindCuts(table, network, question));
    const { kind: name, infidelity, tensors } = network;
    return { kind, network: { kind: name, infidelity, tensors }, cuts };
  });
}

function kindCuts(
  table: NamedAreas,
  { network, theta }: StateNetwork,
  { target, centralCharge, chosen }: KindQuestion,
): KindCuts {
  const hasWires = table.areas.source === 'wire-entropy';
  const bonds = bondAreas(network, hasWires ? legEntropies(network, tensorNetworkOf(network), theta) : {});
  const [dimension] = target.dimensions;
  const isUniform = target.dimensions.every((one) => one === dimension);
  return {
    defect: withoutValues(namedDefect(table, 'network', centralCharge, chosen)),
    additive: bonds === null || !isUniform ? null : additiveCuts(table.areas, bonds, dimension!),
  };
}
