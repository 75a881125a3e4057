/**
 * @file C = op(A)·op(B) for complex matrices with any strides; op conjugates or not, and transposition is a matter of
 * strides. Panels of both factors are packed for the caches (GotoBLAS), the kernel computes 2 × 2 entries with
 * split sums, C = Σ re(a)·b + i Σ im(a)·b. A meets a thin B where it lies.
 */

import { timesI } from './two-qubit';

export const ROWS: i32 = 48;
export const INNER: i32 = 192;
export const COLUMNS: i32 = 96;
/** Most columns of a thin B. */
const THIN: i32 = 16;

/** Bytes of scratch space that `gemm` needs. */
export function gemmScratch(): i32 {
  return (ROWS + COLUMNS) * INNER * 16;
}

/** Packs pairs of lines: entry l of both lines of a pair, then l + 1, …; a missing line is zero. */
function pack(
  to: usize,
  from: usize,
  lines: i32,
  inner: i32,
  lineStride: usize,
  innerStride: usize,
  conjugate: i32,
): void {
  const mask = conjugate ? i64x2(0, i64.MIN_VALUE) : i64x2.splat(0);
  for (let line = 0; line < lines; line += 2) {
    const one = from + <usize>line * lineStride;
    const both = line + 1 < lines;
    for (let l: usize = 0; l < <usize>inner; l++) {
      const at = one + l * innerStride;
      v128.store(to, v128.xor(v128.load(at), mask));
      v128.store(to, both ? v128.xor(v128.load(at + lineStride), mask) : f64x2.splat(0), 16);
      to += 32;
    }
  }
}

// @ts-ignore: decorator
@inline
function put(at: usize, value: v128, add: bool): void {
  v128.store(at, add ? f64x2.add(v128.load(at), value) : value);
}

/** Two rows of A, `next` apart, whose entries are `step` apart, by two packed columns of B. */
// @ts-ignore: decorator
@inline
function tile(
  a: usize,
  next: usize,
  step: usize,
  b: usize,
  inner: i32,
  c: usize,
  stride: usize,
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
  const end = a + <usize>inner * step;
  while (a < end) {
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
    a += step;
    b += 32;
  }
  put(c, f64x2.add(a00, timesI(b00)), add);
  if (wide) put(c + 16, f64x2.add(a01, timesI(b01)), add);
  if (two) {
    put(c + stride, f64x2.add(a10, timesI(b10)), add);
    if (wide) put(c + stride + 16, f64x2.add(a11, timesI(b11)), add);
  }
}

function kernel(a: usize, b: usize, inner: i32, c: usize, stride: usize, two: bool, wide: bool, add: bool): void {
  tile(a, 16, 32, b, inner, c, stride, two, wide, add);
}

// @ts-ignore: decorator
@inline
export function least(a: i32, b: i32): i32 {
  return a < b ? a : b;
}

/**
 * C (m × n, row-major) = op(A)·op(B) with k summed; strides are in bytes. With `half` only the tiles that meet the
 * upper triangle are computed. 8·m·n·k flops.
 */
export function gemm(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aColumn: usize,
  aConjugate: i32,
  b: usize,
  bRow: usize,
  bColumn: usize,
  bConjugate: i32,
  c: usize,
  half: i32,
  scratch: usize,
): void {
  const stride = <usize>n << 4;
  gemmStrip(m, n, k, a, aRow, aColumn, aConjugate, b, bRow, bColumn, bConjugate, c, stride, half, scratch);
}

/** `gemm` into a part of a larger matrix, whose rows are `stride` bytes apart. */
export function gemmStrip(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aColumn: usize,
  aConjugate: i32,
  b: usize,
  bRow: usize,
  bColumn: usize,
  bConjugate: i32,
  c: usize,
  stride: usize,
  half: i32,
  scratch: usize,
): void {
  if (!half && n <= THIN && aColumn == 16 && !aConjugate) {
    return thinRight(m, n, k, a, aRow, b, bRow, bColumn, bConjugate, c, stride, scratch);
  }
  packed(m, n, k, a, aRow, aColumn, aConjugate, b, bRow, bColumn, bConjugate, c, stride, half, false, scratch);
}

/** C ← C + op(A)·op(B). */
export function gemmAdd(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aColumn: usize,
  aConjugate: i32,
  b: usize,
  bRow: usize,
  bColumn: usize,
  bConjugate: i32,
  c: usize,
  stride: usize,
  scratch: usize,
): void {
  packed(m, n, k, a, aRow, aColumn, aConjugate, b, bRow, bColumn, bConjugate, c, stride, 0, true, scratch);
}

function packed(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aColumn: usize,
  aConjugate: i32,
  b: usize,
  bRow: usize,
  bColumn: usize,
  bConjugate: i32,
  c: usize,
  stride: usize,
  half: i32,
  add: bool,
  scratch: usize,
): void {
  const packedB = scratch + <usize>(ROWS * INNER * 16);
  for (let column = 0; column < n; column += COLUMNS) {
    const columns = least(COLUMNS, n - column);
    for (let first = 0; first < k; first += INNER) {
      const inner = least(INNER, k - first);
      pack(packedB, b + <usize>first * bRow + <usize>column * bColumn, columns, inner, bColumn, bRow, bConjugate);
      const rowEnd = half ? least(m, column + columns) : m;
      for (let row = 0; row < rowEnd; row += ROWS) {
        const rows = least(ROWS, rowEnd - row);
        pack(scratch, a + <usize>row * aRow + <usize>first * aColumn, rows, inner, aRow, aColumn, aConjugate);
        for (let j = 0; j < columns; j += 2) {
          for (let i = 0; i < rows; i += 2) {
            if (half && column + j + 1 < row + i) continue;
            kernel(
              scratch + ((<usize>i * <usize>inner) << 4),
              packedB + ((<usize>j * <usize>inner) << 4),
              inner,
              c + <usize>(row + i) * stride + (<usize>(column + j) << 4),
              stride,
              i + 1 < rows,
              j + 1 < columns,
              add || first > 0,
            );
          }
        }
      }
    }
  }
}

/** At most `THIN` columns of B: only they are packed. */
function thinRight(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  bConjugate: i32,
  c: usize,
  stride: usize,
  packed: usize,
): void {
  for (let first = 0; first < k; first += INNER) {
    const inner = least(INNER, k - first);
    pack(packed, b + <usize>first * bRow, n, inner, bColumn, bRow, bConjugate);
    for (let i = 0; i < m; i += 2) {
      const two = i + 1 < m;
      const row = a + <usize>i * aRow + (<usize>first << 4);
      const next = two ? aRow : 0;
      for (let j = 0; j < n; j += 2) {
        const to = c + <usize>i * stride + (<usize>j << 4);
        const columns = packed + ((<usize>j * <usize>inner) << 4);
        tile(row, next, 16, columns, inner, to, stride, two, j + 1 < n, first > 0);
      }
    }
  }
}

/** Makes a matrix Hermitian by copying its upper triangle. */
export function mirror(c: usize, n: i32): void {
  for (let i: usize = 0; i < <usize>n; i++) {
    for (let j = i + 1; j < <usize>n; j++) {
      const from = c + ((i * <usize>n + j) << 4);
      const to = c + ((j * <usize>n + i) << 4);
      store<f64>(to, load<f64>(from));
      store<f64>(to, 0 - load<f64>(from, 8), 8); // not −0
    }
  }
}
