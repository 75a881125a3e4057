/** @file How far is a network of stabiliser tensors from a stabiliser state? Of any size, by their groups. */

import { DomainError } from '../errors.ts';
import { isStabiliserNetwork, stabiliserGroupOf } from '../network/stabiliser-network.ts';
import type { Objective } from '../optimise/objective.ts';
import { isPureGroup } from '../stabiliser/stabiliser-group.ts';
import { stabiliserOverlap } from '../stabiliser/stabiliser-overlap.ts';
import type { GenerativeNetwork } from './rules.ts';
import { stabilisersOf } from './state-rules.ts';
import type { TargetState } from './target-state.ts';

/**
 * Infidelity 1 − Tr ρσ of a network of stabiliser tensors from a stabiliser state, one of them pure. It has no
 * parameters, so that this is a number.
 *
 * @returns null for any other network or target
 * @throws {DomainError} the contraction of the network vanishes
 */
export function stabiliserInfidelity(network: GenerativeNetwork, target: TargetState): Objective | null {
  const group = stabilisersOf(target);
  if (group === null || network.kind !== 'network' || !isStabiliserNetwork(network)) return null;
  const state = stabiliserGroupOf(network);
  if (state === null) throw new DomainError('infidelity: a state required, got a network that vanishes');
  if (state.group.prime !== group.prime || !(isPureGroup(group) || isPureGroup(state.group))) return null;
  const value = 1 - stabiliserOverlap(state.group, group);
  return () => ({ value, gradient: new Float64Array(0) });
}
