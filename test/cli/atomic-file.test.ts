import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareFolder, writeAtomically } from '../../cli/atomic-file.ts';
import { temporaryFolder } from './fake-terminal.ts';

describe('writing', () => {
  test('replaces a file and leaves no neighbour', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'record.json');
    writeAtomically(path, 'old');
    writeAtomically(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['record.json']);
  });

  test('that fails leaves the old file and no neighbour', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'record.json');
    mkdirSync(path); // a folder cannot be replaced by a file
    writeFileSync(join(path, 'inside'), 'kept');
    expect(() => writeAtomically(path, 'new')).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/EISDIR|ENOTEMPTY|EEXIST|EPERM/), path }),
    );
    expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('kept');
    expect(readdirSync(folder)).toEqual(['record.json']);
  });
});

describe('preparing a folder', () => {
  test('makes it with those above, and taking it back removes what was made', () => {
    const folder = temporaryFolder();
    const takeBack = prepareFolder(join(folder, 'a', 'b', 'c'));
    expect(readdirSync(join(folder, 'a', 'b', 'c'))).toEqual([]);
    takeBack();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('taking it back spares what is in use and what was there before', () => {
    const folder = temporaryFolder();
    const takeBack = prepareFolder(join(folder, 'a', 'b'));
    writeFileSync(join(folder, 'a', 'kept'), '');
    takeBack();
    expect(readdirSync(join(folder, 'a'))).toEqual(['kept']);
    prepareFolder(folder)();
    expect(existsSync(folder)).toBe(true);
  });

  test.skipIf(!existsSync('/proc'))('fails where children are refused as if the parent did not exist', () => {
    expect(() => prepareFolder('/proc/bulkweave/out')).toThrow(
      'output folder /proc/bulkweave/out: it cannot be written to',
    );
  });

  test('fails where a file is in the way, leaving nothing', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => prepareFolder(join(folder, 'file', 'runs'))).toThrow(
      'it cannot be written to: part of the path is a file',
    );
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
