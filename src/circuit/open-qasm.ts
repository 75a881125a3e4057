/** @file Circuits for other programs: OpenQASM 2. */

import { DomainError } from '../errors.ts';
import { support } from '../operator/pauli.ts';
import type { Radians } from '../units.ts';
import { angleAt, type Circuit, checkCircuit, type Rotation } from './circuit.ts';
import { principalAngle } from './clifford-angles.ts';

type Letter = 'X' | 'Y' | 'Z';

/** A rotation at its angle in (−π, π], with the qubits on which its word acts and the letters there. */
interface Turn {
  readonly angle: Radians;
  readonly sites: readonly number[];
  readonly letters: readonly Letter[];
}

/** Gates that turn a letter's axis to Z, in the order in which they act, and those that turn it back. */
const TO_Z = { X: ['h'], Y: ['sdg', 'h'], Z: [] } as const;
const FROM_Z = { X: ['h'], Y: ['h', 's'], Z: [] } as const;
/** Rotations about Z by k quarters of π, k from −3 to 4, that have a name. */
const PHASES: Readonly<Record<number, string>> = { [-2]: 'sdg', [-1]: 'tdg', 1: 't', 2: 's', 4: 'z' };
/** A half turn and a quarter turn about Y, in either order, that make a Hadamard gate: letter and multiple of π/2. */
const HADAMARDS = ['Y1 X2', 'X2 Y-1', 'Y-1 Z2', 'Z2 Y1'];
/** Angles within this of a multiple of π/4 are rounded to it. */
const ROUNDING = 1e-14;

/**
 * The circuit at θ in OpenQASM 2, from |0…0⟩ on, up to its global phase. Qubit q is `q[q]`.
 *
 * Rotations of one qubit are x, y, z, s, sdg, t, tdg where the angle is that of such a gate, else rx, ry, rz. Those of
 * m qubits turn every axis to Z, gather the parity on one qubit by cx, and rotate that one: 2(m − 1) cx; for an angle
 * of ±π/2 the last two qubits share a cz instead, 2m − 3 in all, and for π there are m gates of one qubit. Neighbours
 * that together form a named gate become that gate: a Hadamard gate of two rotations, and one cx, cy or cz of three
 * quarter turns about P, Q and PQ, the rotations of `controlledNotGate`.
 *
 * @throws {DomainError} the circuit starts from a mixed state
 * @throws {ShapeError} malformed gates
 *
 * @see Cross, Bishop, Smolin & Gambetta, Open Quantum Assembly Language, arXiv:1707.03429 (2017)
 */
export function openQasm(circuit: Circuit, theta: Float64Array): string {
  checkCircuit(circuit);
  const { reference = [], qubits } = circuit;
  if ('spectrum' in reference) throw new DomainError('openQasm: a circuit that starts from a pure state required');
  const preparation = reference.flatMap(({ polar, azimuth }, q) => [
    ...(polar === 0 ? [] : [`ry(${polar}) q[${q}];`]),
    ...(azimuth === 0 ? [] : [`rz(${azimuth}) q[${q}];`]),
  ]);
  const turns = circuit.gates.map((gate) => turnOf(gate, theta)).filter(({ angle, sites }) => angle && sites.length);
  const gates: string[] = [];
  for (let k = 0; k < turns.length; ) {
    const three = controlledPauli(turns.slice(k, k + 3));
    const two = three ?? hadamard(turns.slice(k, k + 2));
    gates.push(...(two ?? rotation(turns[k]!)));
    k += three ? 3 : two ? 2 : 1;
  }
  return `${['OPENQASM 2.0;', 'include "qelib1.inc";', `qreg q[${qubits}];`, ...preparation, ...gates].join('\n')}\n`;
}

function turnOf({ word, angle }: Rotation, theta: Float64Array): Turn {
  const sites = support(word);
  const value = principalAngle(angleAt(angle, theta));
  const rounded = (Math.round((4 * value) / Math.PI) * Math.PI) / 4;
  const exact = Math.abs(value - rounded) <= ROUNDING ? principalAngle(rounded) : value;
  return { angle: exact, sites, letters: sites.map((q) => word[q] as Letter) };
}

/** The angle in quarters of π. */
const quarters = ({ angle }: Turn): number => (4 * angle) / Math.PI;
const isQuarterTurn = (turn: Turn): boolean => Math.abs(quarters(turn)) === 2;
const onSites = (names: readonly string[], q: number): readonly string[] => names.map((name) => `${name} q[${q}];`);

/** exp(−i·angle·P/2). */
function rotation(turn: Turn): readonly string[] {
  const { angle, sites, letters } = turn;
  if (quarters(turn) === 4) return sites.map((q, k) => `${letters[k]!.toLowerCase()} q[${q}];`);
  const last = sites.at(-1)!;
  if (sites.length === 1) {
    const name = letters[0] === 'Z' ? PHASES[quarters(turn)] : undefined;
    return [`${name ?? `r${letters[0]!.toLowerCase()}(${angle})`} q[${last}];`];
  }
  const turned = (table: typeof TO_Z | typeof FROM_Z): readonly string[] =>
    sites.flatMap((q, k) => onSites(table[letters[k]!], q));
  const ladder = sites.slice(1).map((q, k) => `cx q[${sites[k]}],q[${q}];`);
  if (!isQuarterTurn(turn)) {
    return [...turned(TO_Z), ...ladder, `rz(${angle}) q[${last}];`, ...ladder.toReversed(), ...turned(FROM_Z)];
  }
  const [before, phase] = [sites.at(-2)!, PHASES[quarters(turn)]!];
  const pair = [`${phase} q[${before}];`, `${phase} q[${last}];`, `cz q[${before}],q[${last}];`];
  const shorter = ladder.slice(0, -1);
  return [...turned(TO_Z), ...shorter, ...pair, ...shorter.toReversed(), ...turned(FROM_Z)];
}

/** Two rotations of one qubit that form a Hadamard gate. */
function hadamard(turns: readonly Turn[]): readonly string[] | undefined {
  const [first, second] = turns;
  if (first?.sites.length !== 1 || first.sites.join() !== second?.sites.join()) return undefined;
  const name = turns.map((turn) => `${turn.letters[0]}${quarters(turn) / 2}`).join(' ');
  return HADAMARDS.includes(name) ? [`h q[${first.sites[0]}];`] : undefined;
}

/**
 * Three quarter turns, exp(−iπ/4·(sP + tQ + uPQ)) with signs s, t, u, in any order: −1 where sP = tQ = stu, else 1, up
 * to a phase. That is the controlled Pauli gate, −1 where P = Q = −1, times P if Q is to be 1 there, and Q if P is.
 */
function controlledPauli(turns: readonly Turn[]): readonly string[] | undefined {
  const pair = turns.find(({ sites }) => sites.length === 2);
  if (pair === undefined || turns.length < 3 || !turns.every(isQuarterTurn)) return undefined;
  const singles = pair.sites.map((q, k) =>
    turns.find(({ sites, letters }) => sites.length === 1 && sites[0] === q && letters[0] === pair.letters[k]),
  );
  const [s, t, u] = [...singles, pair].map((turn) => turn && Math.sign(turn.angle));
  if (!s || !t || !u) return undefined;
  const product = s * t * u;
  const paulis = pair.sites.flatMap((q, k) =>
    [t, s][k] === product ? onSites([pair.letters[k]!.toLowerCase()], q) : [],
  );
  const [control, target] = pair.letters[0] !== 'Z' && pair.letters[1] === 'Z' ? [1, 0] : [0, 1];
  const [c, letter] = [pair.sites[control]!, pair.letters[control]!];
  const gate = `c${pair.letters[target]!.toLowerCase()} q[${c}],q[${pair.sites[target]}];`;
  return [...onSites(TO_Z[letter], c), gate, ...onSites(FROM_Z[letter], c), ...paulis];
}
