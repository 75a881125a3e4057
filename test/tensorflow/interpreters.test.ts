import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { blockCircuit } from '../../src/circuit/block-circuit.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { networkOfBlocks } from '../../src/network/from-block-circuit.ts';
import { networkState } from '../../src/network/network-state.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import type { ComplexTensor, StateFunction } from '../../src/tensorflow/complex-tensor.ts';
import { complexTensorOf, complexVectorOf, infidelityTensor } from '../../src/tensorflow/complex-tensor.ts';
import { contractTensor } from '../../src/tensorflow/contract.ts';
import { runCircuitTensor } from '../../src/tensorflow/run-circuit.ts';
import { stateTensor } from '../../src/tensorflow/state-op.ts';
import { circuitAtPoint, pointOf, ring } from './arbitrary.ts';

const RUNS = { seed: 20241, numRuns: 25 };

/** A target without symmetry: entry k is (1 + k/2) e^{ik}. */
function targetOf(length: number): ComplexVector {
  const re = Array.from({ length }, (_, k) => (1 + k / 2) * Math.cos(k));
  const im = Array.from({ length }, (_, k) => (1 + k / 2) * Math.sin(k));
  return normalised(complexVector(re, im));
}

const float32 = (theta: Float64Array): tf.Tensor1D => tf.tensor1d(Float32Array.from(theta));

/** The state read back, with no tensor left behind. */
function readState(state: () => ComplexTensor): ComplexVector {
  const { re, im } = tf.tidy(state);
  const vector = complexVectorOf({ re, im });
  tf.dispose([re, im]);
  return vector;
}

/** Gradient by automatic differentiation of the infidelity of `state` with the target. */
function gradientOf(state: StateFunction, theta: Float64Array, target: ComplexVector): Float64Array {
  const gradient = tf.tidy(() => {
    const goal = complexTensorOf(target);
    return tf.grad((x: tf.Tensor) => infidelityTensor(state(x as tf.Tensor1D), goal))(float32(theta));
  });
  const values = Float64Array.from(gradient.dataSync());
  gradient.dispose();
  return values;
}

/** Gradient by central differences of the float64 state, error O(h⁴) by Richardson's extrapolation. */
function differences(network: GenerativeNetwork, theta: Float64Array, target: ComplexVector): Float64Array {
  const value = (k: number, h: number): number => {
    const at = theta.with(k, theta[k]! + h);
    const { interleaved: psi } = stateVector(network, at);
    let [re, im] = [0, 0];
    for (let i = 0; i < psi.length; i += 2) {
      re += target.interleaved[i]! * psi[i]! + target.interleaved[i + 1]! * psi[i + 1]!;
      im += target.interleaved[i]! * psi[i + 1]! - target.interleaved[i + 1]! * psi[i]!;
    }
    return 1 - re * re - im * im;
  };
  const slope = (k: number, h: number): number => (value(k, h) - value(k, -h)) / (2 * h);
  return theta.map((_, k) => (4 * slope(k, 1e-3) - slope(k, 2e-3)) / 3);
}

/** Largest deviation relative to the largest entry, or to one if all are small. */
function deviation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [largest, difference] = [1, 0];
  for (let k = 0; k < a.length; k++) {
    largest = Math.max(largest, Math.abs(a[k]!));
    difference = Math.max(difference, Math.abs(a[k]! - b[k]!));
  }
  return difference / largest;
}

describe.each(await availableBackends())('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });

  test('the gate-by-gate interpreter and the float64 circuit make the same state', () => {
    fc.assert(
      fc.property(circuitAtPoint, ({ circuit, theta }) => {
        const psi = readState(() => runCircuitTensor(circuit, float32(theta)));
        expect(deviation(stateVector(circuit, theta).interleaved, psi.interleaved)).toBeLessThan(2e-6);
      }),
      RUNS,
    );
  });

  test('both circuit routes have the gradient of finite differences', () => {
    fc.assert(
      fc.property(circuitAtPoint, ({ circuit, theta }) => {
        fc.pre(circuit.gates.some(({ angle }) => typeof angle !== 'number'));
        const target = targetOf(2 ** circuit.qubits);
        const reference = differences(circuit, theta, target);
        const byOperation = gradientOf(stateTensor(circuit), theta, target);
        const byInterpreter = gradientOf((x) => runCircuitTensor(circuit, x), theta, target);
        expect(deviation(reference, byOperation)).toBeLessThan(1e-6);
        expect(deviation(reference, byInterpreter)).toBeLessThan(1e-5);
      }),
      RUNS,
    );
  });

  test('a circuit on a spectrum is purified by an environment behind the register', () => {
    const gates = [{ word: 'XY', angle: { parameter: 0 } }];
    const reference = { spectrum: [0.4, 0.3, 0.2, 0.1] };
    const circuit = { kind: 'circuit', qubits: 2, parameters: 1, gates, reference } as const;
    const psi = readState(() => runCircuitTensor(circuit, tf.tensor1d([0.75])));
    expect(deviation(stateVector(circuit, Float64Array.of(0.75)).interleaved, psi.interleaved)).toBeLessThan(1e-6);
  });

  test('the stock contraction and the float64 contraction make the same state', () => {
    fc.assert(
      fc.property(pointOf(ring.parameters), (theta) => {
        const psi = readState(() => contractTensor(ring, float32(theta)));
        expect(deviation(networkState(ring, theta).interleaved, psi.interleaved)).toBeLessThan(2e-6);
      }),
      RUNS,
    );
  });

  test('blocks are contracted by stock operations, with the gradient of the float64 engine', () => {
    const blocks = networkOfBlocks(blockCircuit(3, [[0, 1], [2, 1], [0]]));
    const theta = Float64Array.from({ length: blocks.parameters }, (_, k) => 0.5 * Math.sin(k + 1));
    const psi = readState(() => contractTensor(blocks, float32(theta)));
    expect(deviation(networkState(blocks, theta).interleaved, psi.interleaved)).toBeLessThan(2e-6);
    const target = targetOf(8);
    const stock = gradientOf((x) => contractTensor(blocks, x), theta, target);
    expect(deviation(differences(blocks, theta, target), stock)).toBeLessThan(1e-5);
  });

  test('both network routes have the gradient of finite differences', () => {
    fc.assert(
      fc.property(pointOf(ring.parameters), (theta) => {
        fc.pre(Math.hypot(...networkState(ring, theta).interleaved) > 5);
        const target = targetOf(16);
        const reference = differences(ring, theta, target);
        expect(deviation(reference, gradientOf(stateTensor(ring), theta, target))).toBeLessThan(1e-6);
        const stock = gradientOf((x) => contractTensor(ring, x), theta, target);
        expect(deviation(reference, stock)).toBeLessThan(1e-5);
      }),
      { ...RUNS, numRuns: 8 },
    );
  });

  test('the interpreter has second derivatives: d² sin²(θ/2) = cos θ / 2', () => {
    const circuit = {
      kind: 'circuit',
      qubits: 1,
      parameters: 1,
      gates: [{ word: 'Y', angle: { parameter: 0 } }],
    } as const;
    const infidelity = (theta: tf.Tensor) =>
      infidelityTensor(runCircuitTensor(circuit, theta as tf.Tensor1D), {
        re: tf.tensor1d([1, 0]),
        im: tf.tensor1d([0, 0]),
      });
    const curvature = tf.tidy(
      () =>
        tf
          .grad((x) => tf.grad(infidelity)(x).asScalar())(tf.tensor1d([0.5]))
          .dataSync()[0]!,
    );
    expect(curvature).toBeCloseTo(Math.cos(0.5) / 2, 5);
  });

  test('neither interpreter leaves a tensor behind', () => {
    const before = tf.memory().numTensors;
    const circuit = {
      kind: 'circuit',
      qubits: 2,
      parameters: 1,
      gates: [{ word: 'XY', angle: { parameter: 0 } }],
    } as const;
    gradientOf((x) => runCircuitTensor(circuit, x), Float64Array.of(0.5), targetOf(4));
    gradientOf((x) => contractTensor(ring, x), new Float64Array(ring.parameters).fill(0.5), targetOf(16));
    gradientOf(stateTensor(ring), new Float64Array(ring.parameters).fill(0.5), targetOf(16));
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('wrong numbers of parameters and logical inputs are named', () => {
  const theta = tf.tensor1d([1, 2]);
  const circuit = { kind: 'circuit', qubits: 1, parameters: 1, gates: [] } as const;
  expect(() => runCircuitTensor(circuit, theta)).toThrow('runCircuitTensor: 1 parameters required, got 2');
  expect(() => contractTensor(ring, theta)).toThrow(`contractTensor: ${ring.parameters} parameters required, got 2`);
  const code = { ...ring, boundary: ['end', 'out'], bulk: ['far'] };
  expect(() => contractTensor(code, tf.zeros([ring.parameters]))).toThrow(/without logical inputs required/);
  theta.dispose();
});
