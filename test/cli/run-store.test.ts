import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadCheckpoint, loadRecord, type SavedRun } from '../../cli/run-folder.ts';
import { type Disk, realDisk, runStore } from '../../cli/run-store.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../../src/record/study-record.ts';
import { parseExperiment } from '../../train/run/experiment.ts';
import { temporaryFolder } from './fake-terminal.ts';

const record: StudyRecord = {
  schema: STUDY_SCHEMA,
  versions: {},
  backend: 'cpu',
  startedAt: '2026-01-01T00:00:00.000Z',
  seconds: 3,
  experiment: { name: 'full', seed: 1 },
  findings: { title: 'T', question: 'Q', answer: 'A', sections: [], checks: [], verdicts: [] },
};

function savedAfter(seconds: number): Omit<SavedRun, 'schema'> {
  const parsed = parseExperiment({ name: 'full', target: { name: 'ghz', qubits: 2 }, model: { name: 'staircase' } });
  if ('issues' in parsed) throw new Error(JSON.stringify(parsed));
  const { experiment } = parsed;
  return { experiment, folder: '.', backend: 'cpu', startedAt: '2026-01-01T00:00:00.000Z', seconds, checkpoint: null };
}

const full = Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write' });

/** A disk that is full for the given number of attempts, in the folder. */
function diskFull(folder: string, attempts: number) {
  const pauses: number[] = [];
  let left = attempts;
  const unless = <Args extends readonly [string, ...unknown[]]>(write: (...args: Args) => void) => {
    return (...args: Args): void => {
      if (args[0] === folder && left-- > 0) throw full;
      write(...args);
    };
  };
  const disk: Disk = {
    saveCheckpoint: unless(realDisk.saveCheckpoint),
    saveRecord: unless(realDisk.saveRecord),
    wait: async (seconds) => void pauses.push(seconds),
  };
  return { disk, pauses };
}

function told() {
  const lines: string[] = [];
  return { lines, tell: (text: string): void => void lines.push(text) };
}

describe('on a full disk', () => {
  test('a checkpoint is left out with one warning that says what is kept, and written when there is space', () => {
    const folder = temporaryFolder();
    const { lines, tell } = told();
    const { disk } = diskFull(folder, 2);
    const store = runStore(folder, 7, tell, disk);
    expect([1, 2, 3].map((seconds) => store.keep(savedAfter(10 * seconds)))).toEqual([false, false, true]);
    expect(lines).toEqual([
      `${join(folder, 'checkpoint.json')}: not written: no space left on the device; the run goes on and tries again. ` +
        `The state after 7.0 s is kept on the disk; to go on from it: bulkweave resume ${folder}\n`,
      `${join(folder, 'checkpoint.json')}: written again\n`,
    ]);
    expect(loadCheckpoint(folder).seconds).toBe(30);
    expect(store.kept()).toContain('after 30 s');
  });

  test('the record is tried again', async () => {
    const folder = temporaryFolder();
    const { lines, tell } = told();
    const { disk, pauses } = diskFull(folder, 2);
    expect(await runStore(folder, null, tell, disk).finish(record, '<p>')).toBe(folder);
    expect(pauses).toEqual([1, 4]);
    expect(lines[0]).toContain('not written: no space left on the device; the finished run is kept in memory');
    expect(loadRecord(folder)).toEqual(record);
  });

  test('that stays full the record is written elsewhere, and it is said where', async () => {
    const folder = temporaryFolder();
    const { tell } = told();
    const { disk, pauses } = diskFull(folder, Infinity);
    const elsewhere = (await runStore(folder, null, tell, disk).finish(record, '<p>'))!;
    onTestFinished(() => rmSync(elsewhere, { recursive: true }));
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBe(60);
    expect(loadRecord(elsewhere)).toEqual(record);
    expect(readdirSync(folder)).toEqual([]);
  });
});

test('a folder that was deleted is made again', async () => {
  const folder = join(temporaryFolder(), 'a', 'b');
  const { lines, tell } = told();
  const store = runStore(folder, null, tell);
  expect(store.keep(savedAfter(1))).toBe(true);
  expect(lines).toEqual([`${folder}: was deleted while the run went on; created again\n`]);
  rmSync(folder, { recursive: true });
  expect(await store.finish(record, '<p>')).toBe(folder);
  expect(existsSync(join(folder, 'report.html'))).toBe(true);
});

test('an error that is not the disk\u2019s is not swallowed', () => {
  const broken: Disk = {
    ...realDisk,
    saveCheckpoint: () => {
      throw new TypeError('a mistake in the program');
    },
  };
  expect(() => runStore(temporaryFolder(), null, () => undefined, broken).keep(savedAfter(1))).toThrow(TypeError);
});
