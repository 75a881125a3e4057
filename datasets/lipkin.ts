/** @file Ground states of the Lipkin–Meshkov–Glick model: every spin coupled equally to every other. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import type { SymmetricState } from '../src/generative/target-state.ts';
import type { Complex } from '../src/linalg/complex.ts';
import { symmetricEigen } from '../src/linalg/symmetric-eigen.ts';
import { checkSize } from './register-size.ts';
import { pairElement } from './squeezed.ts';
import { oneBlock, SYMMETRIC_LIMIT, symmetricSize } from './symmetric.ts';

export const lipkinOptions = z.strictObject({
  qubits: symmetricSize.describe('number n of qubits'),
  coupling: z.number().min(0).default(1).describe('λ ≥ 0 in −(λ/n) Σ_{i<j} (X_iX_j + γY_iY_j) − h Σ Z_i'),
  anisotropy: z.number().min(-1).max(1).default(0).describe('γ, from −1 to 1'),
  field: z.number().default(1).describe('h; for large n the model is critical at h = λ'),
  parity: z
    .enum(['even', 'odd'])
    .optional()
    .describe('the lowest state with even or odd numbers of ones; default the lowest of all'),
});

/** The model, all optional. */
export interface LipkinOptions {
  readonly coupling?: number | undefined;
  readonly anisotropy?: number | undefined;
  readonly field?: number | undefined;
  readonly parity?: 'even' | 'odd' | undefined;
}

/**
 * Ground state of the Lipkin–Meshkov–Glick model,
 *
 *     H = −(λ/n) Σ_{i<j} (X_iX_j + γY_iY_j) − h Σ_i Z_i,
 *
 * by diagonalisation among symmetric states: for λ ≥ 0, |γ| ≤ 1 no off-diagonal entry of H is positive, so that the lowest state of
 * each parity has amplitudes of one sign, and is symmetric.
 *
 * @param qubits - n, at most 512
 * @throws {DomainError} the number of qubits, λ or γ is out of range, or h not finite
 *
 * @see Lipkin, Meshkov & Glick, Nucl. Phys. 62, 188 (1965); Dusuel & Vidal, Phys. Rev. Lett. 93, 237204 (2004)
 */
export function lipkin(
  qubits: number,
  { coupling = 1, anisotropy = 0, field = 1, parity }: LipkinOptions = {},
): SymmetricState {
  checkSize('lipkin', qubits, SYMMETRIC_LIMIT, 1, (n) => n + 1);
  if (!(coupling >= 0 && coupling < Infinity && Math.abs(anisotropy) <= 1 && Number.isFinite(field))) {
    throw new DomainError(
      `lipkin: coupling ≥ 0, anisotropy from −1 to 1 and a finite field required, got ${coupling}, ${anisotropy}, ${field}`,
    );
  }
  const parities = parity === undefined ? [0, 1] : [parity === 'even' ? 0 : 1];
  const lowest = parities.map((first) => lowestOf(qubits, first, { coupling, anisotropy, field }));
  const [best] = lowest.toSorted((a, b) => a.energy - b.energy);
  return oneBlock(`lipkin(${qubits}, h = ${field})`, best!.components);
}

/** The lowest state with numbers of ones k = first, first + 2, … */
function lowestOf(
  n: number,
  first: number,
  { coupling, anisotropy, field }: Readonly<Record<'coupling' | 'anisotropy' | 'field', number>>,
): { readonly energy: number; readonly components: readonly Complex[] } {
  const size = Math.floor((n - first) / 2) + 1;
  const data = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const k = first + 2 * j;
    data[j * size + j] = -((coupling * (1 + anisotropy)) / n) * k * (n - k) - field * (n - 2 * k);
    if (j + 1 === size) break;
    const flip = ((-coupling * (1 - anisotropy)) / (2 * n)) * pairElement(n, k);
    data[j * size + j + 1] = flip;
    data[(j + 1) * size + j] = flip;
  }
  const { values, vectors } = symmetricEigen({ rows: size, cols: size, data });
  const lowest = vectors.data.subarray(0, size);
  const sign = lowest.reduce((sum, x) => sum + x, 0) < 0 ? -1 : 1;
  const components = Array.from({ length: n + 1 }, (_, k): Complex => {
    const j = (k - first) / 2;
    return [Number.isInteger(j) && j >= 0 ? sign * lowest[j]! : 0, 0];
  });
  return { energy: values[0]!, components };
}
