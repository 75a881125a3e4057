/**
 * @file Two copies of n qubits under the permutations that move the qubits of both copies together: the blocks into which
 * symmetric observables and metrics fall, of polynomial size.
 */

import type { RealMatrix } from '../linalg/matrix.ts';
import { addReal, submatrix } from '../linalg/real-product.ts';
import type { CopyPairs } from './copy-pairs.ts';
import { linearRepresentation } from './linear-representation.ts';
import { type SpinUnit, spinUnitMatrices } from './spin-units.ts';

/**
 * Σ_P P ⊗ P/w_P over all words of each size on all sets of qubits, where k qubits are in the singlet of their two copies and
 * the others in the triplet. Σ_σ σ ⊗ σ = 2·SWAP − 1 is 1 in the triplet and −3 in the singlet, so the words of size s give the
 * coefficient of x^s in (1 + x)^{n−k}(1 − 3x)^k.
 */
export function coupling(qubits: number, singlets: number, sizeWeights: readonly number[]): number {
  let series: readonly number[] = [1];
  for (let q = 0; q < qubits; q++) {
    const slope = q < singlets ? -3 : 1;
    series = [...series, 0].map((x, s) => x + slope * (series[s - 1] ?? 0));
  }
  return sizeWeights.reduce((sum, weight, s) => sum + (weight < Infinity ? (series[s + 1] ?? 0) / weight : 0), 0);
}

/**
 * The blocks for all-to-all words whose weights depend on their size. (C² ⊗ C²)^⊗n falls into one representation of 4 × 4
 * matrices for each partition of n into at most four parts. Its basis states have definite numbers of qubits whose copies are
 * in |00⟩, (|01⟩ + |10⟩)/√2, |11⟩ or the singlet, so that the coupling is diagonal, and the exchange of the copies is
 * (−1)^singlets. The matrices of an observable of one copy are functions of its total spin,
 *
 *     J_z = ½(E₁₁ − E₃₃ + E₂₄ + E₄₂),   J₊ = (E₁₂ − E₁₄ + E₂₃ + E₄₃)/√2.
 *
 * @param sizeWeights - weights of words of 1, 2, … qubits; ∞ and all beyond the last: not allowed
 * @param units - the operators that matrices are wanted of
 * @param modulus - by which number of ones the blocks are told apart; 0: by each
 */
export function symmetricCopies(
  qubits: number,
  sizeWeights: readonly number[],
  units: readonly SpinUnit[],
  modulus: number,
): readonly CopyPairs[] {
  return partitions(qubits, 4).flatMap((partition) => {
    const { weights, units: E, size } = linearRepresentation(partition);
    const sum = (scale: number, ...terms: readonly (readonly [number, number, number])[]): RealMatrix =>
      terms.reduce<RealMatrix>((total, [s, a, b]) => addReal(total, s * scale, E[a]![b]!), {
        rows: size,
        cols: size,
        data: new Float64Array(size * size),
      });
    const Jz = sum(0.5, [1, 0, 0], [-1, 2, 2], [1, 1, 3], [1, 3, 1]);
    const raising = sum(Math.SQRT1_2, [1, 0, 1], [-1, 0, 3], [1, 1, 2], [1, 3, 2]);
    const matricesIn = spinUnitMatrices({ Jz, raising }, units);
    const classes = new Map<number, number[]>();
    weights.forEach(([, zero, down, singlet], v) => {
      const ones = zero! + 2 * down! + singlet!;
      const key = modulus === 0 ? ones : ones % modulus;
      classes.set(key, [...(classes.get(key) ?? []), v]);
    });
    return [...classes.values()].flatMap((members) => {
      const isEven = (v: number): boolean => weights[v]![3]! % 2 === 0;
      const ordered = [...members.filter(isEven), ...members.filter((v) => !isEven(v))];
      const even = members.filter(isEven).length;
      if (even === 0) return [];
      const couplings = Float64Array.from(ordered, (v) => coupling(qubits, weights[v]![3]!, sizeWeights));
      return [copyPairs(matricesIn(ordered), couplings, even)];
    });
  });
}

/** The parts of operators of the first copy among the states that exchange of the copies leaves, and to those it turns. */
function copyPairs(matrices: readonly (RealMatrix | null)[], couplings: Float64Array, even: number): CopyPairs {
  const [first, second] = [
    Array.from({ length: even }, (_, v) => v),
    Array.from({ length: couplings.length - even }, (_, v) => even + v),
  ];
  const diagonal = (values: Float64Array): RealMatrix => {
    const data = new Float64Array(values.length ** 2);
    values.forEach((value, v) => {
      data[v * (values.length + 1)] = value;
    });
    return { rows: values.length, cols: values.length, data };
  };
  return {
    size: even,
    odd: couplings.length - even,
    evenCoupling: diagonal(couplings.subarray(0, even)),
    oddCoupling: diagonal(couplings.subarray(even)),
    means: matrices.map((M) => M && submatrix(M, first, first)),
    differences: matrices.map((M) => M && submatrix(M, first, second)),
  };
}

/** Partitions of n into at most this many parts, falling, filled up with 0. */
export function partitions(n: number, parts: number, most = n): readonly (readonly number[])[] {
  if (parts === 0) return n === 0 ? [[]] : [];
  return Array.from({ length: Math.min(n, most) + 1 }, (_, k) => Math.min(n, most) - k).flatMap((first) =>
    partitions(n - first, parts - 1, first).map((rest) => [first, ...rest]),
  );
}
