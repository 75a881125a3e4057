/**
 * @file Reduction of a real symmetric matrix to tridiagonal form by Householder reflections, from the last row up. Only
 * the lower triangle is touched. The change B ← B − vwᵀ − wvᵀ of one step and the product Bu of the next are one pass,
 * two rows at a time.
 */

import { total } from './lanes';

/** Below this, squares of the numbers of a row would have lost their digits; such a row counts as zero. */
const LEAST_SQUARE: f64 = 1.1832913578315177e-271; // 2⁻⁹⁰⁰

/**
 * Row k ≥ 2 becomes the k entries of the unit vector of its reflection, or zeros. Rows are `stride` bytes apart, a
 * multiple of 16; diagonal, off-diagonal and each of the three vectors in `scratch` have as many bytes.
 */
export function tridiagonalise(
  rows: usize,
  n: i32,
  stride: usize,
  diagonal: usize,
  offDiagonal: usize,
  scratch: usize,
): void {
  const v = scratch;
  const w = scratch + stride;
  const product = w + stride;
  memory.fill(scratch, 0, 3 * stride);
  for (let k = n - 1; k >= 0; k--) {
    const row = rows + <usize>k * stride;
    const vk = load<f64>(v + (<usize>k << 3));
    const wk = load<f64>(w + (<usize>k << 3));
    for (let j: usize = 0; j <= <usize>k << 3; j += 8) {
      store<f64>(row + j, load<f64>(row + j) - vk * load<f64>(w + j) - wk * load<f64>(v + j));
    }
    store<f64>(diagonal + (<usize>k << 3), load<f64>(row + (<usize>k << 3)));
    if (k == 0) break;
    store<f64>(offDiagonal + (<usize>(k - 1) << 3), reflection(row, k));
    memory.fill(product, 0, stride);
    changeAndMultiply(rows, k, stride, v, w, row, product);
    const end = <usize>k << 3;
    let expectation: f64 = 0;
    for (let j: usize = 0; j < end; j += 8) expectation += load<f64>(row + j) * load<f64>(product + j);
    for (let j: usize = 0; j < end; j += 8) {
      const u = load<f64>(row + j);
      store<f64>(v + j, u);
      store<f64>(w + j, 2 * load<f64>(product + j) - 2 * expectation * u);
    }
  }
}

/** Replaces x, k numbers, by the unit vector v with (1 − 2vvᵀ)x = y·e_{k−1}, or by zero if x is so already; y. */
function reflection(x: usize, k: i32): f64 {
  const at = x + (<usize>(k - 1) << 3);
  const last = load<f64>(at);
  let others: f64 = 0;
  for (let p = x; p < at; p += 8) others += load<f64>(p) * load<f64>(p);
  if (others < LEAST_SQUARE) {
    memory.fill(x, 0, <usize>k << 3);
    return last;
  }
  const length = Math.sqrt(others + last * last);
  const signed = last < 0 ? -length : length;
  const factor = 1 / Math.sqrt(2 * length * (length + Math.abs(last)));
  for (let p = x; p <= at; p += 8) store<f64>(p, load<f64>(p) * factor);
  store<f64>(at, load<f64>(at) + signed * factor);
  return -signed;
}

/** The entry at an address, changed; its product with u. */
// @ts-ignore: decorator
@inline
function changed(at: usize, vi: f64, wi: f64, v: usize, w: usize): f64 {
  const b = load<f64>(at) - vi * load<f64>(w) - wi * load<f64>(v);
  store<f64>(at, b);
  return b;
}

// @ts-ignore: decorator
@inline
function addTo(at: usize, x: f64): void {
  store<f64>(at, load<f64>(at) + x);
}

/** B ← B − vwᵀ − wvᵀ for the leading k × k block, and product ← product + Bu. */
function changeAndMultiply(
  rows: usize, k: i32, stride: usize, v: usize, w: usize, u: usize, product: usize,
): void {
  for (let i = 0; i < k; i += 2) {
    const two = i + 1 < k;
    const end = <usize>i << 3;
    const first = rows + <usize>i * stride;
    const second = two ? first + stride : first;
    const v0 = v128.load64_splat(v + end);
    const w0 = v128.load64_splat(w + end);
    const u0 = v128.load64_splat(u + end);
    let sum0 = f64x2.splat(0);
    let sum1 = f64x2.splat(0);
    if (two) {
      const v1 = v128.load64_splat(v + end, 8);
      const w1 = v128.load64_splat(w + end, 8);
      const u1 = v128.load64_splat(u + end, 8);
      for (let j: usize = 0; j < end; j += 16) {
        const vj = v128.load(v + j);
        const wj = v128.load(w + j);
        const uj = v128.load(u + j);
        const b0 = f64x2.sub(f64x2.sub(v128.load(first + j), f64x2.mul(v0, wj)), f64x2.mul(w0, vj));
        const b1 = f64x2.sub(f64x2.sub(v128.load(second + j), f64x2.mul(v1, wj)), f64x2.mul(w1, vj));
        v128.store(first + j, b0);
        v128.store(second + j, b1);
        sum0 = f64x2.add(sum0, f64x2.mul(b0, uj));
        sum1 = f64x2.add(sum1, f64x2.mul(b1, uj));
        v128.store(
          product + j,
          f64x2.add(v128.load(product + j), f64x2.add(f64x2.mul(b0, u0), f64x2.mul(b1, u1))),
        );
      }
    } else {
      for (let j: usize = 0; j < end; j += 16) {
        const vj = v128.load(v + j);
        const wj = v128.load(w + j);
        const b0 = f64x2.sub(f64x2.sub(v128.load(first + j), f64x2.mul(v0, wj)), f64x2.mul(w0, vj));
        v128.store(first + j, b0);
        sum0 = f64x2.add(sum0, f64x2.mul(b0, v128.load(u + j)));
        v128.store(product + j, f64x2.add(v128.load(product + j), f64x2.mul(b0, u0)));
      }
    }
    const vi = load<f64>(v + end);
    const wi = load<f64>(w + end);
    const ui = load<f64>(u + end);
    const corner = changed(first + end, vi, wi, v + end, w + end);
    addTo(product + end, total(sum0) + corner * ui);
    if (two) {
      const vn = load<f64>(v + end, 8);
      const wn = load<f64>(w + end, 8);
      const un = load<f64>(u + end, 8);
      const beside = changed(second + end, vn, wn, v + end, w + end);
      const last = changed(second + end + 8, vn, wn, v + end + 8, w + end + 8);
      addTo(product + end, beside * un);
      addTo(product + end + 8, total(sum1) + beside * ui + last * un);
    }
  }
}
