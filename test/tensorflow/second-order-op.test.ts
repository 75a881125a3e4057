import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parametrised } from '../../src/circuit/circuit.ts';
import { DomainError } from '../../src/errors.ts';
import { quantumGeometricTensor } from '../../src/fisher/quantum-geometric-tensor.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import { complexTensorOf, infidelityTensor } from '../../src/tensorflow/complex-tensor.ts';
import { runCircuitTensor } from '../../src/tensorflow/run-circuit.ts';
import { fisherVectorTensor, hessianVectorTensor } from '../../src/tensorflow/second-order-op.ts';

const circuit = parametrised(2, ['YI', 'IY', 'XX', 'ZY', 'IX', 'ZZ']);
const amplitudes = randomVector(4, randomStream(5, 'target'));
const target = { kind: 'pure', name: 'target', dimensions: [2, 2], amplitudes } as const;
const THETA = Array.from({ length: 6 }, (_, k) => Math.fround(Math.sin(2 * k + 1)));
const V = Array.from({ length: 6 }, (_, k) => Math.fround(Math.cos(3 * k)));

const close = (a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): void => {
  expect(a.length).toBe(b.length);
  for (let k = 0; k < a.length; k++) expect(Math.abs(a[k]! - b[k]!)).toBeLessThan(tolerance);
};

describe.each(await availableBackends())('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });

  test('the Hessian times a direction is that of the interpreter, differentiated twice by TensorFlow.js', () => {
    const before = tf.memory().numTensors;
    const [ours, theirs] = tf.tidy(() => {
      const loss = (x: tf.Tensor): tf.Tensor =>
        infidelityTensor(runCircuitTensor(circuit, x as tf.Tensor1D), complexTensorOf(amplitudes));
      const along = (x: tf.Tensor): tf.Tensor => tf.sum(tf.mul(tf.grad(loss)(x), V));
      const product = hessianVectorTensor(infidelity(circuit, target))(tf.tensor1d(THETA), tf.tensor1d(V));
      return [[...product.dataSync()], [...tf.grad(along)(tf.tensor1d(THETA)).dataSync()]];
    });
    close(ours!, theirs!, 2e-6);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('the Fisher information times a direction is four times the real part of the geometric tensor', () => {
    const product = tf.tidy(() => [...fisherVectorTensor(circuit)(tf.tensor1d(THETA), tf.tensor1d(V)).dataSync()]);
    const { interleaved } = quantumGeometricTensor(circuit, Float64Array.from(THETA));
    const expected = V.map((_, i) => V.reduce((sum, v, j) => sum + 4 * interleaved[2 * (6 * i + j)]! * v, 0));
    close(product, expected, 1e-6);
  });

  test('v·F(θ)·v has the derivative 2F·v by v, and none by θ', () => {
    const before = tf.memory().numTensors;
    const fisher = fisherVectorTensor(circuit);
    const [slope, product] = tf.tidy(() => {
      const theta = tf.tensor1d(THETA);
      const form = (v: tf.Tensor): tf.Tensor => tf.sum(tf.mul(v, fisher(theta, v as tf.Tensor1D)));
      return [[...tf.grad(form)(tf.tensor1d(V)).dataSync()], [...fisher(theta, tf.tensor1d(V)).dataSync()]];
    });
    close(
      slope!,
      product!.map((x) => 2 * x),
      1e-5,
    );
    const byTheta = (): unknown =>
      tf.tidy(() => tf.grad((x) => tf.sum(fisher(x as tf.Tensor1D, tf.tensor1d(V))))(tf.tensor1d(THETA)));
    expect(tf.memory().numTensors).toBe(before);
    expect(byTheta).toThrow(DomainError);
  });
});
