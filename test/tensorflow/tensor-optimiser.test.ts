import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Objective } from '../../src/optimise/objective.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import { startTensorTraining, type TensorMethod } from '../../src/tensorflow/tensor-optimiser.ts';

/** Σ cosh(x_k − k/10) − P, a convex function with its minimum 0 at x_k = k/10. */
const valley: Objective = (x) => ({
  value: x.reduce((sum, value, k) => sum + Math.cosh(value - k / 10) - 1, 0),
  gradient: x.map((value, k) => Math.sinh(value - k / 10)),
});
const start = Float64Array.of(0.5, -0.25, 1, 0.125);
const METHODS: readonly TensorMethod[] = [
  { method: 'adam', learningRate: 0.05 },
  { method: 'rmsprop', learningRate: 0.01 },
];

describe.each(await availableBackends())('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });

  test('Adam takes the steps of its definition', () => {
    const [alpha, b1, b2, epsilon] = [0.05, 0.9, 0.999, 1e-8];
    const training = startTensorTraining(valley, METHODS[0]!, start);
    let x = start.slice();
    let m = new Float64Array(4);
    let v = new Float64Array(4);
    for (let t = 1; t <= 20; t++) {
      const { value, gradient } = valley(x);
      const stepped = training.step();
      expect(stepped.value).toBeCloseTo(value, 5);
      m = m.map((old, k) => b1 * old + (1 - b1) * gradient[k]!);
      v = v.map((old, k) => b2 * old + (1 - b2) * gradient[k]! ** 2);
      x = x.map((old, k) => old - (alpha * (m[k]! / (1 - b1 ** t))) / (Math.sqrt(v[k]! / (1 - b2 ** t)) + epsilon));
    }
    training.theta().forEach((value, k) => {
      expect(Math.abs(value - x[k]!)).toBeLessThan(1e-5);
    });
    training.dispose();
  });

  test('RMSprop takes the steps of its definition', () => {
    const training = startTensorTraining(valley, METHODS[1]!, start);
    let x = start.slice();
    let v = new Float64Array(4);
    for (let t = 1; t <= 20; t++) {
      const { gradient } = valley(x);
      training.step();
      v = v.map((old, k) => 0.9 * old + 0.1 * gradient[k]! ** 2);
      x = x.map((old, k) => old - (0.01 * gradient[k]!) / Math.sqrt(v[k]! + 1e-8));
    }
    training.theta().forEach((value, k) => {
      expect(Math.abs(value - x[k]!)).toBeLessThan(1e-5);
    });
    training.dispose();
  });

  test('a step returns value and gradient in float64 at the point before it', () => {
    const training = startTensorTraining(valley, METHODS[0]!, start);
    expect(training.step()).toEqual(valley(start)); // the start is exact in float32
    const theta = training.theta();
    expect(training.step()).toEqual(valley(theta));
    training.dispose();
  });

  test.each(METHODS)('$method resumed from a snapshot repeats the uninterrupted steps bit for bit', async (method) => {
    const whole = startTensorTraining(valley, method, start);
    const first = startTensorTraining(valley, method, start);
    for (let t = 0; t < 137; t++) {
      whole.step();
      first.step();
    }
    const state = await first.snapshot();
    const stored = JSON.parse(
      JSON.stringify(state, (_key, value) => (value instanceof Float64Array ? [...value] : value)),
    );
    const second = startTensorTraining(valley, method, {
      theta: Float64Array.from(stored.theta),
      moments: stored.moments.map((moment: number[]) => Float64Array.from(moment)),
      betaPowers: stored.betaPowers,
    });
    for (let t = 0; t < 100; t++) expect(second.step()).toEqual(whole.step());
    expect(second.theta()).toEqual(whole.theta());
    expect(await second.snapshot()).toEqual(await whole.snapshot());
    for (const training of [whole, first, second]) training.dispose();
  });

  test.each(METHODS)('a snapshot of $method before the first step starts like its parameters', async (method) => {
    const whole = startTensorTraining(valley, method, start);
    const resumed = startTensorTraining(valley, method, await whole.snapshot());
    for (let t = 0; t < 5; t++) expect(resumed.step()).toEqual(whole.step());
    for (const training of [whole, resumed]) training.dispose();
  });

  test.each(METHODS)('1000 steps of $method leave no tensor behind, nor does its end', async (method) => {
    const before = tf.memory().numTensors;
    const training = startTensorTraining(valley, method, start);
    training.step();
    const running = tf.memory().numTensors;
    for (let t = 0; t < 1000; t++) training.step();
    expect(tf.memory().numTensors).toBe(running);
    const resumed = startTensorTraining(valley, method, await training.snapshot());
    resumed.step();
    training.dispose();
    resumed.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('a snapshot that does not belong to the method is refused', async () => {
  await initBackend({ prefer: 'cpu' });
  const before = tf.memory().numTensors;
  const training = startTensorTraining(valley, METHODS[0]!, start);
  training.step();
  const state = await training.snapshot();
  training.dispose();
  const shorter = { ...state, theta: state.theta.slice(1) };
  expect(() => startTensorTraining(valley, METHODS[0]!, shorter)).toThrow(/lengths 3,3,2 required for adam, got 4,4,2/);
  expect(() => startTensorTraining(valley, METHODS[1]!, state)).toThrow(
    /lengths 4,4,0 required for rmsprop, got 4,4,2/,
  );
  expect(tf.memory().numTensors).toBe(before);
});
