/** @file Reading the words of a program one after another. */

import type { DomainError } from '../../errors.ts';
import { errorAt, type Mistake, quoted, type SourcePlace, type Token, tokensOf } from './token.ts';

/** Most brackets, signs and blocks inside one another. */
const DEEPEST = 200;

/** The words of a program, and how far they have been read. */
export interface TokenReader {
  readonly name: string;
  /** Characters that begin no word. */
  readonly mistakes: readonly Mistake[];
  /** The next word, or one behind it. */
  readonly peek: (ahead?: number) => Token;
  readonly take: () => Token;
  /** Takes the next word if it is this keyword or symbol. */
  readonly takes: (text: string) => boolean;
  /** @throws {DomainError} the next word is not this keyword or symbol */
  readonly expect: (text: string) => Token;
  /** @throws {DomainError} the next word is no name */
  readonly expectName: (what: string) => Token;
  readonly error: (required: string, at?: Token, got?: string) => DomainError;
  /** Reads something that may contain itself. */
  readonly nested: <Part>(read: () => Part) => Part;
  /** Number of words before the next. */
  readonly position: () => number;
  /**
   * Goes on behind the statement that begins at a position: after a semicolon or its block, or where the reader stopped at a name that
   * begins a line, for then the semicolon before it is what is missing.
   *
   * @returns the words that were passed over
   */
  readonly skipStatement: (start: number) => readonly Token[];
}

/**
 * A reader at the first word.
 *
 * @param name - what errors call the program
 * @throws {DomainError} as `tokensOf`
 */
export function tokenReader(text: string, name: string): TokenReader {
  const { tokens, mistakes } = tokensOf(text, name);
  let [next, level] = [0, 0];
  const peek = (ahead = 0): Token => tokens[Math.min(next + ahead, tokens.length - 1)]!;
  const take = (): Token => {
    const token = peek();
    if (token.kind !== 'end') next += 1;
    return token;
  };
  const is = ({ kind, text }: Token, word: string): boolean => (kind === 'name' || kind === 'symbol') && text === word;
  const error = (required: string, at = peek(), got = shown(at)): DomainError => errorAt(name, at, required, got);
  const expect = (word: string): Token => {
    if (is(peek(), word)) return take();
    throw error(quoted(word));
  };
  const expectName = (what: string): Token => {
    if (peek().kind === 'name') return take();
    throw error(what);
  };
  const takes = (word: string): boolean => is(peek(), word) && take() !== undefined;
  const nested = <Part>(read: () => Part): Part => {
    if (level >= DEEPEST) throw error(`at most ${DEEPEST} levels of brackets and blocks`, peek(), 'more');
    level += 1;
    try {
      return read();
    } finally {
      level -= 1;
    }
  };
  const position = (): number => next;
  const skipStatement = (start: number): readonly Token[] => {
    const passed = tokens.slice(start, next);
    const depth = passed.filter(({ text }) => text === '{').length - passed.filter(({ text }) => text === '}').length;
    if (depth === 0 && next > start && peek().kind === 'name' && peek().line > tokens[next - 1]!.line) return passed;
    next = start;
    let open = 0;
    while (peek().kind !== 'end') {
      const { kind, text } = take();
      if (kind !== 'symbol') continue;
      open += text === '{' ? 1 : text === '}' ? -1 : 0;
      if (open <= 0 && (text === ';' || text === '}')) break;
    }
    return tokens.slice(start, next);
  };
  return { name, mistakes, peek, take, takes, expect, expectName, error, nested, position, skipStatement };
}

const shown = ({ kind, text }: Token): string => (kind === 'end' ? 'the end of the program' : quoted(text));

/** The place alone of anything that has one. */
export const placeOf = ({ line, column }: SourcePlace): SourcePlace => ({ line, column });
