/** @file What a code encodes: words that commute with the group but are not in it, and the state of code and reference. */

import { type DigitMatrix, digitAt, setDigit, zeroDigits } from './digit-matrix.ts';
import { inverseModulo, modulo } from './prime-field.ts';
import { matrixRows, type Pivot, type Rows, reducedRowEchelon, rowEchelon } from './row-elimination.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';

/** A pair of logical operators T(x̄), T(z̄) with T(z̄)T(x̄) = ω T(x̄)T(z̄); digits x₁ … x_n z₁ … z_n. */
export interface LogicalPair {
  readonly x: readonly number[];
  readonly z: readonly number[];
}

/**
 * Generators of the normaliser: 2n − r independent words, phases aside, that commute with every generator.
 *
 * O(n² r), 32 times less for qubits.
 */
export function normaliser(group: StabiliserGroup): readonly (readonly number[])[] {
  const { basis, pivots } = reducedBasis(group);
  return Array.from({ length: 2 * group.qudits }, (_, column) => column)
    .filter((column) => !pivots.some((pivot) => pivot.column === column))
    .map((free) => commutingWord(basis, pivots, free));
}

/**
 * Logical operators of the n − r encoded qudits: pairs of words that commute with the group and with those of all other
 * pairs, by symplectic Gram–Schmidt in the normaliser. Others differ by a symplectic transformation, and by elements of
 * the group.
 *
 * @returns [] for a pure state
 *
 * O(n² r + n(n − r)²), 32 times less for qubits.
 *
 * @see Gottesman, arXiv:quant-ph/9705052
 */
export function logicalOperators(group: StabiliserGroup): readonly LogicalPair[] {
  const { prime, qudits } = group;
  const { basis, pivots } = reducedBasis(group);
  const words = normaliser(group);
  const matrix = zeroDigits(prime, words.length, 2 * qudits);
  words.forEach((digits, row) => {
    for (const { row: own, column } of pivots) {
      // Elements of the group are divided out: nothing is left in the columns of its pivots.
      const digit = digits[column]!;
      if (digit === 0) continue;
      for (let k = 0; k < 2 * qudits; k++) {
        setDigit(matrix, row, k, modulo(digitAt(matrix, row, k) - digit * digitAt(basis, own, k), prime));
      }
    }
    for (const [k, digit] of digits.entries()) setDigit(matrix, row, k, (digitAt(matrix, row, k) + digit) % prime);
  });
  const rows = matrixRows(matrix);
  return symplecticPairs(
    matrix,
    rows,
    rowEchelon(rows).pivots.map(({ row }) => row),
  );
}

/**
 * The pure state of a code and a reference for each encoded qudit, maximally entangled: generators of the group, and
 * x̄ ⊗ X, z̄ ⊗ Z⁻¹. Qudits n … 2n − r − 1 are the references; a purification of ρ, and the tensor of the encoding.
 */
export function encodingState(group: StabiliserGroup): StabiliserGroup {
  const { prime, qudits } = group;
  const pairs = logicalOperators(group);
  const rank = group.phases.length;
  const total = qudits + pairs.length;
  const [x, z] = [zeroDigits(prime, total, total), zeroDigits(prime, total, total)];
  for (let q = 0; q < qudits; q++) {
    for (let row = 0; row < rank; row++) {
      setDigit(x, row, q, digitAt(group.x, row, q));
      setDigit(z, row, q, digitAt(group.z, row, q));
    }
    pairs.forEach((pair, k) => {
      const row = rank + 2 * k;
      setDigit(x, row, q, pair.x[q]!);
      setDigit(z, row, q, pair.x[qudits + q]!);
      setDigit(x, row + 1, q, pair.z[q]!);
      setDigit(z, row + 1, q, pair.z[qudits + q]!);
    });
  }
  pairs.forEach((_, k) => {
    setDigit(x, rank + 2 * k, qudits + k, 1);
    setDigit(z, rank + 2 * k + 1, qudits + k, prime - 1);
  });
  const phases = Uint16Array.of(...group.phases, ...new Array<number>(2 * pairs.length).fill(0));
  return { kind: 'stabiliser', prime, qudits: total, x, z, phases };
}

/** The generators without phases, in reduced echelon form, columns x₁ … x_n z₁ … z_n. */
function reducedBasis({ prime, qudits, x, z, phases }: StabiliserGroup): {
  readonly basis: DigitMatrix;
  readonly pivots: readonly Pivot[];
} {
  const basis = zeroDigits(prime, phases.length, 2 * qudits);
  for (let row = 0; row < phases.length; row++) {
    for (let q = 0; q < qudits; q++) {
      setDigit(basis, row, q, digitAt(x, row, q));
      setDigit(basis, row, qudits + q, digitAt(z, row, q));
    }
  }
  return { basis, pivots: reducedRowEchelon(matrixRows(basis)).pivots };
}

/** The word that commutes with all of a reduced basis and belongs to one column without pivot: (x, z) = (w_z, −w_x) for w · v = 0. */
function commutingWord(basis: DigitMatrix, pivots: readonly Pivot[], free: number): readonly number[] {
  const { prime, columns } = basis;
  const w = new Array<number>(columns).fill(0);
  w[free] = 1;
  for (const { row, column } of pivots) w[column] = (prime - digitAt(basis, row, free)) % prime;
  const half = columns / 2;
  return [...w.slice(half), ...w.slice(0, half).map((digit) => (prime - digit) % prime)];
}

/** z·x′ − x·z′ of two rows. */
function symplectic(matrix: DigitMatrix, a: number, b: number): number {
  const half = matrix.columns / 2;
  let sum = 0;
  for (let q = 0; q < half; q++) {
    sum += digitAt(matrix, a, half + q) * digitAt(matrix, b, q) - digitAt(matrix, a, q) * digitAt(matrix, b, half + q);
  }
  return modulo(sum, matrix.prime);
}

/** Symplectic Gram–Schmidt of independent rows on whose span the form is not degenerate, in place. */
function symplecticPairs(matrix: DigitMatrix, rows: Rows, given: readonly number[]): readonly LogicalPair[] {
  const digitsOf = (row: number): number[] => Array.from({ length: matrix.columns }, (_, k) => digitAt(matrix, row, k));
  const pairs: LogicalPair[] = [];
  let left = [...given];
  while (left.length > 0) {
    const [x, ...others] = left as [number, ...number[]];
    const z = others.find((row) => symplectic(matrix, row, x) !== 0)!;
    rows.add(z, z, inverseModulo(symplectic(matrix, z, x), matrix.prime) - 1);
    left = others.filter((row) => row !== z);
    for (const row of left) {
      const [withX, withZ] = [symplectic(matrix, row, x), symplectic(matrix, z, row)];
      rows.add(row, z, (matrix.prime - withX) % matrix.prime);
      rows.add(row, x, (matrix.prime - withZ) % matrix.prime);
    }
    pairs.push({ x: digitsOf(x), z: digitsOf(z) });
  }
  return pairs;
}
