/** @file Two copies of a system, told apart by their number of ones alone: for observables with many unknowns. */

import { bitCount } from '../engine/bits.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { pauliSumMatrix } from '../operator/pauli-sum.ts';
import type { Controls } from './controls.ts';
import type { CopyPairs } from './copy-pairs.ts';
import { hermitianAsSymmetric } from './symmetric-blocks.ts';

type Pair = readonly [number, number];

/**
 * The blocks of all pairs |ij⟩ ± |ji⟩ of basis states with one number of ones, counted modulo `modulus` (0: not at all modulo).
 * Ω is real, as the factors i of Y come in pairs.
 *
 * @param observables - Hermitian, shape (2ⁿ, 2ⁿ), which change the number of ones by multiples of the modulus
 * @param real - whether all observables are real; otherwise blocks are written as real matrices of twice the size
 */
export function chargeCopies(
  controls: Controls,
  observables: readonly ComplexMatrix[],
  modulus: number,
  real: boolean,
): readonly CopyPairs[] {
  const d = 2 ** controls.qubits;
  const classes = new Map<number, { even: Pair[]; odd: Pair[] }>();
  for (let i = 0; i < d; i++) {
    for (let j = i; j < d; j++) {
      const ones = bitCount(i) + bitCount(j);
      const key = modulus === 0 ? ones : ones % modulus;
      const members = classes.get(key) ?? { even: [], odd: [] };
      members.even.push([i, j]);
      if (i < j) members.odd.push([i, j]);
      classes.set(key, members);
    }
  }
  return [...classes.values()].map(({ even, odd }): CopyPairs => {
    const oneSided = (B: ComplexMatrix, cols: readonly Pair[], sign: 1 | -1): RealMatrix | null => {
      const [re, im] = [0, 1].map((part) => ({
        rows: even.length,
        cols: cols.length,
        data: firstCopy(B, d, part, even, cols, sign),
      }));
      const both = real ? re! : embedded(re!, im!);
      return both.data.every((x) => x === 0) ? null : both;
    };
    const doubled = (M: RealMatrix): RealMatrix =>
      real ? M : hermitianAsSymmetric(M, { ...M, data: new Float64Array(M.data.length) });
    return {
      size: (real ? 1 : 2) * even.length,
      odd: (real ? 1 : 2) * odd.length,
      evenCoupling: doubled(couplings(controls, even, 1)),
      oddCoupling: doubled(couplings(controls, odd, -1)),
      means: observables.map((B) => oneSided(B, even, 1)),
      differences: observables.map((B) => oneSided(B, odd, -1)),
    };
  });
}

/** 1/√2 for i < j, 1/2 for i = j. */
const norm = ([i, j]: Pair): number => (i === j ? 0.5 : Math.SQRT1_2);

/** ⟨ij|B ⊗ 1|kl⟩ between pairs, exchanged with a sign on the right; the real or the imaginary part. */
function firstCopy(
  { interleaved }: ComplexMatrix,
  d: number,
  part: number,
  rows: readonly Pair[],
  cols: readonly Pair[],
  sign: 1 | -1,
): Float64Array {
  const out = new Float64Array(rows.length * cols.length);
  const entry = (i: number, k: number): number => interleaved[2 * (i * d + k) + part]!;
  rows.forEach((row, r) => {
    const [i, j] = row;
    cols.forEach((col, c) => {
      const [k, l] = col;
      const first = (j === l ? entry(i, k) : 0) + (i === l ? entry(j, k) : 0);
      const second = (j === k ? entry(i, l) : 0) + (i === k ? entry(j, l) : 0);
      out[r * cols.length + c] = norm(row) * norm(col) * (first + sign * second);
    });
  });
  return out;
}

/** Σ_P P ⊗ P/w_P among pairs that exchange leaves (1) or turns (−1). */
function couplings({ qubits, words, weights }: Controls, pairs: readonly Pair[], sign: 1 | -1): RealMatrix {
  const d = 2 ** qubits;
  const n = pairs.length;
  const places = new Map(pairs.map(([i, j], at) => [i * d + j, at]));
  const data = new Float64Array(n * n);
  words.forEach((word, p) => {
    const { interleaved } = pauliSumMatrix({ qubits, terms: [{ word, coefficient: 1 }] });
    const flip = [...word].reduce((bits, letter) => 2 * bits + (letter === 'X' || letter === 'Y' ? 1 : 0), 0);
    const phase = (k: number): Pair => {
      const at = 2 * ((k ^ flip) * d + k);
      return [interleaved[at]!, interleaved[at + 1]!];
    };
    pairs.forEach(([k, l], col) => {
      const [[a, b], [c, e]] = [phase(k), phase(l)];
      const [i, j] = [k ^ flip, l ^ flip];
      const row = places.get(Math.min(i, j) * d + Math.max(i, j));
      if (row === undefined) return; // another number of ones: cancels with another word where A keeps it
      const value = (a * c - b * e) / weights[p]!;
      data[row * n + col] = data[row * n + col]! + (i > j ? sign : 1) * value;
    });
  });
  return { rows: n, cols: n, data };
}

/** (R −I; I R) of a matrix R + iI that need not be square. */
function embedded(re: RealMatrix, im: RealMatrix): RealMatrix {
  const { rows, cols } = re;
  const data = new Float64Array(4 * rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      const [x, y] = [re.data[i * cols + j]!, im.data[i * cols + j]!];
      data[i * 2 * cols + j] = data[(i + rows) * 2 * cols + cols + j] = x;
      data[i * 2 * cols + cols + j] = -y;
      data[(i + rows) * 2 * cols + j] = y;
    }
  }
  return { rows: 2 * rows, cols: 2 * cols, data };
}
