/** @file Squeezed spin states: spin-coherent states under one-axis or two-axis twisting. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import type { SymmetricState } from '../src/generative/target-state.ts';
import type { Complex } from '../src/linalg/complex.ts';
import { symmetricEigen } from '../src/linalg/symmetric-eigen.ts';
import { coherentComponents } from '../src/state/symmetric-vector.ts';
import type { Radians } from '../src/units.ts';
import { checkSize } from './register-size.ts';
import { oneBlock, SYMMETRIC_LIMIT, symmetricSize } from './symmetric.ts';

export const squeezedOptions = z.strictObject({
  qubits: symmetricSize.describe('number n of qubits'),
  twist: z.number().describe('strength μ of the twist, radians'),
  axes: z
    .literal(1)
    .or(z.literal(2))
    .default(1)
    .describe('1: exp(−iμJ_z²/2) on |+…+⟩; 2: exp(−iμ(J_xJ_y + J_yJ_x)/2) on |0…0⟩'),
});

/**
 * Squeezed spin state, with J = ½Σσ the total spin,
 *
 *     exp(−iμ J_z²/2) |+⟩^{⊗n}                 (one axis),
 *     exp(−iμ (J_xJ_y + J_yJ_x)/2) |0⟩^{⊗n}    (two axes).
 *
 * Under one-axis twisting the least variance orthogonal to the mean spin is n/4 times
 * ξ² = 1 + (n−1)/4·(A − √(A² + B²)), A = 1 − cos^{n−2} μ, B = 4 sin(μ/2) cos^{n−2}(μ/2).
 *
 * @param qubits - n, at most 512
 * @throws {DomainError} the number of qubits is out of range, or the twist not finite
 *
 * @see Kitagawa & Ueda, Phys. Rev. A 47, 5138 (1993)
 */
export function squeezed(qubits: number, twist: Radians, axes: 1 | 2 = 1): SymmetricState {
  checkSize('squeezed', qubits, SYMMETRIC_LIMIT, 1, (n) => n + 1);
  if (!Number.isFinite(twist)) throw new DomainError(`squeezed: a finite twist required, got ${twist}`);
  const name = `squeezed(${qubits}, ${twist}${axes === 2 ? ', two axes' : ''})`;
  return oneBlock(name, axes === 1 ? oneAxis(qubits, twist) : twoAxes(qubits, twist));
}

function oneAxis(n: number, twist: Radians): readonly Complex[] {
  return coherentComponents(n, Math.PI / 2, 0).map(([modulus], k): Complex => {
    const angle = (-twist * (n / 2 - k) ** 2) / 2;
    return [modulus * Math.cos(angle), modulus * Math.sin(angle)];
  });
}

/**
 * exp(−(μ/4)(J₊² − J₋²)) on the numbers of ones k = 0, 2, 4, …, a real rotation: with i^j for the phase of k = 2j its generator
 * is −iT, T symmetric and tridiagonal.
 */
function twoAxes(n: number, twist: Radians): readonly Complex[] {
  const size = Math.floor(n / 2) + 1;
  const data = new Float64Array(size * size);
  for (let j = 0; j + 1 < size; j++) {
    const value = (twist / 4) * pairElement(n, 2 * j);
    data[j * size + j + 1] = value;
    data[(j + 1) * size + j] = value;
  }
  const { values, vectors } = symmetricEigen({ rows: size, cols: size, data });
  return Array.from({ length: n + 1 }, (_, k): Complex => {
    if (k % 2 === 1) return [0, 0];
    const j = k / 2;
    let amplitude = 0;
    values.forEach((value, m) => {
      const [turn, at] = [(Math.PI / 2) * j - value, m * size];
      amplitude += vectors.data[at + j]! * vectors.data[at]! * Math.cos(turn);
    });
    return [amplitude, 0];
  });
}

/** ⟨k+2|J₋²|k⟩ with k ones: √((k+1)(n−k)(k+2)(n−k−1)). */
export const pairElement = (n: number, k: number): number => Math.sqrt((k + 1) * (n - k) * (k + 2) * (n - k - 1));
