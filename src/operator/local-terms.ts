/** @file A Pauli sum as matrices on few sites each. */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { support } from './pauli.ts';
import { checkPauliSum, type PauliSum, type PauliTerm, pauliSumMatrix } from './pauli-sum.ts';

/** A Hermitian operator on some sites, in this order; the first is the most significant. */
export interface LocalTerm {
  readonly sites: readonly number[];
  readonly matrix: ComplexMatrix;
}

/**
 * The sum as one matrix for each support of a word; a multiple of the identity counts as acting on the first site.
 *
 * @throws {ShapeError | DomainError} the sum is not valid, see `checkPauliSum`
 *
 * Cost O(Σ 4^size).
 */
export function localTerms(sum: PauliSum): readonly LocalTerm[] {
  checkPauliSum(sum);
  const groups = new Map<string, { readonly sites: readonly number[]; readonly terms: PauliTerm[] }>();
  for (const { word, coefficient } of sum.terms) {
    const own = support(word);
    const sites = own.length === 0 ? [0] : own;
    const group = groups.get(`${sites}`) ?? { sites, terms: [] };
    groups.set(`${sites}`, group);
    group.terms.push({ word: sites.map((site) => word[site]!).join(''), coefficient });
  }
  return [...groups.values()].map(({ sites, terms }) => ({
    sites,
    matrix: pauliSumMatrix({ qubits: sites.length, terms }),
  }));
}
