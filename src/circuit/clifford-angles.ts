/**
 * @file What angles of π and π/2 permit: Pauli words pass every gate, quarter turns conjugate the words between them.
 */

import { commute, multiplyWords, type PauliWord } from '../operator/pauli.ts';
import type { Radians } from '../units.ts';
import type { Rotation } from './circuit.ts';

/** A rotation at a known angle, in the course of a simplification. */
export interface OwnedGate {
  readonly rotation: Rotation;
  readonly value: Radians;
  /** Parameter shared with other gates, or −1 for a gate whose angle and word may be changed. */
  readonly shared: number;
}

/** The cost of a word, as a factor of the angle's modulus; Infinity where it must not occur. */
export type WordCost = (word: PauliWord) => number;

/** The angle in (−π, π]: R_P(a + 2π) = −R_P(a). */
export const principalAngle = (angle: Radians): Radians => angle - 2 * Math.PI * Math.ceil(angle / (2 * Math.PI) - 0.5);

const isOwn = ({ shared }: OwnedGate): boolean => shared < 0;
const wordOf = ({ rotation }: OwnedGate): PauliWord => rotation.word;
const isHalfTurn = ({ value }: OwnedGate, tolerance: Radians): boolean =>
  Math.abs(Math.abs(value) - Math.PI) <= tolerance;
const turned = (gate: OwnedGate, word: PauliWord, value: Radians): OwnedGate => ({
  ...gate,
  rotation: { ...gate.rotation, word },
  value: principalAngle(value),
});

/**
 * The gates with one rotation by π removed. Such a rotation is a Pauli word P, up to its phase, and passes a gate by
 * flipping the sign of its angle if the words do not commute: PR_Q(a) = R_Q(±a)P. So it joins another rotation about P
 * anywhere in the circuit, or the rotation by π about another word whose product with it costs no more than both.
 *
 * @returns `undefined` if no rotation by π can be removed
 */
export function withoutHalfTurn(
  gates: readonly OwnedGate[],
  cost: WordCost,
  tolerance: Radians,
): readonly OwnedGate[] | undefined {
  for (const [from, gate] of gates.entries()) {
    if (!isOwn(gate) || !isHalfTurn(gate, tolerance)) continue;
    for (const [to, other] of gates.entries()) {
      if (to === from || !isOwn(other) || !canPass(gates, from, to)) continue;
      const [P, Q] = [wordOf(gate), wordOf(other)];
      const joined = P === Q ? turned(other, P, other.value + Math.PI) : productOf(gate, other, cost, tolerance);
      if (joined === undefined) continue;
      const moved = passed(gates, from, to);
      moved[to] = joined;
      return moved.toSpliced(from, 1);
    }
  }
  return undefined;
}

/** PQ for two Pauli words, as a rotation by π. */
function productOf(gate: OwnedGate, other: OwnedGate, cost: WordCost, tolerance: Radians): OwnedGate | undefined {
  const [P, Q] = [wordOf(gate), wordOf(other)];
  const { word } = multiplyWords(P, Q);
  return isHalfTurn(other, tolerance) && cost(word) <= cost(P) + cost(Q) ? turned(other, word, Math.PI) : undefined;
}

/**
 * Whether the word of a gate can be moved to another place without a change of an angle that others share, or to the
 * very front (to = −1).
 */
export function canPass(gates: readonly OwnedGate[], from: number, to: number): boolean {
  const word = wordOf(gates[from]!);
  return between(gates, from, to).every((gate) => isOwn(gate) || commute(wordOf(gate), word));
}

/** The gates with the signs that the word of one of them leaves on its way to another place. */
export function passed(gates: readonly OwnedGate[], from: number, to: number): OwnedGate[] {
  const word = wordOf(gates[from]!);
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  return gates.map((gate, k) => {
    const flips = k > low && k < high && !commute(wordOf(gate), word);
    return flips ? turned(gate, wordOf(gate), -gate.value) : gate;
  });
}

const between = (gates: readonly OwnedGate[], from: number, to: number): readonly OwnedGate[] =>
  gates.slice(Math.min(from, to) + 1, Math.max(from, to));

/**
 * The gates with a pair of quarter turns about one word Q removed. The gates between them are conjugated: with
 * β = ±π/2,
 *
 *     R_Q(β) R_P(a) R_Q(−β) = R_W(±a),   W ∼ PQ, for P that does not commute with Q.
 *
 * Of two turns in the same sense a half turn R_Q(2β) remains in place of the first.
 *
 * @returns `undefined` if there is no pair, or if removing any of them would raise the cost
 */
export function withoutQuarterTurns(
  gates: readonly OwnedGate[],
  cost: WordCost,
  tolerance: Radians,
): readonly OwnedGate[] | undefined {
  const quarter = (gate: OwnedGate): boolean =>
    isOwn(gate) && Math.abs(Math.abs(gate.value) - Math.PI / 2) <= tolerance;
  for (const [first, gate] of gates.entries()) {
    if (!quarter(gate)) continue;
    for (let last = first + 1; last < gates.length; last++) {
      const other = gates[last]!;
      if (wordOf(other) !== wordOf(gate) || !quarter(other) || !canPass(gates, first, last)) continue;
      const inner = between(gates, first, last).map((one) => carried(one, wordOf(gate), other.value > 0));
      const rest = gate.value > 0 === other.value > 0 ? [turned(gate, wordOf(gate), Math.PI)] : [];
      const before = gates.slice(first, last + 1);
      if (priceOf([...rest, ...inner], cost) > priceOf(before, cost) + 1e-12) continue;
      return gates.toSpliced(first, last - first + 1, ...rest, ...inner);
    }
  }
  return undefined;
}

const priceOf = (gates: readonly OwnedGate[], cost: WordCost): number =>
  gates.reduce((sum, gate) => sum + cost(wordOf(gate)) * Math.abs(gate.value), 0);

/** R_Q(β) R_P(a) R_Q(−β): e^{−iβQ/2} P e^{iβQ/2} = iPQ sin β. */
function carried(gate: OwnedGate, Q: PauliWord, positive: boolean): OwnedGate {
  const P = wordOf(gate);
  if (commute(P, Q)) return gate;
  const { word, quarterTurns } = multiplyWords(P, Q); // PQ = ±i·word
  const sign = (quarterTurns === 1 ? -1 : 1) * (positive ? 1 : -1);
  return turned(gate, word, sign * gate.value);
}
