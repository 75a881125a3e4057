/** @file Products of many matrices of the same shape, one after the other in memory. */

import { gemm } from './gemm';
import { timesI } from './two-qubit';

/** Least number of multiplications for which packing pays. */
export const SMALL: i32 = 216;

/** C_b = op(A_b)·op(B_b) for all b < batch; arguments as those of `gemm`. */
export function gemmBatch(
  batch: i32,
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
  scratch: usize,
): void {
  const small = m * n * k < SMALL;
  for (let index = 0; index < batch; index++) {
    if (small) direct(m, n, k, a, aRow, aColumn, aConjugate, b, bRow, bColumn, bConjugate, c);
    else gemm(m, n, k, a, aRow, aColumn, aConjugate, b, bRow, bColumn, bConjugate, c, 0, scratch);
    a += <usize>(m * k) << 4;
    b += <usize>(k * n) << 4;
    c += <usize>(m * n) << 4;
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
  aConjugate: i32,
  b: usize,
  bRow: usize,
  bColumn: usize,
  bConjugate: i32,
  c: usize,
): void {
  const mask = bConjugate ? i64x2(0, i64.MIN_VALUE) : i64x2.splat(0);
  const sign: f64 = aConjugate ? -1 : 1;
  for (let i = 0; i < m; i++) {
    let column = b;
    for (let j = 0; j < n; j++) {
      let real = f64x2.splat(0);
      let imaginary = f64x2.splat(0);
      let x = a;
      let y = column;
      for (let l = 0; l < k; l++) {
        const z = v128.xor(v128.load(y), mask);
        real = f64x2.add(real, f64x2.mul(v128.load64_splat(x), z));
        imaginary = f64x2.add(imaginary, f64x2.mul(v128.load64_splat(x, 8), z));
        x += aColumn;
        y += bRow;
      }
      v128.store(c, f64x2.add(real, f64x2.mul(f64x2.splat(sign), timesI(imaginary))));
      c += 16;
      column += bColumn;
    }
    a += aRow;
  }
}
