/** @file The files that a request names: relative to a folder, from standard input, or from memory. */

import { readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { DomainError } from '../src/errors.ts';
import { printable } from '../src/printable.ts';
import type { ComputeContext } from '../train/compute/request.ts';
import { joined } from './byte-stream.ts';
import { reasonOf } from './exit-code.ts';

/** Files by the names under which a request knows them, in place of those on the disk. */
export type FilesInMemory = Readonly<Record<string, Uint8Array>>;

/** Reads files relative to a folder. */
export function readingFrom(folder: string, inMemory: FilesInMemory = {}): ComputeContext {
  const read = (path: string): Uint8Array => {
    if (Object.hasOwn(inMemory, path)) return inMemory[path]!;
    try {
      return readFileSync(isAbsolute(path) ? path : resolve(folder, path));
    } catch (error) {
      throw new DomainError(`${printable(path)}: ${reasonOf(error)}`);
    }
  };
  return { read };
}

/**
 * Reads files in a folder and below it, whatever links lead out of it, and those in memory.
 *
 * @param folder - null: none but those in memory
 */
export function readingWithin(folder: string | null, inMemory: FilesInMemory): ComputeContext {
  const read = (path: string): Uint8Array => {
    if (Object.hasOwn(inMemory, path)) return inMemory[path]!;
    if (folder === null) throw new DomainError(`${printable(path)}: a file sent with the request required`);
    const root = realpathSync(folder);
    let real: string;
    try {
      real = realpathSync(resolve(root, path));
    } catch (error) {
      if (!isBelow(root, resolve(root, path))) throw outside(path);
      throw new DomainError(`${printable(path)}: ${reasonOf(error)}`);
    }
    if (!isBelow(root, real)) throw outside(path);
    return readFileSync(real);
  };
  return { read };
}

const outside = (path: string): DomainError =>
  new DomainError(`${printable(path)}: a file in the folder that is served required, got one outside`);

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** All bytes of a stream. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return joined(parts);
}

/** A name, by its first bytes, for what came by standard input: .npy, .npz, .h5, .graphml, .qasm or .json. */
export function nameOfInput(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, 64)).trimStart(); // each byte as it is, which TextDecoder does not promise
  if (start.startsWith('\u0093NUMPY')) return 'standard-input.npy';
  if (start.startsWith('PK')) return 'standard-input.npz';
  if (start.startsWith('\u0089HDF')) return 'standard-input.h5';
  if (start.startsWith('<')) return 'standard-input.graphml';
  return /^(OPENQASM|\/\/|include|qreg)/.test(start) ? 'standard-input.qasm' : 'standard-input.json';
}
