import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { lockFolder, lockPath } from '../../cli/run-lock.ts';
import { temporaryFolder } from './fake-terminal.ts';

const lines: string[] = [];
const tell = (line: string): void => void lines.push(line);

/** Writes the lock of a process as it would stand there. */
function lockOf(folder: string, changes: Readonly<Record<string, unknown>>): void {
  const giveBack = lockFolder(folder, tell);
  const own = JSON.parse(readFileSync(lockPath(folder), 'utf8'));
  giveBack();
  writeFileSync(lockPath(folder), JSON.stringify({ ...own, key: 'another', ...changes }));
}

/** Takes the folder and gives it back; what was told meanwhile. */
function taken(folder: string): readonly string[] {
  lines.length = 0;
  lockFolder(folder, tell)();
  return [...lines];
}

describe('a folder', () => {
  test('is taken once at a time, and free again when it is given back', () => {
    const folder = temporaryFolder();
    const giveBack = lockFolder(folder, tell);
    expect(() => lockFolder(folder, tell)).toThrow(`got one held by process ${process.pid} on ${hostname()}`);
    giveBack();
    expect(readdirSync(folder)).toEqual([]);
    expect(taken(folder)).toEqual([]);
  });

  test('held by another process that runs is refused', () => {
    const folder = temporaryFolder();
    const other = spawn('sleep', ['60']);
    onTestFinished(() => void other.kill());
    const began = existsSync('/proc')
      ? readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[19]
      : null;
    lockOf(folder, { pid: other.pid, began });
    expect(() => lockFolder(folder, tell)).toThrow(`process ${other.pid}`);
  });

  test('of a process that is gone is taken over, with a line that says so', () => {
    const folder = temporaryFolder();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    lockOf(folder, { pid });
    expect(taken(folder)).toEqual([expect.stringMatching(`run\\.lock: left by process ${pid}, .* taken over`)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(!existsSync('/proc'))('of a process whose number now belongs to another is taken over', () => {
    const folder = temporaryFolder();
    lockOf(folder, { began: '1' });
    expect(taken(folder)).toEqual([expect.stringContaining('taken over')]);
  });

  test('with a lock that nobody can read is taken over', () => {
    const folder = temporaryFolder();
    writeFileSync(lockPath(folder), '{"pid":');
    expect(taken(folder)).toEqual([expect.stringContaining('an unknown process')]);
  });

  test('held from another machine is refused, and says which file to remove', () => {
    const folder = temporaryFolder();
    lockOf(folder, { host: 'elsewhere' });
    expect(() => lockFolder(folder, tell)).toThrow(`if that is gone, remove ${lockPath(folder)}`);
  });

  test('is cleared of what a killed run left half written, and of nothing else', () => {
    const folder = temporaryFolder();
    for (const name of ['checkpoint.json.0123abcd.tmp', '.0123abcd.tmp', 'mine.tmp', 'record.json']) {
      writeFileSync(join(folder, name), '');
    }
    expect(taken(folder)).toHaveLength(2);
    expect(readdirSync(folder).sort()).toEqual(['mine.tmp', 'record.json']);
  });
});
