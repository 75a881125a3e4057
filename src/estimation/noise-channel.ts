/** @file Noise on single qubits, by Kraus operators. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, complexMatrix, zeroMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, multiply } from '../linalg/matrix.ts';

/** A channel on one qubit, ρ ↦ Σ_k K_k ρ K_k† with Σ_k K_k†K_k = 1: its Kraus operators, each 2 × 2. */
export type QubitChannel = readonly ComplexMatrix[];

const PAULI = {
  I: complexMatrix([
    [1, 0],
    [0, 1],
  ]),
  X: complexMatrix([
    [0, 1],
    [1, 0],
  ]),
  Y: complexMatrix(
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, -1],
      [1, 0],
    ],
  ),
  Z: complexMatrix([
    [1, 0],
    [0, -1],
  ]),
};

/** Depolarising: ρ ↦ (1 − p)ρ + p·1/2; the Bloch vector shrinks by 1 − p. */
export function depolarising(p: number): QubitChannel {
  checkProbability('depolarising', p);
  return [weighted(1 - (3 * p) / 4, PAULI.I), ...[PAULI.X, PAULI.Y, PAULI.Z].map((pauli) => weighted(p / 4, pauli))];
}

/** Dephasing: off-diagonal elements shrink by 1 − p. */
export function dephasing(p: number): QubitChannel {
  checkProbability('dephasing', p);
  return [weighted(1 - p / 2, PAULI.I), weighted(p / 2, PAULI.Z)];
}

/** Amplitude damping: |1⟩ decays to |0⟩ with probability γ. */
export function amplitudeDamping(gamma: number): QubitChannel {
  checkProbability('amplitudeDamping', gamma);
  return [
    complexMatrix([
      [1, 0],
      [0, Math.sqrt(1 - gamma)],
    ]),
    complexMatrix([
      [0, Math.sqrt(gamma)],
      [0, 0],
    ]),
  ];
}

/**
 * The density matrix of n qubits after a channel on each of the named qubits (default all), independently.
 *
 * @throws {ShapeError} ρ is not a matrix of qubits
 * @throws {DomainError} a qubit that does not exist
 *
 * Cost O(Kraus operators · 4ⁿ) for each qubit.
 */
export function applyChannel(
  rho: ComplexMatrix,
  channel: QubitChannel,
  qubits: readonly number[] = [...Array(Math.round(Math.log2(rho.rows))).keys()],
): ComplexMatrix {
  const count = Math.log2(rho.rows);
  if (!Number.isInteger(count) || rho.rows !== rho.cols) {
    throw new ShapeError(`applyChannel: a 2ⁿ×2ⁿ matrix required, got ${rho.rows}×${rho.cols}`);
  }
  return qubits.reduce((state, qubit) => {
    if (!(Number.isInteger(qubit) && qubit >= 0 && qubit < count)) {
      throw new DomainError(`applyChannel: qubits below ${count} required, got ${qubit}`);
    }
    return onQubit(state, channel, qubit);
  }, rho);
}

/**
 * Axes (before, qubit, after, before, qubit, after) are brought to (qubit, qubit′ | rest), where a channel is a 4 × 4
 * matrix.
 */
function onQubit(rho: ComplexMatrix, channel: QubitChannel, qubit: number): ComplexMatrix {
  const before = 2 ** qubit;
  const after = rho.rows / (2 * before);
  const shape = [before, 2, after, before, 2, after];
  const axes = [1, 4, 0, 2, 3, 5];
  const columns = rho.rows ** 2 / 4;
  const operands = { rows: 4, cols: columns, interleaved: currentEngine().permute(rho.interleaved, shape, axes) };
  const { interleaved } = multiply(superoperator(channel), operands);
  const back = axes.map((_, axis) => axes.indexOf(axis));
  return {
    ...rho,
    interleaved: currentEngine().permute(
      interleaved,
      axes.map((axis) => shape[axis]!),
      back,
    ),
  };
}

/** S with (Kρ K†)_{ac} = Σ_{bd} K_ab K̄_cd ρ_bd, summed over the Kraus operators. */
function superoperator(channel: QubitChannel): ComplexMatrix {
  let sum = zeroMatrix(4, 4);
  for (const { interleaved: K } of channel) {
    const term = zeroMatrix(4, 4);
    for (let row = 0; row < 4; row++) {
      for (let col = 0; col < 4; col++) {
        const u = 2 * (2 * (row >> 1) + (col >> 1));
        const v = 2 * (2 * (row & 1) + (col & 1));
        const at = 2 * (4 * row + col);
        term.interleaved[at] = K[u]! * K[v]! + K[u + 1]! * K[v + 1]!;
        term.interleaved[at + 1] = K[u + 1]! * K[v]! - K[u]! * K[v + 1]!;
      }
    }
    sum = addScaledMatrix(sum, [1, 0], term);
  }
  return sum;
}

function weighted(probability: number, a: ComplexMatrix): ComplexMatrix {
  return { ...a, interleaved: a.interleaved.map((x) => Math.sqrt(probability) * x) };
}

function checkProbability(name: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new DomainError(`${name}: a probability between 0 and 1 required, got ${p}`);
}
