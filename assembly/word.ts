/**
 * @file Signed bit permutations P|b⟩ = i^turns (−1)^{parity(sign & b)} |b ⊕ flip⟩ and their rotations
 * cos(α/2) − i sin(α/2) P, of any weight.
 *
 * −i·i^turns is ±i for even and ±1 for odd turns, so the partner of an amplitude enters by one product with a pair of
 * real numbers, after an exchange of its parts for even turns. A parity is a bit at the place of the sign. Two float32
 * amplitudes in a vector differ in bit 0: their signs differ if it is in `sign`, and they change places if in `flip`.
 */

import { everywhere, pairs, swapped, total, widened } from './lanes';
import { successor } from './two-qubit';

/** −1 to the parity of x, as the sign bits to be flipped in all lanes. */
// @ts-ignore: decorator
@inline
function signBits<T>(x: i32): v128 {
  return sizeof<T>() == 8 ? i64x2.splat(<i64>popcnt(x) << 63) : i32x4.splat(popcnt(x) << 31);
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

/** state ← (cos − i·sin·P) state on 2^bits vectors. */
export function rotateWord<T>(x: usize, bits: i32, flip: i32, sign: i32, turns: i32, cos: f64, sin: f64): void {
  const c = everywhere<T>(cos);
  const r = factors<T>(turns, sin);
  const even = (turns & 1) == 0;
  const outerSign = outer<T>(sign);
  const outerFlip = outer<T>(flip);
  const inner = exchanged<T>(innerSigns<T>(sign), flip);
  const across = <usize>outerFlip << 4;
  const change = signBits<T>(outerFlip & outerSign);
  const hole: usize = across == 0 ? 0 : <usize>1 << (31 - clz(<u32>across));
  const end = 1 << (across == 0 ? bits : bits - 1);
  let offset: usize = 0;
  for (let k = 0; k < end; k++) {
    const at = x + offset;
    const to = x + (offset ^ across);
    const signs = v128.xor(signBits<T>(<i32>(offset >> 4) & outerSign), inner);
    const a = v128.load(at);
    const b = v128.load(to);
    const fromA = v128.xor(r, signs);
    const fromB = v128.xor(fromA, change);
    const partnerB = exchanged<T>(even ? swapped<T>(b) : b, flip);
    v128.store(at, v128.add<T>(v128.mul<T>(c, a), v128.mul<T>(fromB, partnerB)));
    if (across != 0) {
      const partnerA = exchanged<T>(even ? swapped<T>(a) : a, flip);
      v128.store(to, v128.add<T>(v128.mul<T>(c, b), v128.mul<T>(fromA, partnerA)));
    }
    offset = successor(offset, hole);
  }
}

/** Un-applies the rotation from ψ and λ and returns Im⟨λ|Pψ⟩ of before, in one pass. */
export function rotateWordBackward<T>(
  psi: usize, lambda: usize, bits: i32, flip: i32, sign: i32, turns: i32, cos: f64, sin: f64,
): f64 {
  const c = everywhere<T>(cos);
  const r = factors<T>(turns, -sin);
  const even = (turns & 1) == 0;
  const outerSign = outer<T>(sign);
  const outerFlip = outer<T>(flip);
  const inner = exchanged<T>(innerSigns<T>(sign), flip);
  const across = <usize>outerFlip << 4;
  const change = signBits<T>(outerFlip & outerSign);
  const hole: usize = across == 0 ? 0 : <usize>1 << (31 - clz(<u32>across));
  const end = 1 << (across == 0 ? bits : bits - 1);
  let sum = f64x2.splat(0);
  let offset: usize = 0;
  for (let k = 0; k < end; k++) {
    const other = offset ^ across;
    const s = v128.xor(signBits<T>(<i32>(offset >> 4) & outerSign), inner);
    const t = v128.xor(s, change);
    const b = v128.load(psi + other);
    const m = v128.load(lambda + other);
    const a = v128.load(psi + offset);
    const l = v128.load(lambda + offset);
    const fromB = v128.xor(r, t);
    const partnerB = exchanged<T>(even ? swapped<T>(b) : b, flip);
    const partnerM = exchanged<T>(even ? swapped<T>(m) : m, flip);
    sum = f64x2.add(sum, widened<T>(v128.xor(t, v128.mul<T>(l, partnerB))));
    v128.store(psi + offset, v128.add<T>(v128.mul<T>(c, a), v128.mul<T>(fromB, partnerB)));
    v128.store(lambda + offset, v128.add<T>(v128.mul<T>(c, l), v128.mul<T>(fromB, partnerM)));
    if (across != 0) {
      const fromA = v128.xor(r, s);
      const partnerA = exchanged<T>(even ? swapped<T>(a) : a, flip);
      const partnerL = exchanged<T>(even ? swapped<T>(l) : l, flip);
      sum = f64x2.add(sum, widened<T>(v128.xor(s, v128.mul<T>(m, partnerA))));
      v128.store(psi + other, v128.add<T>(v128.mul<T>(c, b), v128.mul<T>(fromA, partnerA)));
      v128.store(lambda + other, v128.add<T>(v128.mul<T>(c, m), v128.mul<T>(fromA, partnerL)));
    }
    offset = successor(offset, hole);
  }
  // ⟨λ|Pψ⟩ = i^turns·Σ±conj(λ)ψ: its imaginary part is ± the real part of the sum for odd turns, the imaginary for even.
  const value = even ? f64x2.extract_lane(sum, 0) - f64x2.extract_lane(sum, 1) : total(sum);
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
    const a = v128.xor(v128.load(x + from), signBits<f64>(b & sign));
    v128.store(to, f64x2.add(v128.load(to), f64x2.add(f64x2.mul(r, a), f64x2.mul(i, swapped<f64>(a)))));
  }
}
