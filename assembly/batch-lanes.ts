/**
 * @file Two small matrices side by side: each number of one matrix stands beside that of the other in a vector, so that both are
 * worked on at once and with the same instructions. A column is a list of entries; an entry of type v128 is complex, a vector of
 * real parts and one of imaginary parts, an entry of type f64 is real, one vector. A mask has all bits of a matrix's place set or none.
 */

/** Bytes of an entry of both matrices. */
// @ts-ignore: decorator
@inline
export function entry<T>(): usize {
  return sizeof<T>() << 1;
}

/** Whether the mask holds for either matrix. */
// @ts-ignore: decorator
@inline
export function either(mask: v128): bool {
  return v128.any_true(mask);
}

/** Σ |x|² of the entries from `x` to `end`. */
export function squares(x: usize, end: usize): v128 {
  let sum = f64x2.splat(0);
  let sum1 = f64x2.splat(0);
  while (x + 16 < end) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    sum = f64x2.add(sum, f64x2.mul(a, a));
    sum1 = f64x2.add(sum1, f64x2.mul(b, b));
    x += 32;
  }
  if (x < end) {
    const a = v128.load(x);
    sum = f64x2.add(sum, f64x2.mul(a, a));
  }
  return f64x2.add(sum, sum1);
}

/** Writes the entry Σ conj(a)·b of the entries from `a` to `end`. */
// @ts-ignore: decorator
@inline
export function overlap<T>(a: usize, b: usize, end: usize, to: usize): void {
  let re = f64x2.splat(0);
  let other = f64x2.splat(0);
  if (sizeof<T>() == 8) {
    while (a + 16 < end) {
      re = f64x2.add(re, f64x2.mul(v128.load(a), v128.load(b)));
      other = f64x2.add(other, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
      a += 32;
      b += 32;
    }
    if (a < end) re = f64x2.add(re, f64x2.mul(v128.load(a), v128.load(b)));
    v128.store(to, f64x2.add(re, other));
    return;
  }
  let im = f64x2.splat(0);
  let crossed = f64x2.splat(0);
  while (a < end) {
    const u = v128.load(a);
    const v = v128.load(a, 16);
    const x = v128.load(b);
    const y = v128.load(b, 16);
    re = f64x2.add(re, f64x2.mul(u, x));
    other = f64x2.add(other, f64x2.mul(v, y));
    im = f64x2.add(im, f64x2.mul(u, y));
    crossed = f64x2.add(crossed, f64x2.mul(v, x));
    a += 32;
    b += 32;
  }
  v128.store(to, f64x2.add(re, other));
  v128.store(to, f64x2.sub(im, crossed), 16);
}

/** y ← y + (re + i·im)·x for the entries from `y` to `end`. */
// @ts-ignore: decorator
@inline
export function addMultiple<T>(y: usize, x: usize, end: usize, re: v128, im: v128): void {
  while (y < end) {
    const u = v128.load(x);
    if (sizeof<T>() == 8) {
      v128.store(y, f64x2.add(v128.load(y), f64x2.mul(re, u)));
    } else {
      const v = v128.load(x, 16);
      v128.store(y, f64x2.sub(f64x2.add(v128.load(y), f64x2.mul(re, u)), f64x2.mul(im, v)));
      v128.store(y, f64x2.add(f64x2.add(v128.load(y, 16), f64x2.mul(re, v)), f64x2.mul(im, u)), 16);
    }
    y += entry<T>();
    x += entry<T>();
  }
}

/** (a, b) ← (cos·a − sin·zb, sin·a + cos·zb) with z = x + iy, for the entries from `a` to `end`. */
// @ts-ignore: decorator
@inline
export function turn<T>(a: usize, b: usize, end: usize, cos: v128, sin: v128, x: v128, y: v128): void {
  const xsin = f64x2.mul(x, sin);
  const xcos = f64x2.mul(x, cos);
  while (a < end) {
    const u = v128.load(a);
    const w = v128.load(b);
    if (sizeof<T>() == 8) {
      v128.store(a, f64x2.sub(f64x2.mul(cos, u), f64x2.mul(xsin, w)));
      v128.store(b, f64x2.add(f64x2.mul(sin, u), f64x2.mul(xcos, w)));
    } else {
      const u1 = v128.load(a, 16);
      const w1 = v128.load(b, 16);
      const v = f64x2.sub(f64x2.mul(x, w), f64x2.mul(y, w1));
      const v1 = f64x2.add(f64x2.mul(x, w1), f64x2.mul(y, w));
      v128.store(a, f64x2.sub(f64x2.mul(cos, u), f64x2.mul(sin, v)));
      v128.store(a, f64x2.sub(f64x2.mul(cos, u1), f64x2.mul(sin, v1)), 16);
      v128.store(b, f64x2.add(f64x2.mul(sin, u), f64x2.mul(cos, v)));
      v128.store(b, f64x2.add(f64x2.mul(sin, u1), f64x2.mul(cos, v1)), 16);
    }
    a += entry<T>();
    b += entry<T>();
  }
}

/** z/|z| of an entry, 1 for zero, and |z|, written to `to` and behind it. */
// @ts-ignore: decorator
@inline
export function polarForm<T>(z: usize, to: usize): void {
  const re = v128.load(z);
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  if (sizeof<T>() == 8) {
    v128.store(to, v128.bitselect(f64x2.neg(one), one, f64x2.lt(re, zero)));
    v128.store(to, f64x2.abs(re), 16);
    return;
  }
  const im = v128.load(z, 16);
  const modulus = f64x2.sqrt(f64x2.add(f64x2.mul(re, re), f64x2.mul(im, im)));
  const none = f64x2.eq(modulus, zero);
  v128.store(to, v128.bitselect(one, f64x2.div(re, modulus), none));
  v128.store(to, v128.bitselect(zero, f64x2.div(im, modulus), none), 16);
  v128.store(to, modulus, 32);
}

/** A power of two near the largest of the numbers from `at` to `end`, 1 for zeros. */
export function magnitude(at: usize, end: usize): f64 {
  let largest = f64x2.splat(0);
  while (at + 8 < end) {
    largest = f64x2.max(largest, f64x2.abs(v128.load(at)));
    at += 16;
  }
  let x = Math.max(f64x2.extract_lane(largest, 0), f64x2.extract_lane(largest, 1));
  if (at < end) x = Math.max(x, Math.abs(load<f64>(at)));
  if (x == 0) return 1;
  const exponent = <i64>(reinterpret<u64>(x) >> 52);
  const moderate = exponent < 23 ? 23 : exponent > 2023 ? 2023 : exponent;
  return reinterpret<f64>(<u64>moderate << 52);
}

/**
 * Numbers of two row-major matrices, at `a` and `b`, as columns side by side, times a factor for each: the entry (i, j) is `row`·i +
 * `column`·j bytes behind the first; conjugated where `sign` is −1.
 */
export function sideBySide<T>(
  to: usize, rows: i32, cols: i32, a: usize, b: usize, row: usize, column: usize, factors: v128, sign: f64,
): void {
  const signed = f64x2.mul(factors, f64x2.splat(sign));
  for (let j = 0; j < cols; j++) {
    let from = <usize>j * column;
    for (let i = 0; i < rows; i++) {
      if (sizeof<T>() == 8) {
        v128.store(to, f64x2.mul(factors, f64x2(load<f64>(a + from), load<f64>(b + from))));
      } else {
        const x = v128.load(a + from);
        const y = v128.load(b + from);
        v128.store(to, f64x2.mul(factors, v128.shuffle<f64>(x, y, 0, 2)));
        v128.store(to, f64x2.mul(signed, v128.shuffle<f64>(x, y, 1, 3)), 16);
      }
      to += entry<T>();
      from += row;
    }
  }
}

/** The column of matrix `lane` (0 or 8) as numbers `step` bytes apart, times a factor; conjugated where `sign` is −1. */
// @ts-ignore: decorator
@inline
export function scatter<T>(to: usize, step: usize, column: usize, count: i32, lane: usize, factor: f64, sign: f64): void {
  let from = column + lane;
  for (let i = 0; i < count; i++) {
    // A zero is made positive: its sign may be that of a neighbour's rotations.
    store<f64>(to, factor * load<f64>(from) + 0);
    if (sizeof<T>() == 16) store<f64>(to, sign * factor * load<f64>(from, 16) + 0, 8);
    from += entry<T>();
    to += step;
  }
}

/** order_k becomes the place of the k-th of `count` numbers of matrix `lane` at `values`; descending, or ascending. */
export function sortedOrder(order: usize, values: usize, count: i32, lane: usize, descending: bool): void {
  for (let k = 0; k < count; k++) {
    const x = load<f64>(values + (<usize>k << 4) + lane);
    let to = k;
    while (to > 0) {
      const before = load<i32>(order + (<usize>(to - 1) << 2));
      const y = load<f64>(values + (<usize>before << 4) + lane);
      if (descending ? !(x > y) : !(x < y)) break;
      store<i32>(order + (<usize>to << 2), before);
      to--;
    }
    store<i32>(order + (<usize>to << 2), k);
  }
}
