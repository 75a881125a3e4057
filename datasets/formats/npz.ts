/** @file NumPy's .npz files: a zip archive of .npy files, stored or deflated. */

import { unzipSync, zipSync } from 'fflate';
import { DomainError } from '../../src/errors.ts';
import type { ComplexArray } from '../../src/linalg/complex.ts';
import { type NpyOptions, readNpy, writeNpy } from './npy.ts';

/**
 * One array of a .npz file.
 *
 * @param bytes - the file
 * @param key - name of the array; may be left out if there is only one
 * @param name - what to call the file in an error
 * @throws {DomainError} not a zip archive, no such key, or no key given among several: names the keys there are
 * @throws {DomainError | ShapeError} the array itself cannot be read
 */
export function readNpz(bytes: Uint8Array, key?: string, name = '.npz file'): ComplexArray {
  const archive = unzipped(bytes, name);
  const keys = Object.keys(archive)
    .filter((file) => file.endsWith('.npy'))
    .map((file) => file.slice(0, -'.npy'.length));
  const chosen = key ?? (keys.length === 1 ? keys[0]! : undefined);
  if (chosen === undefined || !keys.includes(chosen)) {
    const got = key === undefined ? 'no key' : `'${key}'`;
    throw new DomainError(`${name}: one of the keys ${keys.map((k) => `'${k}'`).join(', ')} required, got ${got}`);
  }
  return readNpy(archive[`${chosen}.npy`]!, `${name}['${chosen}']`);
}

/** The arrays as a deflated .npz file. The same arrays give the same bytes. */
export function writeNpz(arrays: Readonly<Record<string, ComplexArray>>, options: NpyOptions = {}): Uint8Array {
  const files = Object.entries(arrays).map(([key, array]) => [`${key}.npy`, writeNpy(array, options)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

function unzipped(bytes: Uint8Array, name: string): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes);
  } catch (error) {
    throw new DomainError(`${name}: a .npz file (zip archive) required, got ${(error as Error).message}`);
  }
}
