/** @file Orthonormal rows of real matrices by Householder reflections 1 − 2vvᵀ; rows of `length` numbers follow one another. */

import { total } from './lanes';

/** Below it, and above its inverse, squares have lost digits or are about to. */
const LEAST: f64 = 1e-280;

/** Σ ab. */
function product(a: usize, b: usize, length: i32): f64 {
  const end = a + (<usize>length << 3);
  const most = a + ((<usize>length & ~3) << 3);
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  for (; a < most; a += 32) {
    even = f64x2.add(even, f64x2.mul(v128.load(a), v128.load(b)));
    odd = f64x2.add(odd, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
    b += 32;
  }
  let sum = total(f64x2.add(even, odd));
  for (; a < end; a += 8) {
    sum += load<f64>(a) * load<f64>(b);
    b += 8;
  }
  return sum;
}

/** x ← x − 2⟨v|x⟩v. */
function reflect(x: usize, v: usize, length: i32): void {
  const factor = -2 * product(v, x, length);
  const factors = f64x2.splat(factor);
  const end = x + (<usize>length << 3);
  const most = x + ((<usize>length & ~3) << 3);
  for (; x < most; x += 32) {
    v128.store(x, f64x2.add(v128.load(x), f64x2.mul(factors, v128.load(v))));
    v128.store(x, f64x2.add(v128.load(x, 16), f64x2.mul(factors, v128.load(v, 16))), 16);
    v += 32;
  }
  for (; x < end; x += 8) {
    store<f64>(x, load<f64>(x) + factor * load<f64>(v));
    v += 8;
  }
}

/** Replaces x by the unit vector v with (1 − 2vvᵀ)x = y·e₀ and returns y; for x = 0 both are zero. */
function reflector(x: usize, length: i32): f64 {
  let square = product(x, x, length);
  let largest: f64 = 1;
  const end = x + (<usize>length << 3);
  if (!(square > LEAST && square < 1 / LEAST)) {
    largest = 0;
    for (let at = x; at < end; at += 8) largest = Math.max(largest, Math.abs(load<f64>(at)));
    if (largest == 0) return 0;
    for (let at = x; at < end; at += 8) store<f64>(at, load<f64>(at) / largest);
    square = product(x, x, length);
  }
  const root = Math.sqrt(square);
  const first = load<f64>(x);
  const sign: f64 = first < 0 ? -1 : 1;
  const factor = 1 / Math.sqrt(2 * square + 2 * root * Math.abs(first));
  for (let at = x; at < end; at += 8) store<f64>(at, load<f64>(at) * factor);
  store<f64>(x, (first + sign * root) * factor);
  return -sign * root * largest;
}

/**
 * A = L·Q for `count` rows A: the first k = min(count, length) become the orthonormal rows of Q, and `factors`, count × k, the lower
 * triangle L, whose diagonal is not negative. 4k²(length − k/3) operations for count = k.
 */
export function orthonormaliseRows(rows: usize, count: i32, length: i32, factors: usize): void {
  const stride = <usize>length << 3;
  const size = count < length ? count : length;
  for (let j = 0; j < size; j++) {
    const v = rows + <usize>j * stride + (<usize>j << 3);
    const y = reflector(v, length - j);
    for (let i = j + 1; i < count; i++) reflect(rows + <usize>i * stride + (<usize>j << 3), v, length - j);
    for (let i = 0; i < j; i++) store<f64>(factors + ((<usize>i * size + j) << 3), 0);
    store<f64>(factors + ((<usize>j * size + j) << 3), Math.abs(y));
    const sign: f64 = y < 0 ? -1 : 1;
    for (let i = j + 1; i < count; i++) {
      store<f64>(factors + ((<usize>i * size + j) << 3), sign * load<f64>(rows + <usize>i * stride + (<usize>j << 3)));
    }
  }
  for (let j = size - 1; j >= 0; j--) {
    const row = rows + <usize>j * stride;
    const v = row + (<usize>j << 3);
    const sign: f64 = load<f64>(v) > 0 ? -1 : 1; // that of y is the other of the first number's
    for (let i = j + 1; i < size; i++) {
      reflect(rows + <usize>i * stride + (<usize>j << 3), v, length - j);
    }
    const first = load<f64>(v);
    memory.fill(row, 0, <usize>j << 3);
    for (let at = v; at < row + stride; at += 8) store<f64>(at, -2 * sign * first * load<f64>(at));
    store<f64>(v, load<f64>(v) + sign);
  }
}
