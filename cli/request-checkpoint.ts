/** @file What an unfinished request has found so far, in a file: asked again, it goes on from there to the same bits. */

import { existsSync, rmSync } from 'node:fs';
import { DomainError } from '../src/errors.ts';
import { parseJson } from '../src/json.ts';
import { exactJson, parseExactJson } from '../src/record/exact-json.ts';
import { sealed, sealIssues } from '../src/record/sealed-json.ts';
import { type SearchEntries, searchJournal } from '../src/search-journal.ts';
import { sha256 } from '../src/sha-256.ts';
import type { CheckedRequest } from '../train/compute/compute.ts';
import type { ComputeContext } from '../train/compute/request.ts';
import { writeAtomically } from './atomic-file.ts';
import { readText } from './json-file.ts';

/** Version of the file's layout. */
const SCHEMA = 'bulkweave/request-checkpoint/1';
/** Seconds between two times that it is written; the first time is at once. */
const KEEP_EVERY = 2;

/** The file. */
interface SavedRequest {
  readonly schema: typeof SCHEMA;
  /** The request with all defaults, as exact JSON. */
  readonly request: string;
  /** SHA-256 of the files that it has read, by their names. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Seconds spent so far. */
  readonly seconds: number;
  readonly entries: SearchEntries;
}

/** The surroundings of a request that is kept in a file. */
export interface KeptRequest {
  readonly context: ComputeContext;
  /** Writes what is new, if the last time is long enough ago. */
  readonly look: () => void;
  /** Writes what is new. */
  readonly keep: () => void;
}

/**
 * A request with what an earlier process has left of it in the file.
 *
 * @param seconds - a clock
 * @throws {DomainError} the file is none of this request and of the files that it reads, or is damaged
 */
export function keptRequest(
  path: string,
  { name, options }: CheckedRequest,
  { read }: ComputeContext,
  seconds: () => number,
): KeptRequest {
  const request = exactJson({ request: name, ...options });
  const saved = existsSync(path) ? savedRequest(path, request) : null;
  for (const [input, expected] of Object.entries(saved?.inputs ?? {})) {
    if (sha256(read(input)) !== expected) {
      throw new DomainError(`${input}: the contents with which ${path} began required, got others; ${ADVICE}`);
    }
  }
  const journal = searchJournal(saved?.entries);
  const inputs: Record<string, string> = { ...saved?.inputs };
  let { entries } = journal.store;
  let keptAt = -Infinity;
  const begun = seconds();
  const keep = (): void => {
    if (journal.store.entries === entries) return;
    ({ entries } = journal.store);
    keptAt = seconds();
    const spent = (saved?.seconds ?? 0) + keptAt - begun;
    const file: SavedRequest = { schema: SCHEMA, request, inputs, seconds: spent, entries };
    writeAtomically(path, sealed(exactJson(file)));
  };
  return {
    context: {
      read: (input) => {
        const bytes = read(input);
        inputs[input] = sha256(bytes);
        return bytes;
      },
      journal,
    },
    look: () => {
      if (seconds() - keptAt >= KEEP_EVERY) keep();
    },
    keep,
  };
}

/** Removes the file, where there is one. */
export const forgetRequest = (path: string): void => rmSync(path, { force: true });

const ADVICE = 'remove it to begin again';

function savedRequest(path: string, request: string): SavedRequest {
  const text = readText(path);
  const json = parseJson(text, path) as Partial<SavedRequest> | null;
  if (json?.schema !== SCHEMA) {
    const got = JSON.stringify(json?.schema) ?? 'another file';
    throw new DomainError(`${path}: the checkpoint of a request, "${SCHEMA}", required, got ${got}`);
  }
  const [damage] = sealIssues(json);
  if (damage !== undefined)
    throw new DomainError(`${path}: ${damage.expected} required, got ${damage.received}; ${ADVICE}`);
  if (json.request !== request) {
    throw new DomainError(`${path}: a checkpoint of this request required, got that of ${json.request}; ${ADVICE}`);
  }
  return parseExactJson(text) as SavedRequest;
}
