/**
 * @file Signed bit permutations P|b⟩ = i^turns (−1)^{parity(sign & b)} |b ⊕ flip⟩ and their rotations
 * cos(α/2) − i sin(α/2) P, of any weight.
 *
 * −i·i^turns is ±i for even and ±1 for odd turns, so the partner of an amplitude enters by one product with a pair of
 * real numbers, after an exchange of its parts for even turns. A parity is a bit at the place of the sign. Two float32
 * amplitudes in a vector differ in bit 0: their signs differ if it is in `sign`, and they change places if in `flip`.
 */

import { everywhere, pairs, swapped, total, widened } from './lanes';
import { successor, without } from './two-qubit';

/** −1 to the parity of x, as the sign bits to be flipped in all lanes; `inner` flips those of float32 once more. */
// @ts-ignore: decorator
@inline
function signBits<T>(x: i32, inner: v128): v128 {
  return sizeof<T>() == 8 ? i64x2.splat(<i64>popcnt(x) << 63) : v128.xor(i32x4.splat(popcnt(x) << 31), inner);
}

/** Sign bits of the second of two float32 amplitudes, if bit 0 is in `sign`. */
// @ts-ignore: decorator
@inline
function innerSigns<T>(sign: i32): v128 {
  return sizeof<T>() == 8 || (sign & 1) == 0 ? i64x2.splat(0) : i32x4(0, 0, i32.MIN_VALUE, i32.MIN_VALUE);
}

/** Two float32 amplitudes change places, if bit 0 is in `flip`. */
// @ts-ignore: decorator
@inline
function exchanged<T>(x: v128, flip: i32): v128 {
  return sizeof<T>() == 8 || (flip & 1) == 0 ? x : v128.shuffle<f64>(x, x, 1, 0);
}

/** A mask on amplitudes as one on vectors. */
// @ts-ignore: decorator
@inline
function outer<T>(mask: i32): i32 {
  return sizeof<T>() == 8 ? mask : mask >> 1;
}

/** Pair of factors r with which the partner enters: (−i·i^turns·sin)·x = r ∘ x, or r ∘ swapped x for even turns. */
// @ts-ignore: decorator
@inline
function factors<T>(turns: i32, sin: f64): v128 {
  const s = turns & 2 ? -sin : sin; // −i·i^turns: −i, 1, i, −1
  return turns & 1 ? everywhere<T>(s) : pairs<T>(s, -s);
}

/** What an amplitude's partner enters with: its parts exchanged for even turns, from its place in the vector. */
// @ts-ignore: decorator
@inline
function partnerOf<T>(x: v128, even: bool, flip: i32): v128 {
  return exchanged<T>(even ? swapped<T>(x) : x, flip);
}

/** state ← (cos − i·sin·P) state on 2^bits vectors. */
export function rotateWord<T>(x: usize, bits: i32, flip: i32, sign: i32, turns: i32, cos: f64, sin: f64): void {
  const c = everywhere<T>(cos);
  const r = factors<T>(turns, sin);
  const even = (turns & 1) == 0;
  const outerSign = outer<T>(sign);
  const inner = exchanged<T>(innerSigns<T>(sign), flip);
  const across = <usize>outer<T>(flip) << 4;
  if (across == 0) {
    const end = 1 << bits;
    const swap = sizeof<T>() == 8 || even; // a diagonal word has no Y
    for (let v = 0; v < end; v++) {
      const at = x + (<usize>v << 4);
      const a = v128.load(at);
      const from = v128.mul<T>(r, partnerOf<T>(a, swap, flip));
      v128.store(at, v128.add<T>(v128.mul<T>(c, a), v128.xor(signBits<T>(v & outerSign, inner), from)));
    }
    return;
  }
  const change = signBits<T>(outer<T>(flip) & outerSign, i64x2.splat(0));
  const mask = without(<usize>1 << (31 - clz(<u32>across)));
  const end = 1 << (bits - 1);
  for (let k = 0, offset: usize = 0; k < end; k++) {
    const at = x + offset;
    const to = x + (offset ^ across);
    const a = v128.load(at);
    const b = v128.load(to);
    const fromA = v128.xor(r, signBits<T>(<i32>(offset >> 4) & outerSign, inner));
    const fromB = v128.xor(fromA, change);
    v128.store(at, v128.add<T>(v128.mul<T>(c, a), v128.mul<T>(fromB, partnerOf<T>(b, even, flip))));
    v128.store(to, v128.add<T>(v128.mul<T>(c, b), v128.mul<T>(fromA, partnerOf<T>(a, even, flip))));
    offset = successor(offset, mask);
  }
}

/** Un-applies the rotation from ψ and λ and returns Im⟨λ|Pψ⟩ as it was before, in one pass. */
export function rotateWordBackward<T>(
  psi: usize, lambda: usize, bits: i32, flip: i32, sign: i32, turns: i32, cos: f64, sin: f64,
): f64 {
  const c = everywhere<T>(cos);
  const r = factors<T>(turns, -sin);
  const even = (turns & 1) == 0;
  const outerSign = outer<T>(sign);
  const inner = exchanged<T>(innerSigns<T>(sign), flip);
  const across = <usize>outer<T>(flip) << 4;
  let sum = f64x2.splat(0);
  if (across == 0) {
    const end = 1 << bits;
    const swap = sizeof<T>() == 8 || even;
    for (let v = 0; v < end; v++) {
      const offset = <usize>v << 4;
      const a = v128.load(psi + offset);
      const l = v128.load(lambda + offset);
      const s = signBits<T>(v & outerSign, inner);
      const turned = partnerOf<T>(a, swap, flip);
      sum = f64x2.add(sum, widened<T>(v128.xor(s, v128.mul<T>(l, turned))));
      v128.store(psi + offset, v128.add<T>(v128.mul<T>(c, a), v128.xor(s, v128.mul<T>(r, turned))));
      const from = v128.mul<T>(r, partnerOf<T>(l, swap, flip));
      v128.store(lambda + offset, v128.add<T>(v128.mul<T>(c, l), v128.xor(s, from)));
    }
    return imaginary(sum, turns);
  }
  const change = signBits<T>(outer<T>(flip) & outerSign, i64x2.splat(0));
  const mask = without(<usize>1 << (31 - clz(<u32>across)));
  const end = 1 << (bits - 1);
  for (let k = 0, offset: usize = 0; k < end; k++) {
    const other = offset ^ across;
    const s = signBits<T>(<i32>(offset >> 4) & outerSign, inner);
    const t = v128.xor(s, change);
    const fromA = v128.xor(r, s);
    const fromB = v128.xor(r, t);
    const a = v128.load(psi + offset);
    const b = v128.load(psi + other);
    const l = v128.load(lambda + offset);
    const m = v128.load(lambda + other);
    const turnedA = partnerOf<T>(a, even, flip);
    const turnedB = partnerOf<T>(b, even, flip);
    sum = f64x2.add(sum, widened<T>(v128.xor(s, v128.mul<T>(m, turnedA))));
    sum = f64x2.add(sum, widened<T>(v128.xor(t, v128.mul<T>(l, turnedB))));
    v128.store(psi + offset, v128.add<T>(v128.mul<T>(c, a), v128.mul<T>(fromB, turnedB)));
    v128.store(psi + other, v128.add<T>(v128.mul<T>(c, b), v128.mul<T>(fromA, turnedA)));
    v128.store(lambda + offset, v128.add<T>(v128.mul<T>(c, l), v128.mul<T>(fromB, partnerOf<T>(m, even, flip))));
    v128.store(lambda + other, v128.add<T>(v128.mul<T>(c, m), v128.mul<T>(fromA, partnerOf<T>(l, even, flip))));
    offset = successor(offset, mask);
  }
  return imaginary(sum, turns);
}

/** Im⟨λ|Pψ⟩ = Im i^turns·Σ±conj(λ)ψ: ± the real part of the sum for odd turns, the imaginary one for even. */
// @ts-ignore: decorator
@inline
function imaginary(sum: v128, turns: i32): f64 {
  const value = turns & 1 ? total(sum) : f64x2.extract_lane(sum, 0) - f64x2.extract_lane(sum, 1);
  return turns & 2 ? -value : value;
}

/** out ← out + (re + i·im)·P x in float64 for turns = 0; for others the caller multiplies i^turns into the factor. */
export function accumulateWord(out: usize, x: usize, bits: i32, flip: i32, sign: i32, re: f64, im: f64): void {
  const r = f64x2.splat(re);
  const i = f64x2(-im, im);
  const across = <usize>flip << 4;
  const end = 1 << bits;
  for (let b = 0; b < end; b++) {
    const from = <usize>b << 4;
    const to = out + (from ^ across);
    const a = v128.xor(v128.load(x + from), signBits<f64>(b & sign, i));
    v128.store(to, f64x2.add(v128.load(to), f64x2.add(f64x2.mul(r, a), f64x2.mul(i, swapped<f64>(a)))));
  }
}
