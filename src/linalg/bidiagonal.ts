/** @file Singular values of a real bidiagonal matrix, the last step of every real singular value problem. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';

/** Far more iterations than the two or three that a singular value needs. */
const MOST_ITERATIONS = 200;
/** Rotations that are collected before they are applied. */
const MOST_ROTATIONS = 2 ** 20;

/** Rotations of neighbouring rows, applied many at a time. */
interface Rotated {
  readonly rows: Float64Array;
  readonly rotations: number[];
}

/**
 * Diagonalises a real upper bidiagonal matrix in place by implicit QR with the shift of the last 2 × 2 block:
 * B = UᵀΣV with rotations U and V.
 *
 * @param diagonal    - d₀ … d_{n−1}; becomes the singular values, not negative, unsorted
 * @param offDiagonal - e₀ … e_{n−2} above the diagonal; destroyed
 * @param left, right - n × width each, row-major: all rotations are applied to their rows too, so that the identity
 *                      becomes U and V; undefined if only values are wanted
 *
 * Errors of the values are a few 1e-16 of the largest one. Cost O(n²), with vectors O(n²·width).
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 8.6
 */
export function bidiagonalSingularValues(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  left?: Float64Array,
  right?: Float64Array,
): void {
  const [d, e, n] = [diagonal, offDiagonal, diagonal.length];
  const sides = [left, right].map((rows) => (rows === undefined ? undefined : { rows, rotations: [] as number[] }));
  let scale = 0;
  for (let i = 0; i < n; i++) scale = Math.max(scale, Math.abs(d[i]!), i + 1 < n ? Math.abs(e[i]!) : 0);
  const negligible = (Number.EPSILON / 4) * scale;
  const isSmall = (k: number): boolean =>
    Math.abs(e[k]!) <= Math.max(negligible, Number.EPSILON * (Math.abs(d[k]!) + Math.abs(d[k + 1]!)));
  for (let high = n - 1; high > 0; high--) {
    for (let iteration = 0; !isSmall(high - 1); iteration++) {
      if (iteration === MOST_ITERATIONS) {
        throw new DomainError(`bidiagonalSingularValues: finite entries required, got no convergence at ${high}`);
      }
      let low = high - 1;
      while (low > 0 && !isSmall(low - 1)) low--;
      sweep(d, e, low, high, negligible, sides[0]?.rotations, sides[1]?.rotations);
      for (const side of sides) if (side !== undefined) apply(side, n, MOST_ROTATIONS);
    }
    e[high - 1] = 0;
  }
  for (const side of sides) if (side !== undefined) apply(side, n, 0);
  for (let k = 0; k < n; k++) {
    if (d[k]! >= 0) continue;
    d[k] = -d[k]!;
    const width = (right?.length ?? 0) / n;
    for (let i = k * width; i < (k + 1) * width; i++) right![i] = -right![i]!;
  }
}

/** Applies the rotations that have been collected, if there are more than so many numbers. */
function apply({ rows, rotations }: Rotated, n: number, most: number): void {
  if (rotations.length <= most) return;
  currentEngine().rotateRows(rows, n, Float64Array.from(rotations));
  rotations.length = 0;
}

/** One implicit QR sweep over the unreduced block low … high; without shift where the block is singular. */
function sweep(
  d: Float64Array,
  e: Float64Array,
  low: number,
  high: number,
  negligible: number,
  left: number[] | undefined,
  right: number[] | undefined,
): void {
  let [f, g] = [d[low]!, e[low]!];
  let singular = false;
  for (let k = low; k <= high; k++) singular ||= Math.abs(d[k]!) <= negligible;
  if (!singular) {
    const shift = smallerSingularValue(d[high - 1]!, e[high - 1]!, d[high]!);
    f = (Math.abs(f) - shift) * (Math.sign(f) + shift / f);
  }
  for (let k = low; k < high; k++) {
    let r = Math.hypot(f, g);
    let [cos, sin] = r === 0 ? [1, 0] : [f / r, g / r];
    if (k > low) e[k - 1] = r;
    f = cos * d[k]! + sin * e[k]!;
    e[k] = cos * e[k]! - sin * d[k]!;
    g = sin * d[k + 1]!;
    d[k + 1] = cos * d[k + 1]!;
    right?.push(k, cos, -sin);
    r = Math.hypot(f, g);
    [cos, sin] = r === 0 ? [1, 0] : [f / r, g / r];
    d[k] = r;
    f = cos * e[k]! + sin * d[k + 1]!;
    d[k + 1] = cos * d[k + 1]! - sin * e[k]!;
    g = k + 1 < high ? sin * e[k + 1]! : 0;
    if (k + 1 < high) e[k + 1] = cos * e[k + 1]!;
    left?.push(k, cos, -sin);
  }
  e[high - 1] = f;
}

/** The smaller singular value of ((a, b), (0, c)), without cancellation. */
function smallerSingularValue(a: number, b: number, c: number): number {
  const [x, y] = [Math.hypot(Math.abs(a) + Math.abs(c), b), Math.hypot(Math.abs(a) - Math.abs(c), b)];
  return (2 * Math.abs(a * c)) / (x + y); // the larger one is (x + y)/2, their product |ac|
}
