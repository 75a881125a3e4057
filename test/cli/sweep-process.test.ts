/** @file A sweep on two processes, one of which is killed, and one that is interrupted. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { SavedRun } from '../../cli/run-folder.ts';
import { jsonIfThere } from '../../cli/sweep/sweep-folder.ts';
import type { RunCheckpoint } from '../../train/run/run.ts';
import { type BuiltProgram, builtProgram, ended } from './built-program.ts';
import { temporaryFolder } from './fake-terminal.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 }); // processes on a busy machine

let program: BuiltProgram;
beforeAll(async () => {
  program = await builtProgram();
});
afterAll(() => program.remove());

/** Runs of some seconds, to a target that cannot be reached, with a checkpoint every few steps. */
const patient = {
  name: 'patient',
  experiment: {
    target: { name: 'w', qubits: 3 },
    model: { name: 'brickwall', depth: 1 },
    training: {
      optimiser: { name: 'tensorflow-adam', learningRate: 0.001 },
      ...{ starts: 1, maxSteps: 8000, patience: 20_000, polish: 0, targetInfidelity: 1e-12, checkpointEvery: 5 },
    },
    ...{ geodesic: false, fisher: false, bulk: false },
  },
  seeds: 3,
};

function prepared() {
  const folder = temporaryFolder();
  const path = join(folder, 'sweep.json');
  writeFileSync(path, JSON.stringify(patient));
  return { path, out: join(folder, 'out') };
}

const foldersIn = (out: string): readonly string[] =>
  existsSync(join(out, 'tasks')) ? readdirSync(join(out, 'tasks')).map((name) => join(out, 'tasks', name)) : [];

/** What every task has found, by its address. */
const foundIn = (out: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    readdirSync(join(out, 'tasks')).map((name) => {
      return [name, JSON.parse(readFileSync(join(out, 'tasks', name, 'record.json'), 'utf8')).points];
    }),
  );

/** The first task that has a checkpoint and goes on: its folder and process. */
async function runningTask(out: string): Promise<{ readonly folder: string; readonly pid: number }> {
  for (;;) {
    const folders = foldersIn(out);
    if (folders.length > 0 && folders.every((folder) => existsSync(join(folder, 'record.json')))) {
      throw new Error('the tasks ended before one was met in its midst: they need more steps');
    }
    for (const folder of folders) {
      const lock = jsonIfThere(join(folder, 'run.lock')) as { readonly pid: number } | null;
      const saved = jsonIfThere(join(folder, 'checkpoint.json')) as SavedRun | null;
      const reached = saved?.checkpoint as RunCheckpoint | null | undefined;
      if (lock !== null && reached?.journal.running != null) return { folder, pid: lock.pid };
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const sweep = (...args: readonly string[]) => program.start('sweep', ...args, '--workers', '2', '--backend', 'wasm');

test('a sweep whose worker is killed, and one that is interrupted, end with the bits of an undisturbed one', async () => {
  const whole = prepared();
  expect(await ended(sweep(whole.path, '--out', whole.out))).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^3 missed/),
  });

  const killed = prepared();
  const end = ended(sweep(killed.path, '--out', killed.out));
  const task = await runningTask(killed.out);
  process.kill(task.pid, 'SIGKILL');
  const { code, err } = await end;
  expect([code, err]).toEqual([1, expect.stringContaining('a worker ended by SIGKILL; another one takes its place')]);
  // Where it was killed; it may have gone on to the next task since its lock was read.
  expect(foldersIn(killed.out).some((folder) => existsSync(join(folder, 'deaths.json')))).toBe(true);
  expect(foundIn(killed.out)).toEqual(foundIn(whole.out));

  const stopped = prepared();
  const child = sweep(stopped.path, '--out', stopped.out);
  const stop = ended(child);
  await runningTask(stopped.out);
  child.kill('SIGINT');
  expect(await stop).toMatchObject({
    code: 130,
    err: expect.stringContaining(`to go on: bulkweave sweep ${stopped.out}`),
  });
  expect(foldersIn(stopped.out).some((folder) => existsSync(join(folder, 'checkpoint.json')))).toBe(true);
  expect(foldersIn(stopped.out).some((folder) => existsSync(join(folder, 'run.lock')))).toBe(false);
  expect(await ended(sweep(stopped.out))).toMatchObject({ code: 1 });
  expect(foundIn(stopped.out)).toEqual(foundIn(whole.out));
});

test('three workers that take short tasks from each other go on to the end, all of them', async () => {
  const { path, out } = prepared();
  const short = {
    name: 'short',
    compute: { request: 'curvature', qubits: 1 },
    grid: { 'metric.penalty': { from: 1, to: 2, count: 150 } },
  };
  writeFileSync(path, JSON.stringify(short));
  const { code, err } = await ended(program.start('sweep', path, '--out', out, '--workers', '3'));
  expect([code, err]).toEqual([0, expect.not.stringContaining('a worker ended')]);
  expect(
    foldersIn(out)
      .flatMap((folder) => readdirSync(folder))
      .filter((name) => /lock|tmp|deaths/.test(name)),
  ).toEqual([]);
});
