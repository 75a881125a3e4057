/** @file The syntax of OpenQASM programs. */

import { DomainError } from '../../errors.ts';
import { parseStatement, parseStatement2 } from './parse-statement.ts';
import type { Program, Statement } from './syntax.ts';
import { type TokenReader, tokenReader } from './token-reader.ts';

/** Mistakes after which no more are looked for. */
export const MOST_MISTAKES = 20;

/**
 * The syntax tree of a program. Without a version in its first line it is OpenQASM 3, unless it includes the library of 2.
 *
 * @param name - what errors call the program
 * @throws {DomainError} all mistakes, a line each with file, line, column
 */
export function parseProgram(text: string, name: string): Program {
  const reader = tokenReader(text, name);
  const version = parseVersion(reader, text);
  const parse = version === 2 ? parseStatement2 : parseStatement;
  const [statements, mistakes]: [Statement[], string[]] = [[], []];
  while (reader.peek().kind !== 'end' && mistakes.length < MOST_MISTAKES) {
    if (reader.takes(';')) continue;
    const start = reader.position();
    try {
      statements.push(parse(reader));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      mistakes.push(error.message);
      reader.skipStatement(start);
    }
  }
  if (mistakes.length > 0) throw new DomainError(mistakes.join('\n'));
  return { version, statements };
}

function parseVersion(reader: TokenReader, text: string): 2 | 3 {
  if (!reader.takes('OPENQASM')) return /^\s*include\s*"qelib1\.inc"/m.test(text) ? 2 : 3;
  const token = reader.take();
  const version = /^(?:2|2\.0|3|3\.[01])$/.test(token.text) ? (Number(token.text[0]) as 2 | 3) : undefined;
  if (version === undefined) throw reader.error('version 2.0, 3, 3.0 or 3.1', token);
  reader.expect(';');
  return version;
}
