/** @file Circuits for other programs: OpenQASM 2 and 3. */

import { DomainError, ShapeError } from '../../errors.ts';
import { place } from '../../operator/pauli.ts';
import type { Radians } from '../../units.ts';
import { type Angle, angleAt, type Circuit, checkCircuit } from '../circuit.ts';
import { principalAngle } from '../clifford-angles.ts';
import { type FixedRotation, type GateLines, gateLines, symbolicLines } from './gate-lines.ts';
import { BUILT_IN, LIBRARIES } from './standard-gates.ts';

/** How a circuit is written. */
export interface OpenQasmWriting {
  /** Version of the language; default 2. */
  readonly version?: 2 | 3;
  /** Global phase of the circuit beside its rotations, as a sum of angles; default 0. */
  readonly phase?: readonly Angle[];
}

/** How a circuit is written with its parameters. */
export interface OpenQasmInputs {
  /** Global phase of the circuit beside its rotations, as a sum of angles; default 0. */
  readonly phase?: readonly Angle[];
  /** Names of the parameters; default theta_0, theta_1, … */
  readonly names?: readonly string[];
}

/** Phases below this, in radians, are rounding. */
const ROUNDING = 1e-14;
/** Lines before the first gate. */
const HEAD = {
  2: ['OPENQASM 2.0;', `include "${LIBRARIES[2].file}";`],
  3: ['OPENQASM 3.0;', `include "${LIBRARIES[3].file}";`],
} as const;
/** Words that name no parameter. */
const RESERVED =
  'q pi tau euler OPENQASM include defcalgrammar def cal defcal gate extern box let break continue if else end return for while in switch case default nop pragma input output const readonly mutable qreg qubit creg bool bit int uint float angle complex array void duration stretch gphase inv pow ctrl negctrl durationof delay reset measure barrier true false im arccos arcsin arctan ceiling cos exp floor log mod popcount rotl rotr sin sizeof sqrt tan real imag';

/**
 * The circuit at θ in OpenQASM, from |0…0⟩ on. Qubit k is `q[k]`. Its global phase is a `gphase` in version 3, and a
 * comment in the last line of version 2, which has no statement for it; the gates are those of `gateLines`.
 *
 * @param theta - parameters, shape (P,)
 * @throws {DomainError} the circuit starts from a mixed state
 * @throws {ShapeError} malformed gates
 *
 * @see Cross, Bishop, Smolin & Gambetta, Open Quantum Assembly Language, arXiv:1707.03429 (2017)
 */
export function openQasm(circuit: Circuit, theta: Float64Array, writing: OpenQasmWriting = {}): string {
  const { version = 2, phase: own = [] } = writing;
  const preparation = preparationOf(circuit);
  const gates = circuit.gates.map(({ word, angle }) => ({ word, angle: angleAt(angle, theta) }));
  const { lines, phase } = gateLines(gates);
  const given = own.reduce<number>((sum, angle) => sum + angleAt(angle, theta), 0);
  const whole = { lines: [...preparation.lines, ...lines], phase: preparation.phase + phase + given };
  return programText(circuit.qubits, whole, version);
}

/**
 * A program of gates.
 *
 * @param phase - what the gates are to be multiplied with, as e^{i·phase}; null if it is not known
 */
export function programText(
  qubits: number,
  { lines, phase }: { readonly lines: readonly string[]; readonly phase: Radians | null },
  version: 2 | 3 = 2,
): string {
  const value = phase === null ? 0 : principalAngle(phase);
  const isZero = Math.abs(value) < ROUNDING;
  const last = version === 3 ? `gphase(${value});` : `// global phase ${value}`;
  const register = version === 3 ? `qubit[${qubits}] q;` : `qreg q[${qubits}];`;
  return `${[...HEAD[version], register, ...lines, ...(isZero ? [] : [last])].join('\n')}\n`;
}

/**
 * The circuit in OpenQASM 3 with its parameters as inputs, `input float theta_0;`, from |0…0⟩ on. Qubit k is `q[k]`.
 *
 * @throws {DomainError} the circuit starts from a mixed state, or a name that no parameter can have
 * @throws {ShapeError} malformed gates, or another number of names
 *
 * @see Cross et al., OpenQASM 3, ACM Trans. Quantum Comput. 3, 12 (2022)
 */
export function openQasmWithInputs(circuit: Circuit, { phase = [], names }: OpenQasmInputs = {}): string {
  const { qubits, parameters } = circuit;
  const known = names ?? Array.from({ length: parameters }, (_, k) => `theta_${k}`);
  checkNames(known, parameters);
  const preparation = preparationOf(circuit);
  const inputs = known.map((name) => `input float ${name};`);
  const lines: string[] = [...preparation.lines];
  let fixed: FixedRotation[] = [];
  let constant = preparation.phase;
  const scales = new Array<number>(parameters).fill(0);
  const addPhase = (angle: Angle, factor: number): void => {
    if (typeof angle === 'number') constant += factor * angle;
    else scales[angle.parameter]! += factor * (angle.scale ?? 1);
  };
  const flush = (): void => {
    const written = gateLines(fixed);
    for (const line of written.lines) lines.push(line);
    constant += written.phase;
    fixed = [];
  };
  const identity = place(qubits, {});
  for (const { word, angle } of circuit.gates) {
    if (word === identity) addPhase(angle, -0.5);
    else if (typeof angle === 'number') fixed.push({ word, angle });
    else {
      flush();
      lines.push(...symbolicLines(word, multiple(angle.scale ?? 1, known[angle.parameter]!)));
    }
  }
  flush();
  for (const angle of phase) addPhase(angle, 1);
  const phases = known.flatMap((name, k) => (scales[k] === 0 ? [] : [`gphase(${multiple(scales[k]!, name)});`]));
  const text = programText(qubits, { lines: [...lines, ...phases], phase: constant }, 3);
  return text.replace('qubit[', [...inputs, 'qubit['].join('\n'));
}

const multiple = (scale: number, name: string): string => (scale === 1 ? name : `${scale} * ${name}`);

/** The product state from which a circuit starts, made from |0…0⟩. */
export function preparationOf(circuit: Circuit): GateLines {
  checkCircuit(circuit);
  const { reference = [] } = circuit;
  if ('spectrum' in reference) throw new DomainError('openQasm: a circuit that starts from a pure state required');
  const lines = reference.flatMap(({ polar, azimuth }, q) => [
    ...(polar === 0 ? [] : [`ry(${polar}) q[${q}];`]),
    ...(azimuth === 0 ? [] : [`rz(${azimuth}) q[${q}];`]),
  ]);
  return { lines, phase: reference.reduce((sum, { azimuth }) => sum + azimuth / 2, 0) };
}

/** @throws {ShapeError | DomainError} another number of names, one of them twice, or a word of the language */
function checkNames(names: readonly string[], parameters: number): void {
  if (names.length !== parameters) {
    throw new ShapeError(`openQasm: a name for each of ${parameters} parameters required, got ${names.length}`);
  }
  const taken = new Set([...RESERVED.split(' '), ...Object.keys({ ...BUILT_IN[3], ...LIBRARIES[3].gates })]);
  for (const name of names) {
    if (!/^[\p{L}_][\p{L}\d_]*$/u.test(name) || taken.has(name)) {
      throw new DomainError(`openQasm: different names that the language does not have required, got '${name}'`);
    }
    taken.add(name);
  }
}
