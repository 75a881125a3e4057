/**
 * @file One large matrix product for any number of threads: strips of rows, or of columns, of the result are units that
 * are taken from an atomic counter. Every entry is summed as `gemm` sums it, on any thread.
 *
 * Record (u32): m, n, k, A with strides of rows and columns and flag, B likewise, C, 1 for the upper triangle of a
 * Hermitian result, lines of a strip, units, 1 if strips are columns, 1 for real matrices, counter.
 */

import { gemmStrip } from './gemm';
import { realStrip } from './real-gemm';

/** Takes strips of the product until none is left; `scratch` is the thread's own, of `gemmScratch()` bytes. */
export function runProduct(record: usize, scratch: usize): void {
  const m = load<i32>(record);
  const n = load<i32>(record, 4);
  const k = load<i32>(record, 8);
  const a = <usize>load<u32>(record, 12);
  const aRow = <usize>load<u32>(record, 16);
  const aColumn = <usize>load<u32>(record, 20);
  const aConjugate = load<i32>(record, 24);
  const b = <usize>load<u32>(record, 28);
  const bRow = <usize>load<u32>(record, 32);
  const bColumn = <usize>load<u32>(record, 36);
  const bConjugate = load<i32>(record, 40);
  const c = <usize>load<u32>(record, 44);
  const half = load<i32>(record, 48);
  const lines = load<i32>(record, 52);
  const units = load<i32>(record, 56);
  const byColumns = load<i32>(record, 60);
  const real = load<i32>(record, 64);
  const shift: usize = real ? 3 : 4;
  const stride = <usize>n << shift;
  while (true) {
    const unit = atomic.add<i32>(record + 68, 1);
    if (unit >= units) return;
    const first = unit * lines;
    const left = (byColumns ? n : m) - first;
    const count = left < lines ? left : lines;
    const at = <usize>first;
    if (real) {
      const rows = byColumns ? m : count;
      const columns = byColumns ? count : n;
      const top = byColumns ? a : a + at * aRow;
      const right = byColumns ? b + at * bColumn : b;
      const to = c + (byColumns ? at << shift : at * stride);
      realStrip(rows, columns, k, top, aRow, aColumn, right, bRow, bColumn, to, stride, scratch);
    } else if (byColumns) {
      const right = b + at * bColumn;
      const to = c + (at << 4);
      gemmStrip(m, count, k, a, aRow, aColumn, aConjugate, right, bRow, bColumn, bConjugate, to, stride, 0, scratch);
    } else {
      // Of a Hermitian result, only the part to the right of the strip's own diagonal.
      const skipped = half ? at : 0;
      const right = b + skipped * bColumn;
      const to = c + at * stride + (skipped << 4);
      const top = a + at * aRow;
      const columns = n - <i32>skipped;
      gemmStrip(
        count, columns, k, top, aRow, aColumn, aConjugate, right, bRow, bColumn, bConjugate, to, stride, half, scratch,
      );
    }
  }
}
