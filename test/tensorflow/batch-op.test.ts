import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import type { PureState } from '../../src/generative/target-state.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import { batchObjectiveTensor, batchStateTensor, infidelityVectorTensor } from '../../src/tensorflow/batch-op.ts';
import { objectiveTensor } from '../../src/tensorflow/objective-op.ts';
import { stateTensor } from '../../src/tensorflow/state-op.ts';

const circuit: Circuit = parametrised(3, ['YII', 'ZYI', 'IYI', 'IZY', 'IIY', 'XIX', 'IZI']);
const network = networkOf(circuit);
const P = circuit.parameters;
const targets = [1, 2, 3].map(
  (seed): PureState => ({
    kind: 'pure',
    name: `target ${seed}`,
    dimensions: [2, 2, 2],
    amplitudes: randomVector(8, randomStream(seed, 'target')),
  }),
);
const ROWS = [0, 1, 2].map((b) => Array.from({ length: P }, (_, k) => Math.fround(Math.sin(b + 2 * k))));

/** Value and gradient as numbers, and nothing left behind. */
function evaluated(f: (x: tf.Tensor) => tf.Tensor, x: number[] | number[][]): { value: number[]; gradient: number[] } {
  const before = tf.memory().numTensors;
  const result = tf.tidy(() => {
    const { value, grad } = tf.valueAndGrad((y) => tf.sum(f(y)))(tf.tensor(x));
    return { value: [...value.dataSync()], gradient: [...grad.dataSync()] };
  });
  expect(tf.memory().numTensors).toBe(before);
  return result;
}

/** Weights by which the entries of an output are multiplied, so that each of them shows in the gradient. */
const weighted = (x: tf.Tensor): tf.Tensor => tf.mul(x, tf.reshape(tf.cos(tf.range(0, x.size, 1, 'float32')), x.shape));

const close = (a: readonly number[], b: readonly number[], tolerance: number): void => {
  expect(a.length).toBe(b.length);
  a.forEach((x, i) => {
    expect(Math.abs(x - b[i]!)).toBeLessThan(tolerance);
  });
};

describe.each(await availableBackends())('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });

  test.each([
    ['a circuit', circuit],
    ['a network', network],
  ] as readonly (readonly [string, GenerativeNetwork])[])(
    'infidelities of a batch of points are those of the single operation, each from its own target: %s',
    (_name, model) => {
      const objectives = targets.map((target) => infidelity(model, target));
      const batch = batchObjectiveTensor(objectives);
      const { value, gradient } = evaluated((x) => weighted(batch(x as tf.Tensor2D)), ROWS);
      const single = ROWS.map((row, b) =>
        evaluated((x) => tf.mul(objectiveTensor(objectives[b]!)(x as tf.Tensor1D), Math.cos(b)), row),
      );
      close(value, [single.reduce((sum, term) => sum + term.value[0]!, 0)], 1e-6);
      close(
        gradient,
        single.flatMap((term) => term.gradient),
        1e-6,
      );
    },
  );

  test.each([
    ['a circuit', circuit],
    ['a network', network],
  ] as readonly (readonly [string, GenerativeNetwork])[])(
    'states of a batch, and their derivative, are those of the single operation: %s',
    (_name, model) => {
      const f = ({ re, im }: { re: tf.Tensor; im: tf.Tensor }): tf.Tensor =>
        weighted(tf.square(tf.stack([re, im], -1)));
      const batch = evaluated((x) => f(batchStateTensor(model)(x as tf.Tensor2D)), [ROWS[0]!]);
      const single = evaluated((x) => f(stateTensor(model)(x as tf.Tensor1D)), ROWS[0]!);
      close(batch.value, single.value, 1e-6);
      close(batch.gradient, single.gradient, 1e-6);
      const rows = ROWS.map((row) => evaluated((x) => tf.square(stateTensor(model)(x as tf.Tensor1D).re), row));
      const all = evaluated((x) => tf.square(batchStateTensor(model)(x as tf.Tensor2D).re), ROWS);
      close(
        all.gradient,
        rows.flatMap((row) => row.gradient),
        1e-6,
      );
    },
  );

  test('infidelities from many targets have the derivative of finite differences', () => {
    const vector = infidelityVectorTensor(circuit, targets);
    const f = (x: tf.Tensor): tf.Tensor => weighted(vector(x as tf.Tensor1D));
    const { gradient } = evaluated(f, ROWS[0]!);
    const exact = (x: number[]): number =>
      targets.reduce(
        (sum, target, t) => sum + Math.cos(t) * infidelity(circuit, target)(Float64Array.from(x)).value,
        0,
      );
    const differences = ROWS[0]!.map((_, k) => {
      const moved = (h: number): number[] => ROWS[0]!.map((x, i) => (i === k ? x + h : x));
      return (exact(moved(1e-5)) - exact(moved(-1e-5))) / 2e-5;
    });
    close(gradient, differences, 1e-6);
  });

  test('a mean over a batch trains, and 100 steps leave no tensor behind', () => {
    const thetas = tf.variable(tf.tensor2d(ROWS));
    const losses = batchObjectiveTensor(targets.map((target) => infidelity(circuit, target)));
    const optimizer = tf.train.adam(0.05);
    const step = (): number => {
      const loss = optimizer.minimize(() => tf.mean(losses(thetas)) as tf.Scalar, true)!;
      const [value] = loss.dataSync();
      loss.dispose();
      return value!;
    };
    const first = step();
    const before = tf.memory().numTensors;
    const last = Array.from({ length: 100 }, step).at(-1)!;
    expect(tf.memory().numTensors).toBe(before);
    expect(last).toBeLessThan(0.7 * first);
    optimizer.dispose();
    thetas.dispose();
  });

  test('wrong shapes and second derivatives are refused', () => {
    const batch = batchObjectiveTensor(targets.map((target) => infidelity(circuit, target)));
    const call = (f: (x: tf.Tensor2D) => unknown, x: number[][]) => () => tf.tidy(() => void f(tf.tensor2d(x)));
    expect(call(batch, ROWS.slice(1))).toThrow(ShapeError);
    expect(call(batchStateTensor(circuit), [[1, 2]])).toThrow('shape [batch, 7] required, got [1,2]');
    const twice = (): unknown =>
      tf.tidy(() => tf.grad((x) => tf.sum(tf.grad((y) => tf.sum(batch(y as tf.Tensor2D)))(x)))(tf.tensor2d(ROWS)));
    expect(twice).toThrow(DomainError);
  });
});

test('a variable of any declared rank is taken without a cast; a tensor of another rank is refused', () => {
  const loss = objectiveTensor((theta) => ({ value: theta[0]! ** 2, gradient: theta.map((x) => 2 * x) }));
  const theta = tf.variable(tf.ones([1]));
  expect(loss(theta).dataSync()[0]).toBe(1);
  expect(tf.grad(loss)(theta).dataSync()[0]).toBe(2);
  expect(() => loss(tf.ones([1, 1]))).toThrow(/objectiveTensor: a tensor of shape \(P,\) required, got \[1,1\]/);
});
