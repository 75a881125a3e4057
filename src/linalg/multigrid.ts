/** @file Sparse symmetric positive systems with a hierarchy of coarser ones, by conjugate gradients with a V-cycle. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Solution } from '../solution.ts';
import { conjugateStart, conjugateStep } from './conjugate-gradient-solve.ts';
import { choleskySolver, Matrix } from './dense-real.ts';
import { length } from './real-vector.ts';

/** A symmetric matrix with few entries in a row: its diagonal, and the other entries row by row. */
export interface SparseSymmetricMatrix {
  /** Shape (n,). */
  readonly diagonal: Float64Array;
  /** Where each row begins in `columns` and `entries`, shape (n + 1,). */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly entries: Float64Array;
}

/** The problem at one resolution. */
export interface MultigridLevel {
  readonly matrix: SparseSymmetricMatrix;
  /**
   * Two unknowns of the next coarser level for each unknown, shape (2n,): its interpolated value is their mean. An unknown that
   * the coarser level has too stands there twice; −1 stands for the value 0 of a boundary. Empty on the coarsest level.
   */
  readonly parents: Int32Array;
}

export interface MultigridOptions {
  /** Residual ‖b − Ax‖/‖b‖ at which to stop; default 1e-8. */
  readonly tolerance?: number;
  /** Most V-cycles; default 60. */
  readonly maxSteps?: number;
  /** Sweeps of Gauss and Seidel before and after the coarser level; default 2. */
  readonly sweeps?: number;
}

/** Most unknowns of the coarsest level, which is solved by a dense factor. */
export const MOST_COARSE_UNKNOWNS = 600;

/** A·x. O(entries). */
export function sparseProduct(
  { diagonal, starts, columns, entries }: SparseSymmetricMatrix,
  x: Float64Array,
): Float64Array {
  const y = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    let sum = diagonal[i]! * x[i]!;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += entries[k]! * x[columns[k]!]!;
    y[i] = sum;
  }
  return y;
}

/**
 * The solution of A·x = b for a symmetric positive definite A with a hierarchy of coarser problems, by conjugate gradients
 * that are preconditioned by a V-cycle: sweeps of Gauss and Seidel, the correction from the residual on the next coarser level
 *
 *     x ← x + P A_c⁻¹ Pᵀ (b − Ax),
 *
 * and the same sweeps backwards, so that the cycle is symmetric. For elliptic problems the number of cycles does not depend on
 * the resolution.
 *
 * @param levels - from the finest to the coarsest, which has at most `MOST_COARSE_UNKNOWNS` unknowns
 * @returns `solve`, to be called with b of shape (n,) any number of times
 * @throws {ShapeError} no level, a coarsest one that is too large, or a right-hand side of another length
 * @throws {DomainError} the matrix of the coarsest level is not positive definite
 *
 * Cost of a cycle O(entries), of the preparation O(m³) for m unknowns of the coarsest level.
 *
 * @see Trottenberg, Oosterlee & Schüller, Multigrid (2001), ch. 2
 */
export function multigridSolver(
  levels: readonly MultigridLevel[],
): (b: Float64Array, options?: MultigridOptions) => Solution<Float64Array> {
  const coarsest = levels.at(-1)?.matrix;
  const size = coarsest?.diagonal.length ?? 0;
  if (coarsest === undefined || size > MOST_COARSE_UNKNOWNS) {
    throw new ShapeError(
      `multigridSolver: a coarsest level of at most ${MOST_COARSE_UNKNOWNS} unknowns required, got ${size}`,
    );
  }
  const coarsestSolve = size === 0 ? (b: Float64Array) => b : choleskySolver(dense(coarsest));
  if (coarsestSolve === undefined) {
    throw new DomainError(
      'multigridSolver: a positive definite matrix required, got one that is not, on its coarsest level',
    );
  }
  return (b, { tolerance = 1e-8, maxSteps = 60, sweeps = 2 } = {}) => {
    const { matrix } = levels[0]!;
    if (b.length !== matrix.diagonal.length) {
      throw new ShapeError(`multigridSolver: ${matrix.diagonal.length} numbers required, got ${b.length}`);
    }
    const cycle = (r: Float64Array): Float64Array => vCycle(levels, coarsestSolve, 0, r, sweeps);
    const apply = (x: Float64Array): Float64Array => sparseProduct(matrix, x);
    const goal = tolerance * length(b);
    if (goal === 0) return { value: new Float64Array(b.length), result: 'converged', steps: 0 };
    let at = conjugateStart(new Float64Array(b.length), b, cycle);
    for (let steps = 1; ; steps++) {
      const { curvature, next } = conjugateStep(apply, at, cycle);
      if (!(curvature > 0)) return { value: at.x, result: Number.isNaN(curvature) ? 'diverged' : 'stalled', steps };
      at = next;
      if (length(at.residual) <= goal) return { value: at.x, result: 'converged', steps };
      if (steps >= maxSteps) return { value: at.x, result: 'max-steps', steps };
    }
  };
}

/** The V-cycle from x = 0 at a level and all coarser ones. */
function vCycle(
  levels: readonly MultigridLevel[],
  coarsestSolve: (b: Float64Array) => Float64Array,
  level: number,
  b: Float64Array,
  sweeps: number,
): Float64Array {
  if (level === levels.length - 1) return coarsestSolve(b);
  const { matrix, parents } = levels[level]!;
  const x = new Float64Array(b.length);
  for (let sweep = 0; sweep < sweeps; sweep++) relax(matrix, b, x, 'forwards');
  const image = sparseProduct(matrix, x);
  const coarse = new Float64Array(levels[level + 1]!.matrix.diagonal.length);
  for (let i = 0; i < b.length; i++) {
    const half = (b[i]! - image[i]!) / 2;
    const [p, q] = [parents[2 * i]!, parents[2 * i + 1]!];
    if (p >= 0) coarse[p] = coarse[p]! + half;
    if (q >= 0) coarse[q] = coarse[q]! + half;
  }
  const correction = vCycle(levels, coarsestSolve, level + 1, coarse, sweeps);
  for (let i = 0; i < b.length; i++) {
    const [p, q] = [parents[2 * i]!, parents[2 * i + 1]!];
    x[i] = x[i]! + ((p < 0 ? 0 : correction[p]!) + (q < 0 ? 0 : correction[q]!)) / 2;
  }
  for (let sweep = 0; sweep < sweeps; sweep++) relax(matrix, b, x, 'backwards');
  return x;
}

/** One sweep of Gauss and Seidel, in place. */
function relax(
  { diagonal, starts, columns, entries }: SparseSymmetricMatrix,
  b: Float64Array,
  x: Float64Array,
  order: 'forwards' | 'backwards',
): void {
  const n = x.length;
  for (let k = 0; k < n; k++) {
    const i = order === 'forwards' ? k : n - 1 - k;
    const end = starts[i + 1]!;
    let sum = b[i]!;
    for (let j = starts[i]!; j < end; j++) sum -= entries[j]! * x[columns[j]!]!;
    x[i] = sum / diagonal[i]!;
  }
}

function dense({ diagonal, starts, columns, entries }: SparseSymmetricMatrix): Matrix {
  const matrix = Matrix.diag(Array.from(diagonal));
  for (let i = 0; i < diagonal.length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) matrix.set(i, columns[k]!, entries[k]!);
  }
  return matrix;
}
