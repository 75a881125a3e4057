/** @file Which files does a task name? Their checksums are part of what it is. */

import { sha256 } from '../../src/sha-256.ts';

/** The bytes of a file; null if there is none of that name. */
export type FileReader = (path: string) => Uint8Array | null;

/** Longest text that may be a path, and bytes of the largest JSON file in which further names are looked for. */
const [LONGEST, LARGEST] = [1000, 2 ** 24];

/**
 * The files that a value names, by the names under which they are read: every text in it that is the path of a file, or of the
 * folder of a run, and what a JSON file among them names in turn.
 *
 * @param read - relative to the folder of the sweep
 */
export function namedFiles(value: unknown, read: FileReader): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const look = (text: string): void => {
    if (text.length > LONGEST || !/[./\\]/.test(text) || found.has(text)) return;
    const file = read(text);
    if (file !== null) {
      found.set(text, file);
      if (/\.json$/i.test(text) && !isRecord(text) && file.length <= LARGEST) walk(jsonIn(file));
      return;
    }
    const record = `${text.replace(/[/\\]$/, '')}/record.json`;
    const ofRun = /[/\\]/.test(text) && !isRecord(text) ? read(record) : null;
    if (ofRun !== null) found.set(record, ofRun);
  };
  const walk = (part: unknown): void => {
    if (typeof part === 'string') look(part);
    else if (typeof part === 'object' && part !== null) for (const entry of Object.values(part)) walk(entry);
  };
  walk(value);
  return found;
}

/** Names and checksums, in the order of the names. */
export function checksumsOf(files: ReadonlyMap<string, Uint8Array>): Readonly<Record<string, string>> {
  const entries = [...files].map(([path, bytes]) => [path, sha256(bytes)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const isRecord = (path: string): boolean => /(^|[/\\])record\.json$/.test(path);

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null; // what computes with it says what is wrong with it
  }
}
