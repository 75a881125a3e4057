/** @file Powers of gates, whole and fractional. */

import { parity } from '../../engine/bits.ts';
import { DomainError } from '../../errors.ts';
import { type ComplexMatrix, identityMatrix } from '../../linalg/complex.ts';
import { multiply } from '../../linalg/matrix.ts';
import { normalEigen } from '../../linalg/normal-eigen.ts';
import { multiplyWords, type PauliWord, place, support } from '../../operator/pauli.ts';
import type { Radians } from '../../units.ts';
import type { Circuit } from '../circuit.ts';
import { globalPhase } from '../global-phase.ts';
import { runCircuit } from '../run-circuit.ts';
import { unitaryRotations } from '../unitary-circuit.ts';
import { constantOf, times } from './affine.ts';
import {
  actionOf,
  checkCount,
  doCommute,
  type GateAction,
  IDLE,
  inverse,
  isFixed,
  sequence,
  type Turn,
} from './gate-action.ts';

/** Eigenphases this close to −π are taken for π, from which rounding moved them. */
const ROUNDING = 1e-9;
/** Largest power: angles keep ten digits. */
const LARGEST = 2 ** 20;
/** Rotations by less are left out. */
const NEGLIGIBLE = 1e-15;
/** Most rotations of a gate that are compared with one another. */
const MOST_COMPARED = 64;
/** Most independent words of a fractional power of commuting rotations, and most qubits of one of others. */
const [MOST_GENERATORS, MOST_QUBITS] = [8, 4];

/**
 * U^k. For an integer |k| repetitions of U or its inverse, or multiples of the angles where the rotations commute; else
 * the principal power,
 *
 *     U = Σ_j e^{iλ_j} |j⟩⟨j|, −π < λ_j ≤ π   ↦   Σ_j e^{ikλ_j} |j⟩⟨j|,
 *
 * so that pow(1/2) of X, of SWAP and of controlled gates are their usual roots.
 *
 * @throws {DomainError} more than 2¹⁹ rotations; a fractional power of a gate with free parameters, or on too many qubits
 */
export function power(action: GateAction, exponent: number): GateAction {
  if (Number.isInteger(exponent)) return wholePower(action, exponent);
  if (!isFixed(action)) {
    throw new DomainError('OpenQASM: a whole power, or a gate without parameters, required, got a fractional power');
  }
  const qubits = [...new Set(action.turns.flatMap((turn) => turn.qubits))];
  return isCommuting(action) ? commutingPower(action, exponent, qubits) : densePower(action, exponent, qubits);
}

/** Whether all rotations commute; false without looking if there are many. */
const isCommuting = ({ turns }: GateAction): boolean =>
  turns.length <= MOST_COMPARED && turns.every((turn) => turns.every((other) => doCommute(turn, other)));

/** @throws {DomainError} more than a fractional power may have */
function checkPower(count: number, most: number, what: string): void {
  if (count <= most) return;
  throw new DomainError(`OpenQASM: a fractional power of a gate on at most ${most} ${what} required, got ${count}`);
}

function wholePower(action: GateAction, exponent: number): GateAction {
  const { turns, phase } = action;
  if (exponent === 1) return action;
  if (Math.abs(exponent) > LARGEST) {
    throw new DomainError(`OpenQASM: a power of at most ${LARGEST} required, got ${exponent}`);
  }
  if (isCommuting(action)) {
    const scaled = turns.map((turn) => ({ ...turn, angle: times(turn.angle, exponent) }));
    return exponent === 0 ? IDLE : { turns: scaled, phase: times(phase, exponent) };
  }
  checkCount(Math.abs(exponent) * turns.length);
  const once = exponent < 0 ? inverse(action) : action;
  return sequence(new Array<GateAction>(Math.abs(exponent)).fill(once));
}

/** The phase in (−π, π]. */
function principal(phase: Radians): Radians {
  const turned = phase - 2 * Math.PI * Math.round(phase / (2 * Math.PI));
  return turned < ROUNDING - Math.PI ? turned + 2 * Math.PI : turned;
}

/** A word of the group that words generate: sign · Π of the generators whose bits are in the mask. */
interface GroupElement {
  readonly mask: number;
  readonly sign: number;
}

/**
 * Of commuting words: they generate a group, each of whose words is ±1 where the generators are, so that the eigenphases
 * are a function of their signs, and their multiples the Walsh transform of rotations about the words of the group.
 */
function commutingPower({ turns, phase }: GateAction, exponent: number, qubits: readonly number[]): GateAction {
  const n = qubits.length;
  const words = turns.map((turn) => wordOn(turn, qubits));
  const group = new Map<PauliWord, GroupElement>([[place(n, {}), { mask: 0, sign: 1 }]]);
  let generators = 0;
  for (const word of words) {
    if (group.has(word)) continue;
    const bit = 1 << generators++;
    checkPower(generators, MOST_GENERATORS, 'independent words');
    for (const [other, { mask, sign }] of [...group]) {
      const { word: product, quarterTurns } = multiplyWords(other, word);
      group.set(product, { mask: mask | bit, sign: quarterTurns === 0 ? sign : -sign });
    }
  }
  const powers = Array.from({ length: group.size }, (_, signs) => {
    const terms = turns.map(({ angle }, t) => {
      const { mask, sign } = group.get(words[t]!)!;
      return ((parity(mask & signs) === 1 ? sign : -sign) * angle.constant) / 2;
    });
    return exponent * principal(terms.reduce((sum, term) => sum + term, phase.constant));
  });
  const mean = (mask: number): number =>
    powers.reduce((sum, value, signs) => sum + (parity(mask & signs) === 1 ? -value : value), 0) / powers.length;
  const rotations = [...group].slice(1).map(([word, { mask, sign }]) => {
    const angle = -2 * sign * mean(mask);
    return [word, Math.abs(angle) < NEGLIGIBLE ? 0 : angle] as const;
  });
  return actionOf(qubits, rotations, mean(0));
}

const wordOn = ({ qubits: on, letters }: Turn, qubits: readonly number[]): PauliWord =>
  place(qubits.length, Object.fromEntries(on.map((qubit, k) => [qubits.indexOf(qubit), letters[k]!])));

/** By the spectrum of the gate's matrix. */
function densePower({ turns, phase }: GateAction, exponent: number, qubits: readonly number[]): GateAction {
  const n = qubits.length;
  checkPower(n, MOST_QUBITS, 'qubits');
  const rotations = turns.map((turn) => ({ word: wordOn(turn, qubits), angle: turn.angle.constant }));
  const circuit: Circuit = { kind: 'circuit', qubits: n, parameters: 0, gates: rotations };
  const none = new Float64Array(0);
  const size = 2 ** n;
  const identity = { length: size * size, interleaved: identityMatrix(size).interleaved };
  const performed = runCircuit(circuit, none, identity);
  const matrix: ComplexMatrix = { rows: size, cols: size, interleaved: performed.interleaved };
  const { phases, vectors } = normalEigen(matrix);
  const powers = phases.map((value) => exponent * principal(value + phase.constant));
  const scaled = vectors.interleaved.map((x, at, all) => {
    const value = powers[(at >> 1) % size]!;
    const other = all[at ^ 1]! * (at % 2 === 0 ? -1 : 1);
    return x * Math.cos(value) + other * Math.sin(value);
  });
  const unitary = multiply({ ...vectors, interleaved: scaled }, vectors, { adjointB: true });
  const gates = unitaryRotations(
    unitary,
    qubits.map((_, k) => k),
    n,
  );
  const rest = globalPhase({ ...circuit, gates }, none, unitary);
  return {
    turns: gates.map(({ word, angle }) => ({
      qubits: support(word).map((q) => qubits[q]!),
      letters: word.replaceAll('I', ''),
      angle: constantOf(angle as number),
    })),
    phase: constantOf(rest),
  };
}
