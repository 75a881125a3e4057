/** @file Bits of words and of floating-point numbers. */

/** Number of ones of a word. */
// @ts-ignore: decorator
@inline
export function ones(word: i32): usize {
  return <usize>popcnt<i32>(word);
}

/** log₂ x for x > 0 with the fraction of x's mantissa in place of its logarithm. */
// @ts-ignore: decorator
@inline
export function log2(x: f64): f64 {
  const high = <u32>(reinterpret<u64>(x) >> 32);
  return <f64>(<i32>(high >> 20) - 1023) + <f64>(high & 0xfffff) / 1048576;
}
