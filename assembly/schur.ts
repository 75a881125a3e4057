/**
 * @file The Schur form A = QTQ† of any square complex matrix: reflections to Hessenberg form, then steps of the QR algorithm with
 * Wilkinson's shifts. Matrices stand column after column; T and its rotations are those of src/engine/schur-form.ts.
 */

import { householderScratch, orthonormalColumns, reflect, reflector } from './householder';
import { swapped } from './lanes';

/** Steps without a new eigenvalue after which the shift is replaced by an exceptional one, and the most for one eigenvalue. */
const PATIENCE: i32 = 10;
const MOST_STEPS: i32 = 120;
/** Bytes of a rotation (c, re s, im s). */
const ROTATION: usize = 24;

/** Bytes of scratch space. */
export function schurScratch(n: i32): i32 {
  return 64 * n + 32 * n * n + householderScratch(n, n);
}

/**
 * A becomes T; where q is not 0, the matrix there becomes Q, otherwise only the diagonal of T is meaningful.
 *
 * @returns 0, or the place of an eigenvalue that has not settled
 */
export function schur(a: usize, n: i32, q: usize, scratch: usize): i32 {
  const stride = <usize>n << 4;
  const below = scratch;
  const sum = below + stride;
  const list = sum + stride;
  reduce(a, n, below, sum);
  if (q != 0) formVectors(q, a, n, list + 2 * stride);
  for (let k = 0; k + 2 < n; k++) {
    const at = a + <usize>k * stride + (<usize>(k + 1) << 4);
    memory.fill(at, 0, <usize>(n - k - 1) << 4);
    v128.store(at, v128.load(below + (<usize>k << 4)));
  }
  let scale: f64 = 0;
  for (let at = a; at < a + <usize>n * stride; at += 8) scale += load<f64>(at) * load<f64>(at);
  scale = Math.sqrt(scale);
  let steps = 0;
  for (let last = n - 1; last > 0;) {
    const first = startOfBlock(a, stride, last, scale);
    if (first == last) {
      last--;
      steps = 0;
      continue;
    }
    if (++steps > MOST_STEPS) return last;
    if (steps % PATIENCE == 0) {
      const size = hypotenuse(a + <usize>(last - 1) * stride + (<usize>last << 4));
      const corner = a + <usize>last * (stride + 16);
      shiftRe = load<f64>(corner) + 0.75 * size;
      shiftIm = load<f64>(corner, 8) + 0.4375 * size;
    } else wilkinsonShift(a, stride, last);
    step(a, q, n, first, last, list);
  }
  return 0;
}

/** Reflections from both sides; column k keeps its unit vector below the diagonal, `below` what belongs there. */
function reduce(a: usize, n: i32, below: usize, sum: usize): void {
  const stride = <usize>n << 4;
  for (let k = 0; k + 2 < n; k++) {
    const column = a + <usize>k * stride;
    const v = column + (<usize>(k + 1) << 4);
    const bytes = <usize>(n - k - 1) << 4;
    reflector(v, v + bytes, below + (<usize>k << 4));
    reflect(v, bytes, v + stride, stride, n - k - 1);
    memory.fill(sum, 0, stride);
    let u = v;
    for (let j = k + 1; j < n; j++, u += 16) {
      addMultiple(sum, load<f64>(u), load<f64>(u, 8), a + <usize>j * stride, stride);
    }
    u = v;
    for (let j = k + 1; j < n; j++, u += 16) {
      addMultiple(a + <usize>j * stride, -2 * load<f64>(u), 2 * load<f64>(u, 8), sum, stride);
    }
  }
}

/** x ← x + (re + i·im)·y for vectors of so many bytes. */
function addMultiple(x: usize, re: f64, im: f64, y: usize, bytes: usize): void {
  const direct = f64x2.splat(re);
  const crossed = f64x2(-im, im);
  for (let at: usize = 0; at < bytes; at += 16) {
    const z = v128.load(y + at);
    const moved = f64x2.add(v128.load(x + at), f64x2.mul(direct, z));
    v128.store(x + at, f64x2.add(moved, f64x2.mul(crossed, swapped<f64>(z))));
  }
}

/** Q = 1 ⊕ H₀H₁… of the unit vectors in the columns of A. */
function formVectors(q: usize, a: usize, n: i32, scratch: usize): void {
  const stride = <usize>n << 4;
  const inner = stride - 16;
  const packed = scratch;
  const product = packed + stride * <usize>n;
  memory.fill(q, 0, stride * <usize>n);
  store<f64>(q, 1);
  if (n < 2) return;
  memory.fill(packed, 0, inner * <usize>(n - 1));
  for (let k = 0; k + 2 < n; k++) {
    const down = <usize>k << 4;
    memory.copy(packed + <usize>k * inner + down, a + <usize>k * stride + down + 16, inner - down);
  }
  orthonormalColumns(product, packed, n - 1, n - 1, product + stride * <usize>n);
  for (let k = 1; k < n; k++) memory.copy(q + <usize>k * stride + 16, product + <usize>(k - 1) * inner, inner);
}

/** |z| of the number at an address, whose squares may be too small for their range. */
// @ts-ignore: decorator
@inline
function hypotenuse(at: usize): f64 {
  return modulus(load<f64>(at), load<f64>(at, 8));
}

function modulus(re: f64, im: f64): f64 {
  const square = re * re + im * im;
  if (square > 1e-280) return Math.sqrt(square);
  const larger = Math.max(Math.abs(re), Math.abs(im));
  if (larger == 0) return 0;
  const x = re / larger;
  const y = im / larger;
  return larger * Math.sqrt(x * x + y * y);
}

/** |re| + |im|. */
// @ts-ignore: decorator
@inline
function roughly(at: usize): f64 {
  return Math.abs(load<f64>(at)) + Math.abs(load<f64>(at, 8));
}

/** The first row of the unreduced block that ends at `last`; what is negligible on the subdiagonal becomes zero. */
function startOfBlock(a: usize, stride: usize, last: i32, scale: f64): i32 {
  for (let k = last; k > 0; k--) {
    const diagonal = a + <usize>k * (stride + 16);
    const below = diagonal - stride;
    const here = roughly(diagonal) + roughly(below - 16);
    if (roughly(below) <= f64.EPSILON * (here == 0 ? scale : here)) {
      memory.fill(below, 0, 16);
      return k;
    }
  }
  return 0;
}

let shiftRe: f64 = 0;
let shiftIm: f64 = 0;

/** The eigenvalue of the last 2 × 2 block that is closer to its last entry. */
function wilkinsonShift(a: usize, stride: usize, last: i32): void {
  const d = a + <usize>last * (stride + 16);
  const b = d - 16;
  const c = d - stride;
  const first = c - 16;
  const x = (load<f64>(first) - load<f64>(d)) / 2;
  const y = (load<f64>(first, 8) - load<f64>(d, 8)) / 2;
  const pre = load<f64>(b) * load<f64>(c) - load<f64>(b, 8) * load<f64>(c, 8);
  const pim = load<f64>(b) * load<f64>(c, 8) + load<f64>(b, 8) * load<f64>(c);
  let re = x * x - y * y + pre;
  let im = 2 * x * y + pim;
  // The root with a non-negative real part.
  const size = modulus(re, im);
  if (size > 0) {
    const larger = Math.sqrt((size + Math.abs(re)) / 2);
    const smaller = Math.abs(im) / 2 / larger;
    const sign: f64 = im < 0 ? -1 : 1;
    const positive = re >= 0;
    re = positive ? larger : smaller;
    im = sign * (positive ? smaller : larger);
  }
  const sign: f64 = x * re + y * im < 0 ? -1 : 1; // the larger denominator, without cancellation
  const u = x + sign * re;
  const v = y + sign * im;
  const square = u * u + v * v;
  shiftRe = load<f64>(d);
  shiftIm = load<f64>(d, 8);
  if (square == 0) return;
  shiftRe -= (pre * u + pim * v) / square;
  shiftIm -= (pim * u - pre * v) / square;
}

/** H − σ = UR, H ← RU + σ on the rows and columns first … last; the rest of H and Q follow. */
function step(h: usize, q: usize, n: i32, first: i32, last: i32, list: usize): void {
  const stride = <usize>n << 4;
  const shift = f64x2(shiftRe, shiftIm);
  for (let j = first; j <= last; j++) {
    const at = h + <usize>j * (stride + 16);
    v128.store(at, f64x2.sub(v128.load(at), shift));
  }
  const stop = q != 0 ? n : last + 1; // without vectors the columns outside of the block are not needed
  for (let j = first; j < stop; j += 2) {
    const count = (j < last ? j : last) - first;
    const column = h + <usize>j * stride + (<usize>first << 4);
    if (j + 1 == stop) {
      turnDown(column, list, count);
      settle(h, stride, j, first, last, list);
      break;
    }
    turnBothDown(column, column + stride, list, count);
    settle(h, stride, j, first, last, list);
    if (j < last) turn(h + <usize>(j + 1) * stride + (<usize>j << 4), 16, list + <usize>count * ROTATION);
    settle(h, stride, j + 1, first, last, list);
  }
  const top = q != 0 ? 0 : <usize>first << 4;
  for (let k = first; k < last; k++) {
    const rotation = list + <usize>(k - first) * ROTATION;
    const column = h + <usize>k * stride;
    turnColumns(column + top, column + ((<usize>k + 2) << 4), stride, rotation);
    if (q != 0) turnColumns(q + <usize>k * stride, q + <usize>(k + 1) * stride, stride, rotation);
  }
  for (let j = first; j <= last; j++) {
    const at = h + <usize>j * (stride + 16);
    v128.store(at, f64x2.add(v128.load(at), shift));
  }
}

/** The rotation that takes away the entry below the diagonal of column j < last. */
function settle(h: usize, stride: usize, j: i32, first: i32, last: i32, list: usize): void {
  if (j >= last) return;
  const at = h + <usize>j * (stride + 16);
  const rotation = list + <usize>(j - first) * ROTATION;
  const f = hypotenuse(at);
  const g = hypotenuse(at + 16);
  const gre = load<f64>(at, 16);
  const gim = load<f64>(at, 24);
  if (g == 0) write(rotation, 1, 0, 0);
  else if (f == 0) write(rotation, 0, gre / g, -gim / g);
  else {
    const length = modulus(f, g);
    const x = load<f64>(at) / f;
    const y = load<f64>(at, 8) / f;
    write(rotation, f / length, (x * gre + y * gim) / length, (y * gre - x * gim) / length);
  }
  turn(at, 16, rotation);
  memory.fill(at + 16, 0, 16);
}

// @ts-ignore: decorator
@inline
function write(rotation: usize, cos: f64, re: f64, im: f64): void {
  store<f64>(rotation, cos);
  store<f64>(rotation, re, 8);
  store<f64>(rotation, im, 16);
}

/** (−im, im). */
// @ts-ignore: decorator
@inline
function crossing(rotation: usize): v128 {
  const im = load<f64>(rotation, 16);
  return f64x2(-im, im);
}

/** (x, y) ← (c·x + s·y, c·y − s̄·x) for the numbers at x and x + apart. */
function turn(x: usize, apart: usize, rotation: usize): void {
  const cos = v128.load64_splat(rotation);
  const re = v128.load64_splat(rotation, 8);
  const im = crossing(rotation);
  const upper = v128.load(x);
  const lower = v128.load(x + apart);
  v128.store(x, f64x2.add(f64x2.add(f64x2.mul(cos, upper), f64x2.mul(re, lower)), f64x2.mul(im, swapped<f64>(lower))));
  const rest = f64x2.sub(f64x2.mul(cos, lower), f64x2.mul(re, upper));
  v128.store(x + apart, f64x2.add(rest, f64x2.mul(im, swapped<f64>(upper))));
}

/** The rotations of rows (0, 1), (1, 2), … of a column. */
function turnDown(x: usize, list: usize, count: i32): void {
  let held = v128.load(x);
  for (const end = list + <usize>count * ROTATION; list < end; list += ROTATION, x += 16) {
    const cos = v128.load64_splat(list);
    const re = v128.load64_splat(list, 8);
    const im = crossing(list);
    const next = v128.load(x, 16);
    const out = f64x2.add(f64x2.mul(cos, held), f64x2.mul(re, next));
    v128.store(x, f64x2.add(out, f64x2.mul(im, swapped<f64>(next))));
    held = f64x2.add(f64x2.sub(f64x2.mul(cos, next), f64x2.mul(re, held)), f64x2.mul(im, swapped<f64>(held)));
  }
  v128.store(x, held);
}

/** The same for two columns: each waits for its own last number. */
function turnBothDown(x: usize, y: usize, list: usize, count: i32): void {
  let a = v128.load(x);
  let b = v128.load(y);
  for (const end = list + <usize>count * ROTATION; list < end; list += ROTATION, x += 16, y += 16) {
    const cos = v128.load64_splat(list);
    const re = v128.load64_splat(list, 8);
    const im = crossing(list);
    const c = v128.load(x, 16);
    const d = v128.load(y, 16);
    v128.store(x, f64x2.add(f64x2.add(f64x2.mul(cos, a), f64x2.mul(re, c)), f64x2.mul(im, swapped<f64>(c))));
    v128.store(y, f64x2.add(f64x2.add(f64x2.mul(cos, b), f64x2.mul(re, d)), f64x2.mul(im, swapped<f64>(d))));
    a = f64x2.add(f64x2.sub(f64x2.mul(cos, c), f64x2.mul(re, a)), f64x2.mul(im, swapped<f64>(a)));
    b = f64x2.add(f64x2.sub(f64x2.mul(cos, d), f64x2.mul(re, b)), f64x2.mul(im, swapped<f64>(b)));
  }
  v128.store(x, a);
  v128.store(y, b);
}

/** (x, y) ← (c·x + s̄·y, c·y − s·x) for the columns at x, up to `end`, and `stride` behind. */
function turnColumns(x: usize, end: usize, stride: usize, rotation: usize): void {
  const cos = v128.load64_splat(rotation);
  const re = v128.load64_splat(rotation, 8);
  const im = f64x2.neg(crossing(rotation));
  for (; x < end; x += 16) {
    const left = v128.load(x);
    const right = v128.load(x + stride);
    v128.store(x, f64x2.add(f64x2.add(f64x2.mul(cos, left), f64x2.mul(re, right)), f64x2.mul(im, swapped<f64>(right))));
    const rest = f64x2.sub(f64x2.mul(cos, right), f64x2.mul(re, left));
    v128.store(x + stride, f64x2.add(rest, f64x2.mul(im, swapped<f64>(left))));
  }
}
