/** @file Text and JSON files, with errors explained in words. */

import { readFileSync } from 'node:fs';
import { DomainError } from '../src/errors.ts';
import { parseJson } from '../src/json.ts';
import { explain } from './exit-code.ts';

/**
 * Reads a JSON file; comments from // to the end of the line are passed over.
 *
 * @throws {DomainError} it cannot be read, or is not JSON; the message names line and column
 */
export function readJson(path: string): unknown {
  return jsonWithComments(readText(path), path);
}

/** The value of a JSON text with comments, which become spaces so that lines and columns stay what they are. */
export function jsonWithComments(text: string, name: string): unknown {
  const plain = text.replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*/g, (part) =>
    part.startsWith('/') ? ' '.repeat(part.length) : part,
  );
  return parseJson(plain, name);
}

/** @throws {DomainError} the file cannot be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new DomainError(explain(Object.assign(error as Error, { path })).message);
  }
}
