/**
 * @file Signed bit permutations P|b⟩ = i^turns (−1)^{parity(sign & b)} |b ⊕ flip⟩ and their rotations
 * cos(α/2) − i sin(α/2) P, of any weight.
 *
 * −i·i^turns is ±i for even and ±1 for odd turns, so the partner of an amplitude enters by one product with a pair of
 * real numbers, after an exchange of its parts for even turns. A parity is a bit at the place of the sign.
 */

import { spreadOne } from './one-qubit';

/** −1 to the parity of x, as the sign bits to be flipped in two lanes. */
// @ts-ignore: decorator
@inline
function signBits(x: i32): v128 {
  return i64x2.splat(<i64>popcnt(x) << 63);
}

// @ts-ignore: decorator
@inline
function swapped(x: v128): v128 {
  return v128.shuffle<f64>(x, x, 1, 0);
}

/** Sum of the two lanes. */
// @ts-ignore: decorator
@inline
function total(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** Pair of factors r with which the partner enters: (−i·i^turns·sin)·x = r ∘ x, or r ∘ swapped x for even turns. */
// @ts-ignore: decorator
@inline
function factors(turns: i32, sin: f64): v128 {
  const s = turns & 2 ? -sin : sin; // −i·i^turns: −i, 1, i, −1
  return turns & 1 ? f64x2.splat(s) : f64x2(s, -s);
}

/** state ← (cos − i·sin·P) state on 2^bits amplitudes. */
export function rotateWord(x: usize, bits: i32, flip: i32, sign: i32, turns: i32, cos: f64, sin: f64): void {
  const c = f64x2.splat(cos);
  if (flip == 0) {
    const end = 1 << bits;
    const r = factors(turns, sin);
    for (let b = 0; b < end; b++) {
      const at = x + (<usize>b << 4);
      const a = v128.load(at);
      v128.store(at, f64x2.add(f64x2.mul(c, a), v128.xor(signBits(b & sign), f64x2.mul(r, swapped(a)))));
    }
    return;
  }
  const r = factors(turns, sin);
  const change = signBits(flip & sign);
  const low = (1 << (31 - clz(flip))) - 1;
  const across = <usize>flip << 4;
  const end = 1 << (bits - 1);
  const even = (turns & 1) == 0;
  for (let k = 0; k < end; k++) {
    const offset = spreadOne(k, low);
    const at = x + offset;
    const to = x + (offset ^ across);
    const a = v128.load(at);
    const b = v128.load(to);
    const fromA = v128.xor(r, signBits(<i32>(offset >> 4) & sign));
    const fromB = v128.xor(fromA, change);
    if (even) {
      v128.store(at, f64x2.add(f64x2.mul(c, a), f64x2.mul(fromB, swapped(b))));
      v128.store(to, f64x2.add(f64x2.mul(c, b), f64x2.mul(fromA, swapped(a))));
    } else {
      v128.store(at, f64x2.add(f64x2.mul(c, a), f64x2.mul(fromB, b)));
      v128.store(to, f64x2.add(f64x2.mul(c, b), f64x2.mul(fromA, a)));
    }
  }
}

/** Un-applies the rotation from ψ and λ and returns Im⟨λ|Pψ⟩ of before, in one pass. */
export function rotateWordBackward(
  psi: usize,
  lambda: usize,
  bits: i32,
  flip: i32,
  sign: i32,
  turns: i32,
  cos: f64,
  sin: f64,
): f64 {
  const c = f64x2.splat(cos);
  const r = factors(turns, -sin);
  let sum = f64x2.splat(0);
  if (flip == 0) {
    const end = 1 << bits;
    for (let b = 0; b < end; b++) {
      const at = psi + (<usize>b << 4);
      const to = lambda + (<usize>b << 4);
      const a = v128.load(at);
      const l = v128.load(to);
      const s = signBits(b & sign);
      const turned = swapped(a);
      sum = f64x2.add(sum, v128.xor(s, f64x2.mul(l, turned)));
      v128.store(at, f64x2.add(f64x2.mul(c, a), v128.xor(s, f64x2.mul(r, turned))));
      v128.store(to, f64x2.add(f64x2.mul(c, l), v128.xor(s, f64x2.mul(r, swapped(l)))));
    }
    return f64x2.extract_lane(sum, 0) - f64x2.extract_lane(sum, 1);
  }
  const change = signBits(flip & sign);
  const low = (1 << (31 - clz(flip))) - 1;
  const across = <usize>flip << 4;
  const end = 1 << (bits - 1);
  const even = (turns & 1) == 0;
  for (let k = 0; k < end; k++) {
    const offset = spreadOne(k, low);
    const other = offset ^ across;
    let a = v128.load(psi + offset);
    let b = v128.load(psi + other);
    let l = v128.load(lambda + offset);
    let m = v128.load(lambda + other);
    const s = signBits(<i32>(offset >> 4) & sign);
    const t = v128.xor(s, change);
    const ca = f64x2.mul(c, a);
    const cb = f64x2.mul(c, b);
    const cl = f64x2.mul(c, l);
    const cm = f64x2.mul(c, m);
    if (even) {
      a = swapped(a);
      b = swapped(b);
    }
    sum = f64x2.add(sum, v128.xor(s, f64x2.mul(m, a)));
    sum = f64x2.add(sum, v128.xor(t, f64x2.mul(l, b)));
    if (even) {
      l = swapped(l);
      m = swapped(m);
    }
    const fromA = v128.xor(r, s);
    const fromB = v128.xor(r, t);
    v128.store(psi + offset, f64x2.add(ca, f64x2.mul(fromB, b)));
    v128.store(psi + other, f64x2.add(cb, f64x2.mul(fromA, a)));
    v128.store(lambda + offset, f64x2.add(cl, f64x2.mul(fromB, m)));
    v128.store(lambda + other, f64x2.add(cm, f64x2.mul(fromA, l)));
  }
  // ⟨λ|Pψ⟩ = i^turns·Σ±conj(λ)ψ: its imaginary part is ± the real part of the sum for odd turns, the imaginary for even.
  const value = even ? f64x2.extract_lane(sum, 0) - f64x2.extract_lane(sum, 1) : total(sum);
  return turns & 2 ? -value : value;
}

/** out ← out + (re + i·im)·P x for turns = 0; for others the caller multiplies i^turns into the factor. */
export function accumulateWord(out: usize, x: usize, bits: i32, flip: i32, sign: i32, re: f64, im: f64): void {
  const r = f64x2.splat(re);
  const i = f64x2(-im, im);
  const across = <usize>flip << 4;
  const end = 1 << bits;
  for (let b = 0; b < end; b++) {
    const from = <usize>b << 4;
    const to = out + (from ^ across);
    const a = v128.xor(v128.load(x + from), signBits(b & sign));
    v128.store(to, f64x2.add(v128.load(to), f64x2.add(f64x2.mul(r, a), f64x2.mul(i, swapped(a)))));
  }
}
