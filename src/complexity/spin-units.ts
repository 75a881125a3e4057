/** @file Operators that commute with all permutations of the qubits: functions of the total spin. */

import { bitCount } from '../engine/bits.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { addReal, multiplyReal, submatrix, transposeReal } from '../linalg/real-product.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';

/**
 * An operator that commutes with all permutations of the qubits: |j, m⟩⟨j, m'| + h.c., or |j, m⟩⟨j, m| where m = m', for every
 * multiplet of total spin j. Spin up is |0⟩, so that n/2 − m qubits are 1.
 */
export interface SpinUnit {
  readonly j: number;
  readonly m: number;
  readonly other: number;
}

/**
 * A basis of the real symmetric operators that commute with all permutations of n qubits and change the number of ones by
 * multiples of a modulus only; 0: not at all.
 */
export function spinUnits(qubits: number, modulus: number): readonly SpinUnit[] {
  const units: SpinUnit[] = [];
  for (let j = qubits / 2; j >= 0; j--) {
    for (let m = j; m >= -j; m--) {
      units.push({ j, m, other: m });
      if (modulus === 0) continue;
      for (let other = m - modulus; other >= -j; other -= modulus) units.push({ j, m, other });
    }
  }
  return units;
}

/** J_z and J₊ in any representation. */
interface TotalSpin {
  readonly Jz: RealMatrix;
  readonly raising: RealMatrix;
}

/** J² and J_z are told apart by the eigenvalues of J² + J_z/64. */
const TILT = 1 / 64;

/**
 * The matrices of units in any representation of the total spin, among basis states that they keep; null where they vanish.
 *
 *     |j, m⟩⟨j, m'| = Π_{jm} J₊^{m−m'} Π_{jm'} / Π_{k=m'}^{m−1} √((j − k)(j + k + 1)),   m > m'.
 */
export function spinUnitMatrices(
  { Jz, raising }: TotalSpin,
  units: readonly SpinUnit[],
): (members: readonly number[]) => readonly (RealMatrix | null)[] {
  const lowered = multiplyReal(raising, raising, { transposeA: true });
  const tilted = addReal(addReal(lowered, 1, multiplyReal(Jz, Jz)), 1 + TILT, Jz);
  const powers = raisingPowers(raising, units);
  return (members) => {
    const within = (M: RealMatrix): RealMatrix => submatrix(M, members, members);
    return unitMatrices(within(tilted), units, (q) => within(powers.get(q)!));
  };
}

/** A unit with a factor. */
export interface SpinTerm extends SpinUnit {
  readonly coefficient: number;
}

/** An observable by its terms, as a real matrix of all 2ⁿ amplitudes. O(8ⁿ). */
export function spinMatrix(qubits: number, terms: readonly SpinTerm[]): RealMatrix {
  const size = 2 ** qubits;
  const [Jz, raising] = [0, 1].map(() => ({ rows: size, cols: size, data: new Float64Array(size * size) }));
  for (let b = 0; b < size; b++) {
    Jz!.data[b * (size + 1)] = qubits / 2 - bitCount(b);
    for (let q = 0; q < qubits; q++) if ((b >> q) & 1) raising!.data[(b ^ (1 << q)) * size + b] = 1;
  }
  const all = Array.from({ length: size }, (_, b) => b);
  const matrices = spinUnitMatrices({ Jz: Jz!, raising: raising! }, terms)(all);
  return terms.reduce<RealMatrix>((sum, { coefficient }, k) => addReal(sum, coefficient, matrices[k]!), {
    rows: size,
    cols: size,
    data: new Float64Array(size * size),
  });
}

/** Powers of J₊ for all differences of m, m'. */
function raisingPowers(raising: RealMatrix, units: readonly SpinUnit[]): ReadonlyMap<number, RealMatrix> {
  const powers = new Map<number, RealMatrix>();
  const most = Math.max(...units.map(({ m, other }) => Math.abs(m - other)));
  let power = raising;
  for (let q = 1; q <= most; q++) {
    powers.set(q, power);
    if (q < most) power = multiplyReal(power, raising);
  }
  return powers;
}

/** Each unit where it does not vanish, by the eigenvectors of J² + J_z/64. */
function unitMatrices(
  tilted: RealMatrix,
  units: readonly SpinUnit[],
  power: (q: number) => RealMatrix,
): readonly (RealMatrix | null)[] {
  const size = tilted.rows;
  const { values, vectors } = symmetricEigen(tilted);
  const spaces = (j: number, m: number): RealMatrix => {
    const rows = Array.from(values.keys()).filter((v) => Math.abs(values[v]! - j * (j + 1) - TILT * m) < TILT / 4);
    return submatrix(
      vectors,
      rows,
      Array.from({ length: size }, (_, v) => v),
    );
  };
  return units.map(({ j, m, other }) => {
    const [left, right] = [spaces(j, Math.max(m, other)), spaces(j, Math.min(m, other))];
    if (left.rows === 0 || right.rows === 0) return null;
    if (m === other) return multiplyReal(left, left, { transposeA: true });
    let norm = 1;
    for (let k = Math.min(m, other); k < Math.max(m, other); k++) norm *= Math.sqrt((j - k) * (j + k + 1));
    const between = multiplyReal(multiplyReal(left, power(Math.abs(m - other))), right, { transposeB: true });
    const outer = multiplyReal(multiplyReal(left, between, { transposeA: true }), right);
    return {
      rows: size,
      cols: size,
      data: addReal(outer, 1, transposeReal(outer)).data.map((x) => x / norm),
    };
  });
}
