/** @file A circuit read as turns of Majorana operators: what it does to a covariance, without amplitudes. */

import { gaussianVacuum } from '../gaussian/gaussian-state.ts';
import { type StringLetter, turnedWord } from '../gaussian/jordan-wigner.ts';
import { majoranaMonomial } from '../gaussian/order-correlator.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import type { BlochPoint, Circuit, Reference } from './circuit.ts';
import { flipSigns, turnBoth } from './majorana-turn.ts';

/** A gate about two Majorana operators, which turns a towards b by sign·angle; or one that only changes signs. */
type FermionGate =
  | { readonly kind: 'turn'; readonly a: number; readonly b: number; readonly sign: 1 | -1 }
  | { readonly kind: 'flip'; readonly indices: readonly number[] };

/** A circuit of free fermions. */
export interface FreeFermionProgram {
  readonly qubits: number;
  /** Which qubits of the reference are in the other eigenstate of the letter of the strings, S = −1. */
  readonly occupied: readonly boolean[];
  /** One for each gate of the circuit. */
  readonly gates: readonly FermionGate[];
}

/** Deviation from a basis state, and of an angle from a multiple of π, that counts as rounding. */
const TOLERANCE = 1e-9;

/**
 * A circuit as turns of Majorana operators, from a basis state: gates about words that are two Majorana operators, at
 * any angle or parameter, and gates about any other word by a constant multiple of π.
 *
 * @param string - the letter of the strings; default 'Z'
 * @returns for another circuit, what is required, in words
 */
export function freeFermionProgram(
  { qubits, reference, gates }: Circuit,
  string: StringLetter = 'Z',
): FreeFermionProgram | string {
  const occupied = basisState(qubits, reference, string);
  if (occupied === null) return `a reference that is a basis state of ${string} required`;
  const read: FermionGate[] = [];
  for (const { word, angle } of gates) {
    const { indices, quarterTurns } = majoranaMonomial(turnedWord(word, string, -1));
    if (indices.length === 2) {
      // The word is ±i γ_a γ_b: i^quarterTurns·word = γ_a γ_b.
      const sign = ((quarterTurns % 4) + 4) % 4 === 3 ? 1 : -1;
      read.push({ kind: 'turn', a: indices[0]!, b: indices[1]!, sign });
      continue;
    }
    const halfTurns = typeof angle === 'number' ? Math.round(angle / Math.PI) : NaN;
    if (indices.length > 0 && !(Math.abs((angle as number) - halfTurns * Math.PI) <= TOLERANCE)) {
      const by = typeof angle === 'number' ? angle : 'a parameter';
      return `two Majorana operators or angles kπ required, got ${word} by ${by}`;
    }
    read.push({ kind: 'flip', indices: halfTurns % 2 === 0 ? [] : indices });
  }
  return { qubits, occupied, gates: read };
}

/** The letter of the strings by which a circuit is one of free fermions, Z before X before Y; null if there is none. */
export function stringOf(circuit: Circuit): StringLetter | null {
  const letters = ['Z', 'X', 'Y'] as const;
  return letters.find((letter) => typeof freeFermionProgram(circuit, letter) !== 'string') ?? null;
}

/**
 * Γ of the state that a program makes, shape (2n, 2n).
 *
 * @param angles - of the circuit's gates, see `anglesAt`
 * @param visit - called before the first gate and after each, with Γ as it is then
 *
 * O(n) for each gate.
 */
export function programCovariance(
  { occupied, gates }: FreeFermionProgram,
  angles: Float64Array,
  visit?: (gate: number, gamma: Float64Array) => void,
): RealMatrix {
  const { rows, cols, data } = basisCovariance(occupied);
  visit?.(-1, data);
  gates.forEach((gate, g) => {
    if (gate.kind === 'flip') flipSigns(data, rows, gate.indices);
    else turnBoth(data, rows, { a: gate.a, b: gate.b, angle: gate.sign * angles[g]! });
    visit?.(g, data);
  });
  return { rows, cols, data };
}

/** Γ of the state with these modes occupied, the others empty. */
export function basisCovariance(occupied: readonly boolean[]): RealMatrix {
  const { rows, cols, data } = gaussianVacuum('fermion', occupied.length).covariance;
  occupied.forEach((isOccupied, j) => {
    if (!isOccupied) return;
    data[2 * j * rows + 2 * j + 1] = 1;
    data[(2 * j + 1) * rows + 2 * j] = -1;
  });
  return { rows, cols, data };
}

/** A circuit of fermions with strings of Z, from a basis state, as one with other strings, from the same modes. */
export function withStrings(circuit: Circuit, string: StringLetter): Circuit {
  const { qubits, gates, reference } = circuit;
  if (string === 'Z') return circuit;
  return {
    ...circuit,
    gates: gates.map(({ word, angle }) => ({ word: turnedWord(word, string, 1), angle })),
    reference: basisReference(basisState(qubits, reference, 'Z') ?? [], string),
  };
}

/** The basis state with these modes occupied: S = −1 there, S = +1 elsewhere. */
export function basisReference(occupied: readonly boolean[], string: StringLetter = 'Z'): readonly BlochPoint[] {
  if (string === 'Z') return occupied.map((isOccupied) => ({ polar: isOccupied ? Math.PI : 0, azimuth: 0 }));
  const azimuth = string === 'X' ? 0 : Math.PI / 2;
  return occupied.map((isOccupied) => ({ polar: Math.PI / 2, azimuth: isOccupied ? azimuth + Math.PI : azimuth }));
}

/** Which qubits of the reference have S = −1; null if it is no product of eigenstates of S. */
function basisState(qubits: number, reference: Reference | undefined, string: StringLetter): readonly boolean[] | null {
  const points = reference ?? new Array<BlochPoint>(qubits).fill({ polar: 0, azimuth: 0 });
  if ('spectrum' in points) return null;
  const means = points.map(({ polar, azimuth }) => {
    if (string === 'Z') return Math.cos(polar);
    return Math.sin(polar) * (string === 'X' ? Math.cos(azimuth) : Math.sin(azimuth));
  });
  return means.every((mean) => Math.abs(mean) >= 1 - TOLERANCE) ? means.map((mean) => mean < 0) : null;
}
