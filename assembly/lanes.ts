/**
 * @file Interleaved complex numbers of either precision in 128 bits: one of float64, or two of float32, which belong to
 * neighbouring values of bit 0. Kernels count in these vectors, so a float32 register has one bit less.
 */

/** Distances in bytes as types, because the offset of a load must be a constant. */
@unmanaged export class Here {}
@unmanaged export class Near { a: v128; }
@unmanaged export class Next { a: v128; b: v128; }
@unmanaged export class Far { a: v128; b: v128; c: v128; d: v128; }

/** a + u·x, number by number. */
// @ts-ignore: decorator
@inline
export function plus<T>(a: v128, u: v128, x: v128): v128 {
  return v128.add<T>(a, v128.mul<T>(u, x));
}

/** Both parts replaced by the real part. */
// @ts-ignore: decorator
@inline
export function real<T, D>(at: usize): v128 {
  if (sizeof<T>() == 8) return v128.load64_splat(at, offsetof<D>());
  const x = v128.load(at, offsetof<D>());
  return v128.shuffle<f32>(x, x, 0, 0, 2, 2);
}

/** Both parts replaced by the imaginary part. */
// @ts-ignore: decorator
@inline
export function imaginary<T, D>(at: usize): v128 {
  if (sizeof<T>() == 8) return v128.load64_splat(at, offsetof<D>() + 8);
  const x = v128.load(at, offsetof<D>());
  return v128.shuffle<f32>(x, x, 1, 1, 3, 3);
}

/** Real and imaginary part exchanged. */
// @ts-ignore: decorator
@inline
export function swapped<T>(x: v128): v128 {
  return sizeof<T>() == 8 ? v128.shuffle<f64>(x, x, 1, 0) : v128.shuffle<f32>(x, x, 1, 0, 3, 2);
}

/** i·x of a float64 complex number. */
// @ts-ignore: decorator
@inline
export function timesI(x: v128): v128 {
  return v128.xor(v128.shuffle<f64>(x, x, 1, 0), i64x2(i64.MIN_VALUE, 0));
}

/** The real number in every place. */
// @ts-ignore: decorator
@inline
export function everywhere<T>(x: f64): v128 {
  return sizeof<T>() == 8 ? f64x2.splat(x) : f32x4.splat(<f32>x);
}

/** (re, im) for every complex number. */
// @ts-ignore: decorator
@inline
export function pairs<T>(re: f64, im: f64): v128 {
  if (sizeof<T>() == 8) return f64x2(re, im);
  return f32x4(<f32>re, <f32>im, <f32>re, <f32>im);
}

/** Sum of the complex numbers in a vector, in float64. */
// @ts-ignore: decorator
@inline
export function widened<T>(x: v128): v128 {
  if (sizeof<T>() == 8) return x;
  const high = v128.shuffle<f32>(x, x, 2, 3, 2, 3);
  return f64x2.add(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(high));
}

/** Sum of two float64 numbers. */
// @ts-ignore: decorator
@inline
export function total(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** Adds a vector's sum to the float64 pair at `to`. */
// @ts-ignore: decorator
@inline
export function deposit<T>(to: usize, x: v128): void {
  v128.store(to, f64x2.add(v128.load(to), widened<T>(x)));
}
