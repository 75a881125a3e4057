/** @file Writing that leaves either the old file or the whole new one, never half of it. */

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DomainError } from '../src/errors.ts';
import { reasonOf } from './exit-code.ts';

/**
 * Writes a file by way of a temporary one beside it, which is renamed to it when it is complete and on the disk.
 *
 * @throws the system's error with the path of the file; the file is as before and the temporary one is removed
 */
export function writeAtomically(path: string, content: string | Uint8Array): void {
  const neighbour = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const file = openSync(neighbour, 'wx');
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(neighbour, path);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw Object.assign(error as Error, { path });
  }
}

/**
 * Creates a folder and its parents, and verifies that files can be written to it.
 *
 * @returns a function that removes the folders created, as far as they are still empty
 * @throws {DomainError} it cannot be created or written to; nothing is left behind
 */
export function prepareFolder(folder: string): () => void {
  const target = resolve(folder);
  const made: string[] = [];
  const undo = (): void => {
    for (const path of [...made].reverse()) if (!isRemoved(path)) return;
  };
  try {
    for (const path of missingFolders(target)) {
      mkdirSync(path);
      made.push(path);
    }
    const probe = join(target, `.${randomUUID().slice(0, 8)}.tmp`);
    closeSync(openSync(probe, 'wx'));
    rmSync(probe);
  } catch (error) {
    undo();
    throw new DomainError(`output folder ${folder}: it cannot be written to: ${reasonOf(error)}`);
  }
  return undo;
}

/**
 * The folders that have to be created, outermost first. They are created one by one, because mkdir with `recursive`
 * never returns where a parent exists but refuses children as if it did not (/proc).
 */
function missingFolders(target: string): readonly string[] {
  const missing: string[] = [];
  for (let path = target; !existsSync(path); path = dirname(path)) missing.unshift(path);
  return missing;
}

function isRemoved(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false; // not empty: somebody else uses it
  }
}
