/**
 * @file C = op(A)·op(B) for real matrices with any strides, as `gemm` for complex ones: entries are summed in the same
 * order. The kernel computes 4 × 4 entries.
 */

import { SMALL } from './batch';
import { COLUMNS, INNER, least, ROWS } from './gemm';

/** Packs lines in fours: entry l of all four, then l + 1, …; a missing line is zero. */
function pack(to: usize, from: usize, lines: i32, inner: i32, lineStride: usize, innerStride: usize): void {
  for (let line = 0; line < lines; line += 4) {
    const one = from + <usize>line * lineStride;
    const left = lines - line;
    for (let l: usize = 0; l < <usize>inner; l++) {
      const at = one + l * innerStride;
      store<f64>(to, load<f64>(at));
      store<f64>(to, left > 1 ? load<f64>(at + lineStride) : 0, 8);
      store<f64>(to, left > 2 ? load<f64>(at + 2 * lineStride) : 0, 16);
      store<f64>(to, left > 3 ? load<f64>(at + 3 * lineStride) : 0, 24);
      to += 32;
    }
  }
}

// @ts-ignore: decorator
@inline
function put(at: usize, low: v128, high: v128, columns: i32, add: bool): void {
  if (columns >= 4) {
    v128.store(at, add ? f64x2.add(v128.load(at), low) : low);
    v128.store(at, add ? f64x2.add(v128.load(at, 16), high) : high, 16);
    return;
  }
  putOne(at, f64x2.extract_lane(low, 0), add);
  if (columns > 1) putOne(at + 8, f64x2.extract_lane(low, 1), add);
  if (columns > 2) putOne(at + 16, f64x2.extract_lane(high, 0), add);
}

function putOne(at: usize, value: f64, add: bool): void {
  store<f64>(at, add ? load<f64>(at) + value : value);
}

/** Up to four rows of A by up to four columns of B, both packed. */
function tile(a: usize, b: usize, inner: i32, c: usize, stride: usize, rows: i32, columns: i32, add: bool): void {
  let low0 = f64x2.splat(0);
  let low1 = f64x2.splat(0);
  let low2 = f64x2.splat(0);
  let low3 = f64x2.splat(0);
  let high0 = f64x2.splat(0);
  let high1 = f64x2.splat(0);
  let high2 = f64x2.splat(0);
  let high3 = f64x2.splat(0);
  const end = a + (<usize>inner << 5);
  while (a < end) {
    const x = v128.load(b);
    const y = v128.load(b, 16);
    const a0 = v128.load64_splat(a);
    const a1 = v128.load64_splat(a, 8);
    const a2 = v128.load64_splat(a, 16);
    const a3 = v128.load64_splat(a, 24);
    low0 = f64x2.add(low0, f64x2.mul(a0, x));
    high0 = f64x2.add(high0, f64x2.mul(a0, y));
    low1 = f64x2.add(low1, f64x2.mul(a1, x));
    high1 = f64x2.add(high1, f64x2.mul(a1, y));
    low2 = f64x2.add(low2, f64x2.mul(a2, x));
    high2 = f64x2.add(high2, f64x2.mul(a2, y));
    low3 = f64x2.add(low3, f64x2.mul(a3, x));
    high3 = f64x2.add(high3, f64x2.mul(a3, y));
    a += 32;
    b += 32;
  }
  put(c, low0, high0, columns, add);
  if (rows > 1) put(c + stride, low1, high1, columns, add);
  if (rows > 2) put(c + 2 * stride, low2, high2, columns, add);
  if (rows > 3) put(c + 3 * stride, low3, high3, columns, add);
}

/**
 * C (m × n, rows `stride` bytes apart) = A·B with k summed; strides are in bytes. 2·m·n·k flops. `scratch` as for `gemm`.
 */
export function realStrip(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  stride: usize,
  scratch: usize,
): void {
  const packedB = scratch + <usize>(ROWS * INNER * 8);
  for (let column = 0; column < n; column += COLUMNS) {
    const columns = least(COLUMNS, n - column);
    for (let first = 0; first < k; first += INNER) {
      const inner = least(INNER, k - first);
      pack(packedB, b + <usize>first * bRow + <usize>column * bColumn, columns, inner, bColumn, bRow);
      for (let row = 0; row < m; row += ROWS) {
        const rows = least(ROWS, m - row);
        pack(scratch, a + <usize>row * aRow + <usize>first * aColumn, rows, inner, aRow, aColumn);
        for (let j = 0; j < columns; j += 4) {
          for (let i = 0; i < rows; i += 4) {
            tile(
              scratch + ((<usize>i * <usize>inner) << 3),
              packedB + ((<usize>j * <usize>inner) << 3),
              inner,
              c + <usize>(row + i) * stride + (<usize>(column + j) << 3),
              stride,
              rows - i,
              columns - j,
              first > 0,
            );
          }
        }
      }
    }
  }
}

/** C_b = A_b·B_b for all b < batch, each matrix behind the other. */
export function realGemmBatch(
  batch: i32,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
  scratch: usize,
): void {
  const small = m * n * k < SMALL;
  for (let index = 0; index < batch; index++) {
    if (small) direct(m, n, k, a, aRow, aColumn, b, bRow, bColumn, c);
    else realStrip(m, n, k, a, aRow, aColumn, b, bRow, bColumn, c, <usize>n << 3, scratch);
    a += <usize>(m * k) << 3;
    b += <usize>(k * n) << 3;
    c += <usize>(m * n) << 3;
  }
}

/** One small product, entry by entry. */
function direct(
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  bColumn: usize,
  c: usize,
): void {
  for (let i = 0; i < m; i++) {
    let column = b;
    for (let j = 0; j < n; j++) {
      let sum: f64 = 0;
      let x = a;
      let y = column;
      for (let l = 0; l < k; l++) {
        sum += load<f64>(x) * load<f64>(y);
        x += aColumn;
        y += bRow;
      }
      store<f64>(c, sum);
      c += 8;
      column += bColumn;
    }
    a += aRow;
  }
}
