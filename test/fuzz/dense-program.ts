/**
 * @file What an OpenQASM 3 program does, by matrices from its specification: no Pauli words, and a library in terms of U,
 * gphase and modifiers alone. For programs that are known to be right.
 */

import { parseProgram } from '../../src/circuit/open-qasm/parse-program.ts';
import type {
  Expression,
  GateCall,
  GateDefinition,
  Operand,
  Selection,
  Statement,
} from '../../src/circuit/open-qasm/syntax.ts';
import {
  type Complex,
  type ComplexMatrix,
  complexMatrix,
  identityMatrix,
  zeroMatrix,
} from '../../src/linalg/complex.ts';
import { adjoint, multiply } from '../../src/linalg/matrix.ts';
import { normalEigen } from '../../src/linalg/normal-eigen.ts';

const LIBRARY = `OPENQASM 3;
gate p(a) q { ctrl @ gphase(a) q; } gate phase(a) q { p(a) q; } gate u1(a) q { p(a) q; }
gate x q { U(pi, 0, pi) q; gphase(-pi / 2); } gate y q { U(pi, pi / 2, pi / 2) q; gphase(-pi / 2); }
gate z q { p(pi) q; } gate h q { U(pi / 2, 0, pi) q; gphase(-pi / 4); } gate id q { U(0, 0, 0) q; }
gate s q { pow(0.5) @ z q; } gate sdg q { inv @ pow(0.5) @ z q; }
gate t q { pow(0.5) @ s q; } gate tdg q { inv @ pow(0.5) @ s q; } gate sx q { pow(0.5) @ x q; }
gate rx(a) q { U(a, -pi / 2, pi / 2) q; gphase(-a / 2); } gate ry(a) q { U(a, 0, 0) q; gphase(-a / 2); }
gate rz(a) q { gphase(-a / 2); U(0, 0, a) q; }
gate cx q, r { ctrl @ x q, r; } gate CX q, r { ctrl @ x q, r; } gate cy q, r { ctrl @ y q, r; }
gate cz q, r { ctrl @ z q, r; } gate ch q, r { ctrl @ h q, r; }
gate cp(a) q, r { ctrl @ p(a) q, r; } gate cphase(a) q, r { ctrl @ p(a) q, r; }
gate crx(a) q, r { ctrl @ rx(a) q, r; } gate cry(a) q, r { ctrl @ ry(a) q, r; } gate crz(a) q, r { ctrl @ rz(a) q, r; }
gate swap q, r { cx q, r; cx r, q; cx q, r; } gate ccx q, r, t { ctrl @ ctrl @ x q, r, t; }
gate cswap q, r, t { ctrl @ swap q, r, t; } gate cu(a, b, c, d) q, r { p(d - a / 2) q; ctrl @ U(a, b, c) q, r; }
gate u2(b, c) q { gphase(-(b + c + pi / 2) / 2); U(pi / 2, b, c) q; }
gate u3(a, b, c) q { gphase(-(a + b + c) / 2); U(a, b, c) q; }
`;

/** A number and whether it is an integer. */
type Numeral = readonly [value: number, isInteger: boolean];
type Name = Numeral | readonly number[];

/** What names mean: numbers and qubits here, those of the whole program, and gates. */
interface Scope {
  readonly names: Map<string, Name>;
  readonly globals: Map<string, Name>;
  readonly gates: Map<string, GateDefinition>;
}

const inner = (scope: Scope, ...added: readonly (readonly [string, Name])[]): Scope => ({
  ...scope,
  names: new Map([...scope.names, ...added]),
});

/**
 * The unitary of the program, 2ⁿ × 2ⁿ.
 *
 * @param inputs - values of its inputs in their order
 */
export function denseUnitary(text: string, inputs: readonly number[]): ComplexMatrix {
  const globals = new Map<string, Name>();
  const scope: Scope = { names: globals, globals, gates: new Map() };
  for (const gate of parseProgram(LIBRARY, 'library').statements)
    if (gate.kind === 'gate definition') scope.gates.set(gate.name, gate);
  const applied: (readonly [ComplexMatrix, readonly number[]])[] = [];
  let [qubits, next] = [0, 0];
  const run = (statements: readonly Statement[], scope: Scope): void => {
    for (const statement of statements) {
      if (statement.kind === 'qubits') {
        const [size] = statement.size === null ? [1] : numeral(statement.size, scope);
        scope.names.set(
          statement.name,
          Array.from({ length: size }, (_, k) => qubits + k),
        );
        if (statement.size === null) singles.add(statement.name);
        qubits += size;
      } else if (statement.kind === 'input') scope.names.set(statement.name, [inputs[next++]!, false]);
      else if (statement.kind === 'value')
        scope.names.set(statement.name, cast(statement.type, numeral(statement.value, scope)));
      else if (statement.kind === 'alias')
        scope.names.set(
          statement.name,
          statement.parts.flatMap((part) => chosen(part, scope)),
        );
      else if (statement.kind === 'gate definition') scope.gates.set(statement.name, statement);
      else if (statement.kind === 'gate call') applied.push(...calls(statement, scope, singles));
      else runInner(statement, scope, run);
    }
  };
  const singles = new Set<string>();
  run(parseProgram(text, 'program').statements, scope);
  return applied.reduce(
    (matrix, [gate, on]) => multiply(embedded(gate, on, qubits), matrix),
    identityMatrix(2 ** qubits),
  );
}

/** Blocks, conditions and loops. */
function runInner(
  statement: Statement,
  scope: Scope,
  run: (statements: readonly Statement[], scope: Scope) => void,
): void {
  if (statement.kind === 'block') run(statement.body, inner(scope));
  if (statement.kind === 'condition') {
    run(numeral(statement.condition, scope)[0] ? statement.body : statement.otherwise, inner(scope));
  }
  if (statement.kind === 'loop') {
    for (const value of indices(statement.values, scope)) {
      run(statement.body, inner(scope, [statement.name, [value, true]]));
    }
  }
}

/** The gates of a call, one for each qubit of its registers. */
function calls(
  call: GateCall,
  scope: Scope,
  singles: ReadonlySet<string>,
): (readonly [ComplexMatrix, readonly number[]])[] {
  const operands = call.operands.map((operand) => chosen(operand, scope));
  const isSingle = call.operands.map(
    ({ name, selections }) =>
      selections.some(({ kind }) => kind === 'single') || (selections.length === 0 && singles.has(name)),
  );
  const width = operands.find((_, k) => !isSingle[k])?.length ?? 1;
  const gate = gateMatrix(call, scope);
  return Array.from({ length: width }, (_, k) => [gate, operands.map((on, o) => on[isSingle[o] ? 0 : k]!)] as const);
}

function gateMatrix(call: GateCall, scope: Scope): ComplexMatrix {
  const values = call.values.map((value) => numeral(value, scope)[0]);
  let matrix = plainMatrix(call.name, values, scope);
  for (const { kind, value } of call.modifiers.toReversed()) {
    const count = value === null ? 1 : numeral(value, scope)[0];
    if (kind === 'inv') matrix = adjoint(matrix);
    if (kind === 'pow') matrix = powerOf(matrix, count);
    for (let k = 0; k < count && (kind === 'ctrl' || kind === 'negctrl'); k++)
      matrix = controlledBy(matrix, kind === 'ctrl');
  }
  return matrix;
}

function plainMatrix(name: string, values: readonly number[], scope: Scope): ComplexMatrix {
  const phase = (angle: number): Complex => [Math.cos(angle), Math.sin(angle)];
  const [a = 0, b = 0, c = 0] = values;
  if (name === 'gphase') return complexMatrix([[Math.cos(a)]], [[Math.sin(a)]]);
  if (name === 'U') {
    const entries = [
      [phase(a / 2 + c), -1],
      [phase(a / 2 + b), 1],
    ] as const;
    const [[x, y], [u, v]] = [phase(a / 2), phase(a / 2 + b + c)];
    const [cosine, sine] = [Math.cos(a / 2), Math.sin(a / 2)];
    const off = entries.map(([[re, im], sign]) => [sign * sine * re, sign * sine * im] as const);
    return complexMatrix(
      [
        [cosine * x, off[0]![0]],
        [off[1]![0], cosine * u],
      ],
      [
        [cosine * y, off[0]![1]],
        [off[1]![1], cosine * v],
      ],
    );
  }
  const { parameters, qubits, body } = scope.gates.get(name)!;
  const local: Scope = { ...scope, names: new Map(scope.globals) };
  for (const [k, parameter] of parameters.entries()) local.names.set(parameter, [values[k]!, false]);
  for (const [k, qubit] of qubits.entries()) local.names.set(qubit, [k]);
  let matrix = identityMatrix(2 ** qubits.length);
  const run = (statements: readonly Statement[], inner: Scope): void => {
    for (const statement of statements) {
      if (statement.kind !== 'gate call') runInner(statement, inner, run);
      else {
        const on = statement.operands.map((operand) => chosen(operand, inner)[0]!);
        matrix = multiply(embedded(gateMatrix(statement, inner), on, qubits.length), matrix);
      }
    }
  };
  run(body, local);
  return matrix;
}

/** 1 ⊕ G, or G ⊕ 1. */
function controlledBy(gate: ComplexMatrix, value: boolean): ComplexMatrix {
  const matrix = identityMatrix(2 * gate.rows);
  const shift = value ? gate.rows : 0;
  for (let row = 0; row < gate.rows; row++) {
    const from = 2 * row * gate.cols;
    matrix.interleaved.set(
      gate.interleaved.subarray(from, from + 2 * gate.cols),
      2 * ((row + shift) * matrix.cols + shift),
    );
  }
  return matrix;
}

function powerOf(gate: ComplexMatrix, exponent: number): ComplexMatrix {
  const { phases, vectors } = normalEigen(gate);
  const size = gate.rows;
  const diagonal = zeroMatrix(size, size);
  phases.forEach((phase, k) => {
    const angle = exponent * (phase < 1e-9 - Math.PI ? phase + 2 * Math.PI : phase);
    diagonal.interleaved.set([Math.cos(angle), Math.sin(angle)], 2 * k * (size + 1));
  });
  return multiply(multiply(vectors, diagonal), vectors, { adjointB: true });
}

/** The gate on some qubits of a register; the first is the most significant bit of the gate's index. */
function embedded(gate: ComplexMatrix, on: readonly number[], qubits: number): ComplexMatrix {
  const size = 2 ** qubits;
  const matrix = zeroMatrix(size, size);
  const bits = on.map((qubit) => qubits - 1 - qubit);
  const inside = (index: number): number => bits.reduce((sum, bit) => 2 * sum + ((index >> bit) & 1), 0);
  const outside = (index: number): number => bits.reduce((rest, bit) => rest & ~(1 << bit), index);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (outside(row) !== outside(column)) continue;
      const from = 2 * (inside(row) * gate.cols + inside(column));
      matrix.interleaved.set(gate.interleaved.subarray(from, from + 2), 2 * (row * size + column));
    }
  }
  return matrix;
}

function chosen(operand: Operand, scope: Scope): readonly number[] {
  return operand.selections.reduce(
    (register, selection) => indices(selection, scope, register.length).map((index) => register.at(index)!),
    scope.names.get(operand.name) as readonly number[],
  );
}

function indices(selection: Selection, scope: Scope, size?: number): readonly number[] {
  if (selection.kind === 'single') return [numeral(selection.value, scope)[0]];
  if (selection.kind === 'set') return selection.values.map((value) => numeral(value, scope)[0]);
  const part = (value: Expression | null, missing: number): number =>
    value === null ? missing : numeral(value, scope)[0];
  const step = part(selection.step, 1);
  const wrapped = (index: number): number => (size !== undefined && index < 0 ? index + size : index);
  const last = (size ?? 0) - 1;
  const [from, to] = step > 0 ? [0, last] : [last, 0];
  const [start, end] = [wrapped(part(selection.start, from)), wrapped(part(selection.end, to))];
  return Array.from({ length: Math.max(0, Math.floor((end - start) / step) + 1) }, (_, k) => start + k * step);
}

function cast(type: string, [value, isInteger]: Numeral): Numeral {
  if (type === 'bool') return [Number(value !== 0), true];
  return type === 'int' || type === 'uint' ? [Math.trunc(value), true] : [value, isInteger && false];
}

function numeral(expression: Expression, scope: Scope): Numeral {
  switch (expression.kind) {
    case 'number':
      return [expression.value, expression.isInteger];
    case 'boolean':
      return [Number(expression.value), true];
    case 'name': {
      const constants: Readonly<Record<string, number>> = {
        pi: Math.PI,
        π: Math.PI,
        tau: 2 * Math.PI,
        τ: 2 * Math.PI,
        euler: Math.E,
        ℇ: Math.E,
      };
      const constant = constants[expression.name];
      return constant === undefined ? (scope.names.get(expression.name) as Numeral) : [constant, false];
    }
    case 'unary': {
      const [value, isInteger] = numeral(expression.operand, scope);
      return expression.operator === '!' ? [Number(!value), true] : [-value, isInteger];
    }
    case 'call': {
      const [[x, first] = [0, false], [y, second] = [1, true]] = expression.values.map((value) =>
        numeral(value, scope),
      );
      const { name } = expression;
      if (['int', 'uint', 'float', 'angle', 'bool'].includes(name)) return cast(name, [x, first]);
      const names: Readonly<Record<string, string>> = {
        arccos: 'acos',
        arcsin: 'asin',
        arctan: 'atan',
        ceiling: 'ceil',
      };
      const value =
        name === 'mod'
          ? ((x % y) + y) % y
          : (Math[(names[name] ?? name) as 'pow'] as (a: number, b: number) => number)(x, y);
      return [
        value,
        name === 'ceiling' || name === 'floor' || (first && second && (name === 'mod' || (name === 'pow' && y >= 0))),
      ];
    }
    default:
      return operation(expression as Extract<Expression, { kind: 'binary' }>, scope);
  }
}

function operation({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, scope: Scope): Numeral {
  const [x, first] = numeral(left, scope);
  if (operator === '&&' || operator === '||') {
    return [Number(operator === '&&' ? x && numeral(right, scope)[0] : x || numeral(right, scope)[0]) ? 1 : 0, true];
  }
  const [y, second] = numeral(right, scope);
  const both = first && second;
  const values: Readonly<Record<string, () => number>> = {
    '+': () => x + y,
    '-': () => x - y,
    '*': () => x * y,
    '/': () => (both ? Math.trunc(x / y) : x / y),
    '%': () => x % y,
    '**': () => x ** y,
    '<<': () => x * 2 ** y,
    '>>': () => Math.floor(x / 2 ** y),
    '&': () => Number(BigInt(x) & BigInt(y)),
    '|': () => Number(BigInt(x) | BigInt(y)),
    '^': () => Number(BigInt(x) ^ BigInt(y)),
    '==': () => Number(x === y),
    '!=': () => Number(x !== y),
    '<': () => Number(x < y),
    '<=': () => Number(x <= y),
    '>': () => Number(x > y),
    '>=': () => Number(x >= y),
  };
  return [values[operator]!(), both && !(operator === '**' && y < 0)];
}
