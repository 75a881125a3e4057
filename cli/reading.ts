/** @file The files that a request names: relative to a folder, from standard input, or from memory. */

import { readFileSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { DomainError } from '../src/errors.ts';
import { printable } from '../src/printable.ts';
import type { ComputeContext } from '../train/compute/request.ts';
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

/** All bytes of a stream. */
export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A name, by its first bytes, for what came by standard input: .npy, .npz, .qasm or .json. */
export function nameOfInput(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith('\u0093NUMPY')) return 'standard-input.npy';
  if (start.startsWith('PK')) return 'standard-input.npz';
  return /^(OPENQASM|\/\/|include|qreg)/.test(start) ? 'standard-input.qasm' : 'standard-input.json';
}
