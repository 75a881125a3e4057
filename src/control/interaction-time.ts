/** @file How long two qubits must interact to make a gate, if one-qubit gates take no time. */

import { weylCoordinates } from '../complexity/kak.ts';
import { ShapeError } from '../errors.ts';
import { type ComplexMatrix, complexMatrix } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';

/**
 * The least time in which a two-qubit Hamiltonian, interrupted by arbitrarily fast one-qubit gates, makes a unitary up to its
 * global phase. With one-qubit gates H₀ becomes Σ a_k σ_kσ_k, a₁ ≥ a₂ ≥ |a₃|, and V becomes exp(−iΣ c_k σ_kσ_k); it is
 *
 *     T = min over c and (π/2 − c₁, c₂, −c₃) of max { c₁/a₁, (c₁ + c₂ − c₃)/(a₁ + a₂ − a₃), (c₁ + c₂ + c₃)/(a₁ + a₂ + a₃) }.
 *
 * For H₀ = (πJ/2)ZZ: 1/(2J) for CNOT, 1/J for iSWAP, 3/(2J) for SWAP. One-qubit terms of H₀ do not matter.
 *
 * @param drift - H₀ on two qubits
 * @param unitary - V, shape (4, 4)
 * @returns Infinity if H₀ does not couple the qubits and V is not local
 * @throws {ShapeError | DomainError} H₀ is not on two qubits, or V is no 4 × 4 unitary
 *
 * @see Khaneja, Brockett & Glaser, Phys. Rev. A 63, 032308 (2001), for H₀ = ZZ
 * @see Vidal, Hammerer & Cirac, Phys. Rev. Lett. 88, 237902 (2002)
 */
export function interactionTime(drift: PauliSum, unitary: ComplexMatrix): number {
  if (drift.qubits !== 2) throw new ShapeError(`interactionTime: two qubits required, got ${drift.qubits}`);
  const [x, y, z] = weylCoordinates(unitary);
  const a = interactionContent(drift);
  return Math.min(timeTo([x, y, z], a), timeTo([Math.PI / 2 - x, y, -z], a));
}

type Triple = readonly [number, number, number];

/** Coordinates below this are rounding. */
const ROUNDING = 1e-12;

function timeTo([c1, c2, c3]: Triple, [a1, a2, a3]: Triple): number {
  const demands = [
    [c1, a1],
    [c1 + c2 - c3, a1 + a2 - a3],
    [c1 + c2 + c3, a1 + a2 + a3],
  ] as const;
  return Math.max(...demands.map(([c, a]) => (c < ROUNDING ? 0 : c / a)));
}

/** The singular values a₁ ≥ a₂ ≥ |a₃| of the coefficients of XX, XY, …, ZZ, the last with the sign of their determinant. */
function interactionContent({ terms }: PauliSum): Triple {
  const at = (x: string, y: string): number =>
    terms.reduce((sum, { word, coefficient }) => sum + (word === x + y ? coefficient : 0), 0);
  const row = (x: string): Triple => [at(x, 'X'), at(x, 'Y'), at(x, 'Z')];
  const C = [row('X'), row('Y'), row('Z')] as const;
  const gram = C.map((r) => C.map((s) => r[0] * s[0] + r[1] * s[1] + r[2] * s[2]));
  const [, middle, greatest] = [...hermitianEigenvalues(complexMatrix(gram))].sort((p, q) => p - q);
  const [a1, a2] = [Math.sqrt(Math.max(0, greatest!)), Math.sqrt(Math.max(0, middle!))];
  const [[a, b, c], [d, e, f], [g, h, i]] = C;
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  return [a1, a2, a1 * a2 > ROUNDING ? determinant / (a1 * a2) : 0];
}
