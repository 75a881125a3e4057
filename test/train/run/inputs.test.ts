import { describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/errors.ts';
import { sha256 } from '../../../src/sha-256.ts';
import { checkInputs, inputReader } from '../../../train/run/inputs.ts';

const bytes = (...list: readonly number[]): Uint8Array => Uint8Array.from(list);

/** Files in memory, and how often they were read. */
function disk(files: Readonly<Record<string, Uint8Array>>) {
  let count = 0;
  const read = (path: string): Uint8Array => {
    count++;
    const found = files[path];
    if (found === undefined) throw new DomainError(`no file ${path}`);
    return found;
  };
  return { read, reads: () => count };
}

describe('the files of an experiment', () => {
  test('are read once and remembered: checksums of all, contents of small ones', () => {
    const large = new Uint8Array(2 ** 16 + 1);
    const files = disk({ small: bytes(1, 2, 255), large });
    const reader = inputReader(files);
    expect(reader.inputs()).toEqual([]);
    for (const path of ['small', 'large', 'small']) reader.read(path);
    expect(files.reads()).toBe(2);
    expect(reader.inputs()).toEqual([
      { path: 'small', bytes: 3, sha256: sha256(bytes(1, 2, 255)), base64: 'AQL/' },
      { path: 'large', bytes: large.length, sha256: sha256(large) },
    ]);
  });

  test('that are missing are taken from what was kept', () => {
    const first = inputReader(disk({ small: bytes(1, 2, 255) }));
    first.read('small');
    const second = inputReader(disk({}), first.inputs());
    expect([...second.read('small')]).toEqual([1, 2, 255]);
    expect(second.inputs()).toEqual(first.inputs());
  });

  test('that were changed, or are missing and were not kept, are refused by name, all at once', () => {
    const first = inputReader(disk({ changed: bytes(1), large: new Uint8Array(2 ** 17), same: bytes(3) }));
    for (const path of ['changed', 'large', 'same']) first.read(path);
    const second = inputReader(disk({ changed: bytes(2), same: bytes(3) }), first.inputs());
    expect(() => checkInputs(second, first.inputs())).toThrow(
      /^input 'changed': the contents with which the run began required, SHA-256 \w{64} \(1 bytes\), got \w{64} \(1 bytes\): the file was changed\nno file large$/,
    );
  });
});
