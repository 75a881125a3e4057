/** @file Expressions, and the qubits to which gates apply, of both versions of OpenQASM. */

import type { Expression, Operand, Selection } from './syntax.ts';
import { placeOf, type TokenReader } from './token-reader.ts';

/** Operators from the loosest to the tightest; those of a level associate to the left. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];
/** In OpenQASM 2 there are five, and ^ is the power. */
const LEVELS_2: readonly (readonly string[])[] = [
  ['+', '-'],
  ['*', '/'],
];
const POWER = { 2: '^', 3: '**' } as const;
const SIGNS = { 2: ['-', '+'], 3: ['-', '!', '~'] } as const;

/** Most operands of a statement. */
const MOST_OPERANDS = 4096;

/** An expression. */
export function parseExpression(reader: TokenReader, version: 2 | 3, level = 0): Expression {
  const levels = version === 2 ? LEVELS_2 : LEVELS;
  const operators = levels[level];
  if (operators === undefined) return parseSigned(reader, version);
  const start = reader.peek();
  let left = parseExpression(reader, version, level + 1);
  for (;;) {
    const { kind, text } = reader.peek();
    if (kind !== 'symbol' || !operators.includes(text)) return left;
    reader.take();
    const right = parseExpression(reader, version, level + 1);
    left = { kind: 'binary', operator: text, left, right, ...placeOf(start) };
  }
}

/** Signs bind less than a power and more than a product. */
function parseSigned(reader: TokenReader, version: 2 | 3): Expression {
  const start = reader.peek();
  const isSign = start.kind === 'symbol' && (SIGNS[version] as readonly string[]).includes(start.text);
  if (isSign) {
    reader.take();
    const operand = reader.nested(() => parseSigned(reader, version));
    return { kind: 'unary', operator: start.text, operand, ...placeOf(start) };
  }
  const base = parsePrimary(reader, version);
  if (!reader.takes(POWER[version])) return base;
  const right = reader.nested(() => parseSigned(reader, version));
  return { kind: 'binary', operator: '**', left: base, right, ...placeOf(start) };
}

function parsePrimary(reader: TokenReader, version: 2 | 3): Expression {
  const token = reader.peek();
  const place = placeOf(token);
  if (reader.takes('(')) {
    const inner = reader.nested(() => parseExpression(reader, version));
    reader.expect(')');
    return inner;
  }
  if (token.kind === 'integer' || token.kind === 'real') {
    reader.take();
    const value = Number(token.text.replaceAll('_', '').toLowerCase());
    return { kind: 'number', value, isInteger: token.kind === 'integer', ...place };
  }
  if (token.kind === 'duration') {
    reader.take();
    return { kind: 'duration', ...place };
  }
  if (token.kind !== 'name') throw reader.error('an expression');
  reader.take();
  if (version === 3 && (token.text === 'true' || token.text === 'false')) {
    return { kind: 'boolean', value: token.text === 'true', ...place };
  }
  if (version === 3 && reader.takes('[')) {
    // a cast to a type with a size, float[64](x); the size changes no value
    parseExpression(reader, version);
    reader.expect(']');
    if (reader.peek().text !== '(') throw reader.error("'(' after a type (elements of registers are no values)");
  }
  if (!reader.takes('(')) return { kind: 'name', name: token.text, ...place };
  return { kind: 'call', name: token.text, values: parseValues(reader, version), ...place };
}

/** The values of a call behind its opening bracket, and the closing one. */
export function parseValues(reader: TokenReader, version: 2 | 3): readonly Expression[] {
  const values: Expression[] = [];
  while (!reader.takes(')')) {
    values.push(reader.nested(() => parseExpression(reader, version)));
    if (!reader.takes(',') && reader.peek().text !== ')') throw reader.error("',' or ')'");
  }
  return values;
}

/** A name and what is chosen from it. */
export function parseOperand(reader: TokenReader, version: 2 | 3): Operand {
  if (reader.peek().text === '$') throw reader.error('a declared qubit');
  const name = reader.expectName('a qubit or register');
  const selections: Selection[] = [];
  while (reader.takes('[')) {
    selections.push(parseSelection(reader, version));
    reader.expect(']');
  }
  return { name: name.text, selections, ...placeOf(name) };
}

/** Operands up to a semicolon or an arrow, separated by commas. */
export function parseOperands(reader: TokenReader, version: 2 | 3): readonly Operand[] {
  const operands = [parseOperand(reader, version)];
  while (reader.takes(',')) {
    if (reader.peek().text === ';') break;
    if (operands.length >= MOST_OPERANDS)
      throw reader.error(`at most ${MOST_OPERANDS} operands`, reader.peek(), 'more');
    operands.push(parseOperand(reader, version));
  }
  return operands;
}

/** One value, a range, or a set in braces. */
export function parseSelection(reader: TokenReader, version: 2 | 3): Selection {
  if (version === 3 && reader.takes('{')) {
    const values: Expression[] = [];
    while (!reader.takes('}')) {
      values.push(parseExpression(reader, version));
      if (!reader.takes(',') && reader.peek().text !== '}') throw reader.error("',' or '}'");
    }
    return { kind: 'set', values };
  }
  const part = (): Expression | null => {
    const { text } = reader.peek();
    return text === ':' || text === ']' ? null : parseExpression(reader, version);
  };
  const start = part();
  if (start !== null && (version === 2 || reader.peek().text !== ':')) return { kind: 'single', value: start };
  reader.expect(':');
  const second = part();
  if (!reader.takes(':')) return { kind: 'range', start, step: null, end: second };
  return { kind: 'range', start, step: second, end: part() };
}
