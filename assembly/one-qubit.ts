/** @file Dense gates on one bit p. A table holds two columns of two complex entries. */

import { timesI } from './two-qubit';

/** Byte offset of the k-th pair: k with a zero bit inserted at p. */
// @ts-ignore: decorator
@inline
export function spreadOne(k: i32, low: i32): usize {
  return (<usize>((k & low) | ((k & ~low) << 1))) << 4;
}

/** x ← U x on a register of 2^bits amplitudes. 16 flops for each amplitude. */
export function applyOne(x: usize, bits: i32, p: i32, table: usize): void {
  const low = (1 << p) - 1;
  const step: usize = 16 << p;
  const count = 1 << (bits - 1);
  const u00 = v128.load(table);
  const u10 = v128.load(table, 16);
  const u01 = v128.load(table, 32);
  const u11 = v128.load(table, 48);
  for (let k = 0; k < count; k++) {
    const at = x + spreadOne(k, low);
    const re0 = v128.load64_splat(at);
    const im0 = v128.load64_splat(at, 8);
    const re1 = v128.load64_splat(at + step);
    const im1 = v128.load64_splat(at + step, 8);
    const a0 = f64x2.add(f64x2.mul(u00, re0), f64x2.mul(u01, re1));
    const b0 = f64x2.add(f64x2.mul(u00, im0), f64x2.mul(u01, im1));
    const a1 = f64x2.add(f64x2.mul(u10, re0), f64x2.mul(u11, re1));
    const b1 = f64x2.add(f64x2.mul(u10, im0), f64x2.mul(u11, im1));
    v128.store(at, f64x2.add(a0, timesI(b0)));
    v128.store(at + step, f64x2.add(a1, timesI(b1)));
  }
}

/** Adds to W_ij = Σ ψ_i conj(λ_j), in the layout of `twoBackward` with two rows of two and two sums. */
export function environmentOne(psi: usize, lambda: usize, bits: i32, p: i32, sums: usize): void {
  const low = (1 << p) - 1;
  const step: usize = 16 << p;
  const count = 1 << (bits - 1);
  let a00 = v128.load(sums);
  let a10 = v128.load(sums, 16);
  let b00 = v128.load(sums, 32);
  let b10 = v128.load(sums, 48);
  let a01 = v128.load(sums, 64);
  let a11 = v128.load(sums, 80);
  let b01 = v128.load(sums, 96);
  let b11 = v128.load(sums, 112);
  for (let k = 0; k < count; k++) {
    const offset = spreadOne(k, low);
    const p0 = v128.load(psi + offset);
    const p1 = v128.load(psi + offset + step);
    const l0 = v128.load(lambda + offset);
    const l1 = v128.load(lambda + offset + step);
    const s0 = v128.shuffle<f64>(l0, l0, 1, 0);
    const s1 = v128.shuffle<f64>(l1, l1, 1, 0);
    a00 = f64x2.add(a00, f64x2.mul(p0, l0));
    a10 = f64x2.add(a10, f64x2.mul(p1, l0));
    b00 = f64x2.add(b00, f64x2.mul(p0, s0));
    b10 = f64x2.add(b10, f64x2.mul(p1, s0));
    a01 = f64x2.add(a01, f64x2.mul(p0, l1));
    a11 = f64x2.add(a11, f64x2.mul(p1, l1));
    b01 = f64x2.add(b01, f64x2.mul(p0, s1));
    b11 = f64x2.add(b11, f64x2.mul(p1, s1));
  }
  v128.store(sums, a00);
  v128.store(sums, a10, 16);
  v128.store(sums, b00, 32);
  v128.store(sums, b10, 48);
  v128.store(sums, a01, 64);
  v128.store(sums, a11, 80);
  v128.store(sums, b01, 96);
  v128.store(sums, b11, 112);
}
