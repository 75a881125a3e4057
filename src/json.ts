/** @file JSON as this library reads it, with the place of a mistake: line, column, what should stand there. */

import { DomainError } from './errors.ts';
import { printable } from './printable.ts';

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
  /** What stands there; default its first character. */
  readonly received?: string;
}

/** Either the offset behind what was read, or where and why reading stopped. */
type Reading = number | Failure;

/** Most lists and objects within each other. */
const DEEPEST = 100;

/**
 * The value in a JSON file. Stricter than the standard, which leaves open what two equal keys mean: they are refused.
 *
 * @param source - text, or bytes in UTF-8; a byte-order mark is passed over
 * @param name - what to call the file in an error
 * @throws {DomainError} `jsonMistake` finds one; the message names line and column
 */
export function parseJson(source: string | Uint8Array, name: string): unknown {
  const text = (typeof source === 'string' ? source : new TextDecoder().decode(source)).replace(/^\uFEFF/, '');
  const mistake = jsonMistake(text);
  if (mistake === null) return JSON.parse(text);
  const { line, column, expected, received } = mistake;
  throw new DomainError(`${name}:${line}:${column}: not JSON: ${expected} required, got ${received}`);
}

/** The first mistake of the text: a syntax error, a key that occurs twice, or depth; null if it is JSON. */
export function jsonMistake(text: string): SyntaxMistake | null {
  const end = value(text, space(text, 0), 0);
  if (typeof end === 'number' && space(text, end) === text.length) return null;
  const failure: Failure = typeof end === 'number' ? { at: space(text, end), expected: 'the end of the file' } : end;
  const before = text.slice(0, failure.at).split('\n');
  const { at, expected, received = characterAt(text, at) } = failure;
  return { line: before.length, column: before.at(-1)!.length + 1, expected, received };
}

function characterAt(text: string, at: number): string {
  if (at >= text.length) return 'the end of the file';
  return `'${printable(String.fromCodePoint(text.codePointAt(at)!))}'`;
}

function value(text: string, at: number, depth: number): Reading {
  const first = text[at];
  if ((first === '{' || first === '[') && depth === DEEPEST) {
    return { at, expected: `at most ${DEEPEST} lists and objects within each other`, received: 'one more' };
  }
  if (first === '{') return list(text, at, '}', memberOnce(), 'a key in double quotes', depth);
  if (first === '[') return list(text, at, ']', value, 'a value', depth);
  if (first === '"') return string(text, at);
  const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
  plain.lastIndex = at;
  return plain.test(text) ? plain.lastIndex : { at, expected: 'a JSON value' };
}

/** Reads the members of one object, and remembers their keys. */
function memberOnce(): typeof value {
  const keys = new Set<string>();
  return (text, at, depth) => {
    if (text[at] !== '"') return { at, expected: 'a key in double quotes' };
    const end = string(text, at);
    if (typeof end !== 'number') return end;
    const quoted = text.slice(at, end);
    const key: string = JSON.parse(quoted);
    if (keys.has(key))
      return { at, expected: 'a key that has not occurred before', received: `${printable(quoted, 80)} again` };
    keys.add(key);
    const colon = space(text, end);
    return text[colon] === ':'
      ? value(text, space(text, colon + 1), depth)
      : { at: colon, expected: "':' after the key" };
  };
}

function list(
  text: string,
  start: number,
  close: string,
  item: typeof value,
  expected: string,
  depth: number,
): Reading {
  let at = space(text, start + 1);
  if (text[at] === close) return at + 1;
  for (;;) {
    if (text[at] === close) return { at, expected: `${expected} (no comma before '${close}')` };
    const end = item(text, at, depth + 1);
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
