/**
 * @file Running a circuit gate by gate in stock TensorFlow.js operations: the independent second implementation,
 * with derivatives of every order, on every backend including WebGL and WebGPU.
 */

import * as tf from '@tensorflow/tfjs';
import type { Angle, Circuit } from '../circuit/circuit.ts';
import { referenceState } from '../circuit/run-circuit.ts';
import { ShapeError } from '../errors.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { type ComplexTensor, complexTensorOf } from './complex-tensor.ts';
import { rowsOf } from './rows.ts';

/**
 * The state that the circuit makes, by exp(−iaP/2) = cos(a/2) − i sin(a/2) P for one gate after the other.
 *
 * @param theta - parameters, shape (P,)
 * @returns (re, im) as `runCircuit` orders them, in float32
 * @throws {ShapeError} theta has the wrong length
 *
 * Cost O(gates · 2ⁿ), and some ten operations of 10 to 100 µs for each gate, their intermediates kept for the gradient;
 * `stateTensor` is the fast way.
 */
export function runCircuitTensor(circuit: Circuit, theta: tf.Tensor1D): ComplexTensor {
  if (theta.size !== circuit.parameters) {
    throw new ShapeError(`runCircuitTensor: ${circuit.parameters} parameters required, got ${theta.size}`);
  }
  return tf.tidy(() => {
    const parameters = rowsOf(theta);
    let psi = complexTensorOf(referenceState(circuit));
    for (const { word, angle } of circuit.gates) {
      const half = tf.mul(angleTensor(angle, parameters), 0.5);
      psi = combination(tf.cos(half), psi, tf.sin(half), minusI(applyWord(word, psi)));
    }
    return psi;
  });
}

/** The angle's value as a scalar tensor; `parameters` are the entries of θ. */
export function angleTensor(angle: Angle, parameters: readonly tf.Tensor[]): tf.Tensor {
  return typeof angle === 'number' ? tf.scalar(angle) : tf.mul(parameters[angle.parameter]!, angle.scale ?? 1);
}

/** P|ψ⟩, letter by letter: X exchanges the halves of its qubit's axis, Z negates the second, Y = iXZ. */
function applyWord(word: PauliWord, psi: ComplexTensor): ComplexTensor {
  const dimension = psi.re.size;
  let parts: tf.Tensor = tf.stack([psi.re, psi.im]);
  let turns = 0;
  [...word].forEach((letter, qubit) => {
    if (letter === 'I') return;
    parts = tf.reshape(parts, [2 ** (qubit + 1), 2, dimension / 2 ** (qubit + 1)]);
    if (letter !== 'X') parts = tf.mul(parts, tf.tensor3d([1, -1], [1, 2, 1]));
    if (letter !== 'Z') parts = tf.reverse(parts, 1);
    if (letter === 'Y') turns++;
  });
  const [re, im] = tf.unstack(tf.reshape(parts, [2, dimension])) as [tf.Tensor1D, tf.Tensor1D];
  return timesI({ re, im }, turns % 4);
}

const minusI = (psi: ComplexTensor): ComplexTensor => timesI(psi, 3);

/** i^turns · ψ. */
function timesI(psi: ComplexTensor, turns: number): ComplexTensor {
  if (turns === 0) return psi;
  return timesI({ re: tf.neg(psi.im), im: psi.re }, turns - 1);
}

/** a·ψ + b·φ for real scalars a, b. */
function combination(a: tf.Tensor, psi: ComplexTensor, b: tf.Tensor, phi: ComplexTensor): ComplexTensor {
  return {
    re: tf.add(tf.mul(a, psi.re), tf.mul(b, phi.re)),
    im: tf.add(tf.mul(a, psi.im), tf.mul(b, phi.im)),
  };
}
