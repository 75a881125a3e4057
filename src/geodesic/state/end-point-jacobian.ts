/**
 * @file The end point of a sliced path as a condition with a Jacobian: for few qubits it is small enough to be kept, and
 * makes the direct method a well-conditioned problem.
 */

import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { dot } from '../../linalg/real-vector.ts';
import { innerProduct, scaledVector } from '../../linalg/vector.ts';
import { missOf, type PathProblem, runPath } from '../../path/state-path.ts';
import { horizontalFrame } from './horizontal-frame.ts';

/** The condition c = 0 of a path at x, in the 2ⁿ⁺¹ − 2 coordinates of the vectors that are orthogonal to the target. */
export interface EndPointJacobian {
  /** c. */
  readonly miss: Float64Array;
  /** ∂c/∂x, row by row. */
  readonly rows: readonly Float64Array[];
  /** JJᵀ. */
  readonly gram: readonly Float64Array[];
  /** A vector of coordinates as one of amplitudes, interleaved. */
  readonly vectorOf: (coordinates: Float64Array) => Float64Array;
}

/** The Jacobian at x. Cost of 2ⁿ⁺¹ gradients. */
export function endPointJacobian(problem: PathProblem, x: Float64Array): EndPointJacobian {
  const { to } = problem;
  const run = runPath(problem, x);
  const frame = horizontalFrame(to.interleaved);
  const [re, im] = innerProduct(to, run.end);
  const modulus = Math.hypot(re, im);
  const turn = modulus > 0 ? ([re / modulus, im / modulus] as const) : ([1, 0] as const);
  const units = Array.from({ length: 2 * to.length - 2 }, (_, k) => {
    const unit = new Float64Array(2 * to.length - 2);
    unit[k] = 1;
    return scaledVector(turn, { length: to.length, interleaved: frame.vectorOf(unit) });
  });
  const rows = run.pullbacks(units);
  const gram = rows.map(() => new Float64Array(rows.length));
  for (let a = 0; a < rows.length; a++) {
    for (let b = 0; b <= a; b++) gram[a]![b] = gram[b]![a] = dot(rows[a]!, rows[b]!);
  }
  return { miss: frame.coordinatesOf(missOf(to, run.end).interleaved), rows, gram, vectorOf: frame.vectorOf };
}

/** b ↦ (JJᵀ + ridge)⁻¹ b. */
export function gramInverse({ gram }: EndPointJacobian, ridge: number): (b: Float64Array) => Float64Array {
  const matrix = new Matrix(gram as Float64Array[]);
  for (let a = 0; a < matrix.rows; a++) matrix.set(a, a, matrix.get(a, a) + ridge);
  const factor = new CholeskyDecomposition(matrix);
  return (b) => Float64Array.from(factor.solve(Matrix.columnVector(b as unknown as number[])).to1DArray());
}

/** J·v, shape (#rows,). */
export const pushed = ({ rows }: EndPointJacobian, v: Float64Array): Float64Array =>
  Float64Array.from(rows, (row) => dot(row, v));

/** Jᵀ·c. */
export function pulled({ rows }: EndPointJacobian, c: Float64Array): Float64Array {
  const sum = new Float64Array(rows[0]!.length);
  rows.forEach((row, k) => {
    const factor = c[k]!;
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + factor * row[i]!;
  });
  return sum;
}
