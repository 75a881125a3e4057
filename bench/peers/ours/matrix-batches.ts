/** @file Decompositions of many small matrices in one call. */

import {
  batchedHermitianEigen,
  batchedQr,
  batchedSingularValueDecomposition,
  type ComplexMatrixBatch,
  type RealMatrixBatch,
} from 'bulkweave/linalg';
import { given, input, measure } from './measure.ts';

const { task, count, size, complex } = given<{
  readonly task: string;
  readonly count: number;
  readonly size: number;
  readonly complex: boolean;
}>();
const shape = { count, rows: size, cols: size };
const batch: ComplexMatrixBatch | RealMatrixBatch = complex
  ? { ...shape, interleaved: input('a') }
  : { ...shape, data: input('a') };
const numbers = (of: ComplexMatrixBatch | RealMatrixBatch): Float64Array =>
  'interleaved' in of ? of.interleaved : of.data;
const sum = (x: Float64Array): number => x.reduce((total, value) => total + value, 0);
const square = (x: Float64Array): number => x.reduce((total, value) => total + value * value, 0);

switch (task) {
  case 'svd':
    measure(
      () => batchedSingularValueDecomposition(batch),
      ({ values }) => ({ sum: sum(values), last: values.at(-1)! }),
    );
    break;
  case 'eigh':
    measure(
      () => batchedHermitianEigen(batch),
      ({ values }) => ({ square: square(values), last: values.at(-1)! }),
    );
    break;
  case 'qr':
    measure(
      () => batchedQr(batch),
      ({ r }) => {
        const step = complex ? 2 : 1;
        const diagonal = Array.from({ length: count * size }, (_, k) => {
          const [b, i] = [Math.floor(k / size), k % size];
          return numbers(r)[step * (b * size * size + i * (size + 1))]!;
        });
        return { sum: sum(Float64Array.from(diagonal)) };
      },
    );
    break;
}
