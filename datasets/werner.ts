/** @file Werner states and their relatives: entanglement under white noise. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import type { MixedState } from '../src/generative/target-state.ts';
import { type ComplexVector, complexVector } from '../src/linalg/complex.ts';
import { projector } from '../src/state/reduced-density-matrix.ts';
import { ghz } from './ghz.ts';
import { checkSize, DENSE_LIMIT, sizeUpTo } from './register-size.ts';

const weight = z.number().min(0).max(1);

export const wernerOptions = z.strictObject({
  weight: weight.describe('weight p of the singlet; entangled for p > 1/3'),
});

export const noisyGhzOptions = z.strictObject({
  qubits: sizeUpTo(DENSE_LIMIT, 1, (n) => 4 ** n).describe('number n of qubits'),
  weight: weight.describe('weight p of the GHZ state; entangled for p > 1/(1 + 2^(n−1))'),
});

/**
 * Werner state of two qubits,
 *
 *     ρ = p |Ψ⁻⟩⟨Ψ⁻| + (1 − p) 1/4,    |Ψ⁻⟩ = (|01⟩ − |10⟩)/√2.
 *
 * Unchanged by every U ⊗ U; separable exactly for p ≤ 1/3, with negativity max(0, (3p − 1)/4).
 *
 * @param weight - p, from 0 to 1
 * @throws {DomainError} p out of range
 *
 * @see Werner, Phys. Rev. A 40, 4277 (1989)
 */
export function werner(weight: number): MixedState {
  const singlet = complexVector([0, Math.SQRT1_2, -Math.SQRT1_2, 0]);
  return noisy(`werner(${weight})`, singlet, weight);
}

/**
 * GHZ state under white noise,
 *
 *     ρ = p |GHZ⟩⟨GHZ| + (1 − p) 1/2ⁿ.
 *
 * Separable exactly for p ≤ 1/(1 + 2^{n−1}); for two qubits it is the isotropic state, a Werner state up to a local
 * unitary.
 *
 * @param qubits - n, at most 8
 * @param weight - p, from 0 to 1
 * @throws {DomainError} n or p out of range
 *
 * @see Dür, Cirac & Tarrach, Phys. Rev. Lett. 83, 3562 (1999)
 */
export function noisyGhz(qubits: number, weight: number): MixedState {
  checkSize('noisyGhz', qubits, DENSE_LIMIT, 1, (n) => 4 ** n);
  return noisy(`noisy-ghz(${qubits}, ${weight})`, ghz(qubits).amplitudes, weight);
}

function noisy(name: string, psi: ComplexVector, weight: number): MixedState {
  if (!(weight >= 0 && weight <= 1)) throw new DomainError(`${name}: a weight from 0 to 1 required`);
  const { rows, cols, interleaved } = projector(psi);
  const density = { rows, cols, interleaved: interleaved.map((x) => weight * x) };
  for (let b = 0; b < rows; b++) {
    density.interleaved[2 * b * (rows + 1)] = density.interleaved[2 * b * (rows + 1)]! + (1 - weight) / rows;
  }
  return { kind: 'mixed', name, dimensions: new Array(Math.log2(rows)).fill(2), density };
}
