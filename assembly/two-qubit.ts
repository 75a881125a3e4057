/**
 * @file Dense gates on two bits p ≠ q of a register of 2^bits vectors, bits ≥ 3.
 *
 * A gate U is stored as eight half columns of four complex entries: U_0, iU_0, U_1, iU_1, …, which multiply re x_0,
 * im x_0, re x_1, …: y = U x is then eight real products of vectors, without a shuffle. Two groups of four amplitudes
 * are worked on at a time, neighbours by the lowest free bit, at a distance D: eight sums and six loads fill the
 * registers. The branches that are never taken keep the compiler from loading several half columns at once.
 */

export { timesI } from './lanes';
import { deposit, Far, Here, imaginary, Near, Next, plus, real } from './lanes';

/** Pairs of groups that are worked on together while they are in the first-level cache. */
const CHUNK: i32 = 32;

/** The next offset among those whose bits are all in `mask`. */
// @ts-ignore: decorator
@inline
export function successor(offset: usize, mask: usize): usize {
  return (offset - mask) & mask;
}

/** All offsets of vectors without the given bits. */
// @ts-ignore: decorator
@inline
export function without(bits: usize): usize {
  return ~(bits | 15);
}

/** y = U x for two groups whose amplitudes are at `at`, `one`, `two`, `three`, and at the distance D behind. */
// @ts-ignore: decorator
@inline
function gate<T, D>(at: usize, one: usize, two: usize, three: usize, table: usize): void {
  let a0 = f64x2.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let u = a0, x = a0, y = a0;
  do {
    x = real<T, Here>(at), y = real<T, D>(at);
    u = v128.load(table), a0 = v128.mul<T>(u, x), b0 = v128.mul<T>(u, y);
    u = v128.load(table, 16), a1 = v128.mul<T>(u, x), b1 = v128.mul<T>(u, y);
    u = v128.load(table, 32), a2 = v128.mul<T>(u, x), b2 = v128.mul<T>(u, y);
    u = v128.load(table, 48), a3 = v128.mul<T>(u, x), b3 = v128.mul<T>(u, y);
    if (at == 1) break;
    x = imaginary<T, Here>(at), y = imaginary<T, D>(at);
    u = v128.load(table, 64), a0 = plus<T>(a0, u, x), b0 = plus<T>(b0, u, y);
    u = v128.load(table, 80), a1 = plus<T>(a1, u, x), b1 = plus<T>(b1, u, y);
    u = v128.load(table, 96), a2 = plus<T>(a2, u, x), b2 = plus<T>(b2, u, y);
    u = v128.load(table, 112), a3 = plus<T>(a3, u, x), b3 = plus<T>(b3, u, y);
    if (at == 2) break;
    x = real<T, Here>(one), y = real<T, D>(one);
    u = v128.load(table, 128), a0 = plus<T>(a0, u, x), b0 = plus<T>(b0, u, y);
    u = v128.load(table, 144), a1 = plus<T>(a1, u, x), b1 = plus<T>(b1, u, y);
    u = v128.load(table, 160), a2 = plus<T>(a2, u, x), b2 = plus<T>(b2, u, y);
    u = v128.load(table, 176), a3 = plus<T>(a3, u, x), b3 = plus<T>(b3, u, y);
    if (at == 3) break;
    x = imaginary<T, Here>(one), y = imaginary<T, D>(one);
    u = v128.load(table, 192), a0 = plus<T>(a0, u, x), b0 = plus<T>(b0, u, y);
    u = v128.load(table, 208), a1 = plus<T>(a1, u, x), b1 = plus<T>(b1, u, y);
    u = v128.load(table, 224), a2 = plus<T>(a2, u, x), b2 = plus<T>(b2, u, y);
    u = v128.load(table, 240), a3 = plus<T>(a3, u, x), b3 = plus<T>(b3, u, y);
    if (at == 4) break;
    x = real<T, Here>(two), y = real<T, D>(two);
    u = v128.load(table, 256), a0 = plus<T>(a0, u, x), b0 = plus<T>(b0, u, y);
    u = v128.load(table, 272), a1 = plus<T>(a1, u, x), b1 = plus<T>(b1, u, y);
    u = v128.load(table, 288), a2 = plus<T>(a2, u, x), b2 = plus<T>(b2, u, y);
    u = v128.load(table, 304), a3 = plus<T>(a3, u, x), b3 = plus<T>(b3, u, y);
    if (at == 5) break;
    x = imaginary<T, Here>(two), y = imaginary<T, D>(two);
    u = v128.load(table, 320), a0 = plus<T>(a0, u, x), b0 = plus<T>(b0, u, y);
    u = v128.load(table, 336), a1 = plus<T>(a1, u, x), b1 = plus<T>(b1, u, y);
    u = v128.load(table, 352), a2 = plus<T>(a2, u, x), b2 = plus<T>(b2, u, y);
    u = v128.load(table, 368), a3 = plus<T>(a3, u, x), b3 = plus<T>(b3, u, y);
    if (at == 6) break;
    x = real<T, Here>(three), y = real<T, D>(three);
    u = v128.load(table, 384), a0 = plus<T>(a0, u, x), b0 = plus<T>(b0, u, y);
    u = v128.load(table, 400), a1 = plus<T>(a1, u, x), b1 = plus<T>(b1, u, y);
    u = v128.load(table, 416), a2 = plus<T>(a2, u, x), b2 = plus<T>(b2, u, y);
    u = v128.load(table, 432), a3 = plus<T>(a3, u, x), b3 = plus<T>(b3, u, y);
    if (at == 7) break;
    x = imaginary<T, Here>(three), y = imaginary<T, D>(three);
    u = v128.load(table, 448), a0 = plus<T>(a0, u, x), b0 = plus<T>(b0, u, y);
    u = v128.load(table, 464), a1 = plus<T>(a1, u, x), b1 = plus<T>(b1, u, y);
    u = v128.load(table, 480), a2 = plus<T>(a2, u, x), b2 = plus<T>(b2, u, y);
    u = v128.load(table, 496), a3 = plus<T>(a3, u, x), b3 = plus<T>(b3, u, y);
  } while (false);
  v128.store(at, a0), v128.store(one, a1), v128.store(two, a2), v128.store(three, a3);
  v128.store(at, b0, offsetof<D>()), v128.store(one, b1, offsetof<D>());
  v128.store(two, b2, offsetof<D>()), v128.store(three, b3, offsetof<D>());
}

/**
 * Acts on `pairs` pairs of groups from an offset on; the mask excludes the two bits and D. What does not change in the
 * loop is passed as a parameter: computed here, it would be computed again by the compiler in every iteration.
 */
function apply<T, D>(
  x: usize, first: usize, second: usize, both: usize, mask: usize, offset: usize, pairs: i32, table: usize,
): void {
  for (let k = 0; k < pairs; k++) {
    const at = x + offset;
    gate<T, D>(at, at + first, at + second, at + both, table);
    offset = successor(offset, mask);
  }
}

// @ts-ignore: decorator
@inline
function applyAll<T, D>(x: usize, bits: i32, first: usize, second: usize, table: usize): void {
  const mask = without(first | second | offsetof<D>());
  apply<T, D>(x, first, second, first + second, mask, 0, 1 << (bits - 3), table);
}

/** x ← U x. 32 flops for each amplitude. */
export function applyTwo<T>(x: usize, bits: i32, p: i32, q: i32, table: usize): void {
  const first = <usize>16 << p;
  const second = <usize>16 << q;
  if (((first | second) & 16) == 0) applyAll<T, Near>(x, bits, first, second, table);
  else if (((first | second) & 32) == 0) applyAll<T, Next>(x, bits, first, second, table);
  else applyAll<T, Far>(x, bits, first, second, table);
}

/** Adds Σ ψ_i re λ_j and Σ ψ_i im λ_j for one j, at `lambda`, to its row of sums. @returns the offset behind */
function environmentRow<T, D>(
  psi: usize, psi1: usize, psi2: usize, psi3: usize, lambda: usize, mask: usize, offset: usize, pairs: i32, row: usize,
): usize {
  let a0 = f64x2.splat(0), a1 = a0, a2 = a0, a3 = a0;
  let b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  let x = a0, re = a0, im = a0;
  for (let k = 0; k < pairs; k++) {
    const l = lambda + offset, p0 = psi + offset, p1 = psi1 + offset, p2 = psi2 + offset, p3 = psi3 + offset;
    re = real<T, Here>(l), im = imaginary<T, Here>(l);
    x = v128.load(p0), a0 = plus<T>(a0, x, re), b0 = plus<T>(b0, x, im);
    x = v128.load(p1), a1 = plus<T>(a1, x, re), b1 = plus<T>(b1, x, im);
    x = v128.load(p2), a2 = plus<T>(a2, x, re), b2 = plus<T>(b2, x, im);
    x = v128.load(p3), a3 = plus<T>(a3, x, re), b3 = plus<T>(b3, x, im);
    if (offset == usize.MAX_VALUE) break;
    re = real<T, D>(l), im = imaginary<T, D>(l);
    x = v128.load(p0, offsetof<D>()), a0 = plus<T>(a0, x, re), b0 = plus<T>(b0, x, im);
    x = v128.load(p1, offsetof<D>()), a1 = plus<T>(a1, x, re), b1 = plus<T>(b1, x, im);
    x = v128.load(p2, offsetof<D>()), a2 = plus<T>(a2, x, re), b2 = plus<T>(b2, x, im);
    x = v128.load(p3, offsetof<D>()), a3 = plus<T>(a3, x, re), b3 = plus<T>(b3, x, im);
    offset = successor(offset, mask);
  }
  deposit<T>(row, a0), deposit<T>(row + 16, a1), deposit<T>(row + 32, a2), deposit<T>(row + 48, a3);
  deposit<T>(row + 64, b0), deposit<T>(row + 80, b1), deposit<T>(row + 96, b2), deposit<T>(row + 112, b3);
  return offset;
}

function backward<T, D>(
  psi: usize, lambda: usize, bits: i32, first: usize, second: usize, adjoint: usize, sums: usize,
): void {
  const both = first + second;
  const mask = without(first | second | offsetof<D>());
  const all = 1 << (bits - 3);
  const pairs = all < CHUNK ? all : CHUNK;
  const psi1 = psi + first, psi2 = psi + second, psi3 = psi + both;
  for (let at: usize = 0, done = 0; done < all; done += pairs) {
    environmentRow<T, D>(psi, psi1, psi2, psi3, lambda, mask, at, pairs, sums);
    environmentRow<T, D>(psi, psi1, psi2, psi3, lambda + first, mask, at, pairs, sums + 128);
    environmentRow<T, D>(psi, psi1, psi2, psi3, lambda + second, mask, at, pairs, sums + 256);
    const next = environmentRow<T, D>(psi, psi1, psi2, psi3, lambda + both, mask, at, pairs, sums + 384);
    if (adjoint != 0) {
      apply<T, D>(psi, first, second, both, mask, at, pairs, adjoint);
      apply<T, D>(lambda, first, second, both, mask, at, pairs, adjoint);
    }
    at = next;
  }
}

/**
 * Adds to the environment W_ij = Σ ψ_i conj(λ_j) of the gate behind it, and un-applies the gate from both unless its
 * adjoint is 0. `sums` holds, in float64, four rows j of Σ ψ_i re λ_j and Σ ψ_i im λ_j. 96 flops for each amplitude.
 */
export function twoBackward<T>(
  psi: usize, lambda: usize, bits: i32, p: i32, q: i32, adjoint: usize, sums: usize,
): void {
  const first = <usize>16 << p;
  const second = <usize>16 << q;
  if (((first | second) & 16) == 0) backward<T, Near>(psi, lambda, bits, first, second, adjoint, sums);
  else if (((first | second) & 32) == 0) backward<T, Next>(psi, lambda, bits, first, second, adjoint, sums);
  else backward<T, Far>(psi, lambda, bits, first, second, adjoint, sums);
}
