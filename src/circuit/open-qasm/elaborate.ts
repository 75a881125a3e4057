/** @file From the statements of an OpenQASM program to rotations: gates applied, loops run, definitions expanded. */

import { type Affine, isConstant, parameterOf, plus } from './affine.ts';
import { argumentOf, castTo, evaluate, integerOf, isTrue, real } from './expression-value.ts';
import { MOST_TURNS, type Turn } from './gate-action.ts';
import { checkDefinition, gateAction, LOOP_STEPS } from './gate-call.ts';
import {
  declare,
  innerScope,
  loopValues,
  meaningOf,
  qubitsOf,
  type Scope,
  scopeError,
  spend,
  valuesIn,
} from './scope.ts';
import { isRedefinable, LIBRARIES } from './standard-gates.ts';
import type { GateCall, GateDefinition, Operand, Statement } from './syntax.ts';
import { quoted, type SourcePlace } from './token.ts';

/** Most qubits of a program. */
const MOST_QUBITS = 1024;

/** A parameter of a circuit that was read. */
export interface ProgramParameter {
  /** The input's name, or the place of the number that was made a parameter, 'line:column'. */
  readonly name: string;
  /** The value in the program or given for the input; null if there is none. */
  readonly value: number | null;
}

/** What becomes of the numbers in a program, see `OpenQasmReading`. */
export interface Elaboration {
  readonly values: Readonly<Record<string, number>>;
  readonly free: 'unbound' | 'inputs' | 'arguments';
  readonly measurements: 'final' | 'none';
  /** Grows as the program goes on. */
  readonly turns: Turn[];
  readonly parameters: ProgramParameter[];
  readonly measured: Set<number>;
  /** Names of inputs that were declared. */
  readonly inputs: Set<string>;
  phase: Affine;
  qubits: number;
  hasDelays: boolean;
}

/** Carries out a statement. */
export function elaborate(state: Elaboration, scope: Scope, statement: Statement): void {
  spend(scope, statement);
  switch (statement.kind) {
    case 'gate call':
      applyGate(state, scope, statement);
      return;
    case 'gate definition':
      defineGate(scope, statement);
      return;
    case 'measurement':
      measure(state, scope, statement.of, statement);
      return;
    case 'barrier':
    case 'delay':
      for (const operand of statement.operands) spend(scope, operand, qubitsOf(scope, operand).qubits.length);
      state.hasDelays ||= statement.kind === 'delay';
      return;
    case 'block':
      elaborateAll(state, innerScope(scope), statement.body);
      return;
    case 'condition': {
      const body = isTrue(statement.condition, valuesIn(scope)) ? statement.body : statement.otherwise;
      elaborateAll(state, innerScope(scope), body);
      return;
    }
    case 'loop':
      for (const index of loopValues(scope, statement, statement.values)) {
        spend(scope, statement, LOOP_STEPS);
        const inner = innerScope(scope);
        declare(inner, statement.name, { kind: 'value', value: { type: 'integer', value: index } }, statement);
        elaborateAll(state, inner, statement.body);
      }
      return;
    default:
      declareNames(state, scope, statement);
      return;
  }
}

function elaborateAll(state: Elaboration, scope: Scope, statements: readonly Statement[]): void {
  for (const statement of statements) elaborate(state, scope, statement);
}

type Declaration = Extract<Statement, { kind: 'include' | 'qubits' | 'bits' | 'input' | 'value' | 'alias' }>;

function declareNames(state: Elaboration, scope: Scope, statement: Declaration): void {
  const { kind } = statement;
  if (kind !== 'value' && kind !== 'alias' && scope.levels.length > 1) {
    throw scopeError(
      scope,
      statement,
      'declarations of registers, bits, inputs and libraries outside of blocks',
      `${kind} inside`,
    );
  }
  switch (kind) {
    case 'include':
      includeLibrary(scope, statement);
      return;
    case 'qubits':
    case 'bits': {
      const size = statement.size === null ? 1 : integerOf(statement.size, valuesIn(scope));
      if (!(size >= 1 && size <= MOST_QUBITS && (kind === 'bits' || state.qubits + size <= MOST_QUBITS))) {
        throw scopeError(scope, statement, `registers of 1 to ${MOST_QUBITS} qubits or bits together`, String(size));
      }
      if (kind === 'bits') {
        declare(scope, statement.name, { kind: 'bits' }, statement);
        if (statement.measured !== null) measure(state, scope, statement.measured, statement);
        return;
      }
      const qubits = Array.from({ length: size }, (_, k) => state.qubits + k);
      state.qubits += size;
      declare(scope, statement.name, { kind: 'qubits', qubits, isSingle: statement.size === null }, statement);
      return;
    }
    case 'input':
      declareInput(state, scope, statement);
      return;
    case 'value': {
      const context = valuesIn(scope);
      const value = castTo(statement.type, evaluate(statement.value, context), statement.value, context);
      declare(scope, statement.name, { kind: 'value', value }, statement);
      return;
    }
    case 'alias': {
      const parts = statement.parts.map((part) => qubitsOf(scope, part));
      const qubits = parts.flatMap((part) => part.qubits);
      const isSingle = parts.length === 1 && parts[0]!.isSingle;
      if (qubits.length > MOST_QUBITS || new Set(qubits).size < qubits.length) {
        throw scopeError(scope, statement, 'different qubits under one name', 'one of them twice');
      }
      declare(scope, statement.name, { kind: 'qubits', qubits, isSingle }, statement);
      return;
    }
  }
}

function includeLibrary(scope: Scope, statement: Extract<Statement, { kind: 'include' }>): void {
  const { file, gates } = LIBRARIES[scope.version];
  if (statement.file !== file) {
    throw scopeError(
      scope,
      statement,
      `the library ${quoted(file)} of OpenQASM ${scope.version}`,
      quoted(statement.file),
    );
  }
  for (const [name, gate] of Object.entries(gates)) {
    const known = meaningOf(scope, name);
    if (known?.kind === 'gate' && known.gate === gate) continue;
    declare(scope, name, { kind: 'gate', gate, isRedefinable: isRedefinable(name, scope.version) }, statement);
  }
}

function declareInput(state: Elaboration, scope: Scope, statement: Extract<Statement, { kind: 'input' }>): void {
  const { name, type } = statement;
  const given = Object.hasOwn(state.values, name) ? state.values[name]! : null;
  const isReal = type === 'float' || type === 'angle';
  state.inputs.add(name);
  if (isReal && (given === null || state.free !== 'unbound')) {
    const parameter = state.parameters.push({ name, value: given }) - 1;
    const value = { type: 'real', value: parameterOf(parameter) } as const;
    declare(scope, name, { kind: 'value', value }, statement);
    return;
  }
  if (given === null) throw scopeError(scope, statement, `a value for the ${type} ${quoted(name)}`, 'none');
  const value = castTo(type, real(given), statement, valuesIn(scope));
  declare(scope, name, { kind: 'value', value }, statement);
}

function defineGate(scope: Scope, definition: GateDefinition): void {
  if (scope.levels.length > 1)
    throw scopeError(scope, definition, 'definitions of gates outside of blocks', 'one inside');
  checkDefinition(scope, definition);
  declare(scope, definition.name, { kind: 'gate', gate: definition, isRedefinable: false }, definition);
}

function measure(state: Elaboration, scope: Scope, of: Operand, at: SourcePlace): void {
  if (state.measurements === 'none') throw scopeError(scope, at, 'gates', "'measure'");
  for (const qubit of qubitsOf(scope, of).qubits) state.measured.add(qubit);
}

/** A gate on qubits, or on each of the qubits of registers. */
function applyGate(state: Elaboration, scope: Scope, call: GateCall): void {
  const operands = call.operands.map((operand) => qubitsOf(scope, operand));
  const widths = new Set(operands.filter(({ isSingle }) => !isSingle).map(({ qubits }) => qubits.length));
  if (widths.size > 1)
    throw scopeError(scope, call, 'registers of the same size', `sizes ${[...widths].join(' and ')}`);
  const values = argumentsOf(state, scope, call);
  for (let k = 0; k < ([...widths][0] ?? 1); k++) {
    spend(scope, call);
    const on = operands.map(({ qubits, isSingle }) => qubits[isSingle ? 0 : k]!);
    if (on.some((qubit) => state.measured.has(qubit))) {
      throw scopeError(scope, call, 'gates before measurements', `${quoted(call.name)} on a qubit that was measured`);
    }
    const { turns, phase } = gateAction(scope, call, values, on);
    if (state.turns.length + turns.length > MOST_TURNS) {
      throw scopeError(scope, call, `a program of at most ${MOST_TURNS} rotations`, 'more');
    }
    for (const turn of turns) state.turns.push(turn);
    state.phase = plus(state.phase, phase);
  }
}

/** The values of a gate; numbers become parameters where they are to be free. */
function argumentsOf(state: Elaboration, scope: Scope, { values, modifiers, name }: GateCall): readonly Affine[] {
  const isFree = state.free === 'arguments' && (name !== 'gphase' || modifiers.length > 0);
  return values.map((expression) => {
    const value = argumentOf(expression, valuesIn(scope));
    if (!isFree || !isConstant(value)) return value;
    const place = `${expression.line}:${expression.column}`;
    return parameterOf(state.parameters.push({ name: place, value: value.constant }) - 1);
  });
}
