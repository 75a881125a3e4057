/**
 * @file The Krylov–Schur form of Arnoldi's method: an orthonormal basis V with AV = VB + v·b, which grows by
 * applications of A and shrinks to the wanted invariant subspace of B by its Schur form.
 */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, entry, zeroMatrix } from './complex.ts';
import { type EigenvalueOrder, eigenvalueOrder } from './eigenvalue-order.ts';
import { householder, thinColumns } from './householder.ts';
import { type KrylovArithmetic, normaliseIn } from './krylov-arithmetic.ts';
import { addScaledMatrix, frobeniusNorm, multiply } from './matrix.ts';
import type { RandomStream } from './random.ts';
import { diagonalOf, exchangeNeighbours, type SchurForm, schurForm } from './schur-form.ts';

/** Invariant within rounding: ‖BY − Y(Y†BY)‖ relative to ‖B‖. */
const INVARIANT = 1e-14;

/** A·basis = basis·B + v·b for the first vectors, as many as B has rows; v is the vector behind them. */
export interface KrylovSpace {
  readonly arithmetic: KrylovArithmetic;
  readonly basis: Float64Array[];
  /** B. */
  projected: ComplexMatrix;
  /** b, a single row. */
  coupling: ComplexMatrix;
}

/** What a full basis says of the spectrum. */
export interface RitzValues {
  /** Eigenvalues of B in the wanted order. */
  readonly values: ComplexVector;
  /** How far the first k + 1 Schur vectors together are from an invariant subspace of A: ‖AX − X(X†AX)‖. */
  readonly residuals: Float64Array;
  /** Schur form of B in the wanted order. */
  readonly schur: SchurForm;
  /** Size and direction of the part of A·(last basis vector) outside the basis. */
  readonly beta: number;
  readonly next: Float64Array;
}

/**
 * Applies A until the basis has `size` vectors, and diagonalises there.
 *
 * @throws {DomainError} the operator is not finite
 */
export function expand(
  apply: (x: Float64Array) => Float64Array,
  space: KrylovSpace,
  size: number,
  order: EigenvalueOrder,
  stream: RandomStream,
): RitzValues {
  const { arithmetic, basis } = space;
  const kept = space.projected.rows;
  const projected = zeroMatrix(size, size);
  const add = (i: number, j: number, re: number, im: number): void => {
    const [x, y] = entry(projected, i, j);
    projected.interleaved.set([x + re, y + im], 2 * (i * size + j));
  };
  for (let j = 0; j < kept; j++) {
    for (let i = 0; i < kept; i++) add(i, j, ...entry(space.projected, i, j));
    if (kept < size) add(kept, j, ...entry(space.coupling, 0, j));
  }
  const dimension = basis[0]!.length / (arithmetic.real ? 1 : 2);
  let beta = 0;
  let next = basis[0]!;
  for (let j = kept; j < size; j++) {
    next = apply(basis[j]!).slice();
    const whole = Math.sqrt(arithmetic.dot(next, next)[0]);
    if (!Number.isFinite(whole)) throw new DomainError('arnoldi: a finite operator required, got NaN or ∞');
    // Twice, for what rounding leaves of the basis the first time.
    for (let pass = 0; pass < 2; pass++) {
      for (let i = 0; i <= j; i++) {
        const [re, im] = arithmetic.dot(basis[i]!, next);
        arithmetic.addTo(next, -re, -im, basis[i]!);
        add(i, j, re, im);
      }
    }
    beta = Math.sqrt(arithmetic.dot(next, next)[0]);
    const exhausted = j + 1 === dimension;
    if (exhausted || beta <= 8 * Number.EPSILON * whole) {
      beta = 0;
      if (!exhausted) next = freshDirection(arithmetic, basis, stream);
    } else normaliseIn(arithmetic, next);
    if (j + 1 < size) {
      basis.push(next);
      add(j + 1, j, beta, 0);
    }
  }
  space.projected = projected;
  return { ...ritzValues(projected, beta, order), beta, next };
}

function ritzValues(
  projected: ComplexMatrix,
  beta: number,
  order: EigenvalueOrder,
): Pick<RitzValues, 'values' | 'residuals' | 'schur'> {
  const n = projected.rows;
  const schur = schurForm(projected);
  sortSchurForm(schur, order);
  let square = 0;
  const residuals = Float64Array.from({ length: n }, (_, j) => {
    const last = 2 * (j * n + n - 1); // component of column j of Q on the last basis vector
    square += schur.vectors[last]! ** 2 + schur.vectors[last + 1]! ** 2;
    return beta * Math.sqrt(square);
  });
  return { values: diagonalOf(schur), residuals, schur };
}

/** Brings the eigenvalues on the diagonal into order by exchanges of neighbours, in place. */
function sortSchurForm(schur: SchurForm, order: EigenvalueOrder): void {
  const wanted = [...eigenvalueOrder(diagonalOf(schur), order)];
  for (let k = 0; k < wanted.length; k++) {
    const from = wanted[k]!;
    for (let j = from - 1; j >= k; j--) exchangeNeighbours(schur, j);
    for (let j = k + 1; j < wanted.length; j++) if (wanted[j]! < from) wanted[j]!++;
  }
}

/**
 * Shrinks the basis to the first `count` Schur vectors or a few more, and continues with `next`, or, where a stream is
 * given, with a random vector in its place.
 */
export function restart(space: KrylovSpace, ritz: RitzValues, count: number, random?: RandomStream): void {
  const { arithmetic, basis, projected } = space;
  const y = arithmetic.real ? realInvariantBasis(projected, ritz.schur, count) : schurVectors(ritz.schur, count);
  arithmetic.turn(basis, y);
  basis.length = y.cols;
  space.projected = multiply(y, multiply(projected, y), { adjointA: true });
  const last = 2 * y.cols * (y.rows - 1);
  const beta = random === undefined ? ritz.beta : 0;
  space.coupling = { rows: 1, cols: y.cols, interleaved: y.interleaved.slice(last).map((x) => beta * x) };
  basis.push(random === undefined ? ritz.next : freshDirection(arithmetic, basis, random));
}

/** The first `count` columns of Q. */
function schurVectors({ size, vectors }: SchurForm, count: number): ComplexMatrix {
  const y = zeroMatrix(size, count);
  for (let j = 0; j < count; j++) {
    for (let i = 0; i < size; i++) {
      y.interleaved.set(vectors.subarray(2 * (j * size + i), 2 * (j * size + i + 1)), 2 * (i * count + j));
    }
  }
  return y;
}

/**
 * A real orthonormal basis of the space of the first Schur vectors of a real matrix, at least `count` and so many that
 * no pair of complex conjugate eigenvalues is torn apart.
 */
function realInvariantBasis(projected: ComplexMatrix, schur: SchurForm, count: number): ComplexMatrix {
  const n = schur.size;
  let best: { readonly y: ComplexMatrix; readonly error: number } | undefined;
  for (let most = count; most < n; most++) {
    // Real and imaginary parts of an invariant space closed under conjugation span a real space of its dimension.
    const parts = zeroMatrix(n, 2 * most);
    for (let j = 0; j < most; j++) {
      for (let i = 0; i < n; i++) {
        parts.interleaved[2 * (2 * i * most + j)] = schur.vectors[2 * (j * n + i)]!;
        parts.interleaved[2 * (2 * i * most + most + j)] = schur.vectors[2 * (j * n + i) + 1]!;
      }
    }
    const columns = thinColumns(householder(parts, true));
    const y = schurVectors({ size: n, form: columns, vectors: columns }, most);
    const image = multiply(projected, y);
    const error = frobeniusNorm(addScaledMatrix(image, [-1, 0], multiply(y, multiply(y, image, { adjointA: true }))));
    if (best === undefined || error < best.error) best = { y, error };
    if (error <= INVARIANT * frobeniusNorm(projected)) break;
  }
  return best!.y;
}

/** A random unit vector orthogonal to the basis. */
function freshDirection(
  arithmetic: KrylovArithmetic,
  basis: readonly Float64Array[],
  stream: RandomStream,
): Float64Array {
  const x = Float64Array.from(basis[0]!, () => stream.normal());
  for (let pass = 0; pass < 3; pass++) {
    for (const vector of basis) {
      const [re, im] = arithmetic.dot(vector, x);
      arithmetic.addTo(x, -re, -im, vector);
    }
    normaliseIn(arithmetic, x);
  }
  return x;
}
