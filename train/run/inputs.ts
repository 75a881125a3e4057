/**
 * @file The files that an experiment reads, recorded by checksum and, if small, in full: a run can be repeated
 * elsewhere.
 */

import { DomainError } from '../../src/errors.ts';
import type { InputFile } from '../../src/record/run-record.ts';
import { sha256 } from '../../src/sha-256.ts';
import type { RunContext } from './run.ts';

/** Most bytes of a file whose contents are kept in the record itself. */
const LARGEST_KEPT = 2 ** 16;

/** A context that records what was read through it. */
export interface InputReader extends RunContext {
  readonly inputs: () => readonly InputFile[];
}

/**
 * A context that reads every file once, compares it with what an earlier run had read, and records it. Where a file is
 * missing, the contents kept by the earlier run take its place.
 *
 * @param known - the files of the earlier run
 * @throws {DomainError} (when reading) a file was changed
 */
export function inputReader({ read }: RunContext, known: readonly InputFile[] = []): InputReader {
  const contents = new Map<string, Uint8Array>();
  const files = new Map(known.map((file) => [file.path, file]));
  const remembered = (path: string): Uint8Array => {
    const before = files.get(path);
    const bytes = contents.get(path) ?? foundOrKept(read, path, before);
    const file = inputFile(path, bytes);
    if (before !== undefined && before.sha256 !== file.sha256) {
      throw new DomainError(
        `input '${path}': the contents with which the run began required, SHA-256 ${before.sha256} (${before.bytes} bytes), ` +
          `got ${file.sha256} (${file.bytes} bytes): the file was changed`,
      );
    }
    contents.set(path, bytes);
    files.set(path, file);
    return bytes;
  };
  return { read: remembered, inputs: () => [...files.values()] };
}

/**
 * Reads every file that an earlier run had read.
 *
 * @throws {DomainError} naming all that are missing or were changed
 */
export function checkInputs({ read }: InputReader, known: readonly InputFile[]): void {
  const mistakes = known.flatMap(({ path }) => {
    try {
      read(path);
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [error.message];
    }
  });
  if (mistakes.length > 0) throw new DomainError(mistakes.join('\n'));
}

function foundOrKept(read: RunContext['read'], path: string, before: InputFile | undefined): Uint8Array {
  try {
    return read(path);
  } catch (error) {
    if (before?.base64 === undefined || !(error instanceof DomainError)) throw error;
    return Uint8Array.from(atob(before.base64), (letter) => letter.charCodeAt(0));
  }
}

function inputFile(path: string, bytes: Uint8Array): InputFile {
  const file = { path, bytes: bytes.length, sha256: sha256(bytes) };
  if (bytes.length > LARGEST_KEPT) return file;
  return { ...file, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) };
}
