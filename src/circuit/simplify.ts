/** @file Fewer gates, same state: merging rotations and removing those that do nothing. */

import type { NetworkPoint } from '../network-point.ts';
import { commute } from '../operator/pauli.ts';
import type { Radians } from '../units.ts';
import { angleAt, type Circuit, type Rotation } from './circuit.ts';
import {
  canPass,
  type OwnedGate,
  passed,
  principalAngle,
  type WordCost,
  withoutHalfTurn,
  withoutQuarterTurns,
} from './clifford-angles.ts';

/**
 * Simplifies a circuit at θ without changing its state (up to phase) by more than `tolerance` allows:
 *
 * 1. a rotation is merged into an earlier one about the same word if it commutes with everything between;
 * 2. angles are brought into (−π, π], and a rotation by an angle within `tolerance` of 0 is removed, as R_P(2π) = −1;
 * 3. a rotation about a word of I and Z that can be moved to the front is removed if the reference is |0…0⟩;
 * 4. a rotation by π is a Pauli word, which passes every gate: it joins another rotation about its word, or another
 *    Pauli word, or is removed at the front as in 3;
 * 5. a pair of rotations by π/2 about one word is removed, and the words between them are conjugated by it.
 *
 * Gates that share a parameter are kept together: they are removed only all at once, and never merged or conjugated.
 *
 * @param tolerance - greatest angle that is dropped, radians; default 1e-12
 * @param cost - what a word costs per angle, √w: the words that rules 4 and 5 bring about cost no more than those they
 *   replace; default 1 for every word
 * @returns the circuit with its parameters numbered anew, and their values
 *
 * Cost O(gates²) comparisons of words for each gate that is removed.
 */
export function simplified(
  { network: circuit, theta }: NetworkPoint<Circuit>,
  tolerance: Radians = 1e-12,
  cost: WordCost = () => 1,
): NetworkPoint<Circuit> {
  let gates = owned(circuit, theta);
  for (;;) {
    const merely = withoutIdle(merged(gates), circuit, tolerance);
    const fewer =
      merely.length < gates.length
        ? merely
        : (withoutFrontWord(gates, circuit, tolerance) ??
          withoutHalfTurn(gates, cost, tolerance) ??
          withoutQuarterTurns(gates, cost, tolerance));
    if (fewer === undefined) return renumbered(circuit, gates);
    gates = fewer;
  }
}

function owned(circuit: Circuit, theta: Float64Array): readonly OwnedGate[] {
  const uses = new Map<number, number>();
  for (const { angle } of circuit.gates) {
    if (typeof angle !== 'number') uses.set(angle.parameter, (uses.get(angle.parameter) ?? 0) + 1);
  }
  return circuit.gates.map((rotation) => {
    const { angle } = rotation;
    const alone = typeof angle !== 'number' && uses.get(angle.parameter) === 1 && (angle.scale ?? 1) === 1;
    const shared = typeof angle === 'number' || alone ? -1 : angle.parameter;
    const value = angleAt(angle, theta);
    return { rotation, value: shared < 0 ? principalAngle(value) : value, shared };
  });
}

const isConstant = ({ rotation }: OwnedGate): boolean => typeof rotation.angle === 'number';

function merged(gates: readonly OwnedGate[]): readonly OwnedGate[] {
  const kept: OwnedGate[] = [];
  for (const gate of gates) {
    let at = kept.length - 1;
    const { word } = gate.rotation;
    while (at >= 0 && kept[at]!.rotation.word !== word && commute(kept[at]!.rotation.word, word)) at--;
    const earlier = kept[at];
    const mergeable = earlier?.rotation.word === word && earlier.shared < 0 && gate.shared < 0;
    if (!mergeable) kept.push(gate);
    else kept[at] = { ...(isConstant(earlier) ? gate : earlier), value: principalAngle(earlier.value + gate.value) };
  }
  return kept;
}

function withoutIdle(gates: readonly OwnedGate[], circuit: Circuit, tolerance: Radians): readonly OwnedGate[] {
  const small = (angle: Radians): boolean =>
    Math.abs(angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI))) <= tolerance;
  const large = new Set(gates.filter(({ value }) => !small(value)).map(({ shared }) => shared));
  return gates.filter(({ rotation, value, shared }, g) => {
    if (shared >= 0) return large.has(shared);
    const phaseOnly =
      circuit.reference === undefined &&
      /^[IZ]*$/.test(rotation.word) &&
      gates.slice(0, g).every((earlier) => commute(earlier.rotation.word, rotation.word));
    return !small(value) && !phaseOnly;
  });
}

/**
 * The gates with a rotation by π about a word of I and Z moved to the front and dropped, where the reference is |0…0⟩.
 */
function withoutFrontWord(
  gates: readonly OwnedGate[],
  { reference }: Circuit,
  tolerance: Radians,
): readonly OwnedGate[] | undefined {
  if (reference !== undefined) return undefined;
  const at = gates.findIndex(
    ({ rotation, value, shared }, g) =>
      shared < 0 &&
      /^[IZ]*$/.test(rotation.word) &&
      Math.abs(Math.abs(value) - Math.PI) <= tolerance &&
      canPass(gates, g, -1),
  );
  return at < 0 ? undefined : passed(gates, at, -1).toSpliced(at, 1);
}

function renumbered(circuit: Circuit, gates: readonly OwnedGate[]): NetworkPoint<Circuit> {
  const theta: number[] = [];
  const numbers = new Map<number, number>();
  const rotations = gates.map(({ rotation: { word, angle }, value, shared }): Rotation => {
    if (typeof angle === 'number') return { word, angle: value };
    const known = shared >= 0 ? numbers.get(shared) : undefined;
    const parameter = known ?? theta.push(value / (angle.scale ?? 1)) - 1;
    numbers.set(shared, parameter);
    return { word, angle: { ...angle, parameter } };
  });
  const simpler = { ...circuit, gates: rotations, parameters: theta.length };
  return { network: simpler, theta: Float64Array.from(theta) };
}
