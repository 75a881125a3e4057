/**
 * @file Both environments of ⟨M|L·Sᵀ⟩ in one pass through M (rows × columns): E = M·S̄ (rows × bond) and Mᵀ·L̄ (columns × bond), where L
 * and S have `bond` columns. Strips of rows of M are units that are taken from an atomic counter. Each has its own part of Mᵀ·L̄, and
 * the parts are added in their order, so that results are the same for any number of threads.
 *
 * Record (u32): rows, bond, columns, bytes from row to row of M, M in two words, L, S, E, parts, lines of a strip, units, 1 if parts
 * begin here, counter.
 */

import { INNER, least } from './gemm';

/** Rows of M that stay in the first-level cache, a few columns at a time. */
const ROWS: i32 = 32;

/** Takes strips until none is left. */
export function runEnvironments(record: usize, _scratch: usize): void {
  const rows = load<i32>(record);
  const bond = load<i32>(record, 4);
  const columns = load<i32>(record, 8);
  const stride = <usize>load<u32>(record, 12);
  const matrix = <usize>load<u32>(record, 16);
  const left = <usize>load<u32>(record, 24);
  const right = <usize>load<u32>(record, 28);
  const toLeft = <usize>load<u32>(record, 32);
  const parts = <usize>load<u32>(record, 36);
  const lines = load<i32>(record, 40);
  const units = load<i32>(record, 44);
  const fresh = load<i32>(record, 48);
  const bytes = (<usize>bond) << 4;
  while (true) {
    const unit = atomic.add<i32>(record + 52, 1);
    if (unit >= units) return;
    const first = unit * lines;
    const end = least(rows, first + lines);
    const part = parts + <usize>unit * <usize>columns * bytes;
    for (let row = first; row < end; row += ROWS) {
      const count = least(ROWS, end - row);
      const m = matrix + <usize>row * stride;
      for (let column = 0; column < columns; column += INNER) {
        const inner = least(INNER, columns - column);
        const at = m + (<usize>column << 4);
        const s = right + <usize>column * bytes;
        product(at, stride, 16, count, inner, s, bond, toLeft + <usize>row * bytes, column > 0);
      }
      product(m, 16, stride, columns, count, left + <usize>row * bytes, bond, part, !fresh || row > first);
    }
  }
}

/** C = A·B̄, or what is added to it, where B and C have `bond` columns, row behind row; two rows of A and two columns of B at a time. */
function product(
  a: usize,
  aRow: usize,
  aColumn: usize,
  rows: i32,
  inner: i32,
  b: usize,
  bond: i32,
  c: usize,
  add: bool,
): void {
  const bytes = (<usize>bond) << 4;
  for (let row = 0; row < rows; row += 2) {
    const two = row + 1 < rows;
    const at = a + <usize>row * aRow;
    const to = c + <usize>row * bytes;
    for (let column = 0; column < bond; column += 2) {
      const offset = <usize>column << 4;
      tile(at, two ? aRow : 0, aColumn, b + offset, bytes, inner, to + offset, two, column + 1 < bond, add);
    }
  }
}

// @ts-ignore: decorator
@inline
function put(at: usize, direct: v128, turned: v128, add: bool): void {
  // Σ re(a)·b̄ + i Σ im(a)·b̄ from the sums with b.
  const value = f64x2.add(f64x2.mul(direct, f64x2(1, -1)), v128.shuffle<f64>(turned, turned, 1, 0));
  v128.store(at, add ? f64x2.add(v128.load(at), value) : value);
}

/** Two rows of A, `next` apart, by two columns of B̄. */
function tile(
  a: usize,
  next: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  inner: i32,
  c: usize,
  two: bool,
  wide: bool,
  add: bool,
): void {
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a11 = f64x2.splat(0);
  let b00 = f64x2.splat(0);
  let b01 = f64x2.splat(0);
  let b10 = f64x2.splat(0);
  let b11 = f64x2.splat(0);
  const end = b + <usize>inner * bStep;
  while (b < end) {
    const x = v128.load(b);
    const y = v128.load(b, 16);
    const re0 = v128.load64_splat(a);
    const im0 = v128.load64_splat(a, 8);
    const re1 = v128.load64_splat(a + next);
    const im1 = v128.load64_splat(a + next, 8);
    a00 = f64x2.add(a00, f64x2.mul(re0, x));
    a01 = f64x2.add(a01, f64x2.mul(re0, y));
    b00 = f64x2.add(b00, f64x2.mul(im0, x));
    b01 = f64x2.add(b01, f64x2.mul(im0, y));
    a10 = f64x2.add(a10, f64x2.mul(re1, x));
    a11 = f64x2.add(a11, f64x2.mul(re1, y));
    b10 = f64x2.add(b10, f64x2.mul(im1, x));
    b11 = f64x2.add(b11, f64x2.mul(im1, y));
    a += aStep;
    b += bStep;
  }
  put(c, a00, b00, add);
  if (wide) put(c + 16, a01, b01, add);
  if (two) {
    put(c + bStep, a10, b10, add);
    if (wide) put(c + bStep + 16, a11, b11, add);
  }
}

/** The sum of all parts. */
export function gatherEnvironments(to: usize, parts: usize, units: i32, columns: i32, bond: i32): void {
  const bytes = (<usize>columns * <usize>bond) << 4;
  for (let at: usize = 0; at < bytes; at += 16) {
    let sum = v128.load(parts + at);
    for (let unit = 1; unit < units; unit++) sum = f64x2.add(sum, v128.load(parts + <usize>unit * bytes + at));
    v128.store(to + at, sum);
  }
}
