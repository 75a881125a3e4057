/** @file NumPy's .npz files: a zip archive of .npy files, stored or deflated. */

import { zipSync } from 'fflate';
import { DomainError } from '../../src/errors.ts';
import type { ComplexArray } from '../../src/linalg/complex.ts';
import { printable } from '../../src/printable.ts';
import { type NpyOptions, readNpy, writeNpy } from './npy.ts';
import { unzipped, zipDirectory } from './zip.ts';

/** Most bytes of an array: the amplitudes of 24 qubits in complex128, and a header. */
const LARGEST = 2 ** 28 + 2 ** 16;

/**
 * One array of a .npz file. The others are not unpacked.
 *
 * @param bytes - the file
 * @param key - name of the array; may be left out if there is only one
 * @param name - what to call the file in an error
 * @throws {DomainError} not a zip archive, no such key, or no key given where there are several: the message names the
 *          keys
 * @throws {DomainError | ShapeError} the array is damaged, larger than 256 MB, or cannot be read
 */
export function readNpz(bytes: Uint8Array, key?: string, name = '.npz file'): ComplexArray {
  const arrays = zipDirectory(bytes, name).filter((entry) => entry.name.endsWith('.npy'));
  const keys = arrays.map((entry) => entry.name.slice(0, -'.npy'.length));
  const chosen = key ?? (keys.length === 1 ? keys[0] : undefined);
  const entry = arrays.findLast((array) => array.name === `${chosen}.npy`);
  if (chosen === undefined || entry === undefined) {
    const got = key === undefined ? 'no key' : `'${key}'`;
    throw new DomainError(
      `${name}: one of the keys ${printable(keys.map((k) => `'${k}'`).join(', '), 1000)} required, got ${got}`,
    );
  }
  const place = `${name}['${chosen}']`;
  return readNpy(unzipped(bytes, entry, LARGEST, place), place);
}

/** The arrays as a deflated .npz file. The same arrays give the same bytes. */
export function writeNpz(arrays: Readonly<Record<string, ComplexArray>>, options: NpyOptions = {}): Uint8Array {
  const files = Object.entries(arrays).map(([key, array]) => [`${key}.npy`, writeNpy(array, options)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}
