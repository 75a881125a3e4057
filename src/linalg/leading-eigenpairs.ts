/** @file The greatest eigenvalues of a real symmetric matrix, with their eigenvectors, without all the others. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Solution } from '../solution.ts';
import type { RealMatrix } from './matrix.ts';
import { randomStream } from './random.ts';
import { dot, length } from './real-vector.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

/** A·v_k = values[k]·v_k. */
export interface LeadingEigenpairs {
  /** The greatest, descending. */
  readonly values: Float64Array;
  /** Orthonormal eigenvectors, one for each value. */
  readonly vectors: readonly Float64Array[];
  /** ‖Av_k − values[k]·v_k‖. */
  readonly residuals: Float64Array;
}

/** Up to this size all eigenpairs together are cheaper. */
const SMALL = 48;
/** Residuals relative to the greatest eigenvalue that are small enough; eigenvalues are then good to the square. */
const TOLERANCE = 1e-10;
/** Most extensions of the Krylov space. */
const MOST_STEPS = 400;

/**
 * The `count` algebraically greatest eigenpairs of a real symmetric matrix, by block Lanczos with full
 * orthogonalisation and thick restarts: Rayleigh–Ritz in a space that grows by the residuals of the wanted pairs. The
 * block finds multiplets of up to `count` equal eigenvalues.
 *
 * @param a - symmetric, finite, which is not checked
 * @param start - vectors near the wanted ones, where they are known; default random
 * @returns `converged` if every residual is below 1e-10 of the greatest eigenvalue, or rounding; otherwise `max-steps`
 * @throws {ShapeError} a matrix that is not square
 * @throws {DomainError} more eigenpairs than there are, or none
 *
 * O(n²·count) for each step, of which there are some 10 where the eigenvalues are well apart.
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 10.3.6
 */
export function leadingEigenpairs(
  a: RealMatrix,
  count: number,
  start: readonly Float64Array[] = [],
): Solution<LeadingEigenpairs> {
  const n = a.rows;
  if (a.cols !== n) throw new ShapeError(`leadingEigenpairs: a square matrix required, got ${n}×${a.cols}`);
  if (!(Number.isInteger(count) && count >= 1 && count <= n)) {
    throw new DomainError(`leadingEigenpairs: between 1 and ${n} eigenpairs required, got ${count}`);
  }
  if (n <= Math.max(SMALL, 8 * count)) return { value: ofAll(a, count), result: 'converged', steps: 0 };
  const rounding = 4 * Number.EPSILON * length(a.data);
  const { normal } = randomStream(0, 'leading eigenpairs');
  const space: Space = { basis: [], images: [] };
  const random = Array.from({ length: count + 2 }, () => Float64Array.from({ length: n }, normal));
  extend(a, space, [...start, ...random], 0);
  for (let steps = 1; ; steps++) {
    const pairs = ritzPairs(space, Math.min(space.basis.length, 2 * count + 4));
    const residuals = pairs
      .slice(0, count)
      .map(({ value, vector, image }) => image.map((x, i) => x - value * vector[i]!));
    const sizes = residuals.map(length);
    const bound = Math.max(TOLERANCE * Math.abs(pairs[0]!.value), rounding);
    const open = residuals.filter((_, k) => sizes[k]! > bound);
    if (open.length === 0 || steps === MOST_STEPS) {
      const values = Float64Array.from(pairs.slice(0, count), ({ value }) => value);
      const vectors = pairs.slice(0, count).map(({ vector }) => vector);
      const value = { values, vectors, residuals: Float64Array.from(sizes) };
      return { value, result: open.length === 0 ? 'converged' : 'max-steps', steps };
    }
    if (space.basis.length + open.length > 10 * count + 10) {
      space.basis = pairs.map(({ vector }) => vector);
      space.images = pairs.map(({ image }) => image);
    }
    if (extend(a, space, open, bound) === 0) extend(a, space, [Float64Array.from({ length: n }, normal)], 0);
  }
}

/** An orthonormal basis, and what A makes of it. */
interface Space {
  basis: readonly Float64Array[];
  images: readonly Float64Array[];
}

/** Adds what is new in some vectors; returns how much that was. */
function extend(a: RealMatrix, space: Space, vectors: readonly Float64Array[], least: number): number {
  const before = space.basis.length;
  for (const vector of vectors) {
    const rest = vector.slice();
    const whole = length(rest);
    for (let pass = 0; pass < 2; pass++) for (const known of space.basis) subtract(rest, dot(known, rest), known);
    const size = length(rest);
    if (!(size > 1e-8 * Math.max(whole, least))) continue;
    for (let i = 0; i < rest.length; i++) rest[i] = rest[i]! / size;
    space.basis = [...space.basis, rest];
    space.images = [...space.images, applied(a, rest)];
  }
  return space.basis.length - before;
}

interface RitzPair {
  readonly value: number;
  readonly vector: Float64Array;
  readonly image: Float64Array;
}

/** The best eigenpairs within the space, the greatest first. */
function ritzPairs({ basis, images }: Space, count: number): readonly RitzPair[] {
  const m = basis.length;
  const data = new Float64Array(m * m);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      const value = (dot(basis[i]!, images[j]!) + dot(basis[j]!, images[i]!)) / 2;
      data[i * m + j] = value;
      data[j * m + i] = value;
    }
  }
  const { values, vectors } = symmetricEigen({ rows: m, cols: m, data });
  return Array.from({ length: count }, (_, k) => {
    const row = m - 1 - k;
    const weights = vectors.data.subarray(row * m, (row + 1) * m);
    return { value: values[row]!, vector: combined(basis, weights), image: combined(images, weights) };
  });
}

function combined(vectors: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(vectors[0]!.length);
  vectors.forEach((vector, k) => {
    subtract(sum, -weights[k]!, vector);
  });
  return sum;
}

/** x ← x − s·y. */
function subtract(x: Float64Array, s: number, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i] = x[i]! - s * y[i]!;
}

function applied({ rows: n, data }: RealMatrix, x: Float64Array): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => dot(data.subarray(i * n, (i + 1) * n), x));
}

function ofAll(a: RealMatrix, count: number): LeadingEigenpairs {
  const { values, vectors } = symmetricEigen(a);
  const rows = Array.from({ length: count }, (_, k) => a.rows - 1 - k);
  return {
    values: Float64Array.from(rows, (row) => values[row]!),
    vectors: rows.map((row) => vectors.data.slice(row * a.rows, (row + 1) * a.rows)),
    residuals: new Float64Array(count),
  };
}
