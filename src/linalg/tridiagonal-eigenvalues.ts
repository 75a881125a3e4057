/** @file Eigenvalues of a real symmetric tridiagonal matrix without its eigenvectors. */

import { DomainError } from '../errors.ts';

/** Far more iterations than the two or three that an eigenvalue needs. */
const MOST_ITERATIONS = 200;

/**
 * The eigenvalues of a real symmetric tridiagonal matrix, ascending, by the QL iteration without square roots: only
 * squares of the off-diagonal entries enter. O(n²), with an absolute error of a few 1e-16 of the largest eigenvalue.
 *
 * @param diagonal - d₀ … d_{n−1}
 * @param offDiagonal - e₀ … e_{n−2}; what follows is ignored
 * @throws {DomainError} an entry is not finite
 *
 * @see Parlett, The Symmetric Eigenvalue Problem, sect. 8.15 (the method of Pal, Walker and Kahan)
 */
export function tridiagonalEigenvalues(diagonal: Float64Array, offDiagonal: Float64Array): Float64Array {
  const n = diagonal.length;
  let scale = 0;
  for (let i = 0; i < n; i++) {
    const size = Math.abs(diagonal[i]!) + (i + 1 < n ? Math.abs(offDiagonal[i]!) : 0);
    if (!Number.isFinite(size)) throw new DomainError(`tridiagonalEigenvalues: finite entries required, got ${size}`);
    scale = Math.max(scale, size);
  }
  if (scale === 0) return new Float64Array(n);
  scale = 2 ** Math.floor(Math.log2(scale));
  const d = diagonal.map((x) => x / scale);
  const squares = Float64Array.from({ length: n }, (_, i) => (i + 1 < n ? (offDiagonal[i]! / scale) ** 2 : 0));
  for (let low = 0, high = 0; low < n; low = high + 1) {
    for (high = low; high + 1 < n && !isNegligible(d, squares, high); ) high++;
    if (high + 1 < n) squares[high] = 0;
    // Eigenvalues are found at the lower end first, which should be the one with the smaller entries.
    if (Math.abs(d[high]!) < Math.abs(d[low]!)) {
      d.subarray(low, high + 1).reverse();
      squares.subarray(low, high).reverse();
    }
    iterate(d, squares, low, high);
  }
  return d.map((x) => x * scale).sort();
}

/** Whether the square beside d_i is too small to matter. */
function isNegligible(d: Float64Array, squares: Float64Array, i: number): boolean {
  const unit = Number.EPSILON / 2;
  const square = squares[i]!;
  return square <= (unit * unit) / 16 || square <= unit * unit * Math.abs(d[i]! * d[i + 1]!);
}

/** Finds all eigenvalues of the block low … high. */
function iterate(d: Float64Array, squares: Float64Array, low: number, high: number): void {
  for (let iterations = 0; low <= high; ) {
    let end = low;
    while (end < high && !isNegligible(d, squares, end)) end++;
    if (end < high) squares[end] = 0;
    if (end === low) {
      low++;
      iterations = 0;
    } else if (end === low + 1) {
      solvePair(d, squares, low);
      low += 2;
      iterations = 0;
    } else {
      if (iterations++ === MOST_ITERATIONS) {
        throw new DomainError(`tridiagonalEigenvalues: no convergence at eigenvalue ${low}`);
      }
      sweep(d, squares, low, end);
    }
  }
}

/** The block of two from i on. */
function solvePair(d: Float64Array, squares: Float64Array, i: number): void {
  const mean = (d[i]! + d[i + 1]!) / 2;
  const half = Math.hypot((d[i]! - d[i + 1]!) / 2, Math.sqrt(squares[i]!));
  d[i] = mean - half;
  d[i + 1] = mean + half;
  squares[i] = 0;
}

/** One sweep over the unreduced block low … high, with Wilkinson's shift. */
function sweep(d: Float64Array, squares: Float64Array, low: number, high: number): void {
  const root = Math.sqrt(squares[low]!);
  const ratio = (d[low + 1]! - d[low]!) / (2 * root);
  const length = Math.hypot(ratio, 1);
  const shift = d[low]! - root / (ratio + (ratio < 0 ? -length : length));
  let cos = 1; // squares of cosine and sine
  let sin = 0;
  let gamma = d[high]! - shift;
  let p = gamma * gamma;
  for (let i = high - 1; i >= low; i--) {
    const square = squares[i]!;
    const r = p + square;
    if (i + 1 < high) squares[i + 1] = sin * r;
    const before = [cos, gamma] as const;
    cos = p / r;
    sin = square / r;
    const alpha = d[i]!;
    gamma = cos * (alpha - shift) - sin * before[1];
    d[i + 1] = before[1] + (alpha - gamma);
    p = cos === 0 ? before[0] * square : (gamma * gamma) / cos;
  }
  squares[low] = sin * p;
  d[low] = shift + gamma;
}
