/** @file The bits of a number below 2³¹: how many are set, which ones, and whether their number is odd. */

/** Number of bits set. */
export function bitCount(x: number): number {
  let count = 0;
  for (let rest = x; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Indices of the bits set, ascending. */
export function bitsOf(x: number): number[] {
  const bits: number[] = [];
  for (let rest = x; rest !== 0; rest &= rest - 1) bits.push(31 - Math.clz32(rest & -rest));
  return bits;
}

/** Parity of the number of bits set: 0 or 1. */
export function parity(x: number): number {
  let bits = x ^ (x >>> 16);
  bits ^= bits >>> 8;
  bits ^= bits >>> 4;
  return (0x6996 >>> (bits & 15)) & 1;
}
