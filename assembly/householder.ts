/**
 * @file Householder reflections H = 1 − 2vv† of complex vectors: the factorisation A·P = H₀…H_{k−1}·R, and products of
 * many reflections, sixteen at a time as 1 − V·T·V† by matrix products. A matrix stands column after column.
 */

import { gemmAdd, gemmScratch, gemmStrip } from './gemm';
import { swapped, total } from './lanes';

/** Reflections in one block. */
const BLOCK: i32 = 16;
/** Fewer reflections than these act one by one. */
const FEW: i32 = 100;
/** Below it, and above its inverse, squares have lost digits or are about to. */
const LEAST: f64 = 1e-280;
/** √ε: where a length has shrunk so much by subtraction, it is computed anew. */
const SHRUNK: f64 = 1.4901161193847656e-8;

/** Bytes of scratch space for vectors of `length` numbers and `count` of them. */
export function householderScratch(length: i32, count: i32): i32 {
  return gemmScratch() + 16 * BLOCK * (length + 2 * count + 2 * BLOCK) + 16 * count;
}

/** Σ |x|² up to `end`. */
function squares(x: usize, end: usize): f64 {
  let even = f64x2.splat(0);
  let odd = f64x2.splat(0);
  for (; x + 16 < end; x += 32) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    even = f64x2.add(even, f64x2.mul(a, a));
    odd = f64x2.add(odd, f64x2.mul(b, b));
  }
  if (x < end) even = f64x2.add(even, f64x2.mul(v128.load(x), v128.load(x)));
  return total(f64x2.add(even, odd));
}

function scale(x: usize, end: usize, factor: f64): void {
  const by = f64x2.splat(factor);
  for (; x < end; x += 16) v128.store(x, f64x2.mul(v128.load(x), by));
}

/**
 * Replaces x by the unit vector v with (1 − 2vv†)x = y·e₀, and writes y; for x = 0 both are zero. Numbers near the limits
 * of their range neither overflow nor vanish.
 */
export function reflector(x: usize, end: usize, y: usize): void {
  let square = squares(x, end);
  let largest: f64 = 1;
  if (!(square > LEAST && square < 1 / LEAST)) {
    largest = 0;
    for (let at = x; at < end; at += 8) largest = Math.max(largest, Math.abs(load<f64>(at)));
    if (largest == 0) {
      store<f64>(y, 0);
      store<f64>(y, 0, 8);
      return;
    }
    for (let at = x; at < end; at += 8) store<f64>(at, load<f64>(at) / largest); // 1/largest may overflow
    square = squares(x, end);
  }
  const root = Math.sqrt(square);
  const re = load<f64>(x);
  const im = load<f64>(x, 8);
  const first = Math.sqrt(re * re + im * im);
  const cos = first == 0 ? 1 : re / first;
  const sin = first == 0 ? 0 : im / first;
  const factor = 1 / Math.sqrt(2 * (1 + first / root));
  scale(x, end, factor / root);
  store<f64>(x, (re / root + cos) * factor);
  store<f64>(x, (im / root + sin) * factor, 8);
  store<f64>(y, -cos * root * largest);
  store<f64>(y, -sin * root * largest, 8);
}

/** 2⟨v|x⟩ from Σ v∘x and Σ swapped(v)∘x, as (re, re) … */
// @ts-ignore: decorator
@inline
function twiceReal(direct: v128): v128 {
  return f64x2.splat(2 * total(direct));
}

/** … and (−im, im). */
// @ts-ignore: decorator
@inline
function twiceImaginary(crossed: v128): v128 {
  const im = 2 * (f64x2.extract_lane(crossed, 1) - f64x2.extract_lane(crossed, 0));
  return v128.replace_lane<f64>(f64x2.splat(im), 0, -im);
}

/** x ← (1 − 2vv†)·x for `count` vectors x, `stride` bytes apart, of `bytes` bytes each. */
export function reflect(v: usize, bytes: usize, x: usize, stride: usize, count: i32): void {
  const end = v + bytes;
  for (; count >= 3; count -= 3) {
    let d0 = f64x2.splat(0);
    let d1 = f64x2.splat(0);
    let d2 = f64x2.splat(0);
    let c0 = f64x2.splat(0);
    let c1 = f64x2.splat(0);
    let c2 = f64x2.splat(0);
    const second = x + stride;
    const third = second + stride;
    let at: usize = 0;
    for (let u = v; u < end; u += 16) {
      const a = v128.load(u);
      const b = swapped<f64>(a);
      const x0 = v128.load(x + at);
      const x1 = v128.load(second + at);
      const x2 = v128.load(third + at);
      d0 = f64x2.add(d0, f64x2.mul(a, x0));
      c0 = f64x2.add(c0, f64x2.mul(b, x0));
      d1 = f64x2.add(d1, f64x2.mul(a, x1));
      c1 = f64x2.add(c1, f64x2.mul(b, x1));
      d2 = f64x2.add(d2, f64x2.mul(a, x2));
      c2 = f64x2.add(c2, f64x2.mul(b, x2));
      at += 16;
    }
    d0 = twiceReal(d0);
    c0 = twiceImaginary(c0);
    d1 = twiceReal(d1);
    c1 = twiceImaginary(c1);
    d2 = twiceReal(d2);
    c2 = twiceImaginary(c2);
    at = 0;
    for (let u = v; u < end; u += 16) {
      const a = v128.load(u);
      const b = swapped<f64>(a);
      v128.store(x + at, f64x2.sub(v128.load(x + at), f64x2.add(f64x2.mul(d0, a), f64x2.mul(c0, b))));
      v128.store(second + at, f64x2.sub(v128.load(second + at), f64x2.add(f64x2.mul(d1, a), f64x2.mul(c1, b))));
      v128.store(third + at, f64x2.sub(v128.load(third + at), f64x2.add(f64x2.mul(d2, a), f64x2.mul(c2, b))));
      at += 16;
    }
    x = third + stride;
  }
  for (; count > 0; count--) {
    let direct = f64x2.splat(0);
    let crossed = f64x2.splat(0);
    let at = x;
    for (let u = v; u < end; u += 16) {
      const a = v128.load(u);
      const b = v128.load(at);
      direct = f64x2.add(direct, f64x2.mul(a, b));
      crossed = f64x2.add(crossed, f64x2.mul(swapped<f64>(a), b));
      at += 16;
    }
    const re = twiceReal(direct);
    const im = twiceImaginary(crossed);
    at = x;
    for (let u = v; u < end; u += 16) {
      const a = v128.load(u);
      v128.store(at, f64x2.sub(v128.load(at), f64x2.add(f64x2.mul(re, a), f64x2.mul(im, swapped<f64>(a)))));
      at += 16;
    }
    x += stride;
  }
}

/**
 * Factorisation of a matrix of `rows` numbers in each of `cols` columns: column j then holds R above the diagonal and the
 * unit vector v_j from it on, `diagonal` that of R. With `order`, whose numbers are 0 … cols − 1, columns and numbers are
 * exchanged so that the longest remaining column comes first.
 */
export function factorise(columns: usize, rows: i32, cols: i32, diagonal: usize, order: usize, scratch: usize): void {
  const stride = <usize>rows << 4;
  const steps = rows < cols ? rows : cols;
  if (order != 0) return pivoted(columns, rows, cols, diagonal, order, scratch);
  // Columns beyond a panel wait for all its reflections.
  const width = steps < FEW ? steps : BLOCK;
  for (let from = 0; from < steps; from += width) {
    const to = from + width < steps ? from + width : steps;
    const near = to == steps ? cols : to;
    for (let k = from; k < to; k++) {
      const v = columns + <usize>k * stride + (<usize>k << 4);
      reflector(v, columns + <usize>(k + 1) * stride, diagonal + (<usize>k << 4));
      reflect(v, <usize>(rows - k) << 4, v + stride, stride, near - k - 1);
    }
    if (near == cols) break;
    const block = scratch;
    gather(block, columns, stride, from, to, from, rows - from, false);
    const first = columns + <usize>to * stride + (<usize>from << 4);
    applyBlock(block, to - from, rows - from, first, cols - to, stride, true);
  }
}

function pivoted(columns: usize, rows: i32, cols: i32, diagonal: usize, order: usize, scratch: usize): void {
  const stride = <usize>rows << 4;
  const steps = rows < cols ? rows : cols;
  // Squared lengths of the columns below row k, and those when they were last computed from entries.
  const lengths = scratch;
  for (let j = 0; j < cols; j++) {
    const at = columns + <usize>j * stride;
    const square = squares(at, at + stride);
    store<f64>(lengths + (<usize>j << 4), square);
    store<f64>(lengths + (<usize>j << 4), square, 8);
  }
  for (let k = 0; k < steps; k++) {
    let best = k;
    let most = load<f64>(lengths + (<usize>k << 4));
    for (let j = k + 1; j < cols; j++) {
      const square = load<f64>(lengths + (<usize>j << 4));
      if (square > most) {
        best = j;
        most = square;
      }
    }
    const column = columns + <usize>k * stride;
    if (best != k) {
      exchange(column, columns + <usize>best * stride, stride);
      exchange(lengths + (<usize>k << 4), lengths + (<usize>best << 4), 16);
      const other = order + (<usize>best << 2);
      const own = order + (<usize>k << 2);
      const kept = load<i32>(own);
      store<i32>(own, load<i32>(other));
      store<i32>(other, kept);
    }
    const v = column + (<usize>k << 4);
    reflector(v, column + stride, diagonal + (<usize>k << 4));
    reflect(v, <usize>(rows - k) << 4, v + stride, stride, cols - k - 1);
    let entry = v + stride;
    for (let j = k + 1; j < cols; j++) {
      const at = lengths + (<usize>j << 4);
      const rest = load<f64>(at) - total(f64x2.mul(v128.load(entry), v128.load(entry)));
      if (rest > SHRUNK * load<f64>(at, 8)) store<f64>(at, rest);
      else {
        const square = squares(entry + 16, columns + <usize>(j + 1) * stride);
        store<f64>(at, square);
        store<f64>(at, square, 8);
      }
      entry += stride;
    }
  }
}

function exchange(a: usize, b: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const kept = v128.load(a + at);
    v128.store(a + at, v128.load(b + at));
    v128.store(b + at, kept);
  }
}

/**
 * The vectors from … to − 1 as rows of `length` numbers, coordinates from `low` on, zero elsewhere. A vector has the
 * coordinates k … if it stands below the diagonal of its column, else 0 … k − 1.
 */
function gather(
  block: usize, vectors: usize, stride: usize, from: i32, to: i32, low: i32, length: i32, above: bool,
): void {
  const bytes = <usize>length << 4;
  memory.fill(block, 0, <usize>(to - from) * bytes);
  for (let k = from; k < to; k++) {
    const source = vectors + <usize>k * stride;
    if (above) memory.copy(block, source, <usize>k << 4);
    else memory.copy(block + (<usize>(k - low) << 4), source + (<usize>k << 4), stride - (<usize>k << 4));
    block += bytes;
  }
}

/**
 * x ← H₀…H_{c−1}·x, or H_{c−1}…H₀·x if reversed, for `count` vectors x of `length` numbers, `stride` bytes apart. The c
 * unit vectors are the rows at `block`; behind them is scratch space.
 */
function applyBlock(block: usize, c: i32, length: i32, x: usize, count: i32, stride: usize, reversed: bool): void {
  if (count == 0 || length == 0) return;
  const bytes = <usize>length << 4;
  const side = <usize>c << 4;
  const overlaps = block + <usize>c * bytes;
  const t = overlaps + <usize>c * side;
  const first = t + <usize>c * side;
  const second = first + <usize>count * side;
  const scratch = second + <usize>count * side;
  gemmStrip(c, c, length, block, bytes, 16, 1, block, 16, bytes, 0, overlaps, side, 1, scratch);
  // −T, column by column: j has −2·T·V†v_j above the diagonal element 2.
  memory.fill(t, 0, <usize>c * side);
  for (let j = 0; j < c; j++) {
    const column = t + <usize>j * side;
    store<f64>(column + (<usize>j << 4), -2);
    for (let l = 0; l < j; l++) {
      const overlap = overlaps + <usize>l * side + (<usize>j << 4);
      const re = f64x2.splat(-2 * load<f64>(overlap));
      const im = -2 * load<f64>(overlap, 8);
      const turned = v128.replace_lane<f64>(f64x2.splat(im), 0, -im);
      const other = t + <usize>l * side;
      for (let at: usize = 0; at <= <usize>l << 4; at += 16) {
        const x = v128.load(other + at);
        const sum = f64x2.add(f64x2.mul(re, x), f64x2.mul(turned, swapped<f64>(x)));
        v128.store(column + at, f64x2.add(v128.load(column + at), sum));
      }
    }
  }
  // As rows: xᵀ ← xᵀ − (V†x)ᵀ·Tᵀ·Vᵀ, with T† in place of T for the reversed order.
  gemmStrip(count, c, length, x, stride, 16, 0, block, 16, bytes, 1, first, side, 0, scratch);
  if (reversed) gemmStrip(count, c, c, first, side, 16, 0, t, 16, side, 1, second, side, 0, scratch);
  else gemmStrip(count, c, c, first, side, 16, 0, t, side, 16, 0, second, side, 0, scratch);
  gemmAdd(count, length, c, second, side, 16, 0, block, bytes, 16, 0, x, stride, scratch);
}

/** The first `count` columns of H₀…H_{count−1}, with the reflections as `factorise` left them. */
export function orthonormalColumns(q: usize, columns: usize, rows: i32, count: i32, scratch: usize): void {
  const stride = <usize>rows << 4;
  memory.fill(q, 0, <usize>count * stride);
  for (let j = 0; j < count; j++) store<f64>(q + <usize>j * (stride + 16), 1);
  // Reflections beyond j leave the unit vector e_j unchanged.
  if (count < FEW) {
    for (let k = count - 1; k >= 0; k--) {
      const place = (<usize>k << 4) + <usize>k * stride;
      reflect(columns + place, <usize>(rows - k) << 4, q + place, stride, count - k);
    }
    return;
  }
  for (let from = BLOCK * ((count - 1) / BLOCK); from >= 0; from -= BLOCK) {
    const to = from + BLOCK < count ? from + BLOCK : count;
    gather(scratch, columns, stride, from, to, from, rows - from, false);
    const first = q + <usize>from * (stride + 16);
    applyBlock(scratch, to - from, rows - from, first, count - from, stride, false);
  }
}

/** x ← H_{n−1}…H₂·x for `count` vectors of n numbers; row k of `reflectors` begins with the k numbers of v_k. */
export function reflectHermitian(x: usize, count: i32, reflectors: usize, n: i32, scratch: usize): void {
  const stride = <usize>n << 4;
  for (let from = 2; from < n; from += BLOCK) {
    const to = from + BLOCK < n ? from + BLOCK : n;
    gather(scratch, reflectors, stride, from, to, 0, to - 1, true);
    applyBlock(scratch, to - from, to - 1, x, count, stride, true);
  }
}
