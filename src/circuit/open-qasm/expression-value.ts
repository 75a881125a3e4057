/** @file The values of expressions: integers, truth values, and real numbers that may depend on the circuit's parameters. */

import type { DomainError } from '../../errors.ts';
import { type Affine, constantOf, isConstant, plus, times } from './affine.ts';
import type { Expression, ScalarType } from './syntax.ts';
import { quoted, type SourcePlace } from './token.ts';

/** A value that is known before the circuit runs, or a real number that depends on its parameters. */
export type Value =
  | { readonly type: 'integer'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'real'; readonly value: Affine };

/** What an expression is evaluated with. */
export interface ValueContext {
  readonly version: 2 | 3;
  /** The value of a name; an error if it has none. */
  readonly valueOfName: (name: string, at: SourcePlace) => Value;
  readonly error: (at: SourcePlace, required: string, got: string) => DomainError;
  /** Counts an operation; throws if there are too many. */
  readonly spend: (at: SourcePlace) => void;
}

export const real = (value: number): Value => ({ type: 'real', value: constantOf(value) });

const CONSTANTS: Readonly<Record<string, number>> = {
  pi: Math.PI,
  π: Math.PI,
  tau: 2 * Math.PI,
  τ: 2 * Math.PI,
  euler: Math.E,
  ℇ: Math.E,
};
const FUNCTIONS_2: Readonly<Record<string, (x: number) => number>> = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
};
const FUNCTIONS: Readonly<Record<string, (x: number, y: number) => number>> = {
  arccos: Math.acos,
  arcsin: Math.asin,
  arctan: Math.atan,
  ceiling: Math.ceil,
  cos: Math.cos,
  exp: Math.exp,
  floor: Math.floor,
  log: Math.log,
  mod: (x, y) => x - y * Math.floor(x / y),
  pow: (x, y) => x ** y,
  sin: Math.sin,
  sqrt: Math.sqrt,
  tan: Math.tan,
};

/** @throws {DomainError} a name without a value, an operation that has no value, or none that depends on parameters as angles may */
export function evaluate(expression: Expression, context: ValueContext): Value {
  context.spend(expression);
  switch (expression.kind) {
    case 'number':
      return checked(literal(expression, context.version), expression, context);
    case 'boolean':
      return { type: 'boolean', value: expression.value };
    case 'duration':
      throw context.error(expression, 'a number without a unit of time', 'a duration');
    case 'name':
      return nameValue(expression, context);
    case 'unary':
      return checked(unary(expression, context), expression, context);
    case 'binary':
      return checked(binary(expression, context), expression, context);
    case 'call':
      return checked(call(expression, context), expression, context);
  }
}

/** In OpenQASM 2 all numbers are real, so that 1/2 is a half. */
const literal = ({ value, isInteger }: Extract<Expression, { kind: 'number' }>, version: 2 | 3): Value =>
  isInteger && version === 3 ? { type: 'integer', value } : real(value);

function nameValue({ name, ...at }: Extract<Expression, { kind: 'name' }>, context: ValueContext): Value {
  const constant =
    Object.hasOwn(CONSTANTS, name) && (context.version === 3 || name === 'pi') ? CONSTANTS[name] : undefined;
  return constant === undefined ? context.valueOfName(name, at) : real(constant);
}

function checked(value: Value, at: SourcePlace, { error }: ValueContext): Value {
  if (value.type === 'integer' && !Number.isSafeInteger(value.value)) {
    throw error(at, 'an integer below 2⁵³', String(value.value));
  }
  if (value.type === 'real' && !Number.isFinite(value.value.constant)) {
    throw error(at, 'a finite number', String(value.value.constant));
  }
  return value;
}

type Unary = Extract<Expression, { kind: 'unary' }>;
type Binary = Extract<Expression, { kind: 'binary' }>;
type Call = Extract<Expression, { kind: 'call' }>;

function unary({ operator, operand, ...at }: Unary, context: ValueContext): Value {
  const value = evaluate(operand, context);
  if (operator === '!') return { type: 'boolean', value: !truthOf(value, at, context) };
  if (operator === '~') throw context.error(at, 'an operator other than ~, which needs a number of bits', "'~'");
  checkNumber(value, at, context);
  if (operator === '+') return value;
  if (value.type === 'integer') return { type: 'integer', value: -value.value };
  return { type: 'real', value: times(realOf(value), -1) };
}

function binary({ operator, left, right, ...at }: Binary, context: ValueContext): Value {
  const a = evaluate(left, context);
  if (operator === '&&' || operator === '||') {
    const truth = truthOf(a, at, context);
    if (truth === (operator === '||')) return { type: 'boolean', value: truth };
    return { type: 'boolean', value: truthOf(evaluate(right, context), at, context) };
  }
  const b = evaluate(right, context);
  if (['==', '!=', '<', '<=', '>', '>='].includes(operator)) return comparison(operator, a, b, at, context);
  checkNumber(a, at, context);
  checkNumber(b, at, context);
  const whole = a.type === 'integer' && b.type === 'integer' ? wholeNumber(operator, a.value, b.value) : undefined;
  if (whole !== undefined) return { type: 'integer', value: whole };
  const [x, y] = [realOf(a), realOf(b)];
  if (operator === '+') return { type: 'real', value: plus(x, y) };
  if (operator === '-') return { type: 'real', value: plus(x, y, -1) };
  if (operator === '*' && isConstant(y)) return { type: 'real', value: times(x, y.constant) };
  if (operator === '*' && isConstant(x)) return { type: 'real', value: times(y, x.constant) };
  if (operator === '/' && isConstant(y)) return { type: 'real', value: divided(x, y.constant) };
  const [u, v] = [numberOf(a, at, context), numberOf(b, at, context)];
  if (operator === '**') return real(u ** v);
  if (operator === '%') return real(u % v);
  throw context.error(at, `integers on both sides of ${operator}`, `${u} and ${v}`);
}

const divided = (x: Affine, by: number): Affine =>
  isConstant(x) || by === 0
    ? constantOf(x.constant / by)
    : { constant: x.constant / by, scales: times(x, 1 / by).scales };

/** Integer arithmetic; undefined where the result is no integer. */
function wholeNumber(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return Math.trunc(a / b) + 0;
    case '%':
      return (a % b) + 0;
    case '**':
      return b >= 0 ? a ** b : undefined;
    case '<<':
      return a * 2 ** b;
    case '>>':
      return Math.floor(a / 2 ** b);
    default:
      return bitwise(operator, a, b);
  }
}

function bitwise(operator: string, a: number, b: number): number | undefined {
  const [x, y] = [BigInt(a), BigInt(b)];
  if (operator === '&') return Number(x & y);
  if (operator === '|') return Number(x | y);
  return operator === '^' ? Number(x ^ y) : undefined;
}

function comparison(operator: string, a: Value, b: Value, at: SourcePlace, context: ValueContext): Value {
  const [x, y] = [numberOf(a, at, context), numberOf(b, at, context)];
  const order = { '==': x === y, '!=': x !== y, '<': x < y, '<=': x <= y, '>': x > y, '>=': x >= y };
  return { type: 'boolean', value: order[operator as keyof typeof order] };
}

/** A function or a cast. */
function call({ name, values, ...at }: Call, context: ValueContext): Value {
  const known: Readonly<Record<string, (x: number, y: number) => number>> =
    context.version === 2 ? FUNCTIONS_2 : FUNCTIONS;
  const isCast = context.version === 3 && ['int', 'uint', 'float', 'angle', 'bool'].includes(name);
  if (!isCast && !Object.hasOwn(known, name)) {
    throw context.error(at, `a function of numbers (${Object.keys(known).join(', ')})`, quoted(name));
  }
  const count = name === 'mod' || name === 'pow' ? 2 : 1;
  if (values.length !== count) {
    throw context.error(at, `${count === 1 ? 'one value' : 'two values'} of ${name}`, String(values.length));
  }
  const given = values.map((value) => evaluate(value, context));
  if (isCast) return castTo(name as ScalarType, given[0]!, at, context);
  for (const value of given) checkNumber(value, at, context);
  const [x, y] = given.map((value) => numberOf(value, at, context)) as [number, number];
  const areIntegers = given.every(({ type }) => type === 'integer');
  const isWhole =
    name === 'ceiling' || name === 'floor' || (areIntegers && (name === 'mod' || (name === 'pow' && y >= 0)));
  const value = known[name]!(x, y);
  return isWhole ? { type: 'integer', value: value + 0 } : real(value);
}

/** The value as another type: numbers lose their fraction as integers, and are true unless 0. */
export function castTo(type: ScalarType, value: Value, at: SourcePlace, context: ValueContext): Value {
  if (type === 'bool') return { type: 'boolean', value: truthOf(value, at, context) };
  if (type === 'float' || type === 'angle') return { type: 'real', value: realOf(value) };
  const whole = Math.trunc(numberOf(value, at, context)) + 0;
  if (type === 'uint' && whole < 0) throw context.error(at, 'an unsigned integer of 0 or more', String(whole));
  return checked({ type: 'integer', value: whole }, at, context);
}

/** @throws {DomainError} a truth value, with which nothing is computed unless it is cast to a number */
export function checkNumber({ type, value }: Value, at: SourcePlace, { error }: ValueContext): void {
  if (type === 'boolean') throw error(at, 'numbers', `the truth value ${value}`);
}

/** What is handed to a gate: a real number, parameters and all. */
export function argumentOf(expression: Expression, context: ValueContext): Affine {
  const value = evaluate(expression, context);
  checkNumber(value, expression, context);
  return realOf(value);
}

/** The value as a real number, parameters and all. */
export const realOf = ({ type, value }: Value): Affine => (type === 'real' ? value : constantOf(Number(value)));

/** @throws {DomainError} the value depends on parameters */
export function numberOf(value: Value, at: SourcePlace, { error }: ValueContext): number {
  const affine = realOf(value);
  if (isConstant(affine)) return affine.constant;
  throw error(at, 'sums and multiples of parameters (or no parameter at all)', 'another function of a parameter');
}

const truthOf = (value: Value, at: SourcePlace, context: ValueContext): boolean =>
  value.type === 'boolean' ? value.value : numberOf(value, at, context) !== 0;

/** @throws {DomainError} the value is no integer */
export function integerOf(expression: Expression, context: ValueContext): number {
  const value = numberOf(evaluate(expression, context), expression, context);
  if (Number.isSafeInteger(value)) return value;
  throw context.error(expression, 'an integer', String(value));
}

/** The truth of a condition. */
export const isTrue = (expression: Expression, context: ValueContext): boolean =>
  truthOf(evaluate(expression, context), expression, context);
