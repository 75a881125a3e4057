/** @file Where a JSON text is wrong: line, column, what should stand there. Node's own message often names no place. */

/** The first place at which a text stops being JSON. */
export interface SyntaxMistake {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly received: string;
}

interface Failure {
  readonly at: number;
  readonly expected: string;
}

/** Either the offset behind what was read, or where and why reading stopped. */
type Reading = number | Failure;

/** The first syntax error of the text; null if it is JSON. */
export function jsonMistake(text: string): SyntaxMistake | null {
  const end = value(text, space(text, 0));
  if (typeof end === 'number' && space(text, end) === text.length) return null;
  const { at, expected } = typeof end === 'number' ? { at: space(text, end), expected: 'the end of the file' } : end;
  const before = text.slice(0, at).split('\n');
  const received = at >= text.length ? 'the end of the file' : `'${String.fromCodePoint(text.codePointAt(at)!)}'`;
  return { line: before.length, column: before[before.length - 1]!.length + 1, expected, received };
}

function value(text: string, at: number): Reading {
  const first = text[at];
  if (first === '{') return list(text, at, '}', member, 'a key in double quotes');
  if (first === '[') return list(text, at, ']', value, 'a value');
  if (first === '"') return string(text, at);
  const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
  plain.lastIndex = at;
  return plain.test(text) ? plain.lastIndex : { at, expected: 'a JSON value' };
}

function member(text: string, at: number): Reading {
  if (text[at] !== '"') return { at, expected: 'a key in double quotes' };
  const key = string(text, at);
  if (typeof key !== 'number') return key;
  const colon = space(text, key);
  return text[colon] === ':' ? value(text, space(text, colon + 1)) : { at: colon, expected: "':' after the key" };
}

function list(text: string, start: number, close: string, item: typeof value, expected: string): Reading {
  let at = space(text, start + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    if (text[at] === close) return { at, expected: `${expected} (no comma before '${close}')` };
    const end = item(text, at);
    if (typeof end !== 'number') return end;
    at = space(text, end);
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') return { at, expected: `',' or '${close}'` };
    at = space(text, at + 1);
  }
}

function string(text: string, start: number): Reading {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at]! < ' ') return { at, expected: "a closing '\"'" };
    if (text[at] !== '\\') continue;
    const escaped = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
    escaped.lastIndex = at + 1;
    if (!escaped.test(text)) return { at: at + 1, expected: 'an escape of JSON (\\n, \\t, \\", \\\\, \\u0041 …)' };
    at = escaped.lastIndex - 1;
  }
  return { at: text.length, expected: "a closing '\"'" };
}

function space(text: string, from: number): number {
  const blank = /[ \t\r\n]*/y;
  blank.lastIndex = from;
  blank.test(text);
  return blank.lastIndex;
}
