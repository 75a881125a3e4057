import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Circuit, Rotation } from '../../src/circuit/circuit.ts';
import { DomainError } from '../../src/errors.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import type { PureState } from '../../src/generative/target-state.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { place } from '../../src/operator/pauli.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import { complexTensorOf, complexVectorOf, infidelityTensor } from '../../src/tensorflow/complex-tensor.ts';
import { objectiveTensor } from '../../src/tensorflow/objective-op.ts';
import { stateTensor } from '../../src/tensorflow/state-op.ts';
import { circuitAtPoint } from './arbitrary.ts';

/** (|0000⟩ + |1111⟩)/√2. */
const ghz: PureState = {
  kind: 'pure',
  name: 'ghz',
  dimensions: [2, 2, 2, 2],
  amplitudes: complexVector(Array.from({ length: 16 }, (_, k) => (k === 0 || k === 15 ? Math.SQRT1_2 : 0))),
};

/** Y(π/2) on the first qubit, then ZY(−π/2) and Y(π/2) down the chain make GHZ. */
const chain: Circuit = (() => {
  const words = [place(4, { 0: 'Y' })];
  for (let q = 1; q < 4; q++) words.push(place(4, { [q - 1]: 'Z', [q]: 'Y' }), place(4, { [q]: 'Y' }));
  const gates = words.map((word, parameter): Rotation => ({ word, angle: { parameter } }));
  return { kind: 'circuit', qubits: 4, parameters: gates.length, gates };
})();
/** In the valley of that solution; from equal signs one falls into the other minimum, |0000⟩ at infidelity 1/2. */
const START = Array.from({ length: chain.parameters }, (_, k) => (k % 2 === 0 ? 1 : -1) * (0.6 + 0.1 * Math.cos(k)));

const distance = infidelity(chain, ghz);
const available = await availableBackends();
const seen: number[][] = [];

describe.each(available)('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });

  test('an objective keeps its value and gradient, rounded to float32', () => {
    const theta = Float64Array.from(START, Math.fround);
    const { value, gradient } = distance(theta);
    const both = tf.tidy(() => {
      const pair = tf.valueAndGrad(objectiveTensor(distance) as (x: tf.Tensor) => tf.Tensor)(tf.tensor1d(START));
      return tf.concat([pair.value.reshape([1]), pair.grad]);
    });
    const numbers = [...both.dataSync()];
    both.dispose();
    expect(numbers).toEqual([value, ...gradient].map(Math.fround));
    seen.push(numbers);
  });

  test('the chain rule goes through the operation: d f(2θ)² = 4 f f′', () => {
    const f = objectiveTensor((x) => ({ value: Math.sinh(x[0]!), gradient: Float64Array.of(Math.cosh(x[0]!)) }));
    const slope = tf.tidy(
      () =>
        tf
          .grad((x) => tf.square(f(tf.mul(x, 2) as tf.Tensor1D)))(tf.tensor1d([0.25]))
          .dataSync()[0]!,
    );
    expect(slope).toBeCloseTo(4 * Math.sinh(0.5) * Math.cosh(0.5), 6);
  });

  test('a state is the float64 state rounded to float32, whatever the circuit', () => {
    fc.assert(
      fc.property(circuitAtPoint, ({ circuit, theta }) => {
        const psi = tf.tidy(() => {
          const { re, im } = stateTensor(circuit)(tf.tensor1d(Float32Array.from(theta)));
          return tf.stack([re, im], 1).reshape([-1]);
        });
        const numbers = [...psi.dataSync()];
        psi.dispose();
        expect(numbers).toEqual([...stateVector(circuit, theta).interleaved].map(Math.fround));
      }),
      { seed: 20242, numRuns: 25 },
    );
  });

  test('a second derivative is refused, not silently wrong', () => {
    const f = objectiveTensor((x) => ({ value: x[0]! ** 3, gradient: Float64Array.of(3 * x[0]! ** 2) }));
    const sum = (x: tf.Tensor): tf.Tensor => tf.add(f(x as tf.Tensor1D), tf.sum(tf.square(x)));
    const overlap = (x: tf.Tensor): tf.Tensor =>
      tf.add(
        infidelityTensor(stateTensor(chain)(x as tf.Tensor1D), complexTensorOf(ghz.amplitudes)),
        tf.sum(tf.square(x)),
      );
    const twice = (of: (x: tf.Tensor) => tf.Tensor) => tf.grad((x) => tf.sum(tf.grad(of)(x)));
    expect(() => tf.tidy(() => twice(sum)(tf.tensor1d([0.5])))).toThrow(DomainError);
    expect(() => tf.tidy(() => twice(overlap)(tf.tensor1d(START)))).toThrow(/second derivative/);
  });

  test("a user's own loop of tf.variable, tf.train.adam and minimize prepares GHZ to an infidelity below 1e-6", () => {
    const before = tf.memory().numTensors;
    const theta = tf.variable(tf.tensor1d(START));
    const loss = objectiveTensor(distance);
    const optimizer = tf.train.adam(0.05);
    for (let step = 0; step < 400; step++) optimizer.minimize(() => loss(theta as tf.Tensor as tf.Tensor1D));
    expect(distance(Float64Array.from(theta.dataSync())).value).toBeLessThan(1e-6);
    optimizer.dispose();
    theta.dispose();
    expect(tf.memory().numTensors - before).toBe(1); // the initial tensor1d above
  });

  test.each(['sgd', 'momentum', 'adagrad', 'rmsprop', 'adamax'] as const)(
    'tf.train.%s decreases a loss made of the state',
    (name) => {
      const optimizers = {
        sgd: () => tf.train.sgd(0.5),
        momentum: () => tf.train.momentum(0.05, 0.9),
        adagrad: () => tf.train.adagrad(0.2),
        rmsprop: () => tf.train.rmsprop(0.02),
        adamax: () => tf.train.adamax(0.05),
      };
      const theta = tf.variable(tf.tensor1d(START));
      const target = complexTensorOf(ghz.amplitudes);
      const state = stateTensor(chain);
      const optimizer = optimizers[name]();
      for (let step = 0; step < 60; step++) {
        optimizer.minimize(() => infidelityTensor(state(theta as tf.Tensor as tf.Tensor1D), target));
      }
      const reached = distance(Float64Array.from(theta.dataSync())).value;
      expect(reached).toBeLessThan(0.05 * distance(Float64Array.from(START)).value);
      optimizer.dispose();
      tf.dispose([theta, target]);
    },
  );

  test('200 steps of a loss made of the state leave no tensor behind', () => {
    const theta = tf.variable(tf.tensor1d(START));
    const target = complexTensorOf(ghz.amplitudes);
    const state = stateTensor(chain);
    const optimizer = tf.train.adam(0.01);
    const step = () => optimizer.minimize(() => infidelityTensor(state(theta as tf.Tensor as tf.Tensor1D), target));
    step();
    const before = tf.memory().numTensors;
    for (let k = 0; k < 200; k++) step();
    expect(tf.memory().numTensors).toBe(before);
    optimizer.dispose();
    tf.dispose([theta, target]);
  });

  test('a state survives the way into tensors and back', () => {
    const tensor = complexTensorOf(ghz.amplitudes);
    const back = complexVectorOf(tensor);
    expect(back.interleaved).toEqual(ghz.amplitudes.interleaved.map(Math.fround));
    tf.dispose([tensor.re, tensor.im]);
  });
});

test('value and gradient are the same bits on every backend', () => {
  expect(seen.length).toBe(available.length);
  for (const numbers of seen) expect(numbers).toEqual(seen[0]);
});
