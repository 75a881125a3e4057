/** @file What the names of an OpenQASM program mean where they are used. */

import type { DomainError } from '../../errors.ts';
import { integerOf, type Value, type ValueContext } from './expression-value.ts';
import { BUILT_IN, type StandardGate } from './standard-gates.ts';
import type { GateDefinition, Operand, RangeExpression, Selection } from './syntax.ts';
import { errorAt, quoted, type SourcePlace } from './token.ts';

/** What a name means. */
export type Meaning =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'qubits'; readonly qubits: readonly number[]; readonly isSingle: boolean }
  | { readonly kind: 'bits' }
  | {
      readonly kind: 'gate';
      readonly gate: StandardGate | GateDefinition;
      /** Whether the program may define a gate of this name. */
      readonly isRedefinable: boolean;
    };

/** A meaning, and how many declarations came before it. */
export type Declared = Meaning & { readonly order: number };

/** The names of blocks inside one another, the innermost last. */
export interface Scope {
  readonly name: string;
  readonly version: 2 | 3;
  readonly levels: readonly Map<string, Declared>[];
  /** In the body of a gate: the declarations before it, of which it sees gates and values; Infinity elsewhere. */
  readonly seen: number;
  /** Number of gates in whose bodies this is. */
  readonly depth: number;
  /** Numbers of declarations and of steps so far. */
  readonly counters: { declarations: number; steps: number };
}

/** Most steps of a program: operations of expressions, qubits of barriers, four for a gate, eight for each turn of a loop, and more for modifiers. */
const MOST_STEPS = 2 ** 20;

/** Whether there were more steps than a program may have. */
export const isExhausted = ({ counters }: Scope): boolean => counters.steps > MOST_STEPS;

/** @throws {DomainError} with these steps there are more than a program may have */
export function spend(scope: Scope, at: SourcePlace, steps = 1): void {
  scope.counters.steps += steps;
  if (isExhausted(scope)) throw scopeError(scope, at, `a program of at most ${MOST_STEPS} steps`, 'more');
}

/** A program's scope, with the gates of the language itself. */
export function programScope(name: string, version: 2 | 3): Scope {
  const counters = { declarations: 0, steps: 0 };
  const scope = { name, version, levels: [new Map<string, Declared>()], seen: Infinity, depth: 0, counters };
  for (const [gate, action] of Object.entries(BUILT_IN[version])) {
    declare(scope, gate, { kind: 'gate', gate: action, isRedefinable: false }, { line: 1, column: 1 });
  }
  return scope;
}

/** The scope of a block inside. */
export const innerScope = (scope: Scope): Scope => ({ ...scope, levels: [...scope.levels, new Map()] });

/** The scope of a gate's body with its parameters and qubits, which sees the names declared outside before it. */
export function gateScope(outer: Scope, order: number, names: ReadonlyMap<string, Meaning>): Scope {
  const local = new Map([...names].map(([name, meaning]) => [name, { ...meaning, order }]));
  return { ...outer, levels: [outer.levels[0]!, local], seen: order, depth: outer.depth + 1 };
}

export const scopeError = ({ name }: Scope, at: SourcePlace, required: string, got: string): DomainError =>
  errorAt(name, at, required, got);

/** The meaning of a name; undefined if it has none here. */
export function meaningOf({ levels, seen }: Scope, name: string): Declared | undefined {
  for (let level = levels.length - 1; level >= 0; level--) {
    const meaning = levels[level]!.get(name);
    if (meaning === undefined) continue;
    const isHidden = level === 0 && (meaning.order >= seen || (seen < Infinity && meaning.kind === 'qubits'));
    return isHidden ? undefined : meaning;
  }
  return undefined;
}

/**
 * Gives a name a meaning in the innermost block.
 *
 * @throws {DomainError} it has one there already
 */
export function declare(scope: Scope, name: string, meaning: Meaning, at: SourcePlace): void {
  const level = scope.levels.at(-1)!;
  const before = level.get(name);
  const isReplaced = before?.kind === 'gate' && before.isRedefinable && meaning.kind === 'gate';
  if (before !== undefined && !isReplaced) throw scopeError(scope, at, 'a new name', `${quoted(name)} again`);
  level.set(name, { ...meaning, order: scope.counters.declarations });
  scope.counters.declarations += 1;
}

/** How expressions are evaluated in a scope. */
export const valuesIn = (scope: Scope): ValueContext => ({
  version: scope.version,
  spend: (at) => spend(scope, at),
  error: (at, required, got) => scopeError(scope, at, required, got),
  valueOfName: (name, at) => {
    const meaning = meaningOf(scope, name);
    if (meaning?.kind === 'value') return meaning.value;
    if (meaning?.kind === 'bits')
      throw scopeError(scope, at, 'a value known before the run', `the bits ${quoted(name)}`);
    throw scopeError(scope, at, 'a number or the name of one', quoted(name));
  },
});

/** Qubits that an operand names. */
export interface ChosenQubits {
  readonly qubits: readonly number[];
  /** Whether it is one qubit and not a register of one. */
  readonly isSingle: boolean;
}

/** @throws {DomainError} an operand that is no qubit or register, or an index outside */
export function qubitsOf(scope: Scope, operand: Operand): ChosenQubits {
  const meaning = meaningOf(scope, operand.name);
  if (meaning?.kind !== 'qubits') {
    throw scopeError(scope, operand, 'qubits of a register that is declared', quoted(operand.name));
  }
  return operand.selections.reduce<ChosenQubits>((chosen, selection) => {
    if (chosen.isSingle)
      throw scopeError(scope, operand, 'a register for an index', `the qubit ${quoted(operand.name)}`);
    return chosenFrom(scope, operand, chosen.qubits, selection);
  }, meaning);
}

function chosenFrom(scope: Scope, operand: Operand, register: readonly number[], selection: Selection): ChosenQubits {
  const size = register.length;
  const at = (index: number): number => {
    const qubit = register[index < 0 && scope.version === 3 ? index + size : index];
    if (qubit !== undefined) return qubit;
    throw scopeError(scope, operand, `an index below ${size}`, `${quoted(operand.name)} at ${index}`);
  };
  const context = valuesIn(scope);
  if (selection.kind === 'single') return { qubits: [at(integerOf(selection.value, context))], isSingle: true };
  if (selection.kind === 'set') {
    return { qubits: selection.values.map((value) => at(integerOf(value, context))), isSingle: false };
  }
  const qubits: number[] = [];
  for (const index of indicesOf(scope, operand, selection, size)) qubits.push(at(index));
  if (qubits.length === 0) throw scopeError(scope, operand, 'a slice with qubits in it', 'an empty one');
  return { qubits, isSingle: false };
}

/**
 * The integers of a range, both ends included.
 *
 * @param size - of the register from which it chooses: ends below 0 count from its end, missing ones are its ends
 * @throws {DomainError} an end that is missing and not that of a register, or a step of 0
 */
export function* indicesOf(scope: Scope, at: SourcePlace, range: RangeExpression, size?: number): Generator<number> {
  const context = valuesIn(scope);
  const step = range.step === null ? 1 : integerOf(range.step, context);
  if (step === 0) throw scopeError(scope, at, 'a step other than 0', '0');
  const end = (expression: RangeExpression['start'], missing: number): number => {
    if (expression === null && size === undefined) throw scopeError(scope, at, 'a range with both ends', 'one without');
    const value = expression === null ? missing : integerOf(expression, context);
    return value < 0 && size !== undefined ? value + size : value;
  };
  const last = (size ?? 0) - 1;
  const from = end(range.start, step > 0 ? 0 : last);
  const to = end(range.end, step > 0 ? last : 0);
  for (let index = from; step > 0 ? index <= to : index >= to; index += step) yield index;
}

/** The values that a loop runs through. */
export function* loopValues(scope: Scope, at: SourcePlace, values: Selection): Generator<number> {
  if (values.kind === 'range') return yield* indicesOf(scope, at, values);
  const list = values.kind === 'set' ? values.values : [values.value];
  for (const value of list) yield integerOf(value, valuesIn(scope));
}
