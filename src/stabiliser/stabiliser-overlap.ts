/** @file Overlap of two stabiliser states. */

import { ShapeError } from '../errors.ts';
import { conjugateState, joinedQudits, tensorProduct } from './stabiliser-contraction.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';

/**
 * Tr ρ_a ρ_b, for pure states |⟨a|b⟩|². With d independent words in both groups, phases aside,
 *
 *     Tr ρ_a ρ_b = p^{d − n},    or 0 if such a word has different phases.
 *
 * @throws {ShapeError} groups of different numbers of qudits
 * @throws {DomainError} groups of different primes
 *
 * O(n³), 32 times less for qubits.
 *
 * @see Aaronson & Gottesman, arXiv:quant-ph/0406196
 */
export function stabiliserOverlap(a: StabiliserGroup, b: StabiliserGroup): number {
  if (a.qudits !== b.qudits) {
    throw new ShapeError(`stabiliserOverlap: ${a.qudits} qudits required, got ${b.qudits}`);
  }
  const both = tensorProduct([a, conjugateState(b)]);
  const pairs = Array.from({ length: a.qudits }, (_, q) => [q, a.qudits + q] as const);
  const joined = joinedQudits(both, pairs);
  return joined === null ? 0 : Math.exp(joined.logNormSquared);
}
