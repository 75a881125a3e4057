/** @file The statements of OpenQASM 2 and 3. */

import { parseExpression, parseOperand, parseOperands, parseSelection, parseValues } from './parse-expression.ts';
import type { Expression, GateCall, Modifier, Operand, ScalarType, Statement } from './syntax.ts';
import type { Token } from './token.ts';
import { placeOf, type TokenReader } from './token-reader.ts';

/** What no circuit of gates can do, or has no meaning for its unitary, with what is to be said of it. */
const REFUSED: Readonly<Record<string, string>> = {
  reset: 'gates',
  opaque: 'a gate with a definition',
  while: 'a loop over constants',
  switch: 'conditions on constants by if',
  break: 'a loop that runs to its end',
  continue: 'a loop that runs to its end',
  return: 'a statement of a circuit',
  end: 'a program that runs to its end',
  def: 'gates in place of subroutines',
  extern: 'gates in place of subroutines',
  defcal: 'gates without calibrations',
  defcalgrammar: 'gates without calibrations',
  cal: 'gates without calibrations',
  pragma: 'a statement of the language itself',
  output: 'no output but the state',
  array: 'numbers in place of arrays',
  complex: 'real numbers',
  duration: 'gates without timing',
  stretch: 'gates without timing',
};
/** First words of the statements that OpenQASM 2 and 3 share. */
const COMMON: readonly string[] = ['include', 'qreg', 'creg', 'gate', 'barrier', 'measure'];
const SCALARS: readonly string[] = ['int', 'uint', 'float', 'angle', 'bool'];
const isScalar = (text: string): text is ScalarType => SCALARS.includes(text);

/** A statement of OpenQASM 2. */
export function parseStatement2(reader: TokenReader): Statement {
  const start = reader.peek();
  const place = placeOf(start);
  if (start.kind !== 'name') throw reader.error('a statement');
  if (COMMON.includes(start.text)) return parseCommon(reader, 2);
  switch (start.text) {
    case 'if':
      throw reader.error('gates without conditions on measurements');
    case 'reset':
    case 'opaque':
      throw reader.error(REFUSED[start.text]!);
    default:
      return { ...parseCall(reader, 2, []), ...place };
  }
}

/** What OpenQASM 2 and 3 share. */
function parseCommon(reader: TokenReader, version: 2 | 3): Statement {
  const start = reader.take();
  const place = placeOf(start);
  switch (start.text) {
    case 'include': {
      const file = reader.take();
      if (file.kind !== 'string') throw reader.error('the name of a file in quotes', file);
      return finished(reader, { kind: 'include', file: file.text, ...place });
    }
    case 'qreg':
    case 'creg': {
      const { text: name } = reader.expectName('the name of a register');
      const size = parseDesignator(reader, version);
      if (start.text === 'qreg') return finished(reader, { kind: 'qubits', name, size, ...place });
      return finished(reader, { kind: 'bits', name, size, measured: null, ...place });
    }
    case 'gate':
      return parseGate(reader, version, start);
    case 'barrier': {
      const operands = reader.peek().text === ';' ? [] : parseOperands(reader, version);
      return finished(reader, { kind: 'barrier', operands, ...place });
    }
    default: {
      const of = parseOperand(reader, version);
      if (version === 2 || reader.peek().text === '->') {
        reader.expect('->');
        parseOperand(reader, version);
      }
      return finished(reader, { kind: 'measurement', of, ...place });
    }
  }
}

function finished<Of extends Statement>(reader: TokenReader, statement: Of): Of {
  reader.expect(';');
  return statement;
}

function parseDesignator(reader: TokenReader, version: 2 | 3): Expression | null {
  if (!reader.takes('[')) return null;
  const size = parseExpression(reader, version);
  reader.expect(']');
  return size;
}

function parseGate(reader: TokenReader, version: 2 | 3, start: Token): Statement {
  const { text: name } = reader.expectName('the name of a gate');
  const names = (end: string): readonly string[] => {
    const list: string[] = [];
    while (!reader.takes(end)) {
      list.push(reader.expectName('a name').text);
      if (!reader.takes(',') && reader.peek().text !== end) throw reader.error(`',' or '${end}'`);
    }
    return list;
  };
  const parameters = reader.takes('(') ? names(')') : [];
  const qubits = names('{');
  const body: Statement[] = [];
  while (!reader.takes('}')) body.push(parseGateStatement(reader, version));
  return { kind: 'gate definition', name, parameters, qubits, body, ...placeOf(start) };
}

/** In the body of a gate: gates, barriers and, in OpenQASM 3, loops. */
function parseGateStatement(reader: TokenReader, version: 2 | 3): Statement {
  const start = reader.peek();
  if (start.kind === 'name' && ['measure', 'reset', 'gate', 'qreg', 'creg', 'include', 'if'].includes(start.text)) {
    throw reader.error('gates in the body of a gate');
  }
  return version === 2 ? parseStatement2(reader) : parseStatement(reader);
}

/** A statement of OpenQASM 3. */
export function parseStatement(reader: TokenReader): Statement {
  const start = reader.peek();
  const place = placeOf(start);
  if (reader.takes('{')) return { kind: 'block', body: parseBlock(reader), ...place };
  if (start.text === '@') throw reader.error('a statement without annotations');
  if (start.kind !== 'name') throw reader.error('a statement');
  const required = Object.hasOwn(REFUSED, start.text) ? REFUSED[start.text] : undefined;
  if (required !== undefined) throw reader.error(required);
  if (COMMON.includes(start.text)) return parseCommon(reader, 3);
  switch (start.text) {
    case 'qubit':
    case 'bit':
      return parseQuantum(reader, reader.take());
    case 'input':
    case 'const':
      return parseDeclaration(reader, reader.take());
    case 'let':
      return parseAlias(reader, reader.take());
    case 'for':
      return parseLoop(reader, reader.take());
    case 'if':
      return parseCondition(reader, reader.take());
    case 'box':
      reader.take();
      parseDesignator(reader, 3);
      reader.expect('{');
      return { kind: 'block', body: parseBlock(reader), ...place };
    case 'delay':
    case 'nop': {
      reader.take();
      parseDesignator(reader, 3);
      const operands = reader.peek().text === ';' ? [] : parseOperands(reader, 3);
      return finished(reader, { kind: start.text === 'nop' ? 'barrier' : 'delay', operands, ...place });
    }
    default:
      return isScalar(start.text) ? parseDeclaration(reader, start) : parseCallOrMeasurement(reader);
  }
}

/** The statements up to a closing brace. */
function parseBlock(reader: TokenReader): readonly Statement[] {
  const statements: Statement[] = [];
  while (!reader.takes('}')) {
    if (reader.peek().kind === 'end') throw reader.error("'}'");
    statements.push(reader.nested(() => parseStatement(reader)));
  }
  return statements;
}

const parseBody = (reader: TokenReader): readonly Statement[] =>
  reader.takes('{') ? parseBlock(reader) : [reader.nested(() => parseStatement(reader))];

/** `qubit[n] q;`, `bit[n] c;`, `bit[n] c = measure q;`. */
function parseQuantum(reader: TokenReader, start: Token): Statement {
  const size = parseDesignator(reader, 3);
  const { text: name } = reader.expectName('the name of a register');
  if (start.text === 'qubit') return finished(reader, { kind: 'qubits', name, size, ...placeOf(start) });
  const measured = reader.takes('=') ? parseMeasured(reader) : null;
  return finished(reader, { kind: 'bits', name, size, measured, ...placeOf(start) });
}

/** What is measured behind an equals sign. */
function parseMeasured(reader: TokenReader): Operand {
  if (!reader.takes('measure')) throw reader.error('a measurement (bits take no other values)');
  return parseOperand(reader, 3);
}

/** `input float θ;`, `const int n = 3;`, `float a = pi / 2;`. */
function parseDeclaration(reader: TokenReader, start: Token): Statement {
  const type = reader.take();
  if (!isScalar(type.text)) throw reader.error('int, uint, float, angle or bool', type);
  parseDesignator(reader, 3);
  const { text: name } = reader.expectName('a name');
  const place = placeOf(start);
  if (start.text === 'input') return finished(reader, { kind: 'input', name, type: type.text, ...place });
  reader.expect('=');
  const value = parseExpression(reader, 3);
  return finished(reader, { kind: 'value', name, type: type.text, value, ...place });
}

function parseAlias(reader: TokenReader, start: Token): Statement {
  const { text: name } = reader.expectName('a name');
  reader.expect('=');
  const parts: Operand[] = [parseOperand(reader, 3)];
  while (reader.takes('++')) parts.push(parseOperand(reader, 3));
  return finished(reader, { kind: 'alias', name, parts, ...placeOf(start) });
}

function parseLoop(reader: TokenReader, start: Token): Statement {
  const type = reader.take();
  if (!isScalar(type.text)) throw reader.error('int, uint, float, angle or bool', type);
  parseDesignator(reader, 3);
  const { text: name } = reader.expectName('a name');
  reader.expect('in');
  const isRange = reader.takes('[');
  if (!isRange && reader.peek().text !== '{') throw reader.error('a range in [ ] or a set in { }');
  const values = parseSelection(reader, 3);
  if (isRange) reader.expect(']');
  return { kind: 'loop', name, values, body: parseBody(reader), ...placeOf(start) };
}

function parseCondition(reader: TokenReader, start: Token): Statement {
  reader.expect('(');
  const condition = parseExpression(reader, 3);
  reader.expect(')');
  const body = parseBody(reader);
  const otherwise = reader.takes('else') ? parseBody(reader) : [];
  return { kind: 'condition', condition, body, otherwise, ...placeOf(start) };
}

/** Modifiers and a gate, or `c = measure q;`. */
function parseCallOrMeasurement(reader: TokenReader): Statement {
  const modifiers: Modifier[] = [];
  for (;;) {
    const start = reader.peek();
    const kind = (['inv', 'pow', 'ctrl', 'negctrl'] as const).find(
      (word) => start.kind === 'name' && word === start.text,
    );
    if (kind === undefined) break;
    reader.take();
    const hasValue = kind === 'pow' ? reader.expect('(') !== undefined : kind !== 'inv' && reader.takes('(');
    const value = hasValue ? parseExpression(reader, 3) : null;
    if (hasValue) reader.expect(')');
    reader.expect('@');
    modifiers.push({ kind, value, ...placeOf(start) });
  }
  const { text } = reader.peek(1);
  if (modifiers.length === 0 && (text === '=' || text === '[')) {
    const place = placeOf(reader.peek());
    parseOperand(reader, 3);
    reader.expect('=');
    return finished(reader, { kind: 'measurement', of: parseMeasured(reader), ...place });
  }
  return parseCall(reader, 3, modifiers);
}

/** A gate with its values and operands. */
function parseCall(reader: TokenReader, version: 2 | 3, modifiers: readonly Modifier[]): GateCall {
  const { text: name, ...start } = reader.expectName('the name of a gate');
  const values = reader.takes('(') ? parseValues(reader, version) : [];
  if (/^(?:[-+*/&|^%]|<<|>>|\*\*)=$/.test(reader.peek().text)) throw reader.error('values that do not change');
  const operands = reader.peek().text === ';' ? [] : parseOperands(reader, version);
  return finished(reader, { kind: 'gate call', modifiers, name, values, operands, ...placeOf(start) });
}
