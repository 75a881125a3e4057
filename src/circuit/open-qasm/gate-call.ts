/** @file What a gate with modifiers, or one defined by others, does to its qubits. */

import { DomainError } from '../../errors.ts';
import { type Affine, constantOf, plus } from './affine.ts';
import { argumentOf, evaluate, integerOf, numberOf } from './expression-value.ts';
import { checkCount, controlled, type GateAction, inverse, type Turn } from './gate-action.ts';
import { power } from './gate-power.ts';
import {
  declare,
  gateScope,
  innerScope,
  loopValues,
  type Meaning,
  meaningOf,
  qubitsOf,
  type Scope,
  scopeError,
  spend,
  valuesIn,
} from './scope.ts';
import type { GateCall, GateDefinition, Modifier, Statement } from './syntax.ts';
import { quoted, type SourcePlace } from './token.ts';

/** Most definitions inside one another. */
const DEEPEST = 200;
/** Largest angle handed to a gate: ten digits of its remainder by 2π are right. */
const LARGEST = 2 ** 20;
/** Most controls of a gate. */
const MOST_CONTROLS = 20;

/** Steps of each turn of a loop. */
export const LOOP_STEPS = 8;
/** Steps of a gate, and of a fractional power. */
const [GATE_STEPS, POWER_STEPS] = [4, 2 ** 11];

/**
 * What a gate call does: the gate, on the last of the qubits, with its modifiers from the innermost on, the last of which
 * to be written has its controls on the qubits next to it.
 *
 * @throws {DomainError} no such gate, other numbers of values and qubits, one qubit twice, and what modifiers refuse
 */
export function gateAction(
  scope: Scope,
  call: GateCall,
  values: readonly Affine[],
  qubits: readonly number[],
): GateAction {
  spend(scope, call, GATE_STEPS);
  const meaning = gateOf(scope, call);
  const counts = call.modifiers.map((modifier) => controlsOf(scope, modifier));
  const controls = counts.reduce((sum, count) => sum + count, 0);
  if (controls > MOST_CONTROLS) throw scopeError(scope, call, `at most ${MOST_CONTROLS} controls`, String(controls));
  const { gate } = meaning;
  const [given, own] = 'action' in gate ? [gate.values, gate.qubits] : [gate.parameters.length, gate.qubits.length];
  if (values.length !== given || qubits.length !== own + controls) {
    const got = `${values.length} and ${qubits.length}`;
    throw scopeError(scope, call, `${given} values and ${own + controls} qubits of ${quoted(call.name)}`, got);
  }
  const large = values.find(({ constant }) => Math.abs(constant) > LARGEST);
  if (large !== undefined) {
    throw scopeError(scope, call, `numbers of at most ${LARGEST} handed to a gate`, String(large.constant));
  }
  if (new Set(qubits).size < qubits.length) throw scopeError(scope, call, 'different qubits', 'one of them twice');
  const on = qubits.slice(controls);
  const plain = 'action' in gate ? gate.action(values, on) : definedAction(scope, gate, meaning.order, values, on);
  return located(scope, call, () => {
    let [action, end] = [plain, controls];
    for (const [k, modifier] of [...call.modifiers.entries()].reverse()) {
      const start = end - counts[k]!;
      action = modified(scope, action, modifier, qubits.slice(start, end));
      spend(scope, call, action.turns.length);
      end = start;
    }
    return action;
  });
}

/** @throws {DomainError} no gate of this name */
function gateOf(scope: Scope, { name, ...at }: Pick<GateCall, 'name' | 'line' | 'column'>) {
  const meaning = meaningOf(scope, name);
  if (meaning?.kind === 'gate') return meaning;
  throw scopeError(scope, at, 'a gate that is included or defined before', quoted(name));
}

function controlsOf(scope: Scope, { kind, value, ...at }: Modifier): number {
  if (kind !== 'ctrl' && kind !== 'negctrl') return 0;
  const count = value === null ? 1 : integerOf(value, valuesIn(scope));
  if (count >= 1) return count;
  throw scopeError(scope, at, 'one or more controls', String(count));
}

function modified(scope: Scope, action: GateAction, modifier: Modifier, controls: readonly number[]): GateAction {
  const { kind, value } = modifier;
  if (kind === 'inv') return inverse(action);
  if (kind === 'pow') {
    const exponent = numberOf(evaluate(value!, valuesIn(scope)), modifier, valuesIn(scope));
    spend(scope, modifier, Number.isInteger(exponent) ? 2 ** 6 : POWER_STEPS);
    return power(action, exponent);
  }
  return controls.reduceRight((gate, control) => controlled(gate, control, kind === 'ctrl' ? 1 : 0), action);
}

/** What fails inside, with the place of the gate. */
function located<Result>(scope: Scope, { line, column }: SourcePlace, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DomainError) || !error.message.startsWith('OpenQASM: ')) throw error;
    throw new DomainError(error.message.replace('OpenQASM', `${scope.name}:${line}:${column}`));
  }
}

/** A gate that the program defines, by the gates in its body. */
function definedAction(
  outer: Scope,
  { parameters, qubits: names, body, ...at }: GateDefinition,
  order: number,
  values: readonly Affine[],
  qubits: readonly number[],
): GateAction {
  if (outer.depth >= DEEPEST) throw scopeError(outer, at, `at most ${DEEPEST} gates inside one another`, 'more');
  const local = new Map<string, Meaning>([
    ...parameters.map((name, k): [string, Meaning] => [
      name,
      { kind: 'value', value: { type: 'real', value: values[k]! } },
    ]),
    ...names.map((name, k): [string, Meaning] => [name, { kind: 'qubits', qubits: [qubits[k]!], isSingle: true }]),
  ]);
  const turns: Turn[] = [];
  let phase = constantOf(0);
  const run = (scope: Scope, statements: readonly Statement[]): void => {
    for (const statement of statements) {
      spend(scope, statement);
      if (statement.kind === 'gate call') {
        const given = statement.values.map((value) => argumentOf(value, valuesIn(scope)));
        const on = statement.operands.flatMap((operand) => qubitsOf(scope, operand).qubits);
        const action = gateAction(scope, statement, given, on);
        located(scope, statement, () => checkCount(turns.length + action.turns.length));
        for (const turn of action.turns) turns.push(turn);
        phase = plus(phase, action.phase);
      } else if (statement.kind === 'block') {
        run(innerScope(scope), statement.body);
      } else if (statement.kind === 'loop') {
        for (const index of loopValues(scope, statement, statement.values)) {
          spend(scope, statement, LOOP_STEPS);
          const inner = innerScope(scope);
          declare(inner, statement.name, { kind: 'value', value: { type: 'integer', value: index } }, statement);
          run(inner, statement.body);
        }
      }
    }
  };
  run(gateScope(outer, order, local), body);
  return { turns, phase };
}

/**
 * Checks the body of a definition: gates that are known, on its own qubits.
 *
 * @throws {DomainError} another statement, gate or qubit, or a name twice
 */
export function checkDefinition(scope: Scope, definition: GateDefinition): void {
  const { parameters, qubits, body } = definition;
  const names = [...parameters, ...qubits];
  if (new Set(names).size < names.length) throw scopeError(scope, definition, 'different names', 'one of them twice');
  if (qubits.length === 0) throw scopeError(scope, definition, 'a gate with qubits', 'none');
  const check = (statement: Statement): void => {
    switch (statement.kind) {
      case 'gate call': {
        gateOf(scope, statement);
        for (const { name, selections, ...at } of statement.operands) {
          if (qubits.includes(name) && selections.length === 0) continue;
          throw scopeError(scope, at, `qubits of the gate (${qubits.join(', ')}) without an index`, quoted(name));
        }
        return;
      }
      case 'block':
      case 'loop':
        for (const inner of statement.body) check(inner);
        return;
      case 'barrier':
      case 'delay':
        return;
      default:
        throw scopeError(scope, statement, 'gates in the body of a gate', `${quoted(statement.kind)}`);
    }
  };
  for (const statement of body) check(statement);
}
