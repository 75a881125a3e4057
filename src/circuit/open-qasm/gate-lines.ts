/** @file Rotations as the gates that OpenQASM 2 and 3 have in common, exactly, with the phase between them. */

import { type PauliWord, support } from '../../operator/pauli.ts';
import type { Radians } from '../../units.ts';
import { principalAngle } from '../clifford-angles.ts';

type Letter = 'X' | 'Y' | 'Z';

/** A rotation at its angle in (−π, π], with the qubits on which its word acts and the letters there. */
interface Turn {
  readonly angle: Radians;
  readonly sites: readonly number[];
  readonly letters: readonly Letter[];
}

/** A rotation at an angle in radians. */
export interface FixedRotation {
  readonly word: PauliWord;
  readonly angle: Radians;
}

/** Lines of a program; what is meant is e^{i·phase} times their gates. */
export interface GateLines {
  readonly lines: readonly string[];
  readonly phase: Radians;
}

/** Gates that turn a letter's axis to Z, in the order in which they act, and those that turn it back. */
const TO_Z = { X: ['h'], Y: ['sdg', 'h'], Z: [] } as const;
const FROM_Z = { X: ['h'], Y: ['h', 's'], Z: [] } as const;
/** Rotations about Z by k quarters of π, k from −3 to 4, that have a name. */
const PHASES: Readonly<Record<number, string>> = { [-2]: 'sdg', [-1]: 'tdg', 1: 't', 2: 's', 4: 'z' };
/** A half turn and a quarter turn about Y, in either order, that make −i times a Hadamard gate: letter and multiple of π/2. */
const HADAMARDS = ['Y1 X2', 'X2 Y-1', 'Y-1 Z2', 'Z2 Y1'];
/** Angles within this of a multiple of π/4 are rounded to it. */
const ROUNDING = 1e-14;

/**
 * The gates of rotations at their angles. Those of one qubit are x, y, z, s, sdg, t, tdg where the angle is that of such a
 * gate, else rx, ry, rz. Those of m qubits turn every axis to Z, gather the parity on one qubit by cx, and rotate that
 * one: 2(m − 1) cx; for an angle of ±π/2 the last two qubits share a cz instead, 2m − 3 in all, and for π there are m
 * gates of one qubit. Neighbours that together form a named gate become that gate: a Hadamard gate of two rotations, and
 * one cx, cy or cz of three quarter turns about P, Q and PQ, the rotations of `controlledNotGate`.
 *
 * @param gates - with their angles in radians
 */
export function gateLines(gates: readonly FixedRotation[]): GateLines {
  const all = gates.map(turnOf);
  const phases = all.map(({ phase }) => phase);
  const turns = all.map(({ turn }) => turn).filter(({ angle, sites }) => angle && sites.length);
  const lines: string[] = [];
  for (let k = 0; k < turns.length; ) {
    const three = controlledPauli(turns.slice(k, k + 3));
    const two = three ?? hadamard(turns.slice(k, k + 2));
    const next = two ?? rotation(turns[k]!);
    lines.push(...next.lines);
    phases.push(next.phase);
    k += three ? 3 : two ? 2 : 1;
  }
  return { lines, phase: phases.reduce((sum, phase) => sum + phase, 0) };
}

/** exp(−i·angle·P/2) for a word that is not the identity, with the angle as an expression of the program. */
export function symbolicLines(word: PauliWord, angle: string): readonly string[] {
  const sites = support(word);
  return parityLines(sites, lettersOf(word, sites), angle);
}

const lettersOf = (word: PauliWord, sites: readonly number[]): readonly Letter[] => sites.map((q) => word[q] as Letter);

function parityLines(sites: readonly number[], letters: readonly Letter[], angle: string): readonly string[] {
  const last = sites.at(-1)!;
  if (sites.length === 1) return [`r${letters[0]!.toLowerCase()}(${angle}) q[${last}];`];
  return aboutZ(sites, letters, sites, [`rz(${angle}) q[${last}];`]);
}

/** Lines about Z in place of the letters, with the parity of some qubits gathered on the last of them. */
function aboutZ(
  sites: readonly number[],
  letters: readonly Letter[],
  gathered: readonly number[],
  lines: readonly string[],
): readonly string[] {
  const turned = (table: typeof TO_Z | typeof FROM_Z): readonly string[] =>
    sites.flatMap((q, k) => onSites(table[letters[k]!], q));
  const ladder = gathered.slice(1).map((q, k) => `cx q[${gathered[k]}],q[${q}];`);
  return [...turned(TO_Z), ...ladder, ...lines, ...ladder.toReversed(), ...turned(FROM_Z)];
}

/** The turn and the phase that rounding its angle to (−π, π] leaves. */
function turnOf({ word, angle }: FixedRotation) {
  const sites = support(word);
  const letters = lettersOf(word, sites);
  if (sites.length === 0) return { turn: { angle, sites, letters }, phase: -angle / 2 };
  const value = principalAngle(angle);
  const rounded = (Math.round((4 * value) / Math.PI) * Math.PI) / 4;
  const exact = Math.abs(value - rounded) <= ROUNDING ? principalAngle(rounded) : value;
  const turns = Math.round((angle - exact) / (2 * Math.PI)); // R_P(a + 2π) = −R_P(a)
  return { turn: { angle: exact, sites, letters }, phase: turns % 2 === 0 ? 0 : Math.PI };
}

/** The angle in quarters of π. */
const quarters = ({ angle }: Turn): number => (4 * angle) / Math.PI;
const isQuarterTurn = (turn: Turn): boolean => Math.abs(quarters(turn)) === 2;
const onSites = (names: readonly string[], q: number): readonly string[] => names.map((name) => `${name} q[${q}];`);

/** exp(−i·angle·P/2). */
function rotation(turn: Turn): GateLines {
  const { angle, sites, letters } = turn;
  if (quarters(turn) === 4) {
    return { lines: sites.map((q, k) => `${letters[k]!.toLowerCase()} q[${q}];`), phase: -Math.PI / 2 };
  }
  const last = sites.at(-1)!;
  const name = letters[0] === 'Z' ? PHASES[quarters(turn)] : undefined;
  if (sites.length === 1 && name !== undefined) return { lines: onSites([name], last), phase: -angle / 2 };
  if (sites.length === 1 || !isQuarterTurn(turn))
    return { lines: parityLines(sites, letters, String(angle)), phase: 0 };
  const [before, quarter] = [sites.at(-2)!, PHASES[quarters(turn)]!];
  const pair = [...onSites([quarter], before), ...onSites([quarter], last), `cz q[${before}],q[${last}];`];
  return { lines: aboutZ(sites, letters, sites.slice(0, -1), pair), phase: -angle / 2 };
}

/** Two rotations of one qubit that form a Hadamard gate. */
function hadamard(turns: readonly Turn[]): GateLines | undefined {
  const [first, second] = turns;
  if (first?.sites.length !== 1 || first.sites.join() !== second?.sites.join()) return undefined;
  const name = turns.map((turn) => `${turn.letters[0]}${quarters(turn) / 2}`).join(' ');
  return HADAMARDS.includes(name) ? { lines: [`h q[${first.sites[0]}];`], phase: -Math.PI / 2 } : undefined;
}

/**
 * Three quarter turns, exp(−iπ/4·(sP + tQ + uPQ)) with signs s, t, u, in any order: −1 where sP = tQ = stu, else 1, up
 * to a phase. That is the controlled Pauli gate, −1 where P = Q = −1, times P if Q is to be 1 there, and Q if P is; all of
 * which are 1 where P = Q = 1.
 */
function controlledPauli(turns: readonly Turn[]): GateLines | undefined {
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
  const lines = [...onSites(TO_Z[letter], c), gate, ...onSites(FROM_Z[letter], c), ...paulis];
  return { lines, phase: (-(s + t + u) * Math.PI) / 4 };
}
