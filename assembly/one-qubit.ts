/**
 * @file Dense gates on one bit p of a register of 2^bits vectors. A table holds U_0, iU_0, U_1, iU_1 of two entries.
 */

import { deposit, Here, imaginary, plus, real } from './lanes';
import { successor, without } from './two-qubit';

/** Pairs of amplitudes whose sums are kept in the precision of the state before they are added in float64. */
const CHUNK: i32 = 64;

/** x ← U x. 16 flops for each amplitude. */
export function applyOne<T>(x: usize, bits: i32, p: i32, table: usize): void {
  const step: usize = 16 << p;
  const mask = without(step);
  const count = 1 << (bits - 1);
  const re00 = v128.load(table), re10 = v128.load(table, 16);
  const im00 = v128.load(table, 32), im10 = v128.load(table, 48);
  const re01 = v128.load(table, 64), re11 = v128.load(table, 80);
  const im01 = v128.load(table, 96), im11 = v128.load(table, 112);
  for (let k = 0, offset: usize = 0; k < count; k++) {
    const at = x + offset;
    const to = at + step;
    const a = real<T, Here>(at), b = imaginary<T, Here>(at);
    const c = real<T, Here>(to), d = imaginary<T, Here>(to);
    v128.store(at, plus<T>(plus<T>(plus<T>(v128.mul<T>(re00, a), im00, b), re01, c), im01, d));
    v128.store(to, plus<T>(plus<T>(plus<T>(v128.mul<T>(re10, a), im10, b), re11, c), im11, d));
    offset = successor(offset, mask);
  }
}

/** Adds Σ ψ_i re λ_j and Σ ψ_i im λ_j, two rows j of two and two sums. */
function environmentOne<T>(psi: usize, lambda: usize, bits: i32, p: i32, sums: usize): void {
  const step: usize = 16 << p;
  const mask = without(step);
  const count = 1 << (bits - 1);
  const chunk = count < CHUNK ? count : CHUNK;
  let offset: usize = 0;
  for (let done = 0; done < count; done += chunk) {
    let a00 = f64x2.splat(0), a10 = a00, b00 = a00, b10 = a00;
    let a01 = a00, a11 = a00, b01 = a00, b11 = a00;
    for (let k = 0; k < chunk; k++) {
      const p0 = v128.load(psi + offset), p1 = v128.load(psi + offset + step);
      const l = lambda + offset;
      const r0 = real<T, Here>(l), i0 = imaginary<T, Here>(l);
      const r1 = real<T, Here>(l + step), i1 = imaginary<T, Here>(l + step);
      a00 = plus<T>(a00, p0, r0), a10 = plus<T>(a10, p1, r0), b00 = plus<T>(b00, p0, i0), b10 = plus<T>(b10, p1, i0);
      a01 = plus<T>(a01, p0, r1), a11 = plus<T>(a11, p1, r1), b01 = plus<T>(b01, p0, i1), b11 = plus<T>(b11, p1, i1);
      offset = successor(offset, mask);
    }
    deposit<T>(sums, a00), deposit<T>(sums + 16, a10), deposit<T>(sums + 32, b00), deposit<T>(sums + 48, b10);
    deposit<T>(sums + 64, a01), deposit<T>(sums + 80, a11), deposit<T>(sums + 96, b01), deposit<T>(sums + 112, b11);
  }
}

/** As `twoBackward`, with two rows of two and two sums. */
export function oneBackward<T>(psi: usize, lambda: usize, bits: i32, p: i32, adjoint: usize, sums: usize): void {
  environmentOne<T>(psi, lambda, bits, p, sums);
  if (adjoint == 0) return;
  applyOne<T>(psi, bits, p, adjoint);
  applyOne<T>(lambda, bits, p, adjoint);
}
