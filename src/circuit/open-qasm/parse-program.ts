/** @file The syntax of OpenQASM programs. */

import { DomainError } from '../../errors.ts';
import { parseStatement, parseStatement2 } from './parse-statement.ts';
import type { Program, Statement } from './syntax.ts';
import { type Mistake, MOST_MISTAKES, mistakeOf } from './token.ts';
import { type TokenReader, tokenReader } from './token-reader.ts';

/** What a program says, and what is wrong in its syntax. */
export interface ParsedProgram extends Program {
  readonly mistakes: readonly Mistake[];
  /** Names that statements with mistakes may have declared; null if that cannot be known. */
  readonly lost: ReadonlySet<string> | null;
  /** Lines with characters that were passed over, of which nothing else is to be said. */
  readonly spoilt: ReadonlySet<number>;
}

/** First words of statements that declare a name. */
const DECLARING =
  /^(?:qreg|creg|gate|opaque|qubit|bit|input|output|const|let|def|extern|int|uint|float|angle|bool|array|complex|duration|stretch)$/;

/**
 * The syntax tree of a program, as far as its statements can be read. Without a version in its first line it is OpenQASM 3, unless
 * it includes the library of 2. Up to twenty mistakes are looked for.
 *
 * @param name - what errors call the program
 * @throws {DomainError} too long a program, or no version that is known
 */
export function parseProgram(text: string, name: string): ParsedProgram {
  const reader = tokenReader(text, name);
  const version = parseVersion(reader, text);
  const parse = version === 2 ? parseStatement2 : parseStatement;
  const [statements, mistakes]: [Statement[], Mistake[]] = [[], [...reader.mistakes]];
  const spoilt = new Set(reader.mistakes.map(({ line }) => line));
  const lost = new Set<string>();
  let isKnown = true;
  while (reader.peek().kind !== 'end' && mistakes.length < MOST_MISTAKES) {
    if (reader.takes(';')) continue;
    const start = reader.position();
    try {
      statements.push(parse(reader));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const mistake = mistakeOf(error, reader.peek());
      if (!spoilt.has(mistake.line)) mistakes.push(mistake);
      const [first, ...rest] = reader.skipStatement(start);
      if (first?.text === 'include') isKnown = false;
      if (DECLARING.test(first?.text ?? ''))
        for (const { kind, text: word } of rest) if (kind === 'name') lost.add(word);
    }
  }
  return { version, statements, mistakes, lost: isKnown ? lost : null, spoilt };
}

function parseVersion(reader: TokenReader, text: string): 2 | 3 {
  if (!reader.takes('OPENQASM')) return /^\s*include\s*"qelib1\.inc"/m.test(text) ? 2 : 3;
  const token = reader.take();
  const version = /^(?:2|2\.0|3|3\.[01])$/.test(token.text) ? (Number(token.text[0]) as 2 | 3) : undefined;
  if (version === undefined) throw reader.error('version 2.0, 3, 3.0 or 3.1', token);
  reader.expect(';');
  return version;
}
