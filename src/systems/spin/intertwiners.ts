/** @file Invariant tensors of spins: how many there are, an orthonormal basis, and the change between two ways to couple. */

import { DomainError } from '../../errors.ts';
import { type ComplexArray, complexVector } from '../../linalg/complex.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { checkSpins, coupledSpins, isTriad, parity, type Spin, spinDimension } from './spins.ts';
import { clebschGordan, sixJ } from './wigner-symbols.ts';

/** Most entries of all basis tensors together. */
const MOST_ENTRIES = 2 ** 24;

/**
 * Dimension of the space of invariant tensors, dim Inv(j₁ ⊗ … ⊗ j_n): the multiplicity of spin 0, counted by coupling
 * one spin after the other. It equals the integral of Π χ_j over SU(2).
 *
 * @throws {DomainError} a number that is no spin
 */
export function intertwinerDimension(spins: readonly Spin[]): number {
  checkSpins('intertwinerDimension', spins);
  let multiplicities = new Map<Spin, number>([[0, 1]]);
  for (const j of spins) {
    const next = new Map<Spin, number>();
    for (const [J, count] of multiplicities) {
      for (const sum of coupledSpins(J, j)) next.set(sum, (next.get(sum) ?? 0) + count);
    }
    multiplicities = next;
  }
  return multiplicities.get(0) ?? 0;
}

/** A way to couple k spins one after the other: an isometry from the spin J to their product. */
export interface Coupling {
  /** J₁, J₁₂, J₁₂₃, …, J. */
  readonly intermediate: readonly Spin[];
  readonly J: Spin;
  /** Real, of shape (2j₁ + 1, …, 2j_k + 1, 2J + 1). */
  readonly tensor: Float64Array;
}

/**
 * An orthonormal basis of the invariant tensors of given spins: coupled from left to right, one tensor for every
 * sequence of intermediate spins J₁₂, J₁₂₃, … in lexicographic order.
 *
 * @returns real tensors of shape (2j₁ + 1, …, 2j_n + 1), of norm 1; none if no such tensor exists
 * @throws {DomainError} a number that is no spin, or more than 2²⁴ entries in all
 */
export function intertwinerBasis(spins: readonly Spin[]): readonly ComplexArray[] {
  const shape = spins.map(spinDimension);
  const entries = shape.reduce((product, n) => product * n, 1) * intertwinerDimension(spins);
  if (!(entries <= MOST_ENTRIES)) {
    throw new DomainError(`intertwinerBasis: at most ${MOST_ENTRIES} entries in all required, got ${entries}`);
  }
  return couplings(spins, 0).map(({ tensor }) => ({ shape, interleaved: complexVector(tensor).interleaved }));
}

/**
 * All ways to couple spins from left to right, in lexicographic order of the intermediate spins.
 *
 * @param total - the spin J to be reached; default all
 */
export function couplings(spins: readonly Spin[], total?: Spin): readonly Coupling[] {
  let ways: readonly Coupling[] = [{ intermediate: [], J: 0, tensor: Float64Array.of(1) }];
  spins.forEach((j, k) => {
    const rest = spins.slice(k + 1).reduce((sum, other) => sum + other, 0);
    ways = ways.flatMap(({ intermediate, J, tensor }) =>
      coupledSpins(J, j)
        .filter((sum) => total === undefined || Math.abs(sum - total) <= rest)
        .map((sum) => ({ intermediate: [...intermediate, sum], J: sum, tensor: coupledTensor(tensor, J, j, sum) })),
    );
  });
  return total === undefined ? ways : ways.filter(({ J }) => J === total);
}

/** Tensor(…, M) ↦ Σ_M tensor(…, M) ⟨J M j m | J′ M′⟩ of shape (…, 2j + 1, 2J′ + 1). */
function coupledTensor(tensor: Float64Array, J: Spin, j: Spin, sum: Spin): Float64Array {
  const [inner, middle, outer] = [spinDimension(J), spinDimension(j), spinDimension(sum)];
  const rows = tensor.length / inner;
  const result = new Float64Array(rows * middle * outer);
  for (let k = 0; k < inner; k++) {
    for (let l = 0; l < middle; l++) {
      const [M, m] = [J - k, j - l];
      if (Math.abs(M + m) > sum) continue;
      const coefficient = clebschGordan(J, M, j, m, sum, M + m);
      for (let row = 0; row < rows; row++) {
        result[(row * middle + l) * outer + sum - M - m]! += coefficient * tensor[row * inner + k]!;
      }
    }
  }
  return result;
}

/** Which two of the first three of four spins are coupled first. */
export type Pairing = '12' | '13' | '23';

/** The pair, then the remaining one of the first three, then the fourth. */
const inOrder = <T>([a, b, c, d]: readonly [T, T, T, T], pairing: Pairing): readonly [T, T, T, T] =>
  pairing === '12' ? [a, b, c, d] : pairing === '13' ? [a, c, b, d] : [b, c, a, d];

/** Spins of a pair with which four spins can be coupled to 0, in ascending order. */
export function pairSpins(spins: readonly [Spin, Spin, Spin, Spin], pairing: Pairing): readonly Spin[] {
  const [a, b, c, d] = inOrder(spins, pairing);
  return coupledSpins(a, b).filter((J) => isTriad(J, c, d));
}

/**
 * The orthogonal matrix from the basis of four spins in which 1 and 2 have the spin J to that of another pair with spin K,
 * where the pair is coupled first, then the remaining one of the first three, then the fourth:
 *
 *     ⟨(j₂j₃)K j₁ | (j₁j₂)J j₃⟩ = (−1)^{j₂+j₃+K+2j₁} √((2J + 1)(2K + 1)) {j₁ j₂ J; j₃ j₄ K}
 *     ⟨(j₁j₃)K j₂ | (j₁j₂)J j₃⟩ = (−1)^{j₂+j₃+J+K} √((2J + 1)(2K + 1)) {j₂ j₁ J; j₃ j₄ K}
 *
 * @returns rows K, columns J, both in ascending order
 * @throws {DomainError} a number that is no spin
 */
export function recouplingMatrix(spins: readonly [Spin, Spin, Spin, Spin], pairing: Pairing): RealMatrix {
  checkSpins('recouplingMatrix', spins);
  const [a, b, c, d] = spins;
  const [columns, rows] = [pairSpins(spins, '12'), pairSpins(spins, pairing)];
  const root = (J: Spin, K: Spin): number => Math.sqrt((2 * J + 1) * (2 * K + 1));
  const entry = {
    '12': (J: Spin, K: Spin) => (J === K ? 1 : 0),
    '13': (J: Spin, K: Spin) => parity(b + c + J + K) * root(J, K) * sixJ(b, a, J, c, d, K),
    '23': (J: Spin, K: Spin) => parity(b + c + K + 2 * a) * root(J, K) * sixJ(a, b, J, c, d, K),
  }[pairing];
  const data = rows.flatMap((K) => columns.map((J) => entry(J, K)));
  return { rows: rows.length, cols: columns.length, data: Float64Array.from(data) };
}
