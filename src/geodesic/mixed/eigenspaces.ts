/** @file The eigenspaces of a density matrix: all that its complexity depends on. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexMatrix, ComplexVector } from '../../linalg/complex.ts';
import { hermitianEigen } from '../../linalg/hermitian-eigen.ts';
import { columnOf } from '../../linalg/matrix.ts';

/** One eigenvalue, with an orthonormal basis of its eigenspace: vectors of shape (D,). */
export interface Eigenspace {
  readonly value: number;
  readonly basis: readonly ComplexVector[];
}

/**
 * The eigenspaces of ρ by falling eigenvalue; eigenvalues no further apart than `degeneracy` are one.
 *
 * @param density - shape (2ⁿ, 2ⁿ), Hermitian, not negative, of trace 1
 * @throws {ShapeError | DomainError} ρ is no density matrix of qubits
 */
export function eigenspaces(density: ComplexMatrix, degeneracy: number): readonly Eigenspace[] {
  const { rows, cols } = density;
  if (rows !== cols || !Number.isInteger(Math.log2(rows)) || rows < 2) {
    throw new ShapeError(`eigenspaces: a 2^n × 2^n matrix required, got ${rows} × ${cols}`);
  }
  const { values, vectors } = hermitianEigen(density);
  const trace = values.reduce((sum, value) => sum + value, 0);
  if (!(Math.abs(trace - 1) < 1e-8 && values[0]! > -1e-8)) {
    throw new DomainError(`eigenspaces: no negative eigenvalue and trace 1 required, got ${values[0]} and ${trace}`);
  }
  const found: { last: number; values: number[]; basis: ComplexVector[] }[] = [];
  for (let k = rows - 1; k >= 0; k--) {
    const value = Math.max(0, values[k]!);
    const column = columnOf(vectors, k);
    const space = found.at(-1);
    if (space !== undefined && space.last - value <= degeneracy) {
      space.last = value;
      space.values.push(value);
      space.basis.push(column);
    } else found.push({ last: value, values: [value], basis: [column] });
  }
  return found.map((space) => ({
    value: space.values.reduce((sum, value) => sum + value, 0) / space.values.length,
    basis: space.basis,
  }));
}

/** The least distance between eigenvalues of different eigenspaces: at 0 the complexity may jump; Infinity if there is one. */
export function spectralGap(spaces: readonly Eigenspace[]): number {
  return spaces.reduce(
    (least, { value }, j) => (j === 0 ? least : Math.min(least, spaces[j - 1]!.value - value)),
    Infinity,
  );
}

/**
 * The spaces without the greatest of them (the lowest of the greatest): where the others are, it must be, too. A pure
 * state leaves one vector.
 */
export function essentialSpaces(spaces: readonly Eigenspace[]): readonly number[] {
  const most = Math.max(...spaces.map(({ basis }) => basis.length));
  const left = spaces.findLastIndex(({ basis }) => basis.length === most);
  return spaces.map((_, j) => j).filter((j) => j !== left);
}
