/** @file How far is a circuit of free fermions from a Gaussian state? Of any size, by their covariances. */

import { negativeLogGaussianFidelity } from '../circuit/free-fermion-fidelity.ts';
import type { Objective } from '../optimise/objective.ts';
import type { GenerativeNetwork } from './rules.ts';
import { fermionsOf } from './state-rules.ts';
import type { TargetState } from './target-state.ts';

/**
 * −log F of a circuit of free fermions from a Gaussian state of fermions, see `negativeLogGaussianFidelity`.
 *
 * @returns null for any other network or target
 */
export function fermionNegativeLog(network: GenerativeNetwork, target: TargetState): Objective | null {
  const fermions = fermionsOf(target);
  if (fermions === null || network.kind !== 'circuit' || network.qubits !== fermions.state.modes) return null;
  return negativeLogGaussianFidelity(network, fermions.state, fermions.string);
}

/** The infidelity 1 − F of the same. */
export function fermionInfidelity(network: GenerativeNetwork, target: TargetState): Objective | null {
  const negativeLog = fermionNegativeLog(network, target);
  if (negativeLog === null) return null;
  return (theta) => {
    const { value, gradient } = negativeLog(theta);
    const fidelity = Math.exp(-value);
    return { value: -Math.expm1(-value), gradient: gradient.map((x) => fidelity * x) };
  };
}
