/**
 * @file Reduction of a real symmetric matrix to tridiagonal form by Householder reflections, from the last row up. The
 * change B ← HBH of one step and the product Bv of the next are one pass over the lower triangle.
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 8.3.1
 */

/** Below this, squares of the numbers of a row would have lost their digits; such a row counts as zero. */
const LEAST_SQUARE = 2 ** -900;

/**
 * Reduces the symmetric matrix whose lower triangle stands in `rows`, with the largest entry near 1: A = Q·T·Qᵀ with
 * Q = H_{n−1}…H₂ and H_k = 1 − 2v_k v_kᵀ.
 *
 * @param rows - n × n, row-major; on return row k ≥ 2 starts with the k entries of the unit vector v_k, or with zeros
 *   where H_k is the identity
 * @param diagonal - of shape (n,), becomes the diagonal of T
 * @param offDiagonal - of shape (n,), becomes the entries beside it, T_{k,k+1} at k
 */
export function reduceHere(rows: Float64Array, diagonal: Float64Array, offDiagonal: Float64Array): void {
  const n = diagonal.length;
  const [v, w] = [new Float64Array(n), new Float64Array(n)]; // the change still to be made is −vwᵀ − wvᵀ
  const product = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    const row = rows.subarray(k * n, k * n + k + 1);
    for (let j = 0; j <= k; j++) row[j] = row[j]! - v[k]! * w[j]! - w[k]! * v[j]!;
    diagonal[k] = row[k]!;
    if (k === 0) break;
    offDiagonal[k - 1] = reflection(row, k);
    changeAndMultiply(rows, n, k, v, w, row, product);
    let expectation = 0;
    for (let j = 0; j < k; j++) expectation += row[j]! * product[j]!;
    for (let j = 0; j < k; j++) {
      v[j] = row[j]!;
      w[j] = 2 * product[j]! - 2 * expectation * row[j]!;
    }
  }
}

/** Replaces x, the first k numbers, by the unit vector v with (1 − 2vvᵀ)x = y·e_{k−1}, or by zero if x is so already. */
function reflection(x: Float64Array, k: number): number {
  const last = x[k - 1]!;
  let others = 0;
  for (let j = 0; j < k - 1; j++) others += x[j]! * x[j]!;
  if (others < LEAST_SQUARE) {
    x.fill(0, 0, k);
    return last;
  }
  const length = Math.sqrt(others + last * last);
  const signed = last < 0 ? -length : length;
  const factor = 1 / Math.sqrt(2 * length * (length + Math.abs(last)));
  for (let j = 0; j < k; j++) x[j] = x[j]! * factor;
  x[k - 1] = x[k - 1]! + signed * factor;
  return -signed;
}

/** B ← B − vwᵀ − wvᵀ for the leading k × k block, and product ← Bu. */
function changeAndMultiply(
  rows: Float64Array,
  n: number,
  k: number,
  v: Float64Array,
  w: Float64Array,
  u: Float64Array,
  product: Float64Array,
): void {
  for (let i = 0; i < k; i++) {
    const at = i * n;
    const [vi, wi, ui] = [v[i]!, w[i]!, u[i]!];
    let sum = 0;
    for (let j = 0; j < i; j++) {
      const b = rows[at + j]! - vi * w[j]! - wi * v[j]!;
      rows[at + j] = b;
      sum += b * u[j]!;
      product[j] = product[j]! + b * ui;
    }
    const b = rows[at + i]! - 2 * vi * wi;
    rows[at + i] = b;
    product[i] = sum + b * ui;
  }
}

/** x ← Q·x, with Q as `reduceHere` left it, for each of `count` rows x of n numbers. */
export function reflectHere(rows: Float64Array, count: number, reflectors: Float64Array, n: number): void {
  for (let row = 0; row < count; row++) {
    const x = rows.subarray(row * n, (row + 1) * n);
    for (let k = 2; k < n; k++) {
      const v = reflectors.subarray(k * n, k * n + k);
      let overlap = 0;
      for (let j = 0; j < k; j++) overlap += v[j]! * x[j]!;
      for (let j = 0; j < k; j++) x[j] = x[j]! - 2 * overlap * v[j]!;
    }
  }
}
