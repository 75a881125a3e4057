/** @file Spin cats: superpositions of two spin-coherent states. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import type { SymmetricState } from '../src/generative/target-state.ts';
import type { Complex } from '../src/linalg/complex.ts';
import { coherentComponents } from '../src/state/symmetric-vector.ts';
import type { Radians } from '../src/units.ts';
import { checkSize } from './register-size.ts';
import { oneBlock, SYMMETRIC_LIMIT, symmetricSize } from './symmetric.ts';

export const spinCatOptions = z.strictObject({
  qubits: symmetricSize.describe('number n of qubits'),
  polar: z
    .number()
    .default(Math.PI / 2)
    .describe('polar angle θ of one of the two, radians; the other has −θ'),
  phase: z.number().default(0).describe('phase α between them, radians; 0 is the even cat, π the odd one'),
});

/** Norm² of the sum at and below which the two cancel. */
const CANCELLED = 1e-12;

/**
 * Spin cat,
 *
 *     (|θ⟩^{⊗n} + e^{iα}|−θ⟩^{⊗n}) / √(2 + 2 cos α cosⁿθ),      |θ⟩ = cos(θ/2)|0⟩ + sin(θ/2)|1⟩.
 *
 * At θ = π/2 a GHZ state along X; the even cat has even numbers of ones only.
 *
 * @param qubits - n, at most 512
 * @throws {DomainError} the number of qubits is out of range, or the two states cancel
 */
export function spinCat(
  qubits: number,
  { polar = Math.PI / 2, phase = 0 }: { readonly polar?: Radians; readonly phase?: Radians } = {},
): SymmetricState {
  checkSize('spin-cat', qubits, SYMMETRIC_LIMIT, 1, (n) => n + 1);
  const [one, other] = [polar, -polar].map((angle) => coherentComponents(qubits, angle, 0));
  const sum = one!.map(([x], k): Complex => [x + Math.cos(phase) * other![k]![0], Math.sin(phase) * other![k]![0]]);
  const size = sum.reduce((total, [re, im]) => total + re * re + im * im, 0);
  if (!(size > CANCELLED)) {
    throw new DomainError(`spin-cat: two states that do not cancel required, got polar ${polar}, phase ${phase}`);
  }
  return oneBlock(`spin-cat(${qubits})`, sum);
}
