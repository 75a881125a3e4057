/** @file Least squares with coefficients that must not be negative, for few of them. */

import { DomainError, ShapeError } from '../errors.ts';
import { choleskyFactor } from './cholesky.ts';

/** Most columns, whose subsets are tried one by one. */
const MOST_COLUMNS = 12;
/** Pivots below this share of their column are linear dependence. */
const DEPENDENT = 1e-12;

/** The coefficients x ≥ 0 with the least |Ax − b|. */
export interface NonNegativeFit {
  readonly coefficients: readonly number[];
  /** |Ax − b|². */
  readonly misfit: number;
}

/**
 * min |Ax − b|² over x ≥ 0: the best of the unconstrained solutions on subsets of the columns that are positive there,
 * which the minimum is. Exact, and unique where the columns are independent.
 *
 * @param rows - A, shape (rows, columns), at most 12 columns
 * @param goal - b
 * @throws {ShapeError} rows of different lengths, or another number of goals
 * @throws {DomainError} more columns, or numbers that are not finite
 *
 * O(rows·columns² + 2^columns·columns³).
 *
 * @see Lawson & Hanson, Solving Least Squares Problems (1974), ch. 23, for the conditions
 */
export function nonNegativeLeastSquares(rows: readonly (readonly number[])[], goal: readonly number[]): NonNegativeFit {
  const columns = rows[0]?.length ?? 0;
  if (rows.length !== goal.length || rows.some((row) => row.length !== columns)) {
    throw new ShapeError(
      `nonNegativeLeastSquares: ${goal.length} rows of ${columns} numbers required, got ${rows.length}`,
    );
  }
  if (columns > MOST_COLUMNS) {
    throw new DomainError(`nonNegativeLeastSquares: at most ${MOST_COLUMNS} columns possible, got ${columns}`);
  }
  const wrong = [...rows.flat(), ...goal].find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new DomainError(`nonNegativeLeastSquares: finite numbers required, got ${wrong}`);
  const gram = Array.from({ length: columns }, (_, i) =>
    Array.from({ length: columns }, (__, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  );
  const right = Array.from({ length: columns }, (_, i) => rows.reduce((sum, row, k) => sum + row[i]! * goal[k]!, 0));
  const square = goal.reduce((sum, value) => sum + value * value, 0);
  let best: NonNegativeFit = { coefficients: new Array<number>(columns).fill(0), misfit: square };
  for (let mask = 1; mask < 1 << columns; mask++) {
    const chosen = Array.from({ length: columns }, (_, k) => k).filter((k) => (mask >> k) & 1);
    const found = solved(
      chosen.map((i) => chosen.map((j) => gram[i]![j]!)),
      chosen.map((i) => right[i]!),
    );
    if (found === undefined || found.some((value) => !(value > 0))) continue;
    // At a stationary point |Ax − b|² = |b|² − x·Aᵀb.
    const misfit = Math.max(0, square - found.reduce((sum, value, k) => sum + value * right[chosen[k]!]!, 0));
    if (misfit >= best.misfit) continue;
    const coefficients = new Array<number>(columns).fill(0);
    chosen.forEach((k, at) => {
      coefficients[k] = found[at]!;
    });
    best = { coefficients, misfit };
  }
  return best;
}

/** The solution of a positive definite system; undefined where its columns depend on each other. */
function solved(gram: readonly (readonly number[])[], right: readonly number[]): readonly number[] | undefined {
  const n = right.length;
  const scales = gram.map((row, i) => Math.sqrt(row[i]!));
  if (scales.some((scale) => !(scale > 0))) return undefined;
  const data = Float64Array.from(gram.flatMap((row, i) => row.map((value, j) => value / scales[i]! / scales[j]!)));
  const factor = choleskyFactor({ rows: n, cols: n, data });
  if (factor === undefined) return undefined;
  const at = (i: number, j: number): number => factor.data[i * n + j]!;
  for (let i = 0; i < n; i++) if (at(i, i) ** 2 < DEPENDENT) return undefined;
  const x = right.map((value, i) => value / scales[i]!);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) x[i] = x[i]! - at(i, j) * x[j]!;
    x[i] = x[i]! / at(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) x[i] = x[i]! - at(j, i) * x[j]!;
    x[i] = x[i]! / at(i, i);
  }
  return x.map((value, i) => value / scales[i]!);
}
