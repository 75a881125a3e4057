/**
 * @file Reduction of a Hermitian matrix to tridiagonal form by Householder reflections, as that of a real symmetric one
 * in tridiagonal.ts: from the last row up, only the lower triangle is touched.
 */

import { swapped, total } from './lanes';

/** Below this, squares of the numbers of a row would have lost their digits; such a row counts as zero. */
const LEAST_SQUARE: f64 = 1.1832913578315177e-271; // 2⁻⁹⁰⁰

/** (x, −x). */
// @ts-ignore: decorator
@inline
function opposite(x: f64): v128 {
  return v128.replace_lane<f64>(f64x2.splat(x), 1, -x);
}

/** x·conj(y) for the number x = (re, −re) + i(im, im) and every y. */
// @ts-ignore: decorator
@inline
function timesConjugate(re: v128, im: v128, y: v128): v128 {
  return f64x2.add(f64x2.mul(re, y), f64x2.mul(im, swapped<f64>(y)));
}

/**
 * Row k ≥ 2 becomes the k numbers of the unit vector of its reflection, or zeros. Real diagonal, complex off-diagonal
 * T_{k,k+1}; `scratch` has three times n complex numbers.
 */
export function tridiagonaliseHermitian(
  rows: usize, n: i32, diagonal: usize, offDiagonal: usize, scratch: usize,
): void {
  const stride = <usize>n << 4;
  const v = scratch;
  const w = scratch + stride;
  const product = w + stride;
  memory.fill(scratch, 0, 3 * stride);
  for (let k = n - 1; k >= 0; k--) {
    const end = <usize>k << 4;
    const row = rows + <usize>k * stride;
    const vre = opposite(load<f64>(v + end));
    const vim = v128.load64_splat(v + end, 8);
    const wre = opposite(load<f64>(w + end));
    const wim = v128.load64_splat(w + end, 8);
    for (let j: usize = 0; j <= end; j += 16) {
      const change = f64x2.add(timesConjugate(vre, vim, v128.load(w + j)), timesConjugate(wre, wim, v128.load(v + j)));
      v128.store(row + j, f64x2.sub(v128.load(row + j), change));
    }
    store<f64>(diagonal + (<usize>k << 3), load<f64>(row + end));
    if (k == 0) break;
    reflection(row, end, offDiagonal + end - 16);
    memory.fill(product, 0, stride);
    changeAndMultiply(rows, end, stride, v, w, row, product);
    let overlap = f64x2.splat(0);
    for (let j: usize = 0; j < end; j += 16) {
      overlap = f64x2.add(overlap, f64x2.mul(v128.load(row + j), v128.load(product + j)));
    }
    const expectation = f64x2.splat(2 * total(overlap));
    const two = f64x2.splat(2);
    for (let j: usize = 0; j < end; j += 16) {
      const u = v128.load(row + j);
      v128.store(v + j, u);
      v128.store(w + j, f64x2.sub(f64x2.mul(two, v128.load(product + j)), f64x2.mul(expectation, u)));
    }
  }
}

/**
 * Replaces the row, whose conjugate is x, by the unit vector v with (1 − 2vv†)x = y·e_last, or by zero if x is so already;
 * writes y.
 */
function reflection(row: usize, end: usize, y: usize): void {
  const at = row + end - 16;
  const re = load<f64>(at);
  const im = -load<f64>(at, 8);
  let squares = f64x2.splat(0);
  for (let p = row; p < at; p += 16) squares = f64x2.add(squares, f64x2.mul(v128.load(p), v128.load(p)));
  const others = total(squares);
  if (others < LEAST_SQUARE) {
    memory.fill(row, 0, end);
    store<f64>(y, re);
    store<f64>(y, im, 8);
    return;
  }
  const modulus = Math.sqrt(re * re + im * im);
  const length = Math.sqrt(others + modulus * modulus);
  const cos = modulus == 0 ? 1 : re / modulus;
  const sin = modulus == 0 ? 0 : im / modulus;
  const factor = 1 / Math.sqrt(2 * length * (length + modulus));
  const conjugate = opposite(factor);
  for (let p = row; p < at; p += 16) v128.store(p, f64x2.mul(v128.load(p), conjugate));
  store<f64>(at, (re + cos * length) * factor);
  store<f64>(at, (im + sin * length) * factor, 8);
  store<f64>(y, -cos * length);
  store<f64>(y, -sin * length, 8);
}

/** B ← B − vw† − wv† for the rows up to `end` bytes, and product ← product + Bu. */
function changeAndMultiply(
  rows: usize, end: usize, stride: usize, v: usize, w: usize, u: usize, product: usize,
): void {
  let row = rows;
  for (let i: usize = 0; i < end; i += 16) {
    const vre = opposite(load<f64>(v + i));
    const vim = v128.load64_splat(v + i, 8);
    const wre = opposite(load<f64>(w + i));
    const wim = v128.load64_splat(w + i, 8);
    const ure = opposite(load<f64>(u + i));
    const uim = v128.load64_splat(u + i, 8);
    let direct = f64x2.splat(0);
    let crossed = f64x2.splat(0);
    for (let j: usize = 0; j < i; j += 16) {
      const change = f64x2.add(timesConjugate(vre, vim, v128.load(w + j)), timesConjugate(wre, wim, v128.load(v + j)));
      const b = f64x2.sub(v128.load(row + j), change);
      v128.store(row + j, b);
      const x = v128.load(u + j);
      direct = f64x2.add(direct, f64x2.mul(b, x));
      crossed = f64x2.add(crossed, f64x2.mul(b, swapped<f64>(x)));
      v128.store(product + j, f64x2.add(v128.load(product + j), timesConjugate(ure, uim, b)));
    }
    const corner = load<f64>(row + i) - 2 * total(f64x2.mul(v128.load(v + i), v128.load(w + i)));
    store<f64>(row + i, corner);
    store<f64>(row + i, 0, 8);
    const re = f64x2.extract_lane(direct, 0) - f64x2.extract_lane(direct, 1);
    store<f64>(product + i, load<f64>(product + i) + re + corner * load<f64>(u + i));
    store<f64>(product + i, load<f64>(product + i, 8) + total(crossed) + corner * load<f64>(u + i, 8), 8);
    row += stride;
  }
}
