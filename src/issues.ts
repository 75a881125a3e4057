/** @file What is wrong with a file, in words a physicist wrote and not a validator. */

import type { z } from 'zod';
import { suggestion } from './nearest-name.ts';
import { printable } from './printable.ts';

/** One mistake of a file. */
export interface Issue {
  /** Where: 'training.maxSteps', or '' for the whole file. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
}

/**
 * To be handed to a schema's `safeParse`: of an object with keys that it does not have, `issuesOf` then tells those that
 * it may have.
 */
export const knownKeys = {
  error: (issue: z.core.$ZodRawIssue): string | undefined => {
    if (issue.code !== 'unrecognized_keys') return undefined;
    const { shape } = (issue.inst as z.core.$ZodObject | undefined)?._zod.def ?? {};
    return shape === undefined ? undefined : `${NO_SUCH_KEY} (there are ${Object.keys(shape).join(', ')})`;
  },
} as const;

const NO_SUCH_KEY = 'no such key';

/** What the validator found, in our words: path, expected, received. */
export function issuesOf(issue: z.core.$ZodIssue, json: unknown): readonly Issue[] {
  const path = printable(issue.path.join('.'), 200);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: printable([...issue.path, key].join('.'), 200),
      expected: issue.message.startsWith(NO_SUCH_KEY) ? issue.message : NO_SUCH_KEY,
      received: `'${printable(key, 80)}'${suggestion(key, knownIn(issue.message))}`,
    }));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && issue.message === 'Invalid input') {
    const branches = issue.errors.map((branch) => branch.map(({ message }) => message).join(' and '));
    return [{ path, expected: worded(branches.join(', or ')), received: shown(at(json, issue.path)) }];
  }
  const options = 'options' in issue && Array.isArray(issue.options) ? ` (${issue.options.join(', ')})` : '';
  const value = at(json, issue.path);
  const expected = worded(issue.message + options);
  const names = quotedIn(expected);
  const meant = typeof value === 'string' ? suggestion(value, names) : '';
  const isLong = meant !== '' && names.length > MOST_NAMES && expected === namesText(names);
  return [{ path, expected: isLong ? shortText(meant, names) : expected, received: shown(value) + meant }];
}

/** Most names that are listed beside the one that was meant. */
const MOST_NAMES = 8;

const namesText = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(' | ');

/** The name that was meant, and some of the others. */
function shortText(meant: string, names: readonly string[]): string {
  const [first] = quotedIn(meant);
  const others = names.filter((name) => name !== first);
  return `'${first}'? Others are ${namesText(others.slice(0, MOST_NAMES)).replaceAll(' |', ',')} … (${names.length} in all)`;
}

/** The keys that a message lists. */
const knownIn = (message: string): readonly string[] => /\(there are (.*)\)/.exec(message)?.[1]?.split(', ') ?? [];

/** The names in quotes. */
const quotedIn = (text: string): readonly string[] => [...text.matchAll(/['"]([^'"]+)['"]/g)].map(([, name]) => name!);

/** Most mistakes of a file that are told in a line. */
const MOST_SENTENCES = 12;

/** What the validator found in a file, in one line: `terms.0.coefficient: number required, got "x"; …`. */
export function issuesText(error: z.ZodError, json: unknown): string {
  const issues = error.issues.flatMap((issue) => issuesOf(issue, json));
  const sentences = issues.map(({ path, expected, received }) => {
    const required = /required|no such key/.test(expected) ? expected : `${expected} required`;
    return `${path === '' ? 'the whole file' : path}: ${required}, got ${received}`;
  });
  const more = sentences.length - MOST_SENTENCES;
  return more <= 1 ? sentences.join('; ') : `${sentences.slice(0, MOST_SENTENCES).join('; ')}; and ${more} more`;
}

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], json);
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : printable(JSON.stringify(value), 80);
}

/** What is expected, without the validator's own words: 'Too small: expected number to be >=0' ↦ 'number to be ≥ 0'. */
export function worded(expected: string): string {
  return expected
    .replace(/\b(?:Invalid \w+(?: value)?|Too small|Too big|Unrecognized key)[:.] */g, '')
    .replace(/\b[Ee]xpected /g, '')
    .replace(/, received \w+/g, '')
    .replace(/(' \| '.*') \([^)]*\)$/, '$1') // the same names a second time
    .replace(/\barray to have (?=[<>])/g, 'a list to have ')
    .replace(/\barray\b/g, 'a list')
    .replace(/>= ?/g, '≥ ')
    .replace(/<= ?/g, '≤ ')
    .replace(/([<>])(?=[\d-])/g, '$1 ');
}
