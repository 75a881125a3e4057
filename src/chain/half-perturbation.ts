/**
 * @file Noise for two-site sweeps: states that the Hamiltonian needs, mixed into one half before its bond is truncated.
 */

import { contract, contractionPlan } from '../contraction/contract.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { multiply, scaledMatrix } from '../linalg/matrix.ts';

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
 * @param environment - left of the pair rightwards, right of it leftwards; axes (bra bond, operator bond, ket bond)
 * @param site - the operator on the site that joins the environment
 * @returns Hermitian, positive semidefinite; in the basis of `splitPair`
 *
 * Cost O(D d³ χ³) for operator bonds D.
 *
 * @see White, Phys. Rev. B 72, 180403 (2005)
 */
export function halfPerturbation(
  pair: ComplexArray,
  rightwards: boolean,
  environment: ComplexArray,
  site: ComplexArray,
  noise: number,
): ComplexMatrix {
  const [a, s, T, b] = pair.shape as [number, number, number, number];
  const dimensions = { a, x: a, b, y: b, s, S: s, T, t: T };
  const bonds = rightwards ? { u: site.shape[0]!, v: site.shape[3]! } : { v: site.shape[0]!, w: site.shape[3]! };
  const legs = (rightwards ? ['asTb', 'xua', 'uSsv'] : ['asTb', 'ywb', 'vtTw']).map((names) => [...names]);
  const path = [
    [0, 1],
    [3, 2],
  ] as const;
  const plan = contractionPlan(legs, { ...dimensions, ...bonds }, [...(rightwards ? 'xSvTb' : 'asvty')], path);
  const { interleaved } = contract(plan, [pair, environment, site]).value;
  const kept = rightwards ? a * s : T * b;
  const others = interleaved.length / 2 / kept;
  const [rows, cols] = rightwards ? [kept, others] : [others, kept];
  const made = { rows, cols, interleaved };
  return scaledMatrix([noise, 0], multiply(made, made, rightwards ? { adjointB: true } : { adjointA: true }));
}
