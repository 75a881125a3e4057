/**
 * @file Noise for two-site sweeps: states that the Hamiltonian needs, mixed into one half before its bond is truncated.
 */

import { contractGraded } from '../grading/graded-contraction.ts';
import { conjugateTensor, type GradedTensor, scaledTensor } from '../grading/graded-tensor.ts';

/**
 * What the half of H that is being enlarged makes of a pair's state, as a density matrix of that half:
 *
 *     Δρ = noise · Σ_v Tr_other (h_v Θ)(h_v Θ)†,
 *
 * where Θ is the pair and h_v the terms of the half at each value v of the operator's bond between the sites.
 * Rightwards, with the left half [x, S] kept:
 *
 *     ┌──a──[  pair  ]──b
 *     │       s    T
 *     L──u────W──v
 *     │       S
 *     └──x
 *
 * The terms of H that cross the bond make states there which the pair alone does not hold: the next pair finds them.
 *
 * @param environment - left of the pair rightwards, axes (bra bond, operator bond, ket bond); right of it leftwards, axes
 *   (operator bond, ket bond, bra bond)
 * @param site - the operator on the site that joins the environment
 * @returns Hermitian, positive semidefinite, axes (half, conjugate half); for `splitGraded`
 *
 * Cost O(D d³ χ³) for operator bonds D.
 *
 * @see White, Phys. Rev. B 72, 180403 (2005)
 */
export function halfPerturbation(
  pair: GradedTensor,
  rightwards: boolean,
  environment: GradedTensor,
  site: GradedTensor,
  noise: number,
): GradedTensor {
  const made = rightwards
    ? contractGraded(['asTb', 'xua', 'uSsv'], [pair, environment, site], 'xSvTb')
    : contractGraded(['asTb', 'wby', 'vtTw'], [pair, environment, site], 'tyasv');
  const conjugate = conjugateTensor(made);
  const density = rightwards
    ? contractGraded(['xSvTb', 'XZvTb'], [made, conjugate], 'xSXZ')
    : contractGraded(['tyasv', 'TYasv'], [conjugate, made], 'tyTY');
  return scaledTensor(density, noise);
}
