/** @file Circuits from other programs: OpenQASM 2, the gates of its standard library. */

import { DomainError } from '../errors.ts';
import { place } from '../operator/pauli.ts';
import type { Radians } from '../units.ts';
import type { Circuit, Rotation } from './circuit.ts';

/** A rotation about letters at the gate's own qubits: ['ZX', angle] on (a, b) is exp(−i·angle·Z_a X_b/2). */
type Turn = readonly [letters: string, angle: Radians];

const quarter = Math.PI / 2;
const HADAMARD: readonly Turn[] = [
  ['Y', quarter],
  ['X', Math.PI],
]; // prettier-ignore
/** A controlled half turn about P: exp(−iπ/4·(Z + P − ZP)). */
const controlled = (letter: string, angle: Radians = Math.PI): readonly Turn[] => [
  ['ZI', angle / 2],
  [`I${letter}`, angle / 2],
  [`Z${letter}`, -angle / 2],
];
const euler = (polar: Radians, azimuth: Radians, first: Radians): readonly Turn[] => [
  ['Z', first],
  ['Y', polar],
  ['Z', azimuth],
];

/** Gates by name: the numbers of their angles and qubits, and their rotations, up to a global phase. */
const GATES: Readonly<
  Record<string, readonly [angles: number, qubits: number, turns: (...angles: number[]) => readonly Turn[]]>
> = {
  id: [0, 1, () => []],
  x: [0, 1, () => [['X', Math.PI]]],
  y: [0, 1, () => [['Y', Math.PI]]],
  z: [0, 1, () => [['Z', Math.PI]]],
  h: [0, 1, () => HADAMARD],
  s: [0, 1, () => [['Z', quarter]]],
  sdg: [0, 1, () => [['Z', -quarter]]],
  t: [0, 1, () => [['Z', quarter / 2]]],
  tdg: [0, 1, () => [['Z', -quarter / 2]]],
  sx: [0, 1, () => [['X', quarter]]],
  sxdg: [0, 1, () => [['X', -quarter]]],
  rx: [1, 1, (angle) => [['X', angle!]]],
  ry: [1, 1, (angle) => [['Y', angle!]]],
  rz: [1, 1, (angle) => [['Z', angle!]]],
  p: [1, 1, (angle) => [['Z', angle!]]],
  u1: [1, 1, (angle) => [['Z', angle!]]],
  u2: [2, 1, (azimuth, first) => euler(quarter, azimuth!, first!)],
  u3: [3, 1, (polar, azimuth, first) => euler(polar!, azimuth!, first!)],
  u: [3, 1, (polar, azimuth, first) => euler(polar!, azimuth!, first!)],
  U: [3, 1, (polar, azimuth, first) => euler(polar!, azimuth!, first!)],
  cx: [0, 2, () => controlled('X')],
  CX: [0, 2, () => controlled('X')],
  cy: [0, 2, () => controlled('Y')],
  cz: [0, 2, () => controlled('Z')],
  cp: [1, 2, (angle) => controlled('Z', angle!)],
  cu1: [1, 2, (angle) => controlled('Z', angle!)],
  crx: [1, 2, (angle) => controlled('X', angle!).slice(1)],
  cry: [1, 2, (angle) => controlled('Y', angle!).slice(1)],
  crz: [1, 2, (angle) => controlled('Z', angle!).slice(1)],
  swap: [0, 2, () => ['XX', 'YY', 'ZZ'].map((letters) => [letters, quarter] as const)],
  rxx: [1, 2, (angle) => [['XX', angle!]]],
  ryy: [1, 2, (angle) => [['YY', angle!]]],
  rzz: [1, 2, (angle) => [['ZZ', angle!]]],
};

/**
 * The circuit that an OpenQASM 2 program describes, from |0…0⟩ on and up to its global phase: the gates of its standard
 * library on one and two qubits, applied to qubits or whole registers. Barriers, classical registers and measurements at
 * the end are left out.
 *
 * @throws {DomainError} another gate, a definition, a condition or a reset, a register or qubit that does not exist, a gate
 * after a measurement of its qubit, or text that is no program
 *
 * @see Cross, Bishop, Smolin & Gambetta, arXiv:1707.03429 (2017)
 */
export function readOpenQasm(text: string): Circuit {
  const statements = text
    .replaceAll(/\/\/[^\n]*/g, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
  const registers = new Map<string, readonly number[]>();
  const applied: { readonly turns: readonly Turn[]; readonly on: readonly number[] }[] = [];
  const measured = new Set<number>();
  let qubits = 0;
  for (const statement of statements) {
    if (/^(?:OPENQASM\s+2(?:\.0)?|include\b.*|creg\b.*|barrier\b.*)$/s.test(statement)) continue;
    const register = /^qreg\s+(\w+)\s*\[\s*(\d+)\s*\]$/.exec(statement);
    if (register !== null) {
      const start = qubits;
      qubits += Number(register[2]);
      registers.set(
        register[1]!,
        Array.from({ length: Number(register[2]) }, (_, k) => start + k),
      );
      continue;
    }
    const measurement = /^measure\s+(\S+)\s*->/.exec(statement);
    if (measurement !== null) {
      for (const qubit of qubitsOf(measurement[1]!, registers, statement)) measured.add(qubit);
      continue;
    }
    for (const gate of gatesOf(statement, registers)) {
      if (gate.on.some((qubit) => measured.has(qubit))) {
        throw new DomainError(`readOpenQasm: gates before measurements required, got '${statement}'`);
      }
      applied.push(gate);
    }
  }
  if (qubits === 0) throw new DomainError('readOpenQasm: a quantum register required, got none');
  const gates = applied.flatMap(({ turns, on }): readonly Rotation[] =>
    turns.map(([letters, angle]) => ({
      word: place(qubits, Object.fromEntries([...letters].map((letter, k) => [on[k]!, letter]))),
      angle,
    })),
  );
  return { kind: 'circuit', qubits, parameters: 0, gates };
}

/** The gates of a statement: one, or one for each qubit of its registers. */
function gatesOf(
  statement: string,
  registers: ReadonlyMap<string, readonly number[]>,
): readonly { readonly turns: readonly Turn[]; readonly on: readonly number[] }[] {
  const [, name, list, operands] = /^(\w+)\s*(?:\((.*)\))?\s*([^()]*)$/s.exec(statement) ?? [];
  const gate = GATES[name ?? ''];
  if (gate === undefined) {
    throw new DomainError(`readOpenQasm: a gate of one or two qubits from qelib1.inc required, got '${statement}'`);
  }
  const [angles, count, turnsOf] = gate;
  const values = list === undefined || list.trim() === '' ? [] : list.split(',').map((part) => angleOf(part));
  const on = operands!.split(',').map((operand) => qubitsOf(operand.trim(), registers, statement));
  if (values.length !== angles || on.length !== count) {
    throw new DomainError(`readOpenQasm: ${angles} angles and ${count} qubits required, got '${statement}'`);
  }
  const width = Math.max(...on.map((qubits) => qubits.length));
  return Array.from({ length: width }, (_, k) => {
    const qubits = on.map((all) => all[all.length === 1 ? 0 : k]!);
    if (qubits.includes(undefined as never) || new Set(qubits).size !== count) {
      throw new DomainError(`readOpenQasm: different qubits required, got '${statement}'`);
    }
    return { turns: turnsOf(...values), on: qubits };
  });
}

function qubitsOf(
  operand: string,
  registers: ReadonlyMap<string, readonly number[]>,
  statement: string,
): readonly number[] {
  const [, name, index] = /^(\w+)(?:\s*\[\s*(\d+)\s*\])?$/.exec(operand) ?? [];
  const register = registers.get(name ?? '');
  const qubits = index === undefined ? register : register?.slice(Number(index), Number(index) + 1);
  if (qubits !== undefined && qubits.length > 0) return qubits;
  throw new DomainError(`readOpenQasm: qubits of a register required, got '${operand}' in '${statement}'`);
}

/** The value of an expression of numbers, pi, + − * / and parentheses. */
function angleOf(expression: string): number {
  const tokens = expression.match(/\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|pi|[-+*/()]/g) ?? [];
  const wrong = new DomainError(`readOpenQasm: an angle of numbers and pi required, got '${expression.trim()}'`);
  if (tokens.join('') !== expression.replaceAll(/\s+/g, '')) throw wrong;
  let next = 0;
  const factor = (): number => {
    const token = tokens[next++];
    if (token === '-') return -factor();
    if (token === '+') return factor();
    if (token === 'pi') return Math.PI;
    if (token === '(') {
      const inner = sum();
      if (tokens[next++] !== ')') throw wrong;
      return inner;
    }
    if (token === undefined || !/^[\d.]/.test(token)) throw wrong;
    return Number(token);
  };
  const product = (): number => {
    let value = factor();
    while (tokens[next] === '*' || tokens[next] === '/')
      value = tokens[next++] === '*' ? value * factor() : value / factor();
    return value;
  };
  const sum = (): number => {
    let value = product();
    while (tokens[next] === '+' || tokens[next] === '-') value += tokens[next++] === '+' ? product() : -product();
    return value;
  };
  const value = sum();
  if (next !== tokens.length || !Number.isFinite(value)) throw wrong;
  return value;
}
