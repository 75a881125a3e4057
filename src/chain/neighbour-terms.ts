/** @file Terms of a rectangle's Hamiltonian as one matrix for each pair of neighbours. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, identityMatrix, zeroMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, kronecker } from '../linalg/matrix.ts';
import type { LocalTerm } from '../operator/local-terms.ts';

/** A site with its neighbour on the right or below, and what acts on both; the site is the more significant. */
export interface NeighbourTerm {
  readonly site: number;
  readonly isRight: boolean;
  readonly matrix: ComplexMatrix;
}

/**
 * One term for each bond of a rectangle of qubits; those on single sites are shared out evenly among the bonds of the site.
 *
 * @throws {DomainError} terms on other sites than neighbours; a single site
 */
export function neighbourTerms(
  terms: readonly LocalTerm[],
  rows: number,
  columns: number,
): { readonly dimensions: readonly number[]; readonly bonds: readonly NeighbourTerm[] } {
  const n = rows * columns;
  const dimensions = new Array<number>(n).fill(2);
  const bonds = Array.from({ length: n }, (_, site) => site).flatMap((site) => [
    ...((site + 1) % columns === 0 ? [] : [{ site, isRight: true, matrix: zeroMatrix(4, 4) }]),
    ...(site + columns < n ? [{ site, isRight: false, matrix: zeroMatrix(4, 4) }] : []),
  ]);
  if (bonds.length === 0) throw new DomainError('simpleUpdate: at least two sites required, got one');
  const endOf = ({ site, isRight }: NeighbourTerm): number => (isRight ? site + 1 : site + columns);
  const add = (at: number, weight: number, matrix: ComplexMatrix): void => {
    bonds[at] = { ...bonds[at]!, matrix: addScaledMatrix(bonds[at]!.matrix, [weight, 0], matrix) };
  };
  for (const { sites, matrix } of terms) {
    const [first, second] = sites as [number, number?];
    const touching = [...bonds.keys()].filter((k) => bonds[k]!.site === first || endOf(bonds[k]!) === first);
    if (second === undefined && touching.length > 0 && matrix.rows === 2) {
      for (const k of touching) {
        const one = identityMatrix(2);
        const own = bonds[k]!.site === first ? kronecker(matrix, one) : kronecker(one, matrix);
        add(k, 1 / touching.length, own);
      }
      continue;
    }
    const at = bonds.findIndex((bond) => bond.site === first && endOf(bond) === second);
    if (sites.length !== 2 || at < 0 || matrix.rows !== 4) {
      throw new DomainError(
        `simpleUpdate: terms on single qubits or neighbours, in order, required, got one on [${sites}]`,
      );
    }
    add(at, 1, matrix);
  }
  return { dimensions, bonds };
}
