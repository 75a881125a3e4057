/** @file The Lie algebra su(2ⁿ) in Pauli coordinates without the identity: conjugation and bracket as real matrices. */

import { bitCount } from '../engine/bits.ts';
import { walshHadamard } from '../engine/walsh-hadamard.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { denseMatrix, LuDecomposition, Matrix } from '../linalg/dense-real.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { commuteAt } from '../operator/pauli-coordinates.ts';

/**
 * The orthogonal matrix R of H ↦ U H U†,
 *
 *     R_PQ = Tr(P U Q U†)/2ⁿ = Re i^{#Y(P) + #Y(Q)} 2⁻ⁿ Σ_{b,c} (−1)^{|b ∧ sign P| + |c ∧ sign Q|} U[b, c xor flip Q] Ū[b xor flip P, c],
 *
 * shape (4ⁿ − 1, 4ⁿ − 1), by two Walsh–Hadamard transforms. O(n·16ⁿ).
 */
export function conjugationMatrix({ rows: d, interleaved: u }: ComplexMatrix): RealMatrix {
  const words = d * d;
  const sums = new Float64Array(2 * words * words);
  for (let b = 0, at = 0; b < d; b++) {
    for (let f = 0; f < d; f++) {
      for (let c = 0; c < d; c++) {
        const [x, y] = [u[2 * ((b ^ f) * d + c)]!, -u[2 * ((b ^ f) * d + c) + 1]!];
        for (let g = 0; g < d; g++, at += 2) {
          const from = 2 * (b * d + (c ^ g));
          sums[at] = u[from]! * x - u[from + 1]! * y;
          sums[at + 1] = u[from]! * y + u[from + 1]! * x;
        }
      }
    }
  }
  walshHadamard(sums, 2 * d ** 3);
  for (let p = 0; p < words; p++) walshHadamard(sums.subarray(2 * p * words, 2 * (p + 1) * words), 2 * d);
  const turns = Array.from({ length: words }, (_, p) => bitCount(Math.floor(p / d) & (p % d)));
  const size = words - 1;
  const data = new Float64Array(size * size);
  for (let p = 1; p < words; p++) {
    for (let q = 1; q < words; q++) {
      const quarter = (turns[p]! + turns[q]!) & 3;
      const part = sums[2 * (p * words + q) + (quarter & 1)]!;
      data[(p - 1) * size + q - 1] = (quarter === 1 || quarter === 2 ? -part : part) / d;
    }
  }
  return { rows: size, cols: size, data };
}

/** The antisymmetric matrix C of Z ↦ −i[Z, L], for L of shape (4ⁿ,). O(16ⁿ). */
export function bracketMatrix(momentum: Float64Array): RealMatrix {
  const size = momentum.length - 1;
  const data = new Float64Array(size * size);
  for (let p = 1; p <= size; p++) {
    for (let q = 1; q <= size; q++) {
      const sign = momentum[q] === 0 ? 0 : bracketSign(p, q, momentum.length);
      if (sign !== 0) data[((p ^ q) - 1) * size + p - 1] = 2 * sign * momentum[q]!;
    }
  }
  return { rows: size, cols: size, data };
}

/** s with −i[P, Q] = 2s·R for the word R of number p xor q: ±1, or 0 if the words commute. */
function bracketSign(p: number, q: number, words: number): -1 | 0 | 1 {
  if (commuteAt(p, q, words)) return 0;
  const size = Math.sqrt(words);
  const letters = (r: number): number => bitCount(Math.floor(r / size) & (r % size));
  const turns = letters(p) + letters(q) - letters(p ^ q) + 2 * bitCount(Math.floor(p / size) & (q % size));
  return (turns & 3) === 1 ? 1 : -1; // PQ = i^turns·R
}

/** RᵀDR for a diagonal D ≥ 0. O(m³). */
export function symmetricProduct(R: RealMatrix, diagonal: Float64Array): RealMatrix {
  const { rows, data: r } = R;
  const data = new Float64Array(rows * rows);
  for (let k = 0; k < rows; k++) {
    for (let i = 0; i < rows; i++) data[i * rows + k] = diagonal[k]! * r[k * rows + i]!;
  }
  return product({ rows, cols: rows, data }, R);
}

/** start + A·B for square matrices; start defaults to 0. Four rows of B at a time, for locality in memory. O(m³). */
export function product({ rows, data: a }: RealMatrix, { data: b }: RealMatrix, start?: RealMatrix): RealMatrix {
  const data = start === undefined ? new Float64Array(rows * rows) : start.data.slice();
  const whole = rows - (rows % 4);
  for (let i = 0; i < rows; i++) {
    const to = i * rows;
    for (let k = 0; k < whole; k += 4) {
      const [p, q, r, s] = [a[to + k]!, a[to + k + 1]!, a[to + k + 2]!, a[to + k + 3]!];
      if (p === 0 && q === 0 && r === 0 && s === 0) continue;
      const [first, second, third, fourth] = [k * rows, (k + 1) * rows, (k + 2) * rows, (k + 3) * rows];
      for (let j = 0; j < rows; j++) {
        const sum = p * b[first + j]! + q * b[second + j]! + r * b[third + j]! + s * b[fourth + j]!;
        data[to + j] = data[to + j]! + sum;
      }
    }
    for (let k = whole; k < rows; k++) {
      const factor = a[to + k]!;
      for (let j = 0; j < rows; j++) data[to + j] = data[to + j]! + factor * b[k * rows + j]!;
    }
  }
  return { rows, cols: rows, data };
}

/** a + s·b. */
export function sum(a: RealMatrix, s: number, b: RealMatrix): RealMatrix {
  return { ...a, data: a.data.map((x, i) => x + s * b.data[i]!) };
}

/**
 * The inverse by LU decomposition; `undefined` if the matrix is singular to rounding: a pivot below 10⁻¹³ of the
 * greatest.
 */
export function inverse(a: RealMatrix): RealMatrix | undefined {
  const decomposition = new LuDecomposition(denseMatrix(a));
  const pivots = decomposition.upperTriangularMatrix.diagonal().map(Math.abs);
  if (!(Math.min(...pivots) > 1e-13 * Math.max(...pivots))) return undefined;
  return { ...a, data: Float64Array.from(decomposition.solve(Matrix.eye(a.rows)).to1DArray()) };
}
