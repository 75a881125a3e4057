/**
 * @file Orthogonal transformations of real vectors that stand in memory row after row, `stride` bytes apart, a multiple of
 * 16: rotations that mix neighbouring rows, and reflections of each row.
 */

import { plus } from './lanes';

/** Bytes of a strip of columns; a strip of all rows is worked on in one piece, so that it stays in the cache. */
const STRIP: usize = 64;
/** Bytes of rotations that are applied to all strips before the next: they stay in the cache, too. */
const PART: usize = 24 << 14;

/** Copies between rows and strips, which follow one another, each with its columns of all rows. */
function copyStrips(rows: usize, count: i32, stride: usize, strips: usize, back: bool): void {
  for (let left: usize = 0; left < stride; left += STRIP) {
    const bytes = stride - left < STRIP ? stride - left : STRIP;
    let row = rows + left;
    for (let i = 0; i < count; i++) {
      if (back) memory.copy(row, strips, bytes);
      else memory.copy(strips, row, bytes);
      row += stride;
      strips += STRIP;
    }
  }
}

/**
 * Rotates neighbours one pair after the other: for every (i, cos, sin) of the list, rows i and i + 1 become
 * (cos·a − sin·b, sin·a + cos·b). The list is destroyed; `scratch` has 64·⌈stride/64⌉ bytes for each row.
 */
export function rotateNeighbours(
  rows: usize, count: i32, stride: usize, rotations: usize, length: i32, scratch: usize,
): void {
  const end = rotations + <usize>length * 24;
  for (let r = rotations; r < end; r += 24) store<u32>(r, <u32>load<f64>(r) << 6);
  copyStrips(rows, count, stride, scratch, false);
  for (let r = rotations; r < end; r += PART) {
    const last = end - r < PART ? end : r + PART;
    let strip = scratch;
    for (let left: usize = 0; left < stride; left += STRIP) {
      turnStrip(strip, r, last);
      strip += <usize>count * STRIP;
    }
  }
  copyStrips(rows, count, stride, scratch, true);
}

/** The rotations of one strip. Mostly a row is the upper one of two first and then the lower one: it stays in registers. */
function turnStrip(strip: usize, rotations: usize, end: usize): void {
  let held: usize = strip;
  let x0 = v128.load(held);
  let x1 = v128.load(held, 16);
  let x2 = v128.load(held, 32);
  let x3 = v128.load(held, 48);
  for (let r = rotations; r < end; r += 24) {
    const a = strip + <usize>load<u32>(r);
    if (held != a + STRIP) {
      v128.store(held, x0);
      v128.store(held, x1, 16);
      v128.store(held, x2, 32);
      v128.store(held, x3, 48);
      x0 = v128.load(a, 64);
      x1 = v128.load(a, 80);
      x2 = v128.load(a, 96);
      x3 = v128.load(a, 112);
    }
    const cos = v128.load64_splat(r, 8);
    const sin = v128.load64_splat(r, 16);
    const y0 = v128.load(a);
    v128.store(a, plus<f64>(f64x2.mul(sin, y0), cos, x0), 64);
    x0 = f64x2.sub(f64x2.mul(cos, y0), f64x2.mul(sin, x0));
    const y1 = v128.load(a, 16);
    v128.store(a, plus<f64>(f64x2.mul(sin, y1), cos, x1), 80);
    x1 = f64x2.sub(f64x2.mul(cos, y1), f64x2.mul(sin, x1));
    const y2 = v128.load(a, 32);
    v128.store(a, plus<f64>(f64x2.mul(sin, y2), cos, x2), 96);
    x2 = f64x2.sub(f64x2.mul(cos, y2), f64x2.mul(sin, x2));
    const y3 = v128.load(a, 48);
    v128.store(a, plus<f64>(f64x2.mul(sin, y3), cos, x3), 112);
    x3 = f64x2.sub(f64x2.mul(cos, y3), f64x2.mul(sin, x3));
    held = a;
  }
  v128.store(held, x0);
  v128.store(held, x1, 16);
  v128.store(held, x2, 32);
  v128.store(held, x3, 48);
}

/** x ← x − 2(v·x)v for four rows x; numbers behind the length of v are zero in v. */
// @ts-ignore: decorator
@inline
function reflectFour(x: usize, stride: usize, v: usize, end: usize): void {
  const x1 = x + stride;
  const x2 = x1 + stride;
  const x3 = x2 + stride;
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  for (let j: usize = 0; j < end; j += 16) {
    const u = v128.load(v + j);
    s0 = plus<f64>(s0, u, v128.load(x + j));
    s1 = plus<f64>(s1, u, v128.load(x1 + j));
    s2 = plus<f64>(s2, u, v128.load(x2 + j));
    s3 = plus<f64>(s3, u, v128.load(x3 + j));
  }
  s0 = twice(s0);
  s1 = twice(s1);
  s2 = twice(s2);
  s3 = twice(s3);
  for (let j: usize = 0; j < end; j += 16) {
    const u = v128.load(v + j);
    v128.store(x + j, plus<f64>(v128.load(x + j), s0, u));
    v128.store(x1 + j, plus<f64>(v128.load(x1 + j), s1, u));
    v128.store(x2 + j, plus<f64>(v128.load(x2 + j), s2, u));
    v128.store(x3 + j, plus<f64>(v128.load(x3 + j), s3, u));
  }
}

/** −2 times the sum, in both places. */
// @ts-ignore: decorator
@inline
function twice(s: v128): v128 {
  return f64x2.splat(-2 * (f64x2.extract_lane(s, 0) + f64x2.extract_lane(s, 1)));
}

/**
 * x ← H_{n−1}…H₂x for each of `count` rows x, a multiple of 4, of n numbers; H_k = 1 − 2vvᵀ with the first k numbers of row
 * k of the reflectors. What follows these in their rows is overwritten.
 */
export function reflectRows(rows: usize, count: i32, stride: usize, reflectors: usize, n: i32): void {
  for (let k: usize = 2; k < <usize>n; k++) store<f64>(reflectors + k * stride + (k << 3), 0);
  for (let i: usize = 0; i < <usize>count; i += 4) {
    for (let k: usize = 2; k < <usize>n; k++) reflectFour(rows + i * stride, stride, reflectors + k * stride, k << 3);
  }
}
