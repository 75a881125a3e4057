/**
 * @file Decompositions of a batch of equal-shaped small matrices, for any number of threads: units of some matrices are taken from an
 * atomic counter. Every matrix is worked on in the same way whatever stands beside it and on whichever thread.
 *
 * Record (u32): task, m, n, complex, matrices, matrices of a unit, units, addresses of the matrices and of up to three results, a
 * flag that is raised if an iteration does not converge, the next unit, the next thread, the first thread's scratch and its bytes.
 */

import { decomposeHermitian, eigenScratch } from './batch-eigen';
import { decomposeQr, qrScratch } from './batch-reflections';
import { decomposeSingular, singularScratch } from './batch-singular';

/** Tasks: A = U·Σ·V†; U·V† and Σ; A = V·Λ·V†; Λ; A = Q·R. */
const SINGULAR = 0;
const POLAR = 1;
const EIGEN = 2;
const EIGENVALUES = 3;

/** Bytes of scratch that the decompositions of complex, or real, m × n matrices need. */
export function batchScratch(m: i32, n: i32, complex: i32): i32 {
  return <i32>(complex != 0 ? scratchOf<v128>(m, n) : scratchOf<f64>(m, n));
}

function scratchOf<T>(m: i32, n: i32): usize {
  const most = max(qrScratch<T>(m, n), singularScratch<T>(m, n));
  return m == n ? max(most, eigenScratch<T>(n)) : most;
}

/** Takes units until none is left. */
export function runBatch(record: usize, _: usize): void {
  const scratch = <usize>load<u32>(record, 56) + <usize>load<u32>(record, 60) * <usize>atomic.add<i32>(record + 52, 1);
  if (load<i32>(record, 12) != 0) run<v128>(record, scratch);
  else run<f64>(record, scratch);
}

function run<T>(record: usize, scratch: usize): void {
  const task = load<i32>(record);
  const m = load<i32>(record, 4);
  const n = load<i32>(record, 8);
  const all = load<i32>(record, 16);
  const inUnit = load<i32>(record, 20);
  const units = load<i32>(record, 24);
  const matrices = <usize>load<u32>(record, 28);
  const first = <usize>load<u32>(record, 32);
  const second = <usize>load<u32>(record, 36);
  const third = <usize>load<u32>(record, 40);
  const k = <usize>(m < n ? m : n);
  const bytes = <usize>(m * n) * sizeof<T>();
  const left = <usize>m * k * sizeof<T>();
  const right = <usize>n * k * sizeof<T>();
  while (true) {
    const unit = atomic.add<i32>(record + 48, 1);
    if (unit >= units) return;
    const end = min((unit + 1) * inUnit, all);
    for (let i = unit * inUnit; i < end; i += 2) {
      const at = <usize>i;
      const count = min(2, end - i);
      const a = matrices + at * bytes;
      const b = count == 2 ? a + bytes : a;
      let failed = 0;
      if (task == SINGULAR || task == POLAR) {
        const polar = task == POLAR;
        const u = first + at * (polar ? bytes : left);
        failed = decomposeSingular<T>(m, n, a, b, count, u, second + at * (k << 3), third + at * right, polar, scratch);
      } else if (task == EIGEN || task == EIGENVALUES) {
        const vectors = task == EIGEN ? second + at * bytes : 0;
        failed = decomposeHermitian<T>(n, a, b, count, first + at * (k << 3), vectors, scratch);
      } else decomposeQr<T>(m, n, a, b, count, first + at * left, second + at * right, scratch);
      if (failed != 0) atomic.store<i32>(record + 44, 1);
    }
  }
}
