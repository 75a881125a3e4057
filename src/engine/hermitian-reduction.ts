/**
 * @file Reduction of a Hermitian matrix to tridiagonal form by Householder reflections, as that of a real symmetric one:
 * from the last row up, only the lower triangle is touched.
 */

/** Below this, squares of the numbers of a row would have lost their digits; such a row counts as zero. */
const LEAST_SQUARE = 2 ** -900;

/**
 * Reduces the Hermitian matrix whose lower triangle stands in `rows`, with the largest entry near 1: A = Q·T·Q† with
 * Q = H_{n−1}…H₂ and H_k = 1 − 2v_k v_k†.
 *
 * @param rows - n × n complex, row-major; on return row k ≥ 2 starts with the k entries of the unit vector v_k, or with
 *   zeros where H_k is the identity
 * @param diagonal - of shape (n,), becomes the diagonal of T
 * @param offDiagonal - n complex numbers, become the entries beside it, T_{k,k+1} at k
 */
export function reduceHermitianHere(rows: Float64Array, diagonal: Float64Array, offDiagonal: Float64Array): void {
  const n = diagonal.length;
  const [v, w] = [new Float64Array(2 * n), new Float64Array(2 * n)]; // the change still to be made is −vw† − wv†
  for (let k = n - 1; k >= 0; k--) {
    const row = rows.subarray(2 * k * n, 2 * (k * n + k + 1));
    change(row, v, w, k, k + 1);
    diagonal[k] = row[2 * k]!;
    if (k === 0) break;
    reflection(row, k, offDiagonal.subarray(2 * k - 2, 2 * k));
    const product = new Float64Array(2 * k);
    for (let i = 0; i < k; i++) {
      const own = rows.subarray(2 * i * n, 2 * (i * n + i + 1));
      change(own, v, w, i, i + 1);
      own[2 * i + 1] = 0;
      addProducts(own, i, row, product);
    }
    let expectation = 0;
    for (let j = 0; j < 2 * k; j++) expectation += row[j]! * product[j]!;
    for (let j = 0; j < 2 * k; j++) {
      v[j] = row[j]!;
      w[j] = 2 * product[j]! - 2 * expectation * row[j]!;
    }
  }
}

/** Row i of B − vw† − wv†, its first `count` entries. */
function change(row: Float64Array, v: Float64Array, w: Float64Array, i: number, count: number): void {
  const [vre, vim, wre, wim] = [v[2 * i]!, v[2 * i + 1]!, w[2 * i]!, w[2 * i + 1]!];
  for (let j = 0; j < 2 * count; j += 2) {
    row[j] = row[j]! - (vre * w[j]! + vim * w[j + 1]! + wre * v[j]! + wim * v[j + 1]!);
    row[j + 1] = row[j + 1]! - (vim * w[j]! - vre * w[j + 1]! + wim * v[j]! - wre * v[j + 1]!);
  }
}

/** What row i of a Hermitian matrix, given up to the diagonal, and its mirror image contribute to the product with u. */
function addProducts(row: Float64Array, i: number, u: Float64Array, product: Float64Array): void {
  const [ure, uim] = [u[2 * i]!, u[2 * i + 1]!];
  let re = row[2 * i]! * ure;
  let im = row[2 * i]! * uim;
  for (let j = 0; j < 2 * i; j += 2) {
    const [x, y] = [row[j]!, row[j + 1]!];
    re += x * u[j]! - y * u[j + 1]!;
    im += x * u[j + 1]! + y * u[j]!;
    product[j] = product[j]! + x * ure + y * uim;
    product[j + 1] = product[j + 1]! + x * uim - y * ure;
  }
  product[2 * i] = product[2 * i]! + re;
  product[2 * i + 1] = product[2 * i + 1]! + im;
}

/**
 * Replaces the first k numbers of a row, whose conjugates are x, by the unit vector v with (1 − 2vv†)x = y·e_{k−1}, or by zero
 * if x is so already.
 */
function reflection(row: Float64Array, k: number, y: Float64Array): void {
  const [re, im] = [row[2 * k - 2]!, -row[2 * k - 1]!];
  let others = 0;
  for (let j = 0; j < 2 * k - 2; j++) others += row[j]! * row[j]!;
  if (others < LEAST_SQUARE) {
    row.fill(0, 0, 2 * k);
    y.set([re, im]);
    return;
  }
  const modulus = Math.sqrt(re * re + im * im);
  const length = Math.sqrt(others + modulus * modulus);
  const [cos, sin] = modulus === 0 ? [1, 0] : [re / modulus, im / modulus];
  const factor = 1 / Math.sqrt(2 * length * (length + modulus));
  for (let j = 0; j < 2 * k - 2; j += 2) {
    row[j] = row[j]! * factor;
    row[j + 1] = -row[j + 1]! * factor;
  }
  row.set([(re + cos * length) * factor, (im + sin * length) * factor], 2 * k - 2);
  y.set([-cos * length, -sin * length]);
}
