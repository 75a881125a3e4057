/** @file Particles on a chain without end: one tensor of the ground state is another, and the place where is a wave. */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import type { Result, Solution } from '../solution.ts';
import { lowestLevels, particleParts } from './particle-operator.ts';
import type { UniformChain } from './uniform-chain.ts';

/** Which particles are sought. */
export interface ExcitationOptions {
  /** How many of the lowest levels of each momentum; default 1. */
  readonly count?: number;
  /** The ground state on the right of the particle, where it is a kink between two; default the one on its left. */
  readonly right?: UniformChain;
}

/** Levels above the ground energy, ascending, at one momentum. */
export interface Excitation {
  readonly momentum: number;
  readonly energies: Float64Array;
  /** ‖Hx − εx‖ of each. */
  readonly residuals: Float64Array;
}

/**
 * Lowest levels above the ground state at given momenta, in the space of one disturbed tensor:
 *
 *     |k; B⟩ = Σ_n e^{ikn} … A_L A_L B_n A_R A_R …,    Σ_s A_L^s† B^s = 0.
 *
 * Upper bounds up to the ground state's own error. A level below the continuum converges exponentially with D; within it the space is too
 * small, and levels mean little. The momentum of a kink is known up to the relative phase of both ground states.
 *
 * @param term - the h of which `chain` is the ground state
 * @returns one entry for each momentum; the worst of all results, the steps of all together
 * @throws {ShapeError} another number of levels of a site, or bond dimension, than the term and the chain have
 * @throws {DomainError} a chain whose gradient is above 1e-4, momenta that are not finite, more levels than (d − 1)D²
 *
 * Cost for each momentum some thousand products O(d D³), in real arithmetic at momenta 0 and π where the tensors are real.
 *
 * @see Haegeman, Pirvu, Weir, Cirac, Osborne, Verschelde & Verstraete, Phys. Rev. B 85, 100408 (2012)
 */
export function uniformExcitations(
  term: ComplexMatrix,
  chain: UniformChain,
  momenta: readonly number[],
  { count = 1, right = chain }: ExcitationOptions = {},
): Solution<readonly Excitation[]> {
  checkExcitations(term, chain, right, momenta, count);
  const particle = particleParts(term, chain.tensors, right.tensors);
  let [result, steps]: [Result, number] = ['converged', 0];
  const value = momenta.map((momentum): Excitation => {
    const found = lowestLevels(particle, momentum, count);
    if (found.result === 'max-steps' || found.result === 'diverged') result = found.result;
    steps += found.steps;
    return { momentum, energies: found.value.values, residuals: found.value.residuals };
  });
  return { value, result, steps };
}

function checkExcitations(
  term: ComplexMatrix,
  chain: UniformChain,
  right: UniformChain,
  momenta: readonly number[],
  count: number,
): void {
  const [D, d] = chain.tensors.left.shape as [number, number, number];
  const other = right.tensors.left.shape;
  if (term.rows !== d * d || term.cols !== d * d || other[0] !== D || other[1] !== d) {
    throw new ShapeError(
      `uniformExcitations: a term of ${d * d} × ${d * d} entries and tensors [${D},${d},${D}] on both sides required, got ${term.rows} × ${term.cols} and [${other}]`,
    );
  }
  for (const { gradient } of [chain, right]) {
    if (!(gradient <= 1e-4)) {
      throw new DomainError(`uniformExcitations: a ground state of gradient at most 1e-4 required, got ${gradient}`);
    }
  }
  const strange = momenta.find((k) => !Number.isFinite(k));
  if (strange !== undefined) throw new DomainError(`uniformExcitations: finite momenta required, got ${strange}`);
  if (!(Number.isInteger(count) && count >= 1 && count <= (d - 1) * D * D)) {
    throw new DomainError(`uniformExcitations: 1 to ${(d - 1) * D * D} levels required, got ${count}`);
  }
}
