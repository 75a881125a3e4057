/** @file Circuits from other programs: OpenQASM 2 and 3. */

import { DomainError } from '../../errors.ts';
import type { Noted } from '../../noted.ts';
import { place } from '../../operator/pauli.ts';
import { printable } from '../../printable.ts';
import type { Angle, Circuit, Rotation } from '../circuit.ts';
import { anglesOf, constantOf } from './affine.ts';
import { type Elaboration, elaborate, type ProgramParameter } from './elaborate.ts';
import { type ParsedProgram, parseProgram } from './parse-program.ts';
import { isExhausted, programScope } from './scope.ts';
import type { Statement } from './syntax.ts';
import { type Mistake, MOST_MISTAKES, mistakeOf } from './token.ts';

/** How a program is read. */
export interface OpenQasmReading {
  /** What errors call the program, before line and column; default 'readOpenQasm'. */
  readonly name?: string;
  /**
   * Whether the first qubit that the program declares is qubit 0 of the circuit, the most significant bit ('big', default:
   * ours), or the last one, the least significant ('little': amplitudes and matrices have Qiskit's order of entries).
   */
  readonly endian?: 'big' | 'little';
  /** Values of the program's inputs, by their names. */
  readonly values?: Readonly<Record<string, number>>;
  /**
   * What becomes a parameter of the circuit: inputs of type float and angle without a value ('unbound', default), all of
   * them, which start at their values ('inputs'), or these and every number that the program hands to a gate outside of
   * definitions, as often as it does ('arguments').
   */
  readonly free?: 'unbound' | 'inputs' | 'arguments';
  /** Whether measurements after the last gate of their qubits are left out ('final', default) or refused ('none'). */
  readonly measurements?: 'final' | 'none';
}

/** A program as a circuit. */
export interface OpenQasmProgram {
  readonly version: 2 | 3;
  /** Rotations from |0…0⟩ on; the program is e^{iφ} times these. */
  readonly circuit: Circuit;
  /** The global phase φ, as the sum of these angles. */
  readonly phase: readonly Angle[];
  /** The circuit's parameters, in their order. */
  readonly parameters: readonly ProgramParameter[];
}

/** Most letters of the words of all rotations. */
const MOST_LETTERS = 2 ** 26;

/**
 * The circuit that an OpenQASM program describes, exactly, with its global phase. Gates of n controls become 2ⁿ rotations
 * for each of the gate that they control, which commute with one another if it is one.
 *
 * @returns the circuit, and in words what was left out
 * @throws {DomainError} all mistakes, a line each with name, line and column; what is no gate (resets, measurements before
 * gates, conditions on them, subroutines, timing); and programs of more than 1024 qubits, 2¹⁹ rotations or 2²⁰ steps
 *
 * @example
 * ```ts
 * import { readOpenQasm } from 'bulkweave/circuit';
 *
 * const text = 'OPENQASM 3; include "stdgates.inc"; input float a; qubit[2] q; ctrl @ rx(2 * a) q[0], q[1];';
 * const { circuit, parameters } = readOpenQasm(text).value;
 * console.log([circuit.gates.length, parameters.length]); // 2, 1
 * ```
 *
 * @see Cross, Bishop, Smolin & Gambetta, arXiv:1707.03429 (2017); Cross et al., ACM Trans. Quantum Comput. 3, 12 (2022)
 */
export function readOpenQasm(text: string, reading: OpenQasmReading = {}): Noted<OpenQasmProgram> {
  const { name = 'readOpenQasm', endian = 'big', values = {}, free = 'unbound', measurements = 'final' } = reading;
  const program = parseProgram(text, name);
  const state: Elaboration = {
    ...{ values, free, measurements, turns: [], parameters: [], measured: new Set(), inputs: new Set() },
    ...{ phase: constantOf(0), qubits: 0, hasDelays: false },
  };
  runAll(state, name, program);
  const { qubits, turns, parameters } = state;
  if (qubits === 0) throw new DomainError(`${name}: a register of qubits required, got none`);
  if (turns.length * qubits > MOST_LETTERS) {
    throw new DomainError(
      `${name}: at most ${MOST_LETTERS} letters of all rotations required, got ${turns.length} rotations of ${qubits}`,
    );
  }
  const at = (qubit: number): number => (endian === 'big' ? qubit : qubits - 1 - qubit);
  const gates = turns.flatMap(({ qubits: on, letters, angle }): Rotation[] => {
    const word = place(qubits, Object.fromEntries(on.map((qubit, k) => [at(qubit), letters[k]!])));
    return anglesOf(angle).map((part) => ({ word, angle: part }));
  });
  const circuit: Circuit = { kind: 'circuit', qubits, parameters: parameters.length, gates };
  return {
    value: { version: program.version, circuit, phase: anglesOf(state.phase), parameters },
    notes: notesOf(state),
  };
}

/** @throws {DomainError} all mistakes in the order of their places, without those that follow from others */
function runAll(
  state: Elaboration,
  name: string,
  { version, statements, mistakes, lost, spoilt }: ParsedProgram,
): void {
  const scope = programScope(name, version);
  const found: Mistake[] = [...mistakes];
  const unknown = new Set(lost);
  for (const statement of lost === null ? [] : statements) {
    if (found.length >= MOST_MISTAKES) break;
    if (mentions(statement, unknown)) {
      for (const declared of namesOf(statement)) unknown.add(declared);
      continue;
    }
    try {
      elaborate(state, scope, statement);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const mistake = mistakeOf(error, statement);
      if (!spoilt.has(mistake.line)) found.push(mistake);
      if (statement.kind === 'include' || isExhausted(scope)) break;
      for (const declared of namesOf(statement)) unknown.add(declared);
    }
  }
  if (found.length > 0) {
    found.sort((a, b) => a.line - b.line || a.column - b.column);
    throw new DomainError(found.map(({ message }) => message).join('\n'));
  }
  const strange = Object.keys(state.values).filter((input) => !state.inputs.has(input));
  if (strange.length === 0) return;
  const lines = strange.map(
    (input) => `${name}: an input of the program required for a value, got '${printable(input, 80)}'`,
  );
  throw new DomainError(lines.join('\n'));
}

/** The name that a statement declares. */
const namesOf = (statement: Statement): readonly string[] =>
  DECLARATIONS.includes(statement.kind) && 'name' in statement ? [statement.name] : [];

const DECLARATIONS: readonly Statement['kind'][] = ['qubits', 'bits', 'gate definition', 'input', 'value', 'alias'];

/** Whether one of the names stands anywhere in a statement. */
function mentions(part: unknown, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  if (typeof part === 'string') return names.has(part);
  return typeof part === 'object' && part !== null && Object.values(part).some((inner) => mentions(inner, names));
}

function notesOf({ measured, hasDelays }: Elaboration): readonly string[] {
  return [
    ...(measured.size > 0 ? [`measurements at the end left out, of ${measured.size} qubits`] : []),
    ...(hasDelays ? ['delays left out: they change no state'] : []),
  ];
}
