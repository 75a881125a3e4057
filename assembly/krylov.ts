/** @file Vectors of a Krylov space: `count` of them, each `stride` bytes behind the one before, of `length` real numbers. */

import { total } from './lanes';

/**
 * x ← x − b⟨b|x⟩ for one vector after the other, whose ⟨b|x⟩ are written to `coefficients`. Returns Σ x² of what is left.
 */
export function project(
  x: usize, basis: usize, count: i32, length: i32, stride: usize, coefficients: usize,
): f64 {
  let before: usize = 0; // the vector that is subtracted, 0 for none
  let factor: f64 = 0;
  for (let k = 0; k <= count; k++) {
    // In one pass the vector before is subtracted and the product with the next one is summed, at last with x itself.
    const next = k < count ? basis + <usize>k * stride : x;
    factor = subtracted(x, before, factor, next, length);
    if (k < count) store<f64>(coefficients + (<usize>k << 3), factor);
    before = next;
  }
  return factor;
}

/** ⟨next|x⟩ after x ← x − factor·before. */
function subtracted(x: usize, before: usize, factor: f64, next: usize, length: i32): f64 {
  const most = x + ((<usize>length & ~3) << 3);
  const end = x + (<usize>length << 3);
  const factors = f64x2.splat(factor);
  let a = f64x2.splat(0);
  let b = f64x2.splat(0);
  let at = x;
  if (before === 0) {
    for (; at < most; at += 32) {
      a = f64x2.add(a, f64x2.mul(v128.load(at), v128.load(next)));
      b = f64x2.add(b, f64x2.mul(v128.load(at, 16), v128.load(next, 16)));
      next += 32;
    }
  } else {
    for (; at < most; at += 32) {
      const s = f64x2.sub(v128.load(at), f64x2.mul(factors, v128.load(before)));
      const t = f64x2.sub(v128.load(at, 16), f64x2.mul(factors, v128.load(before, 16)));
      v128.store(at, s);
      v128.store(at, t, 16);
      a = f64x2.add(a, f64x2.mul(s, v128.load(next)));
      b = f64x2.add(b, f64x2.mul(t, v128.load(next, 16)));
      next += 32;
      before += 32;
    }
  }
  let sum = total(f64x2.add(a, b));
  for (; at < end; at += 8) {
    if (before !== 0) {
      store<f64>(at, load<f64>(at) - factor * load<f64>(before));
      before += 8;
    }
    sum += load<f64>(at) * load<f64>(next);
    next += 8;
  }
  return sum;
}

/** out ← Σ coefficients[k]·(vector k); `out` may be one of them. */
export function combine(
  out: usize, basis: usize, count: i32, length: i32, stride: usize, coefficients: usize,
): void {
  const bytes = <usize>length << 3;
  const most = (<usize>length & ~1) << 3;
  for (let at: usize = 0; at < most; at += 16) {
    let sum = f64x2.splat(0);
    for (let k = 0; k < count; k++) {
      const factor = f64x2.splat(load<f64>(coefficients + (<usize>k << 3)));
      sum = f64x2.add(sum, f64x2.mul(factor, v128.load(basis + <usize>k * stride + at)));
    }
    v128.store(out + at, sum);
  }
  if (most === bytes) return;
  let sum: f64 = 0;
  for (let k = 0; k < count; k++) sum += load<f64>(coefficients + (<usize>k << 3)) * load<f64>(basis + <usize>k * stride + most);
  store<f64>(out + most, sum);
}
