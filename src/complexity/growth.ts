/** @file How a circuit is to grow: which further rotation lowers the infidelity most for its cost. */

import type { Circuit, Rotation } from '../circuit/circuit.ts';
import { DomainError } from '../errors.ts';
import { infidelity } from '../generative/infidelity.ts';
import type { TargetState } from '../generative/target-state.ts';
import type { PauliWord } from '../operator/pauli.ts';
import type { Controls } from './controls.ts';

/** A rotation that might be inserted into a circuit, at angle 0. */
export interface Insertion {
  readonly word: PauliWord;
  /** Number of gates of the circuit that act before it. */
  readonly position: number;
  /** ∂(infidelity)/∂a at a = 0, per radian. */
  readonly gradient: number;
  /** |gradient| / √w, the fall of the infidelity per length (up to the factor 2 of R_P(a) = exp(−iaP/2)). */
  readonly perCost: number;
}

/**
 * Every control word at every given position, with the slope of the infidelity along it. With ψ the state, λ the
 * cotangent of the infidelity there and V the gates that follow,
 *
 *     ∂/∂a = ½ Im⟨V†λ|P V†ψ⟩,
 *
 * for all words in one pass: the derivatives with respect to the angles of a circuit into which all of them are inserted
 * at angle 0.
 *
 * @param positions - ascending; from 0, before the first gate, to the number of gates
 * @returns in the order of positions, then of the controls
 * @throws {DomainError} a position outside the circuit
 * @throws {ShapeError} the target has other sites than the circuit
 *
 * Cost O((gates + positions · words) · 2ⁿ).
 *
 * @see Grimsley, Economou, Barnes & Mayhall, Nat. Commun. 10, 3007 (2019): the operator of largest gradient is added
 */
export function insertions(
  circuit: Circuit,
  theta: Float64Array,
  target: TargetState,
  { words, weights }: Controls,
  positions: readonly number[],
): readonly Insertion[] {
  const wrong = positions.find((position) => !(position >= 0 && position <= circuit.gates.length));
  if (wrong !== undefined) {
    throw new DomainError(`insertions: positions from 0 to ${circuit.gates.length} required, got ${wrong}`);
  }
  const places = positions.flatMap((position) =>
    words.map((word, k) => ({ word, position, cost: weights[k]! ** 0.5 })),
  );
  const gates: Rotation[] = [];
  let before = 0;
  places.forEach(({ word, position }, k) => {
    gates.push(...circuit.gates.slice(before, position), { word, angle: { parameter: circuit.parameters + k } });
    before = position;
  });
  gates.push(...circuit.gates.slice(before));
  const crowded: Circuit = { ...circuit, gates, parameters: circuit.parameters + places.length };
  const angles = new Float64Array(crowded.parameters);
  angles.set(theta);
  const slopes = infidelity(crowded, target)(angles).gradient.subarray(circuit.parameters);
  return places.map(({ word, position, cost }, k) => {
    return { word, position, gradient: slopes[k]!, perCost: Math.abs(slopes[k]!) / cost };
  });
}

/** The circuit with a further rotation, whose angle is a new last parameter; the others keep their numbers. */
export function withInsertion(circuit: Circuit, { word, position }: Pick<Insertion, 'word' | 'position'>): Circuit {
  const gate: Rotation = { word, angle: { parameter: circuit.parameters } };
  return { ...circuit, gates: circuit.gates.toSpliced(position, 0, gate), parameters: circuit.parameters + 1 };
}

/**
 * The infidelity with each control word applied at the end of the circuit, a rotation by π. Along a rotation the
 * fidelity with a pure state is a + b cos + c sin, so that where the slope c vanishes no angle is better than 0 or π.
 *
 * @returns shape (words,)
 *
 * Cost O(words · gates · 2ⁿ).
 */
export function halfTurnInfidelities(
  circuit: Circuit,
  theta: Float64Array,
  target: TargetState,
  { words }: Pick<Controls, 'words'>,
): Float64Array {
  return Float64Array.from(words, (word) => {
    const gates = [...circuit.gates, { word, angle: Math.PI }];
    return infidelity({ ...circuit, gates }, target)(theta).value;
  });
}
