import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { typescriptEngine } from '../../src/engine/typescript-engine.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import { permuteTensor } from '../../src/tensorflow/permute.ts';
import { rowsOf } from '../../src/tensorflow/rows.ts';

describe.each(await availableBackends())('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });

  test('axes of any rank are permuted as the float64 engine permutes them', () => {
    const cases = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 }).chain((shape) =>
      fc.tuple(
        fc.constant(shape),
        fc.shuffledSubarray(
          shape.map((_, k) => k),
          { minLength: shape.length },
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([shape, axes]) => {
        const size = shape.reduce((product, extent) => product * extent, 1);
        const entries = Float64Array.from({ length: 2 * size }, (_, k) => (k % 2 === 0 ? k / 2 : 0));
        const expected = typescriptEngine.permute(entries, shape, axes).filter((_, k) => k % 2 === 0);
        const moved = tf.tidy(() => [...permuteTensor(tf.tensor1d([...Array(size).keys()]), shape, axes).dataSync()]);
        expect(moved).toEqual([...expected]);
      }),
      { seed: 20243, numRuns: 50 },
    );
  });

  test.each([1, 2, 5])('rows of a tensor with %d of them carry a gradient', (count) => {
    const slope = tf.tidy(() => {
      const weighted = (x: tf.Tensor) => tf.addN(rowsOf(x).map((row, k) => tf.mul(tf.square(row), k + 1)));
      return [
        ...tf
          .grad((x) => tf.sum(weighted(x)))(tf.ones([count]))
          .dataSync(),
      ];
    });
    expect(slope).toEqual(Array.from({ length: count }, (_, k) => 2 * (k + 1)));
    expect(rowsOf(tf.tensor1d([]))).toEqual([]);
  });
});
