/** @file Matrices: products, adjoints, traces. Pure functions; nothing is changed in place. */

import { currentEngine } from '../engine/engine.ts';
import { realParts } from '../engine/product-program.ts';
import { ShapeError } from '../errors.ts';
import { type Complex, type ComplexMatrix, type ComplexVector, zeroMatrix, zeroVector } from './complex.ts';

/** A real matrix, row-major; `data` has rows·cols numbers. */
export interface RealMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** Which factors of a product are replaced by their adjoints. */
export interface Adjoints {
  readonly adjointA?: boolean;
  readonly adjointB?: boolean;
}

/**
 * The product op(A)·op(B), where op is the identity or, where the flag says so, the adjoint. O(mnk).
 *
 * @throws {ShapeError} the inner dimensions differ
 */
export function multiply(a: ComplexMatrix, b: ComplexMatrix, flags: Adjoints = {}): ComplexMatrix {
  const { adjointA = false, adjointB = false } = flags;
  const [rows, inner] = adjointA ? [a.cols, a.rows] : [a.rows, a.cols];
  const [other, cols] = adjointB ? [b.cols, b.rows] : [b.rows, b.cols];
  if (inner !== other) {
    throw new ShapeError(`multiply: equal inner dimensions required, got ${rows}×${inner} times ${other}×${cols}`);
  }
  return {
    rows,
    cols,
    interleaved: currentEngine().multiply(a.interleaved, b.interleaved, rows, cols, inner, adjointA, adjointB),
  };
}

/**
 * The vector A·x, or A†·x.
 *
 * @throws {ShapeError} the dimensions differ
 */
export function applyMatrix(
  a: ComplexMatrix,
  x: ComplexVector,
  flags: { readonly adjoint?: boolean } = {},
): ComplexVector {
  const column = { rows: x.length, cols: 1, interleaved: x.interleaved };
  const { rows, interleaved } = multiply(a, column, { adjointA: flags.adjoint ?? false });
  return { length: rows, interleaved };
}

/** The conjugate transpose A†. */
export function adjoint(a: ComplexMatrix): ComplexMatrix {
  const out = zeroMatrix(a.cols, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.cols; j++) {
      const from = 2 * (i * a.cols + j);
      const to = 2 * (j * a.rows + i);
      out.interleaved[to] = a.interleaved[from]!;
      out.interleaved[to + 1] = -a.interleaved[from + 1]!;
    }
  }
  return out;
}

/** The transpose Aᵀ, without conjugation. */
export function transpose(a: ComplexMatrix): ComplexMatrix {
  return { rows: a.cols, cols: a.rows, interleaved: currentEngine().permute(a.interleaved, [a.rows, a.cols], [1, 0]) };
}

/** Tr A = Σ_i A_ii. */
export function trace(a: ComplexMatrix): Complex {
  let re = 0;
  let im = 0;
  for (let i = 0; i < Math.min(a.rows, a.cols); i++) {
    re += a.interleaved[2 * i * (a.cols + 1)]!;
    im += a.interleaved[2 * i * (a.cols + 1) + 1]!;
  }
  return [re, im];
}

/**
 * A + s·B for a complex number s.
 *
 * @throws {ShapeError} the matrices differ in shape
 */
export function addScaledMatrix(a: ComplexMatrix, s: Complex, b: ComplexMatrix): ComplexMatrix {
  if (a.rows !== b.rows || a.cols !== b.cols) {
    throw new ShapeError(`addScaledMatrix: equal shapes required, got ${a.rows}×${a.cols} and ${b.rows}×${b.cols}`);
  }
  const interleaved = a.interleaved.slice();
  const [re, im] = s;
  for (let i = 0; i < interleaved.length; i += 2) {
    interleaved[i] = interleaved[i]! + re * b.interleaved[i]! - im * b.interleaved[i + 1]!;
    interleaved[i + 1] = interleaved[i + 1]! + re * b.interleaved[i + 1]! + im * b.interleaved[i]!;
  }
  return { rows: a.rows, cols: a.cols, interleaved };
}

/** s·A for a complex number s. */
export function scaledMatrix(s: Complex, a: ComplexMatrix): ComplexMatrix {
  return addScaledMatrix(zeroMatrix(a.rows, a.cols), s, a);
}

/**
 * [A, B] = AB − BA.
 *
 * @throws {ShapeError} the matrices are not square, or differ in size
 */
export function commutator(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  return addScaledMatrix(multiply(a, b), [-1, 0], multiply(b, a));
}

/** factor·A for a real matrix A. */
export function scaled(factor: number, a: RealMatrix): RealMatrix {
  return { rows: a.rows, cols: a.cols, data: a.data.map((x) => factor * x) };
}

/** Frobenius norm √Σ|A_ij|². */
export function frobeniusNorm(a: ComplexMatrix): number {
  let sum = 0;
  for (const x of a.interleaved) sum += x * x;
  return Math.sqrt(sum);
}

/** Kronecker product A ⊗ B: the entry at rows (i, k), columns (j, l) is A_ij·B_kl. */
export function kronecker(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const out = zeroMatrix(a.rows * b.rows, a.cols * b.cols);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.cols; j++) {
      const re = a.interleaved[2 * (i * a.cols + j)]!;
      const im = a.interleaved[2 * (i * a.cols + j) + 1]!;
      for (let k = 0; k < b.rows; k++) {
        for (let l = 0; l < b.cols; l++) {
          const x = b.interleaved[2 * (k * b.cols + l)]!;
          const y = b.interleaved[2 * (k * b.cols + l) + 1]!;
          const to = 2 * ((i * b.rows + k) * out.cols + j * b.cols + l);
          out.interleaved[to] = re * x - im * y;
          out.interleaved[to + 1] = re * y + im * x;
        }
      }
    }
  }
  return out;
}

/**
 * Gram matrix G_ij = ⟨v_i|v_j⟩, Hermitian and positive semidefinite. O(p²·length) for p vectors.
 *
 * @throws {ShapeError} the vectors differ in length
 */
export function gramMatrix(vectors: readonly ComplexVector[]): ComplexMatrix {
  const length = vectors[0]?.length ?? 0;
  if (vectors.some((vector) => vector.length !== length)) {
    throw new ShapeError(`gramMatrix: vectors of equal length required, got ${vectors.map((v) => v.length)}`);
  }
  const rows = new Float64Array(2 * length * vectors.length);
  vectors.forEach(({ interleaved }, j) => {
    rows.set(interleaved, 2 * length * j);
  });
  return { rows: vectors.length, cols: vectors.length, interleaved: currentEngine().gram(rows, vectors.length) };
}

/**
 * The matrix with these columns.
 *
 * @throws {ShapeError} the vectors differ in length
 */
export function matrixOfColumns(vectors: readonly ComplexVector[]): ComplexMatrix {
  const rows = vectors[0]?.length ?? 0;
  if (vectors.some((vector) => vector.length !== rows)) {
    throw new ShapeError(`matrixOfColumns: vectors of equal length required, got ${vectors.map((v) => v.length)}`);
  }
  const out = zeroMatrix(rows, vectors.length);
  vectors.forEach((vector, j) => {
    for (let i = 0; i < rows; i++) {
      const to = 2 * (i * vectors.length + j);
      out.interleaved[to] = vector.interleaved[2 * i]!;
      out.interleaved[to + 1] = vector.interleaved[2 * i + 1]!;
    }
  });
  return out;
}

/**
 * The matrix (A B), the columns of B behind those of A.
 *
 * @throws {ShapeError} different numbers of rows
 */
export function sideBySide(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  if (a.rows !== b.rows) throw new ShapeError(`sideBySide: as many rows required, got ${a.rows} and ${b.rows}`);
  const out = zeroMatrix(a.rows, a.cols + b.cols);
  for (let i = 0; i < a.rows; i++) {
    out.interleaved.set(a.interleaved.subarray(2 * i * a.cols, 2 * (i + 1) * a.cols), 2 * i * out.cols);
    out.interleaved.set(b.interleaved.subarray(2 * i * b.cols, 2 * (i + 1) * b.cols), 2 * (i * out.cols + a.cols));
  }
  return out;
}

/** Column j of a matrix. */
export function columnOf(a: ComplexMatrix, j: number): ComplexVector {
  const out = zeroVector(a.rows);
  for (let i = 0; i < a.rows; i++) {
    out.interleaved[2 * i] = a.interleaved[2 * (i * a.cols + j)]!;
    out.interleaved[2 * i + 1] = a.interleaved[2 * (i * a.cols + j) + 1]!;
  }
  return out;
}

/** The matrix with these real numbers on its diagonal. */
export function diagonalMatrix(values: ArrayLike<number>): ComplexMatrix {
  const out = zeroMatrix(values.length, values.length);
  for (let i = 0; i < values.length; i++) out.interleaved[2 * i * (values.length + 1)] = values[i]!;
  return out;
}

/** Re A, entry by entry. */
export function realPart({ rows, cols, interleaved }: ComplexMatrix): RealMatrix {
  return { rows, cols, data: realParts(interleaved) };
}

/** Im A, entry by entry. */
export function imaginaryPart({ rows, cols, interleaved }: ComplexMatrix): RealMatrix {
  const data = new Float64Array(rows * cols);
  for (let k = 0; k < data.length; k++) data[k] = interleaved[2 * k + 1]!;
  return { rows, cols, data };
}

/** A real matrix as a complex one. */
export function complexOf(a: RealMatrix): ComplexMatrix {
  const out = zeroMatrix(a.rows, a.cols);
  for (let k = 0; k < a.data.length; k++) out.interleaved[2 * k] = a.data[k]!;
  return out;
}
