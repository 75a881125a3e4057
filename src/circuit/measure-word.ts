/** @file Measuring a Pauli word: both outcomes, with their probabilities and the states that they leave. */

import { ShapeError } from '../errors.ts';
import { type ComplexVector, zeroVector } from '../linalg/complex.ts';
import { addScaled, normalised, normSquared } from '../linalg/vector.ts';
import { checkWord, type PauliWord } from '../operator/pauli.ts';
import { applyPauliSum } from '../operator/pauli-sum.ts';

/** One outcome of a measurement. */
export interface Outcome {
  /** The eigenvalue ±1 of the word that was found. */
  readonly value: 1 | -1;
  readonly probability: number;
  /** The state afterwards, of norm 1; the zero vector if the outcome is impossible. */
  readonly state: ComplexVector;
}

/** An outcome of lower probability is rounding. */
const IMPOSSIBLE = 1e-14;

/**
 * The outcomes +1 and −1 of measuring a Pauli word P on ψ,
 *
 *     ψ± = (1 ± P)ψ / 2,    p± = ‖ψ±‖²    (Lüders).
 *
 * Z on one qubit is the computational basis, X the basis |0⟩ ± |1⟩; XX and ZZ together are the Bell measurement.
 *
 * @param psi - shape (2ⁿ,), norm 1
 * @throws {ShapeError | DomainError} the word does not fit the state
 */
export function measureWord(psi: ComplexVector, word: PauliWord): readonly [Outcome, Outcome] {
  const qubits = Math.log2(psi.length);
  if (!Number.isInteger(qubits)) throw new ShapeError(`measureWord: 2ⁿ amplitudes required, got ${psi.length}`);
  checkWord(word, qubits);
  const turned = applyPauliSum({ qubits, terms: [{ word, coefficient: 1 }] }, psi);
  const outcome = (value: 1 | -1): Outcome => {
    const sum = addScaled(psi, [value, 0], turned);
    const probability = normSquared(sum) / 4;
    const possible = probability > IMPOSSIBLE;
    return { value, probability, state: possible ? normalised(sum) : zeroVector(psi.length) };
  };
  return [outcome(1), outcome(-1)];
}
