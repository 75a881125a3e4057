/** @file Text and JSON files, with errors explained in words. */

import { readFileSync } from 'node:fs';
import { DomainError } from '../src/errors.ts';
import { parseJson } from '../src/json.ts';
import { explain } from './exit-code.ts';

/**
 * Reads a JSON file.
 *
 * @throws {DomainError} it cannot be read, or is not JSON; the message names line and column
 */
export function readJson(path: string): unknown {
  return parseJson(readText(path), path);
}

/** @throws {DomainError} the file cannot be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new DomainError(explain(error).message);
  }
}
