/** @file Stabiliser generators as a text file: one word on each line. */

import { DomainError, ShapeError } from '../errors.ts';
import { printable } from '../printable.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';
import { stabiliserGroupOfWords } from './stabiliser-words.ts';

/**
 * The group whose generators a text lists, one word on each line, see `wordDigits`. What follows # is a comment; a line
 * 'prime 3' before the words is for qutrits, and so on.
 *
 *     # the five-qubit code
 *     XZZXI
 *     IXZZX
 *     XIXZZ
 *     ZXIXZ
 *
 * @param name - what to call the text in an error
 * @throws {DomainError} no words, words that cannot be read, or generators that are no group
 */
export function stabiliserGroupOfText(text: string, name = 'generators'): StabiliserGroup {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');
  const [, digits] = /^prime\s+(\d+)$/.exec(lines[0] ?? '') ?? [];
  const words = digits === undefined ? lines : lines.slice(1);
  try {
    return stabiliserGroupOfWords(words, digits === undefined ? 2 : Number(digits));
  } catch (error) {
    if (!(error instanceof DomainError || error instanceof ShapeError)) throw error;
    throw new DomainError(`${name}: ${printable(error.message)}`);
  }
}
