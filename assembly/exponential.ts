/**
 * @file Gates exp(−iH) on one or two bits with H = Σ_p h_p P_p: their matrices, and the derivatives by h from the
 * environments of the gates. H is diagonalised by Jacobi rotations, H = V·diag(a)·V†.
 *
 * A list of 32-bit numbers describes the gates one after the other: d = 2 or 4, the number of words, and each word as
 * flip | sign << 2 | quarterTurns << 4. Of every gate there are 32 numbers for U and for V, row-major, and four for a.
 */

import { swapped } from './lanes';
import { cosine, sine } from './sine';

/** Bytes of a matrix and of the eigenvalues of a gate, and of the sums of its environment; see stage.ts. */
const MATRIX: usize = 256;
const VALUES: usize = 32;
const SUMS: usize = 512;
/** Most passes over the pairs of rows; five are the rule. */
const MOST_SWEEPS: i32 = 30;
/** Squares of what is off the diagonal, relative to that of the whole matrix, that count as zero. */
const SMALL: f64 = 1e-33;

/** (re + i·im)·x. */
// @ts-ignore: decorator
@inline
function scaled(re: f64, im: f64, x: v128): v128 {
  return f64x2.add(f64x2.mul(f64x2.splat(re), x), f64x2.mul(f64x2(-im, im), swapped<f64>(x)));
}

/** Σ conj(x)·y of the pairs of numbers at a and b, `steps` bytes apart. */
// @ts-ignore: decorator
@inline
function product(d: i32, a: usize, stepA: usize, b: usize, stepB: usize): v128 {
  let direct = f64x2.splat(0);
  let crossed = f64x2.splat(0);
  for (let k = 0; k < d; k++) {
    const x = v128.load(a);
    const y = v128.load(b);
    direct = f64x2.add(direct, f64x2.mul(x, y));
    crossed = f64x2.add(crossed, f64x2.mul(x, swapped<f64>(y)));
    a += stepA;
    b += stepB;
  }
  const re = f64x2.extract_lane(direct, 0) + f64x2.extract_lane(direct, 1);
  return f64x2(re, f64x2.extract_lane(crossed, 0) - f64x2.extract_lane(crossed, 1));
}

/** Lines p and q of d numbers become cos·p − conj(z)·q and z·p + cos·q, z = re + i·im. */
// @ts-ignore: decorator
@inline
function turn(p: usize, q: usize, step: usize, d: i32, cos: f64, re: f64, im: f64): void {
  const c = f64x2.splat(cos);
  for (let k = 0; k < d; k++) {
    const x = v128.load(p);
    const y = v128.load(q);
    v128.store(p, f64x2.sub(f64x2.mul(c, x), scaled(re, -im, y)));
    v128.store(q, f64x2.add(f64x2.mul(c, y), scaled(re, im, x)));
    p += step;
    q += step;
  }
}

/** Leaves the eigenvalues on the diagonal of the Hermitian matrix at h and eigenvectors as columns at v. */
function diagonalise(h: usize, v: usize, d: i32): void {
  const row = <usize>d << 4;
  memory.fill(v, 0, MATRIX);
  let whole: f64 = 0;
  for (let i: usize = 0; i < <usize>d; i++) store<f64>(v + i * (row + 16), 1);
  for (let at = h; at < h + row * <usize>d; at += 8) whole += load<f64>(at) * load<f64>(at);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off: f64 = 0;
    for (let p: usize = 0; p < <usize>d; p++) {
      for (let q = p + 1; q < <usize>d; q++) {
        const at = h + p * row + (q << 4);
        off += load<f64>(at) * load<f64>(at) + load<f64>(at, 8) * load<f64>(at, 8);
      }
    }
    if (!(off > SMALL * whole)) return;
    for (let p: usize = 0; p < <usize>d; p++) {
      for (let q = p + 1; q < <usize>d; q++) {
        const pq = h + p * row + (q << 4);
        const x = load<f64>(pq);
        const y = load<f64>(pq, 8);
        const size = Math.sqrt(x * x + y * y);
        if (size == 0) continue;
        const pp = h + p * (row + 16);
        const qq = h + q * (row + 16);
        const a = load<f64>(pp);
        const b = load<f64>(qq);
        const ratio = (b - a) / (2 * size);
        const tan = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(1 + ratio * ratio));
        const cos = 1 / Math.sqrt(1 + tan * tan);
        const sin = tan * cos;
        const re = (sin * x) / size;
        const im = (sin * y) / size;
        turn(h + (p << 4), h + (q << 4), row, d, cos, re, im);
        turn(h + p * row, h + q * row, 16, d, cos, re, -im);
        turn(v + (p << 4), v + (q << 4), row, d, cos, re, im);
        v128.store(pp, f64x2(a - tan * size, 0));
        v128.store(qq, f64x2(b + tan * size, 0));
        v128.store(pq, f64x2.splat(0));
        v128.store(h + q * row + (p << 4), f64x2.splat(0));
      }
    }
  }
}

/** i^turns·x. */
// @ts-ignore: decorator
@inline
function turned(turns: u32, x: f64): v128 {
  const signed = turns & 2 ? -x : x;
  return turns & 1 ? f64x2(0, signed) : f64x2(signed, 0);
}

/** Writes U, V and a of every gate for the coefficients h. `scratch` has room for a matrix. */
export function exponentiate(
  gates: usize, count: i32, coefficients: usize, matrices: usize, vectors: usize, values: usize, scratch: usize,
): void {
  for (let g = 0; g < count; g++) {
    const d = load<i32>(gates);
    const words = load<i32>(gates, 4);
    const row = <usize>d << 4;
    gates += 8;
    memory.fill(scratch, 0, MATRIX);
    for (let w = 0; w < words; w++) {
      const word = load<u32>(gates);
      const x = load<f64>(coefficients);
      const flip = word & 3;
      for (let b: u32 = 0; b < <u32>d; b++) {
        const at = scratch + <usize>(b ^ flip) * row + (<usize>b << 4);
        const signed = popcnt(b & (word >> 2) & 3) & 1 ? -x : x;
        v128.store(at, f64x2.add(v128.load(at), turned(word >> 4, signed)));
      }
      gates += 4;
      coefficients += 8;
    }
    diagonalise(scratch, vectors, d);
    memory.fill(matrices, 0, MATRIX);
    for (let k: usize = 0; k < <usize>d; k++) {
      const a = load<f64>(scratch + k * (row + 16));
      store<f64>(values + (k << 3), a);
      const cos = cosine(a);
      const sin = sine(a);
      for (let i: usize = 0; i < <usize>d; i++) {
        const x = scaled(cos, -sin, v128.load(vectors + i * row + (k << 4)));
        const re = f64x2.extract_lane(x, 0);
        const im = f64x2.extract_lane(x, 1);
        for (let j: usize = 0; j < <usize>d; j++) {
          const y = vectors + j * row + (k << 4);
          const at = matrices + i * row + (j << 4);
          const z = f64x2(
            re * load<f64>(y) + im * load<f64>(y, 8),
            im * load<f64>(y) - re * load<f64>(y, 8),
          );
          v128.store(at, f64x2.add(v128.load(at), z));
        }
      }
    }
    matrices += MATRIX;
    vectors += MATRIX;
    values += VALUES;
  }
}

/**
 * Re Tr(G†P_p) for every word P_p, where G is the cotangent of H: with W = Σ ψ λ† behind the gate, from its sums,
 *
 *     (V†GV)_jk = i·exp(iδ)·sinc(δ)·conj (V†WV)_kj,      δ = (a_j − a_k)/2.
 *
 * `scratch` has room for two matrices.
 */
export function exponentiateBack(
  gates: usize, count: i32, sums: usize, vectors: usize, values: usize, slopes: usize, scratch: usize,
): void {
  const other = scratch + MATRIX;
  for (let g = 0; g < count; g++) {
    const d = load<i32>(gates);
    const words = load<i32>(gates, 4);
    const row = <usize>d << 4;
    const end = row * <usize>d;
    gates += 8;
    // W†, whose rows have the numbers of the columns of W conjugated.
    for (let j: usize = 0; j < <usize>d; j++) {
      for (let i: usize = 0; i < row; i += 16) {
        const at = sums + 2 * j * row + i;
        const re = load<f64>(at) + load<f64>(at + row, 8);
        const im = load<f64>(at + row) - load<f64>(at, 8);
        v128.store(scratch + j * row + i, f64x2(re, im));
      }
    }
    // W†V, then V†(W†V).
    for (let j: usize = 0; j < end; j += row) {
      for (let k: usize = 0; k < row; k += 16) {
        let sum = f64x2.splat(0);
        for (let i: usize = 0; i < <usize>d; i++) {
          const x = scratch + j + (i << 4);
          sum = f64x2.add(sum, scaled(load<f64>(x), load<f64>(x, 8), v128.load(vectors + i * row + k)));
        }
        v128.store(other + j + k, sum);
      }
    }
    for (let j: usize = 0; j < <usize>d; j++) {
      for (let k: usize = 0; k < <usize>d; k++) {
        const sum = product(d, vectors + (j << 4), row, other + (k << 4), row);
        const half = (load<f64>(values + (j << 3)) - load<f64>(values + (k << 3))) / 2;
        const sin = sine(half);
        const size = half == 0 ? 1 : sin / half;
        v128.store(scratch + j * row + (k << 4), scaled(-size * sin, size * cosine(half), sum));
      }
    }
    // V·G̃, then (V·G̃)·V†.
    for (let j: usize = 0; j < end; j += row) {
      for (let k: usize = 0; k < row; k += 16) {
        let sum = f64x2.splat(0);
        for (let i: usize = 0; i < <usize>d; i++) {
          const x = vectors + j + (i << 4);
          sum = f64x2.add(sum, scaled(load<f64>(x), load<f64>(x, 8), v128.load(scratch + i * row + k)));
        }
        v128.store(other + j + k, sum);
      }
    }
    for (let j: usize = 0; j < end; j += row) {
      for (let k: usize = 0; k < end; k += row) {
        v128.store(scratch + j + k / <usize>d, product(d, vectors + k, 16, other + j, 16));
      }
    }
    for (let w = 0; w < words; w++) {
      const word = load<u32>(gates);
      const flip = word & 3;
      let sum = f64x2.splat(0);
      for (let b: u32 = 0; b < <u32>d; b++) {
        const x = v128.load(scratch + <usize>(b ^ flip) * row + (<usize>b << 4));
        sum = popcnt(b & (word >> 2) & 3) & 1 ? f64x2.sub(sum, x) : f64x2.add(sum, x);
      }
      const part = word & 16 ? f64x2.extract_lane(sum, 1) : f64x2.extract_lane(sum, 0);
      store<f64>(slopes, word & 32 ? -part : part);
      gates += 4;
      slopes += 8;
    }
    sums += SUMS;
    vectors += MATRIX;
    values += VALUES;
  }
}
