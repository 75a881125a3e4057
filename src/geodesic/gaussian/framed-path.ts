/** @file Conditions on end points that form a manifold: their linearisation at a path, and the return of a path to them. */

import { choleskySolver, Matrix } from '../../linalg/dense-real.ts';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import type { ConstrainedPath } from '../../path/constrained-path.ts';

/** A condition whose end points form a manifold, with independent coordinates of its tangents at the target. */
export interface FramedPath extends ConstrainedPath {
  /** The coordinates of a miss, shape (m,). */
  readonly coordinatesOf: (miss: Float64Array) => Float64Array;
  /** The tangent with these coordinates: the transpose. */
  readonly vectorOf: (coordinates: Float64Array) => Float64Array;
  readonly size: number;
}

/** c in coordinates at a path, and J = L·Y for the rows kept, Y orthonormal. */
export interface Rows {
  readonly miss: Float64Array;
  readonly basis: readonly Float64Array[];
  /** The rows of L, each up to its diagonal. */
  readonly triangle: readonly Float64Array[];
  /** The rows of J that do not depend on others. */
  readonly kept: readonly number[];
}

/** |c| at which a return ends, and the most steps of one. */
const RETURNED = 1e-13;
const MOST_RETURNS = 30;
/** Rows of J that add less than this share of the longest to the span depend on the others: symmetries keep the end there. */
const DEPENDENT = 1e-9;

/** c in coordinates, and J = L·Y by Gram and Schmidt, twice, for the rows that do not depend on others. */
export function rowsAt(path: FramedPath, x: Float64Array): Rows {
  const { miss, pullback } = path.condition(x);
  const rows = Array.from({ length: path.size }, (_, i) => {
    const unit = new Float64Array(path.size);
    unit[i] = 1;
    return pullback(path.vectorOf(unit));
  });
  const least = DEPENDENT * rows.reduce((most, row) => Math.max(most, length(row)), 0);
  const basis: Float64Array[] = [];
  const triangle: Float64Array[] = [];
  const kept: number[] = [];
  rows.forEach((given, i) => {
    let rest = given;
    const row = new Float64Array(basis.length + 1);
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((e, j) => {
        const part = dot(e, rest);
        row[j] = row[j]! + part;
        rest = plus(rest, -part, e);
      });
    }
    const size = length(rest);
    if (!(size > least)) return;
    row[basis.length] = size;
    basis.push(times(1 / size, rest));
    triangle.push(row);
    kept.push(i);
  });
  return { miss: path.coordinatesOf(miss), basis, triangle, kept };
}

/** z of L z = c. */
function forward(triangle: readonly Float64Array[], c: Float64Array): Float64Array {
  const z = new Float64Array(c.length);
  triangle.forEach((row, i) => {
    let rest = c[i]!;
    for (let j = 0; j < i; j++) rest -= row[j]! * z[j]!;
    z[i] = rest / row[i]!;
  });
  return z;
}

/** p of Lᵀp = z. */
export function backward(triangle: readonly Float64Array[], z: Float64Array): Float64Array {
  const p = z.slice();
  for (let i = p.length - 1; i >= 0; i--) {
    p[i] = p[i]! / triangle[i]![i]!;
    for (let j = 0; j < i; j++) p[j] = p[j]! - triangle[i]![j]! * p[i]!;
  }
  return p;
}

/** Dampings of the return, as shares of the largest JJᵀ. */
const DAMPINGS = [0, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-8, 1e-6, 1e-4];

/**
 * Back to the end by the shortest moves of Newton's method, damped where the end is hard to move; where it fails, as near as it came.
 *
 * @param goal - the miss in coordinates to which it goes, shape (m,)
 */
export function returned(path: FramedPath, start: Float64Array, goal: Float64Array): Float64Array {
  const missAt = (x: Float64Array): number => length(plus(path.coordinatesOf(path.condition(x).miss), -1, goal));
  let x = start;
  let at = rowsAt(path, x);
  for (let step = 0; step < MOST_RETURNS; step++) {
    const miss = plus(at.miss, -1, goal);
    if (length(miss) <= RETURNED) break;
    const c = Float64Array.from(at.kept, (row) => miss[row]!);
    const next = DAMPINGS.map((damping) => dampedMove(at.triangle, at.basis, c, damping))
      .filter((move) => length(move) <= 0.3 * length(x))
      .map((move) => plus(x, -1, move))
      .find((trial) => missAt(trial) < 0.9 * length(miss));
    if (next === undefined) break;
    x = next;
    at = rowsAt(path, x);
  }
  return x;
}

/** Jᵀ(JJᵀ + damping)⁻¹c with JJᵀ = LLᵀ: Yᵀ L⁻¹c without damping. */
function dampedMove(
  triangle: readonly Float64Array[],
  basis: readonly Float64Array[],
  c: Float64Array,
  damping: number,
): Float64Array {
  const z = damping === 0 ? forward(triangle, c) : dampedSolution(triangle, c, damping);
  const size = basis[0]?.length ?? 0;
  return basis.reduce<Float64Array>((sum, e, i) => plus(sum, z[i]!, e), new Float64Array(size));
}

/** Lᵀ(LLᵀ + damping·trace)⁻¹c. */
function dampedSolution(triangle: readonly Float64Array[], c: Float64Array, damping: number): Float64Array {
  const n = c.length;
  const gram = Matrix.zeros(n, n);
  let trace = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = dot(triangle[i]!.subarray(0, j + 1), triangle[j]!.subarray(0, j + 1));
      gram.set(i, j, value);
      gram.set(j, i, value);
    }
    trace += gram.get(i, i);
  }
  for (let i = 0; i < n; i++) gram.set(i, i, gram.get(i, i) + damping * trace);
  const solve = choleskySolver(gram);
  const z = new Float64Array(n);
  if (solve === undefined) return z.fill(Infinity);
  const y = solve(c);
  triangle.forEach((row, i) => {
    for (let j = 0; j <= i; j++) z[j] = z[j]! + row[j]! * y[i]!;
  });
  return z;
}
