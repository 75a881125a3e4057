/** @file States that a sweep must stay away from: w |φ⟩⟨φ| for each of them, seen from a pair of sites. */

import { contractGraded } from '../grading/graded-contraction.ts';
import { gradedLeg } from '../grading/graded-leg.ts';
import { conjugateTensor, type GradedTensor, gradedShape, realTensor } from '../grading/graded-tensor.ts';
import { type GradedChain, sectorOf } from './graded-chain.ts';

/** One state φ beside the chain ψ that is swept: the parts of ⟨ψ|φ⟩ on the left of bond k and on its right. */
export interface PenalisedState {
  readonly chain: GradedChain;
  readonly left: GradedTensor[];
  readonly right: GradedTensor[];
}

/** The state beside a chain of the same charge, whose first pair is to be optimised. */
export function penalisedState(state: GradedChain, chain: GradedChain): PenalisedState {
  const n = chain.length;
  const { modulus } = chain[0]!.shape;
  const edge = (charge: number, signs: readonly number[]): GradedTensor => {
    const leg = gradedLeg([charge]);
    return realTensor(gradedShape([leg, leg], signs, modulus), Float64Array.of(1));
  };
  const right = new Array<GradedTensor>(n + 1).fill(edge(sectorOf(chain), [-1, 1]));
  const beside = { chain: state, left: [edge(0, [1, -1])], right };
  for (let k = n - 1; k > 1; k--) addRight(beside, chain[k]!, k);
  return beside;
}

/** Adds site k to the part on its left, once the chain's tensor there is final; axes (bond of ψ, bond of φ). */
export function addLeft({ chain, left }: PenalisedState, tensor: GradedTensor, k: number): void {
  left[k + 1] = contractGraded(['xa', 'asb', 'xsy'], [left[k]!, chain[k]!, conjugateTensor(tensor)], 'yb');
}

/** Adds site k to the part on its right. */
export function addRight({ chain, right }: PenalisedState, tensor: GradedTensor, k: number): void {
  right[k] = contractGraded(['yb', 'asb', 'xsy'], [right[k + 1]!, chain[k]!, conjugateTensor(tensor)], 'xa');
}

/** The states in the bonds of ψ at sites k … k + sites − 1: vectors whose products with ψ's entries there are the overlaps. */
export function penaltyVectors(states: readonly PenalisedState[], k: number, sites: 1 | 2): readonly Float64Array[] {
  return states.map(({ chain, left, right }) =>
    sites === 1
      ? contractGraded(['xa', 'asb', 'yb'], [left[k]!, chain[k]!, right[k + 1]!], 'xsy').interleaved
      : contractGraded(['xa', 'asc', 'ctb', 'yb'], [left[k]!, chain[k]!, chain[k + 1]!, right[k + 2]!], 'xsty')
          .interleaved,
  );
}
