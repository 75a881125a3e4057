/** @file Sums over vectors of `length` complex numbers, a multiple of those in 128 bits; sums are float64. */

import { everywhere, pairs, swapped, total, widened } from './lanes';

/** Bytes of a complex number. */
// @ts-ignore: decorator
@inline
function bytesOf<T>(length: usize): usize {
  return length * 2 * sizeof<T>();
}

/** ⟨a|b⟩, written as two numbers to `out`. */
export function overlap<T>(a: usize, b: usize, length: usize, out: usize): void {
  let direct = f64x2.splat(0);
  let crossed = f64x2.splat(0);
  const end = a + bytesOf<T>(length);
  while (a < end) {
    const x = v128.load(a);
    const y = v128.load(b);
    direct = f64x2.add(direct, widened<T>(v128.mul<T>(x, y)));
    crossed = f64x2.add(crossed, widened<T>(v128.mul<T>(x, swapped<T>(y))));
    a += 16;
    b += 16;
  }
  store<f64>(out, total(direct));
  store<f64>(out, f64x2.extract_lane(crossed, 0) - f64x2.extract_lane(crossed, 1), 8);
}

/** y ← y + (re + i·im) x. */
export function addScaled<T>(y: usize, x: usize, length: usize, re: f64, im: f64): void {
  const r = everywhere<T>(re);
  const i = pairs<T>(-im, im);
  const end = x + bytesOf<T>(length);
  while (x < end) {
    const a = v128.load(x);
    const turned = v128.mul<T>(i, swapped<T>(a));
    v128.store(y, v128.add<T>(v128.load(y), v128.add<T>(v128.mul<T>(r, a), turned)));
    x += 16;
    y += 16;
  }
}

/** ‖a − (re + i·im) b‖². */
export function distanceSquared<T>(a: usize, b: usize, length: usize, re: f64, im: f64): f64 {
  let sum = f64x2.splat(0);
  const r = everywhere<T>(re);
  const i = pairs<T>(-im, im);
  const end = a + bytesOf<T>(length);
  while (a < end) {
    const y = v128.load(b);
    const z = v128.add<T>(v128.mul<T>(r, y), v128.mul<T>(i, swapped<T>(y)));
    const d = v128.sub<T>(v128.load(a), z);
    sum = f64x2.add(sum, widened<T>(v128.mul<T>(d, d)));
    a += 16;
    b += 16;
  }
  return total(sum);
}
