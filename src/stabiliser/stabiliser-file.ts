/** @file Generators of a stabiliser group in a file: one a line, or JSON. */

import * as z from 'zod';
import { DomainError } from '../errors.ts';
import { issuesText, knownKeys } from '../issues.ts';
import { parseJson } from '../json.ts';
import { stabiliserGroup } from './given-generators.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';
import { stabiliserGroupOfWords } from './stabiliser-words.ts';

/** A group from a file, and how many qudits make up each site if it says so. */
export interface StabiliserFile {
  readonly group: StabiliserGroup;
  readonly sites?: readonly number[];
}

const whole = z.number().int();
const jsonSchema = z.strictObject({
  prime: whole.min(2).default(2),
  generators: z.union([z.array(z.string()).min(1), z.array(z.array(whole)).min(1)]),
  phases: z.array(whole).exactOptional(),
  sites: z.array(whole.min(1)).exactOptional(),
});

/**
 * The stabiliser group in a file. Text has a word a line, as `stabiliserGroupOfWords` and Stim read them; what follows a
 * # is a comment:
 *
 *     +XZZX_      # the five-qubit code
 *     +_XZZX
 *     +X_XZZ
 *     -ZX_XZ
 *
 * JSON has the same words, or numbers x₁ … x_n z₁ … z_n modulo the prime with phases, and may say how many qudits each
 * site has: {"prime": 3, "generators": [[1, 1, 0, 0], [0, 0, 1, 2]], "phases": [0, 1], "sites": [2]}.
 *
 * @param path - its name; .json is JSON, every other ending text
 * @param prime - for text
 * @throws {ShapeError | DomainError} a file that cannot be read, or generators that are no group; the file is named
 */
export function stabiliserGroupOfFile(bytes: Uint8Array, path: string, prime = 2): StabiliserFile {
  try {
    return /\.json$/i.test(path) ? ofJson(parseJson(bytes, path), path) : { group: ofLines(bytes, prime) };
  } catch (error) {
    if (!(error instanceof RangeError) || error.message.startsWith(path)) throw error;
    throw new DomainError(`${path}: ${error.message}`);
  }
}

function ofLines(bytes: Uint8Array, prime: number): StabiliserGroup {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const words = lines.map((line) => line.replace(/#.*$/, '').trim()).filter((line) => line !== '');
  return stabiliserGroupOfWords(words, prime);
}

function ofJson(json: unknown, path: string): StabiliserFile {
  const parsed = jsonSchema.safeParse(json, knownKeys);
  if (!parsed.success) throw new DomainError(`${path}: ${issuesText(parsed.error, json)}`);
  const { prime, generators, phases = [], sites } = parsed.data;
  const group = areWords(generators)
    ? groupOfWords(generators, prime, phases)
    : stabiliserGroup(prime, generators[0]!.length / 2, generators, phases);
  if (sites === undefined) return { group };
  const total = sites.reduce((sum, qudits) => sum + qudits, 0);
  if (total === group.qudits) return { group, sites };
  throw new DomainError(`sites: ${group.qudits} qudits in all required, got ${total}`);
}

const areWords = (generators: readonly string[] | readonly number[][]): generators is readonly string[] =>
  typeof generators[0] === 'string';

function groupOfWords(words: readonly string[], prime: number, phases: readonly number[]): StabiliserGroup {
  if (phases.length === 0) return stabiliserGroupOfWords(words, prime);
  throw new DomainError('phases: only for generators as numbers, words have theirs before them');
}
