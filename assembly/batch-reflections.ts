/** @file Householder reflections 1 − τvv† of two small matrices side by side, and the QR decomposition by them. */

import { addMultiple, entry, magnitude, overlap, polarForm, scatter, sideBySide, squares } from './batch-lanes';

/** Below this, squares of the numbers of a column would have lost their digits; such a column counts as zero. */
const LEAST_SQUARE: f64 = 1.1832913578315177e-271; // 2⁻⁹⁰⁰

/**
 * Replaces the column from `x` to `end` by v with (1 − τvv†)x = y·e₀, writes τ, 0 where x is so already, and y. `scratch` has
 * room for three vectors.
 */
export function reflection<T>(x: usize, end: usize, tau: usize, y: usize, scratch: usize): void {
  const others = squares(x + entry<T>(), end);
  polarForm<T>(x, scratch);
  const modulus = v128.load(scratch + entry<T>());
  const length = f64x2.sqrt(f64x2.add(others, f64x2.mul(modulus, modulus)));
  const is = f64x2.ge(others, f64x2.splat(LEAST_SQUARE));
  const factor = f64x2.div(f64x2.splat(1), f64x2.mul(length, f64x2.add(length, modulus)));
  v128.store(tau, v128.and(is, factor));
  for (let part: usize = 0; part < entry<T>(); part += 16) {
    const turned = f64x2.mul(v128.load(scratch + part), length);
    const own = v128.load(x + part);
    v128.store(x + part, f64x2.add(own, turned));
    v128.store(y + part, v128.bitselect(f64x2.neg(turned), own, is));
  }
}

/** c ← (1 − τvv†)c for the entries from `c` to `end`; `scratch` has room for an entry. */
// @ts-ignore: decorator
@inline
export function reflect<T>(v: usize, c: usize, end: usize, tau: v128, scratch: usize): void {
  overlap<T>(c, v, end, scratch);
  const factor = f64x2.neg(tau);
  const re = f64x2.mul(factor, v128.load(scratch));
  // The overlap is that of c with v, the conjugate of what is wanted.
  const im = sizeof<T>() == 8 ? re : f64x2.mul(tau, v128.load(scratch, 16));
  addMultiple<T>(c, v, end, re, im);
}

/** Bytes of scratch that `decomposeQr` needs. */
export function qrScratch<T>(m: i32, n: i32): usize {
  const k = m < n ? m : n;
  return entry<T>() * <usize>(m * (n + k) + 2 * k + 1) + 32 * <usize>(k + 1);
}

/**
 * Thin A = Q·R of the m × n matrices at `a` and `b`, the diagonal of R not negative; written behind one another to `q` and `r`,
 * `count` of them.
 */
export function decomposeQr<T>(m: i32, n: i32, a: usize, b: usize, count: i32, q: usize, r: usize, scratch: usize): void {
  const k = m < n ? m : n;
  const column = <usize>m * entry<T>();
  const columns = scratch;
  const basis = columns + column * <usize>n;
  const taus = basis + column * <usize>k;
  const diagonal = taus + (<usize>k << 4);
  const phases = diagonal + entry<T>() * <usize>k;
  const phase = entry<T>() + 16;
  const space = phases + phase * <usize>k;
  const row = <usize>n * sizeof<T>();
  const powers = f64x2(magnitude(a, a + <usize>m * row), magnitude(b, b + <usize>m * row));
  sideBySide<T>(columns, m, n, a, b, row, sizeof<T>(), f64x2.div(f64x2.splat(1), powers), 1);
  for (let j: usize = 0; j < <usize>k; j++) {
    const own = columns + j * column;
    const v = own + j * entry<T>();
    const y = diagonal + j * entry<T>();
    reflection<T>(v, own + column, taus + (j << 4), y, space);
    const tau = v128.load(taus + (j << 4));
    for (let c = own + column; c < basis; c += column) reflect<T>(v, c + j * entry<T>(), c + column, tau, space);
    polarForm<T>(y, phases + j * phase);
  }
  // Q times the phases, from the last reflection to the first: columns from j on have no entries above j before.
  memory.fill(basis, 0, column * <usize>k);
  for (let j: i32 = k - 1; j >= 0; j--) {
    const corner = <usize>j * (column + entry<T>());
    memory.copy(basis + corner, phases + <usize>j * phase, entry<T>());
    const tau = v128.load(taus + (<usize>j << 4));
    const left = column - <usize>j * entry<T>();
    for (let c = basis + corner; c < taus; c += column) reflect<T>(columns + corner, c, c + left, tau, space);
  }
  for (let i: usize = 0; i < <usize>k; i++) {
    for (let j = i + 1; j < <usize>n; j++) unturn<T>(columns + j * column + i * entry<T>(), phases + i * phase);
    memory.fill(diagonal + i * entry<T>(), 0, entry<T>());
    v128.store(diagonal + i * entry<T>(), v128.load(phases + i * phase + entry<T>()));
  }
  memory.fill(r, 0, <usize>(count * k) * row);
  for (let matrix = 0; matrix < count; matrix++) {
    const lane = <usize>matrix << 3;
    const power = matrix == 0 ? f64x2.extract_lane(powers, 0) : f64x2.extract_lane(powers, 1);
    const qRow = <usize>k * sizeof<T>();
    const toQ = q + <usize>(matrix * m) * qRow;
    const toR = r + <usize>(matrix * k) * row;
    for (let j: usize = 0; j < <usize>k; j++) {
      scatter<T>(toQ + j * sizeof<T>(), qRow, basis + j * column, m, lane, 1, 1);
      scatter<T>(toR + j * (row + sizeof<T>()), row, diagonal + j * entry<T>(), 1, lane, power, 1);
    }
    for (let j: i32 = 1; j < n; j++) {
      const above = j < k ? j : k;
      scatter<T>(toR + <usize>j * sizeof<T>(), row, columns + <usize>j * column, above, lane, power, 1);
    }
  }
}

/** x ← conj(phase)·x for an entry x. */
// @ts-ignore: decorator
@inline
function unturn<T>(x: usize, phase: usize): void {
  const re = v128.load(x);
  const cos = v128.load(phase);
  if (sizeof<T>() == 8) {
    v128.store(x, f64x2.mul(cos, re));
    return;
  }
  const im = v128.load(x, 16);
  const sin = v128.load(phase, 16);
  v128.store(x, f64x2.add(f64x2.mul(cos, re), f64x2.mul(sin, im)));
  v128.store(x, f64x2.sub(f64x2.mul(cos, im), f64x2.mul(sin, re)), 16);
}
