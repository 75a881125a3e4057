/**
 * @file Speed of the decompositions and of their derivatives: `npm run bench -- linalg`. Medians and least values of the
 * processor time of all threads, with the rate of the textbook's count of operations at the median.
 */

import { bench, describe } from 'vitest';
import {
  batchedHermitianEigen,
  batchedHermitianEigenvalues,
  batchedPolarFactor,
  batchedQr,
  batchedSingularValueDecomposition,
} from '../src/linalg/batched-decompositions.ts';
import type { ComplexMatrix } from '../src/linalg/complex.ts';
import { differentiableHermitianEigen } from '../src/linalg/differentiable-eigen.ts';
import { differentiableExponential } from '../src/linalg/differentiable-exponential.ts';
import { differentiableQr } from '../src/linalg/differentiable-qr.ts';
import {
  differentiablePolarFactor,
  differentiableSingularValues,
} from '../src/linalg/differentiable-singular-values.ts';
import { hermitianEigen, hermitianEigenvalues } from '../src/linalg/hermitian-eigen.ts';
import { intervalEntropies } from '../src/linalg/interval-entropies.ts';
import { addScaledMatrix, adjoint, multiply } from '../src/linalg/matrix.ts';
import { matrixExponential } from '../src/linalg/matrix-exponential.ts';
import { polarFactor } from '../src/linalg/polar.ts';
import { qr } from '../src/linalg/qr.ts';
import { randomStream } from '../src/linalg/random.ts';
import { singularValueDecomposition } from '../src/linalg/singular-values.ts';
import { symmetricEigen } from '../src/linalg/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../src/linalg/symmetric-eigenvalues.ts';
import { leastTimes, printRow } from './measure.ts';

const stream = randomStream(1, 'bench linalg');
const gaussian = (rows: number, cols: number): ComplexMatrix => ({
  rows,
  cols,
  interleaved: Float64Array.from({ length: 2 * rows * cols }, () => stream.normal()),
});
const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

for (const n of [64, 128, 256]) {
  describe(`decompositions, n = ${n}`, () => {
    bench(
      `n = ${n}`,
      async () => {
        const a = gaussian(n, n);
        const tall = gaussian(8 * n, n);
        const hermitian = addScaledMatrix(a, [1, 0], adjoint(a));
        const cube = n ** 3;
        // Complex multiply-adds count 8: QR with Q 2·(2 − 2/3)n³ multiply-adds for n × n, and so on.
        const works: readonly (readonly [name: string, work: () => unknown, operations: number])[] = [
          [`product ${n}`, () => multiply(a, a), 8 * cube],
          [`QR ${n} × ${n}`, () => qr(a), (8 * 4 * cube) / 3],
          [`QR ${8 * n} × ${n}`, () => qr(tall), 8 * (2 * 8 - 2 / 3) * cube],
          [`eigenvectors ${n}`, () => hermitianEigen(hermitian), (8 * 4 * cube) / 3 + 8 * cube],
          [`singular values ${n}`, () => singularValueDecomposition(a), 8 * 6 * cube],
          [`polar factor ${n}`, () => polarFactor(a), 8 * 7 * cube],
          [`exponential ${n}`, () => matrixExponential(a), 8 * 14 * cube],
        ];
        const times = await leastTimes(
          works.map(([, work]) => work),
          n === 256 ? 5 : 9,
        );
        works.forEach(([name, , operations], k) => {
          const { median, processor } = times[k]!;
          printRow(name, [median, 'ms'], [processor, 'ms least'], [operations / median / 1e6, 'GFLOP/s']);
        });
      },
      once,
    );
  });
}

for (const [n, count] of [
  [4, 1000],
  [8, 500],
  [16, 100],
] as const) {
  describe(`batches of ${count} matrices, n = ${n}`, () => {
    bench(
      `n = ${n}`,
      async () => {
        const a = { count, rows: n, cols: n, interleaved: gaussian(count * n, n).interleaved };
        const one = { rows: n, cols: n, interleaved: a.interleaved.subarray(0, 2 * n * n) };
        const square = addScaledMatrix(one, [1, 0], adjoint(one));
        const hermitian = { ...a, interleaved: new Float64Array(2 * count * n * n) };
        for (let b = 0; b < count; b++) hermitian.interleaved.set(square.interleaved, 2 * b * n * n);
        const works: readonly (readonly [name: string, work: () => unknown])[] = [
          ['singular values', () => batchedSingularValueDecomposition(a)],
          ['polar factors', () => batchedPolarFactor(a)],
          ['eigenvectors', () => batchedHermitianEigen(hermitian)],
          ['eigenvalues', () => batchedHermitianEigenvalues(hermitian)],
          ['QR', () => batchedQr(a)],
        ];
        const times = await leastTimes(
          works.map(([, work]) => work),
          9,
        );
        works.forEach(([name], k) => {
          const [median, least] = [times[k]!.median, times[k]!.processor].map((time) => (1000 * time) / count);
          printRow(`${name} ${n}, each of ${count}`, [median!, 'µs'], [least!, 'µs least']);
        });
      },
      once,
    );
  });
}

for (const n of [100, 400]) {
  describe(`real symmetric matrices, n = ${n}`, () => {
    bench(
      `n = ${n}`,
      async () => {
        const complex = gaussian(n, n);
        const data = complex.interleaved.slice(0, n * n);
        for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) data[i * n + j] = data[j * n + i]!;
        const a = { rows: n, cols: n, data };
        const hermitian = addScaledMatrix(complex, [1, 0], adjoint(complex));
        const mixed = data.map((x, k) => (k % (n + 1) === 0 ? 0.5 : 0) + x / (8 * n));
        const cube = n ** 3;
        const works: readonly (readonly [name: string, work: () => unknown, operations: number])[] = [
          [`eigenvalues ${n}`, () => symmetricEigenvalues(data, n), (4 * cube) / 3],
          [`eigenvectors ${n}`, () => symmetricEigen(a), 9 * cube],
          [`eigenvalues ${n}, complex`, () => hermitianEigenvalues(hermitian), (16 * cube) / 3],
          [`eigenvectors ${n}, complex`, () => hermitianEigen(hermitian), (32 * cube) / 3 + 8 * cube],
          [`entropies of intervals ${n}`, () => intervalEntropies(mixed, n), 110 * cube],
        ];
        const times = await leastTimes(
          works.map(([, work]) => work),
          5,
        );
        works.forEach(([name, , operations], k) => {
          const { median, processor } = times[k]!;
          printRow(name, [median, 'ms'], [processor, 'ms least'], [operations / median / 1e6, 'GFLOP/s']);
        });
      },
      once,
    );
  });
}

describe('pullbacks, n = 64', () => {
  bench(
    'pullbacks',
    async () => {
      const n = 64;
      const [a, c] = [gaussian(n, n), gaussian(n, n)];
      const hermitian = addScaledMatrix(a, [1, 0], adjoint(a));
      const [q, s, e, p, x] = [
        differentiableQr(a),
        differentiableSingularValues(a),
        differentiableHermitianEigen(hermitian),
        differentiablePolarFactor(a),
        differentiableExponential(a),
      ];
      const works: readonly (readonly [name: string, work: () => unknown])[] = [
        ['QR', () => q.pullback({ q: c, r: c })],
        ['singular values', () => s.pullback({ u: c, v: c })],
        ['eigenvectors', () => e.pullback({ vectors: c })],
        ['polar factor', () => p.pullback(c)],
        ['exponential', () => x.pullback(c)],
      ];
      const times = await leastTimes(
        works.map(([, work]) => work),
        9,
      );
      works.forEach(([name], k) => {
        printRow(`pullback of ${name}, 64`, [times[k]!.median, 'ms'], [times[k]!.processor, 'ms least']);
      });
    },
    once,
  );
});
