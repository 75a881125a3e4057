/**
 * @file Singular values of two small matrices side by side: QR decomposition A·P = Q·R with the longest remaining column first,
 * then rotations of the columns of R† until these are orthogonal, R†·W = X·Σ, so that A = (QW)·Σ·(PX)†.
 *
 * @see Drmač & Veselić, SIAM J. Matrix Anal. Appl. 29, 1322 (2008)
 */

import { spectrum, spectrumScratch } from './batch-eigen';
import { addMultiple, either, entry, magnitude, overlap, scatter, sideBySide, sortedOrder, squares, turn } from './batch-lanes';
import { reflect, reflection } from './batch-reflections';

/** Most sweeps of rotations, which converge quadratically. */
const MOST_SWEEPS = 60;
/** Fewest columns for which eigenvectors of R†R shorten the iteration. */
const LEAST_COLUMNS = 8;
/** If the last entry of R's diagonal is below this fraction of the first, they would not. */
const STEEPEST: f64 = 1e-8;

/** Bytes of scratch that `decomposeSingular` needs. */
export function singularScratch<T>(m: i32, n: i32): usize {
  const rows = m > n ? m : n;
  const cols = m > n ? n : m;
  const own = entry<T>() * <usize>(cols * (2 * rows + 4 * cols + 1) + 4) + 96 * <usize>cols;
  return own + spectrumScratch<T>(cols);
}

/**
 * Thin A = U·diag(values)·V† of the m × n matrices at `a` and `b`, values descending, `count` of them written; with `polar`, U·V† in
 * place of U, and no V. Vectors of values that vanish are not meaningful. 0, or 1 if an iteration does not converge.
 */
export function decomposeSingular<T>(
  m: i32, n: i32, a: usize, b: usize, count: i32, u: usize, values: usize, v: usize, polar: bool, scratch: usize,
): i32 {
  const wide = m < n;
  const rows = wide ? n : m;
  const cols = wide ? m : n;
  const size = <usize>cols;
  const column = <usize>rows * entry<T>();
  const pair = size * entry<T>() * 2;
  const columns = scratch;
  const left = columns + column * size;
  const pairs = left + column * size;
  const triangle = pairs + pair * size;
  const start = triangle + (pair >> 1) * size;
  const diagonal = start + (pair >> 1) * size;
  const space = diagonal + size * entry<T>();
  const taus = space + 4 * entry<T>();
  const lengths = taus + (size << 4);
  const places = lengths + (size << 4);
  const order = places + (size << 4);
  const row = <usize>n * sizeof<T>();
  const bytes = <usize>m * row;
  const powers = f64x2(magnitude(a, a + bytes), magnitude(b, b + bytes));
  const factors = f64x2.div(f64x2.splat(1), powers);
  if (wide) sideBySide<T>(columns, rows, cols, a, b, sizeof<T>(), row, factors, -1);
  else sideBySide<T>(columns, rows, cols, a, b, row, sizeof<T>(), factors, 1);
  pivotedQr<T>(rows, cols, columns, taus, diagonal, places, lengths, space);
  const flat = cols < LEAST_COLUMNS ? f64x2.splat(0) : isFlat<T>(diagonal, cols);
  adjointTriangle<T>(pairs, columns, diagonal, cols, column);
  if (either(flat)) {
    // R and, in place of the identity, the eigenvectors of R†R.
    upperTriangle<T>(triangle, columns, diagonal, cols, column);
    gram<T>(start, triangle, cols);
    if (spectrum<T>(cols, start, lengths, left, order + (size << 4)) != 0) return 1;
    begin<T>(pairs, triangle, left, cols, flat);
  }
  if (!orthogonalise<T>(pairs, cols, lengths, space)) return 1;
  // Rounding stretches both parts of a pair by the same factor, the length of the second.
  memory.fill(left, 0, column * size);
  for (let k: usize = 0; k < size; k++) {
    const x = pairs + k * pair;
    const w = x + pair / 2;
    const stretch = f64x2.sqrt(squares(w, w + pair / 2));
    const length = f64x2.sqrt(squares(x, w));
    v128.store(lengths + (k << 4), f64x2.div(length, stretch));
    const zero = f64x2.eq(length, f64x2.splat(0));
    const one = f64x2.splat(1);
    divide(left + k * column, x, w, v128.andnot(f64x2.div(one, length), zero), f64x2.div(one, stretch), flat);
  }
  for (let j: i32 = cols - 1; j >= 0; j--) {
    const corner = <usize>j * entry<T>();
    const tau = v128.load(taus + (<usize>j << 4));
    const own = columns + <usize>j * column + corner;
    for (let c = left; c < pairs; c += column) reflect<T>(own, c + corner, c + column, tau, space);
  }
  if (polar) {
    // Row i of X gives the column of UX† that belongs to row places_i of V.
    memory.fill(columns, 0, column * size);
    for (let i: usize = 0; i < size; i++) {
      for (let k: usize = 0; k < size; k++) {
        const x = pairs + k * pair + i * entry<T>();
        const im = sizeof<T>() == 8 ? f64x2.splat(0) : f64x2.neg(v128.load(x, 16));
        addMultiple<T>(columns + i * column, left + k * column, columns + (i + 1) * column, v128.load(x), im);
      }
    }
  }
  const kept = size * sizeof<T>();
  for (let matrix = 0; matrix < count; matrix++) {
    const lane = <usize>matrix << 3;
    const power = matrix == 0 ? f64x2.extract_lane(powers, 0) : f64x2.extract_lane(powers, 1);
    sortedOrder(order, lengths, cols, lane, true);
    for (let k: usize = 0; k < size; k++) {
      const from = <usize>load<i32>(order + (k << 2));
      store<f64>(values + (k << 3), power * load<f64>(lengths + (from << 4) + lane));
      if (polar) {
        const place = <usize>load<f64>(places + (k << 4) + lane);
        // The polar factor of the adjoint is the adjoint.
        const to = wide ? u + place * row : u + place * sizeof<T>();
        scatter<T>(to, wide ? sizeof<T>() : row, columns + k * column, rows, lane, 1, wide ? -1 : 1);
        continue;
      }
      scatter<T>((wide ? v : u) + k * sizeof<T>(), kept, left + from * column, rows, lane, 1, 1);
      for (let i: usize = 0; i < size; i++) {
        const place = <usize>load<f64>(places + (i << 4) + lane);
        const x = pairs + from * pair + i * entry<T>();
        scatter<T>((wide ? u : v) + place * kept + k * sizeof<T>(), 0, x, 1, lane, 1, 1);
      }
    }
    values += size << 3;
    u += polar ? bytes : <usize>m * kept;
    v += <usize>n * kept;
  }
  return 0;
}

/** The first half of a pair, from `x` to `w`, and the second, times factors: one goes to `left`, the first where flat, the other to x. */
function divide(left: usize, x: usize, w: usize, first: v128, second: v128, flat: v128): void {
  for (const end = w; x < end; x += 16) {
    const a = f64x2.mul(first, v128.load(x));
    const b = f64x2.mul(second, v128.load(w));
    v128.store(left, v128.bitselect(a, b, flat));
    v128.store(x, v128.bitselect(b, a, flat));
    left += 16;
    w += 16;
  }
}

/** Whether |R_nn| is not below a fraction of |R_11|. */
function isFlat<T>(diagonal: usize, cols: i32): v128 {
  const last = diagonal + <usize>(cols - 1) * entry<T>();
  const first = squares(diagonal, diagonal + entry<T>());
  return f64x2.gt(squares(last, last + entry<T>()), f64x2.mul(f64x2.splat(STEEPEST * STEEPEST), first));
}

/** Columns of R. */
function upperTriangle<T>(to: usize, columns: usize, diagonal: usize, cols: i32, column: usize): void {
  const height = <usize>cols * entry<T>();
  memory.fill(to, 0, height * <usize>cols);
  for (let j: usize = 0; j < <usize>cols; j++) {
    memory.copy(to, columns + j * column, j * entry<T>());
    memory.copy(to + j * entry<T>(), diagonal + j * entry<T>(), entry<T>());
    to += height;
  }
}

/** The lower triangle of R†R. */
function gram<T>(to: usize, triangle: usize, cols: i32): void {
  const height = <usize>cols * entry<T>();
  for (let j: usize = 0; j < <usize>cols; j++) {
    const own = triangle + j * height;
    for (let i = j; i < <usize>cols; i++) {
      overlap<T>(triangle + i * height, own, triangle + i * height + (j + 1) * entry<T>(), to + j * height + i * entry<T>());
    }
  }
}

/** Where flat, pairs become the columns of RV and of V. */
function begin<T>(pairs: usize, triangle: usize, vectors: usize, cols: i32, flat: v128): void {
  const height = <usize>cols * entry<T>();
  for (let j: usize = 0; j < <usize>cols; j++) {
    const to = pairs + 2 * j * height;
    const v = vectors + j * height;
    for (let at: usize = 0; at < height; at += 16) {
      v128.store(to + at, v128.andnot(v128.load(to + at), flat));
      const other = to + height + at;
      v128.store(other, v128.bitselect(v128.load(v + at), v128.load(other), flat));
    }
    for (let k: usize = 0; k < <usize>cols; k++) {
      const x = v + k * entry<T>();
      const im = sizeof<T>() == 8 ? f64x2.splat(0) : v128.and(flat, v128.load(x, 16));
      addMultiple<T>(to, triangle + k * height, to + (k + 1) * entry<T>(), v128.and(flat, v128.load(x)), im);
    }
  }
}

/** Reflections that make the columns a triangle, the longest remaining one first; `places` says where each has been. */
function pivotedQr<T>(
  rows: i32, cols: i32, columns: usize, taus: usize, diagonal: usize, places: usize, lengths: usize, space: usize,
): void {
  const column = <usize>rows * entry<T>();
  const end = columns + <usize>cols * column;
  for (let j: usize = 0; j < <usize>cols; j++) v128.store(places + (j << 4), f64x2.splat(<f64>j));
  for (let j: usize = 0; j < <usize>cols; j++) {
    const corner = j * entry<T>();
    const own = columns + j * column;
    let longest = squares(own + corner, own + column);
    let place = f64x2.splat(<f64>j);
    for (let c = j + 1; c < <usize>cols; c++) {
      const length = squares(columns + c * column + corner, columns + (c + 1) * column);
      const longer = f64x2.gt(length, longest);
      longest = v128.bitselect(length, longest, longer);
      place = v128.bitselect(f64x2.splat(<f64>c), place, longer);
    }
    for (let lane: usize = 0; lane < 16; lane += 8) {
      const other = <usize>(lane == 0 ? f64x2.extract_lane(place, 0) : f64x2.extract_lane(place, 1));
      if (other == j) continue;
      const there = columns + other * column;
      for (let at = lane; at < column; at += 16) exchange(own + at, there + at);
      exchange(places + (j << 4) + lane, places + (other << 4) + lane);
    }
    const v = own + corner;
    reflection<T>(v, own + column, taus + (j << 4), diagonal + corner, space);
    const tau = v128.load(taus + (j << 4));
    for (let c = own + column; c < end; c += column) reflect<T>(v, c + corner, c + column, tau, space);
  }
}

// @ts-ignore: decorator
@inline
function exchange(x: usize, y: usize): void {
  const kept = load<f64>(x);
  store<f64>(x, load<f64>(y));
  store<f64>(y, kept);
}

/** Columns of R†, each with a column of the identity behind it. */
function adjointTriangle<T>(pairs: usize, columns: usize, diagonal: usize, cols: i32, column: usize): void {
  const size = <usize>cols;
  const pair = size * entry<T>() * 2;
  memory.fill(pairs, 0, pair * size);
  for (let j: usize = 0; j < size; j++) {
    const to = pairs + j * pair;
    v128.store(to + pair / 2 + j * entry<T>(), f64x2.splat(1));
    for (let i = j; i < size; i++) {
      const from = i == j ? diagonal + j * entry<T>() : columns + i * column + j * entry<T>();
      v128.store(to + i * entry<T>(), v128.load(from));
      if (sizeof<T>() == 16) v128.store(to + i * entry<T>(), f64x2.neg(v128.load(from, 16)), 16);
    }
  }
}

/** Rotates pairs of columns until their first halves are orthogonal; whether they are in the end. */
function orthogonalise<T>(pairs: usize, cols: i32, lengths: usize, space: usize): bool {
  const size = <usize>cols;
  const half = size * entry<T>();
  const pair = 2 * half;
  const tolerance = f64.EPSILON * Math.max(2, Math.sqrt(<f64>cols));
  const small = f64x2.splat(tolerance * tolerance);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false;
    for (let p: usize = 0; p < size; p++) v128.store(lengths + (p << 4), squares(pairs + p * pair, pairs + p * pair + half));
    for (let p: usize = 0; p < size; p++) {
      const a = pairs + p * pair;
      for (let q = p + 1; q < size; q++) {
        const b = pairs + q * pair;
        overlap<T>(a, b, a + half, space);
        const re = v128.load(space);
        const im = sizeof<T>() == 8 ? f64x2.splat(0) : v128.load(space, 16);
        const pp = v128.load(lengths + (p << 4));
        const qq = v128.load(lengths + (q << 4));
        const square = f64x2.add(f64x2.mul(re, re), f64x2.mul(im, im));
        const active = f64x2.gt(square, f64x2.mul(small, f64x2.mul(pp, qq)));
        if (!either(active)) continue;
        rotated = true;
        rotatePair<T>(a, b, half, square, active, lengths + (p << 4), lengths + (q << 4), space);
      }
    }
    if (!rotated) return true;
  }
  return false;
}

/** The rotation that makes two columns orthogonal, of the matrices in the mask. */
// @ts-ignore: decorator
@inline
function rotatePair<T>(
  a: usize, b: usize, half: usize, square: v128, active: v128, atP: usize, atQ: usize, space: usize,
): void {
  const one = f64x2.splat(1);
  const zero = f64x2.splat(0);
  const pp = v128.load(atP);
  const qq = v128.load(atQ);
  const size = f64x2.sqrt(v128.bitselect(square, one, active));
  const difference = f64x2.sub(qq, pp);
  const twice = f64x2.add(size, size);
  const root = f64x2.sqrt(f64x2.add(f64x2.mul(difference, difference), f64x2.mul(twice, twice)));
  const signed = v128.bitselect(f64x2.neg(twice), twice, f64x2.lt(difference, zero));
  const tan = v128.and(active, f64x2.div(signed, f64x2.add(f64x2.abs(difference), root)));
  const cos = f64x2.div(one, f64x2.sqrt(f64x2.add(one, f64x2.mul(tan, tan))));
  const sin = f64x2.mul(cos, tan);
  // The phase makes the overlap real.
  const x = v128.bitselect(f64x2.div(v128.load(space), size), one, active);
  const y = sizeof<T>() == 8 ? zero : v128.and(active, f64x2.div(f64x2.neg(v128.load(space, 16)), size));
  turn<T>(a, b, a + 2 * half, cos, sin, x, y);
  const change = f64x2.mul(tan, v128.and(active, size));
  const lessP = f64x2.sub(pp, change);
  const moreQ = f64x2.add(qq, change);
  v128.store(atP, lessP);
  v128.store(atQ, moreQ);
  // Against cancellation.
  const lostP = f64x2.lt(lessP, f64x2.mul(f64x2.splat(0.5), pp));
  if (either(lostP)) v128.store(atP, v128.bitselect(squares(a, a + half), lessP, lostP));
  const lostQ = f64x2.lt(moreQ, f64x2.mul(f64x2.splat(0.5), qq));
  if (either(lostQ)) v128.store(atQ, v128.bitselect(squares(b, b + half), moreQ, lostQ));
}
