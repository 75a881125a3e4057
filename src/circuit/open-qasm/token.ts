/** @file The words of an OpenQASM program, each with its line and column. */

import { DomainError } from '../../errors.ts';
import { printable } from '../../printable.ts';

/** Where something stands in a program; both count from 1. */
export interface SourcePlace {
  readonly line: number;
  readonly column: number;
}

/** A word of a program. Names include keywords; a string is without its quotes. */
export interface Token extends SourcePlace {
  readonly kind: 'name' | 'integer' | 'real' | 'duration' | 'string' | 'symbol' | 'end';
  readonly text: string;
}

/** What is wrong, and where. */
export interface Mistake extends SourcePlace {
  readonly message: string;
}

/** Most characters of a program. */
const LONGEST = 2 ** 24;
/** Most characters of a program that an error repeats. */
const SHOWN = 60;

const PATTERNS: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /[ \t\r\n\uFEFF]+|\/\/[^\n]*|\/\*[\s\S]*?\*\//y],
  ['name', /[\p{L}\p{Nl}_][\p{L}\p{Nl}\d_]*/uy],
  ['integer', /0[bB][01](?:_?[01])*|0o[0-7](?:_?[0-7])*|0[xX][\da-fA-F](?:_?[\da-fA-F])*/y],
  ['duration', /(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[ \t]*(?:dt|ns|us|µs|ms|s)(?![\p{L}\d_])/uy],
  ['real', /(?:\d[\d_]*\.[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?|\d[\d_]*[eE][+-]?\d[\d_]*/y],
  ['integer', /\d[\d_]*/y],
  ['string', /"[^"\n]*"|'[^'\n]*'/y],
  ['symbol', /\*\*=|<<=|>>=|->|\+\+|\*\*|==|!=|<=|>=|&&|\|\||<<|>>|[-+*/%&|^]=|[-+*/%&|^~!<>=@,:;()[\]{}$]/y],
];

/** An error that names its place: `file:line:column: what is required, got what`. */
export function errorAt(name: string, { line, column }: SourcePlace, required: string, got: string): DomainError {
  return new DomainError(`${name}:${line}:${column}: ${required} required, got ${printable(got, 2 * SHOWN)}`);
}

/** What an error of the program says, at the place that it names, else at another. */
export function mistakeOf({ message }: DomainError, { line, column }: SourcePlace): Mistake {
  const [, at, of] = /:(\d+):(\d+): /.exec(message) ?? [];
  return at === undefined ? { line, column, message } : { line: Number(at), column: Number(of), message };
}

/** A part of a program as an error shows it. */
export const quoted = (text: string): string => `'${printable(text, SHOWN)}'`;

/** Mistakes after which no more are looked for. */
export const MOST_MISTAKES = 20;

/**
 * The words of a program and its end, and the characters that begin no word, which are passed over.
 *
 * @param name - what errors call the program
 * @throws {DomainError} more than 2²⁴ characters
 */
export function tokensOf(
  text: string,
  name: string,
): { readonly tokens: readonly Token[]; readonly mistakes: readonly Mistake[] } {
  if (text.length > LONGEST) {
    throw new DomainError(`${name}: a program of at most ${LONGEST} characters required, got ${text.length}`);
  }
  const tokens: Token[] = [];
  const mistakes: Mistake[] = [];
  let [at, line, start] = [0, 1, 0];
  while (at < text.length) {
    const place = { line, column: at - start + 1 };
    const found = PATTERNS.map(([kind, pattern]) => [kind, matchAt(pattern, text, at)] as const).find(([, m]) => m);
    if (found === undefined) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      mistakes.push({ ...place, message: errorAt(name, place, 'a word of OpenQASM', quoted(character)).message });
      if (mistakes.length === MOST_MISTAKES) break;
      at += character.length;
      continue;
    }
    const [kind, match] = found as readonly [Token['kind'] | 'space', string];
    at += match.length;
    if (kind !== 'space') tokens.push({ kind, text: kind === 'string' ? match.slice(1, -1) : match, ...place });
    for (let k = match.indexOf('\n'); k >= 0; k = match.indexOf('\n', k + 1)) {
      line += 1;
      start = at - match.length + k + 1;
    }
  }
  tokens.push({ kind: 'end', text: '', line, column: at - start + 1 });
  return { tokens, mistakes };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
