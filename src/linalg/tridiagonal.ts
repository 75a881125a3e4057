/** @file Eigenvalues of a real symmetric tridiagonal matrix, the last step of every Hermitian eigenproblem. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';

/** Far more iterations than the two or three that an eigenvalue needs. */
const MOST_ITERATIONS = 200;

/**
 * Diagonalises a real symmetric tridiagonal matrix in place by the implicit QL method with Wilkinson's shift.
 *
 * @param diagonal    - d₀ … d_{n−1}; becomes the eigenvalues, unsorted
 * @param offDiagonal - e₀ … e_{n−2} and room for one more number; destroyed
 * @param rows        - n × width, row-major: all rotations are applied to its rows too, at the end, so that the
 *                      identity becomes the eigenvectors, row by row; undefined if only eigenvalues are wanted
 *
 * Cost O(n²), with vectors O(n²·width).
 *
 * @see Dubrulle, Martin & Wilkinson, Numer. Math. 12, 377 (1968)
 */
export function tridiagonalEigen(diagonal: Float64Array, offDiagonal: Float64Array, rows?: Float64Array): void {
  const n = diagonal.length;
  const d = diagonal;
  const e = offDiagonal;
  const rotations: number[] = []; // row, cos, sin
  let scale = 0;
  for (let i = 0; i < n; i++) scale = Math.max(scale, Math.abs(d[i]!), i + 1 < n ? Math.abs(e[i]!) : 0);
  const negligible = (Number.EPSILON / 8) * scale;
  for (let low = 0; low < n; low++) {
    for (let iteration = 0; ; iteration++) {
      let high = low;
      while (high + 1 < n) {
        const size = Math.abs(e[high]!);
        if (size <= negligible || size <= (Number.EPSILON / 2) * Math.sqrt(Math.abs(d[high]! * d[high + 1]!))) break;
        high++;
      }
      if (high === low) break;
      if (iteration === MOST_ITERATIONS) {
        throw new DomainError(`tridiagonalEigen: finite entries required, got no convergence at eigenvalue ${low}`);
      }
      sweep(d, e, low, high, rows === undefined ? undefined : rotations);
    }
  }
  if (rows !== undefined) currentEngine().rotateRows(rows, n, Float64Array.from(rotations));
}

/** One implicit QL sweep over the unreduced block low … high. */
function sweep(d: Float64Array, e: Float64Array, low: number, high: number, rotations: number[] | undefined): void {
  const ratio = (d[low + 1]! - d[low]!) / (2 * e[low]!);
  const root = Math.hypot(ratio, 1);
  let g = d[high]! - d[low]! + e[low]! / (ratio + (ratio < 0 ? -root : root));
  let sin = 1;
  let cos = 1;
  let shift = 0;
  for (let i = high - 1; i >= low; i--) {
    const f = sin * e[i]!;
    const b = cos * e[i]!;
    const r = Math.sqrt(f * f + g * g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = d[i + 1]! - shift; // the block has split: start again with the parts
      e[high] = 0;
      return;
    }
    sin = f / r;
    cos = g / r;
    g = d[i + 1]! - shift;
    const t = (d[i]! - g) * sin + 2 * cos * b;
    shift = sin * t;
    d[i + 1] = g + shift;
    g = cos * t - b;
    rotations?.push(i, cos, sin);
  }
  d[low] = d[low]! - shift;
  e[low] = g;
  e[high] = 0;
}
