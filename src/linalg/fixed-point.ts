/** @file Numbers of any precision for sums whose terms cancel: integers in units of 2^−bits. */

import { DomainError } from '../errors.ts';

/** Arithmetic of integers in units of 2^−bits; sums and whole multiples are those of the integers. */
export interface FixedPoint {
  readonly bits: number;
  readonly one: bigint;
  /** A float64 number, exactly if its last bit is above 2^−bits. */
  readonly of: (value: number) => bigint;
  /** The nearest float64 number, also where it is far below 2^−53. */
  readonly number: (value: bigint) => number;
  readonly times: (a: bigint, b: bigint) => bigint;
  readonly over: (a: bigint, b: bigint) => bigint;
  /** e^{−x} for x ≥ 0. */
  readonly decay: (x: bigint) => bigint;
}

/**
 * Arithmetic with an absolute error of a few units of 2^−bits for each operation.
 *
 * @throws {DomainError} bits that are no whole number from 64 to 10⁵
 */
export function fixedPoint(bits: number): FixedPoint {
  if (!(Number.isInteger(bits) && bits >= 64 && bits <= 1e5)) {
    throw new DomainError(`fixedPoint: from 64 to 100000 bits required, got ${bits}`);
  }
  const shift = BigInt(bits);
  const one = 1n << shift;
  const times = (a: bigint, b: bigint): bigint => (a * b) >> shift;
  return {
    bits,
    one,
    times,
    of: (value) => scaled(value, bits),
    number: (value) => numberOf(value, bits),
    over: (a, b) => (a << shift) / b,
    decay: (x) => decayed(x, bits, times),
  };
}

/** value·2^bits, rounded down: the 53 digits of the number, moved. */
function scaled(value: number, bits: number): bigint {
  const exponent = value === 0 ? 0 : Math.floor(Math.log2(Math.abs(value))) - 60;
  const digits = BigInt(Math.round(value * 2 ** -exponent)); // exact: 53 significant bits
  const move = exponent + bits;
  return move >= 0 ? digits << BigInt(move) : digits >> BigInt(-move);
}

function numberOf(value: bigint, bits: number): number {
  const size = (value < 0n ? -value : value).toString(16).length * 4;
  const spare = Math.max(0, size - 72);
  return Number(value >> BigInt(spare)) * 2 ** (spare - bits);
}

/** e^{−x} = (e^{−x/2ᵏ})^{2ᵏ}, by the Taylor series with guard bits. */
function decayed(x: bigint, bits: number, times: (a: bigint, b: bigint) => bigint): bigint {
  if (Number(x >> BigInt(bits)) > bits) return 0n;
  const [halvings, guard] = [40, 64];
  const wide = fixedShift(bits + guard);
  const small = (x << BigInt(guard)) >> BigInt(halvings);
  let [term, sum] = [1n << BigInt(bits + guard), 0n];
  for (let k = 1n; term !== 0n; k++) {
    sum += term;
    term = -wide(term, small) / k;
  }
  for (let k = 0; k < halvings; k++) sum = wide(sum, sum);
  return times(sum, 1n << BigInt(bits - guard));
}

const fixedShift =
  (bits: number) =>
  (a: bigint, b: bigint): bigint =>
    (a * b) >> BigInt(bits);
