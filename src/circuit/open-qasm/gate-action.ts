/**
 * @file What a gate does, exactly: rotations about Pauli words in their order, and a phase. Inverses and controls of such
 * gates are such gates.
 */

import { DomainError } from '../../errors.ts';
import type { Radians } from '../../units.ts';
import { type Affine, constantOf, isConstant, isZero, plus, times } from './affine.ts';

/** The rotation exp(−i·angle·P/2) about a word with these letters, none of them I, at these different qubits. */
export interface Turn {
  readonly qubits: readonly number[];
  readonly letters: string;
  readonly angle: Affine;
}

/** e^{i·phase} times rotations, the first of which acts first. */
export interface GateAction {
  readonly turns: readonly Turn[];
  readonly phase: Affine;
}

/** Most rotations of one program. */
export const MOST_TURNS = 2 ** 19;
/** The identity. */
export const IDLE: GateAction = { turns: [], phase: constantOf(0) };

/** Rotations given by words with a letter for each qubit, I included, and a phase. */
export function actionOf(
  qubits: readonly number[],
  turns: readonly (readonly [word: string, angle: Affine | Radians])[],
  phase: Affine | Radians = 0,
): GateAction {
  return {
    turns: turns.flatMap(([word, angle]): Turn[] => {
      const value = typeof angle === 'number' ? constantOf(angle) : angle;
      if (isZero(value)) return [];
      const on = qubits.filter((_, k) => word[k] !== 'I');
      return [{ qubits: on, letters: word.replaceAll('I', ''), angle: value }];
    }),
    phase: typeof phase === 'number' ? constantOf(phase) : phase,
  };
}

/** One gate after another, the first acting first. */
export const sequence = (actions: readonly GateAction[]): GateAction => ({
  turns: actions.flatMap(({ turns }) => turns),
  phase: actions.reduce((sum, { phase }) => plus(sum, phase), constantOf(0)),
});

/** The inverse gate. */
export const inverse = ({ turns, phase }: GateAction): GateAction => ({
  turns: turns.map((turn) => ({ ...turn, angle: times(turn.angle, -1) })).reverse(),
  phase: times(phase, -1),
});

/**
 * The gate where the control is |value⟩, nothing where it is not. With Z at the control and s = (−1)^value,
 *
 *     exp(−i·a·P/2)  ↦  exp(−i·(a/2)·P/2) · exp(−i·(s·a/2)·ZP/2),      e^{iφ}  ↦  e^{iφ/2} · exp(i·(s·φ)·Z/2)
 *
 * so that each control doubles the number of rotations.
 *
 * @throws {DomainError} more than 2¹⁹ rotations
 */
export function controlled({ turns, phase }: GateAction, control: number, value: 0 | 1 = 1): GateAction {
  checkCount(2 * turns.length);
  const sign = value === 1 ? -1 : 1;
  const both = turns.flatMap(({ qubits, letters, angle }): Turn[] => [
    { qubits, letters, angle: times(angle, 0.5) },
    { qubits: [control, ...qubits], letters: `Z${letters}`, angle: times(angle, sign / 2) },
  ]);
  const relative = isZero(phase) ? [] : [{ qubits: [control], letters: 'Z', angle: times(phase, -sign) }];
  return { turns: [...relative, ...both], phase: times(phase, 0.5) };
}

/** @throws {DomainError} more rotations than a program may have */
export function checkCount(turns: number): void {
  if (turns <= MOST_TURNS) return;
  throw new DomainError(`OpenQASM: a gate of at most ${MOST_TURNS} rotations required, got ${turns}`);
}

/** Whether two rotations commute: their letters differ at an even number of qubits that they share. */
export function doCommute(a: Turn, b: Turn): boolean {
  const clashes = a.qubits.filter((qubit, k) => {
    const other = b.qubits.indexOf(qubit);
    return other >= 0 && b.letters[other] !== a.letters[k];
  });
  return clashes.length % 2 === 0;
}

/** Whether no angle depends on a parameter. */
export const isFixed = ({ turns, phase }: GateAction): boolean =>
  isConstant(phase) && turns.every(({ angle }) => isConstant(angle));
