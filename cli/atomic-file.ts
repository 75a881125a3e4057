/** @file Writing that leaves either the old file or the whole new one, never half of it. */

import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Writes a file by way of a neighbour that is renamed onto it when it is complete and on the disk.
 *
 * @throws the system's error; the file is as before and the neighbour is gone
 */
export function writeAtomically(path: string, text: string): void {
  const neighbour = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  try {
    const file = openSync(neighbour, 'wx');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(neighbour, path);
  } catch (error) {
    rmSync(neighbour, { force: true });
    throw error;
  }
}

/**
 * Makes a folder, with those above it, and proves that files can be written to it.
 *
 * @returns takes back what was made, as far as it is still empty
 * @throws the system's error; nothing is left behind
 */
export function prepareFolder(folder: string): () => void {
  const target = resolve(folder);
  const made = mkdirSync(target, { recursive: true });
  const undo = (): void => {
    if (made === undefined) return;
    const above = dirname(resolve(made));
    for (let path = target; path !== above && path !== dirname(path); path = dirname(path)) {
      if (!isRemoved(path)) return;
    }
  };
  const probe = join(target, `.${randomUUID().slice(0, 8)}.tmp`);
  try {
    closeSync(openSync(probe, 'wx'));
    rmSync(probe);
  } catch (error) {
    undo();
    throw error;
  }
  return undo;
}

function isRemoved(path: string): boolean {
  try {
    rmdirSync(path);
    return true;
  } catch {
    return false; // not empty: somebody else uses it
  }
}
