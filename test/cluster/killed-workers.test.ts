/** @file Sweeps on Redis and on Slurm: two workers, one of which is killed in the middle of a task. */

import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { jsonIfThere } from '../../cli/sweep/sweep-folder.ts';
import { type BuiltProgram, builtProgram, ended } from '../cli/built-program.ts';
import { isInstalled, startRedis, startSlurm, until } from './servers.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 }); // processes on a busy machine

/** Runs of some seconds, to a target that cannot be reached, with a checkpoint every few steps; and one file. */
const patient = {
  name: 'patient',
  experiment: {
    target: { name: 'file', path: 'w.json' },
    model: { name: 'brickwall', depth: 1 },
    training: {
      optimiser: { name: 'tensorflow-adam', learningRate: 0.001 },
      ...{ starts: 1, maxSteps: 6000, patience: 20_000, polish: 0, targetInfidelity: 1e-12, checkpointEvery: 5 },
    },
    ...{ geodesic: false, fisher: false, bulk: false },
  },
  seeds: 4,
};

const root = mkdtempSync(join(tmpdir(), 'bulkweave-cluster-'));
const path = join(root, 'sweep.json');
let program: BuiltProgram;
let whole: Readonly<Record<string, unknown>>;

beforeAll(async () => {
  program = await builtProgram();
  writeFileSync(path, JSON.stringify(patient));
  const a = 1 / Math.sqrt(3);
  writeFileSync(join(root, 'w.json'), JSON.stringify({ re: [0, a, a, 0, a, 0, 0, 0] }));
  const out = join(root, 'whole');
  const { code, err } = await ended(sweep('--out', out, '--workers', '2'));
  if (code !== 1) throw new Error(err);
  whole = foundIn(out);
});

afterAll(() => {
  program?.remove();
  rmSync(root, { recursive: true, force: true });
});

const sweep = (...args: readonly string[]) => program.start('sweep', path, '--backend', 'wasm', ...args);

/** What every task has found, by its address. */
const foundIn = (out: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    readdirSync(join(out, 'tasks')).map((name) => {
      return [name, JSON.parse(readFileSync(join(out, 'tasks', name, 'record.json'), 'utf8')).points];
    }),
  );

describe.skipIf(!isInstalled('redis-server'))('a queue on Redis', () => {
  let server: Awaited<ReturnType<typeof startRedis>>;
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.stop();
  });

  /** A worker that shares nothing but Redis, and what it has said. */
  function worker(...args: readonly string[]): {
    readonly child: ChildProcessWithoutNullStreams;
    readonly said: () => string;
  } {
    const child = program.start('work', '--redis', server.url, '--patience', '3', ...args);
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
    });
    return { child, said: () => said };
  }

  test('of which a worker is killed gives the bits of one process, and nothing is left in it', async () => {
    const out = join(root, 'redis');
    const workers = [worker(), worker()];
    const end = ended(sweep('--out', out, '--executor', 'bullmq', '--redis', server.url));
    let victim: (typeof workers)[number] | undefined;
    await until('a checkpoint in Redis', async () => {
      const addresses = (await redis.keys('bulkweave:bulkweave:checkpoint:*')).map((key) => key.split(':').at(-1)!);
      victim = workers.find(({ said }) => {
        const last = said().trimEnd().split('\n').at(-1)!;
        return last.includes(' begun ') && addresses.some((address) => address.startsWith(last.slice(0, 16)));
      });
      return victim !== undefined;
    });
    victim!.child.kill('SIGKILL');
    const { code, err } = await end;
    expect([code, err]).toEqual([1, expect.stringContaining('4 of 4  missed')]); // targets that cannot be reached
    const other = workers.find((one) => one !== victim)!;
    expect(other.said()).toContain('from its checkpoint');
    expect(foundIn(out)).toEqual(whole);
    expect(await redis.keys('bulkweave:bulkweave:{result,checkpoint}:*')).toEqual([]);
    const stop = ended(other.child);
    other.child.kill('SIGTERM');
    expect((await stop).code).toBe(143);
  });

  test('takes back the task of a worker that is asked to stop; what fails is told, once', async () => {
    const [out, file] = [join(root, 'failing'), join(root, 'failing.json')];
    const compute = { request: 'entropies', state: { name: 'ghz', qubits: 3 } };
    writeFileSync(file, JSON.stringify({ name: 'failing', compute, grid: { regions: [[[0]], [[7]]] } }));
    const queue = ['--redis', server.url, '--queue', 'other'];
    const end = ended(program.start('sweep', file, '--out', out, '--executor', 'bullmq', ...queue));
    await until('jobs in the queue', async () => (await redis.llen('bull:other:wait')) === 2);
    const { child } = worker('--queue', 'other', '--once');
    expect((await ended(child)).code).toBe(0);
    const { code, out: said, err } = await end;
    expect([code, said]).toEqual([1, expect.stringContaining('1 finished, 1 failed')]);
    expect(err).toContain('failed: failing-2: ');

    const long = join(root, 'stopped');
    const again = ended(sweep('--out', long, '--executor', 'bullmq', ...queue));
    const first = worker('--queue', 'other');
    await until('a task', () => first.said().includes(' begun '));
    const stop = ended(first.child);
    first.child.kill('SIGTERM');
    expect((await stop).code).toBe(143);
    expect(first.said()).toContain(' stopped ');
    const second = worker('--queue', 'other', '--once');
    expect((await again).code).toBe(1);
    second.child.kill('SIGKILL');
    expect(foundIn(long)).toEqual(whole);
  });

  test('that does not answer is bad input', async () => {
    const url = 'redis://user:secret@127.0.0.1:1';
    const { code, err } = await ended(sweep('--out', join(root, 'none'), '--executor', 'bullmq', '--redis', url));
    expect([code, err]).toEqual([2, expect.stringContaining('redis://…@127.0.0.1:1: a Redis that answers required')]);
    expect(err).not.toContain('secret');
  });
});

describe.skipIf(!isInstalled('slurmctld') || !isInstalled('slurmd'))('job arrays of Slurm', () => {
  let slurm: Awaited<ReturnType<typeof startSlurm>>;
  beforeAll(async () => {
    slurm = await startSlurm();
    vi.stubEnv('SLURM_CONF', slurm.configuration);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await slurm?.stop();
  });

  test('of which a worker is killed give the bits of one process', async () => {
    const out = join(root, 'slurm');
    const options = ['--executor', 'slurm', '--workers', '2', '--slurm', '--cpus-per-task=1'];
    const end = ended(sweep('--out', out, ...options));
    let task = { folder: '', pid: 0 };
    await until('a checkpoint', () => {
      if (!existsSync(join(out, 'tasks'))) return false;
      for (const name of readdirSync(join(out, 'tasks'))) {
        const folder = join(out, 'tasks', name);
        const lock = jsonIfThere(join(folder, 'run.lock')) as { readonly pid: number } | null;
        if (lock === null || !existsSync(join(folder, 'checkpoint.json'))) continue;
        task = { folder, pid: lock.pid };
        return true;
      }
      return false;
    });
    const { out: status } = await ended(program.start('sweep', out, '--status'));
    expect(status).toMatch(/in Slurm: .*RUNNING/);
    process.kill(task.pid, 'SIGKILL');
    const { code, err } = await end;
    expect([code, err]).toEqual([1, expect.stringMatching(/array 1 of 3 elements.*\n(.*\n)*?array \d+ of 1 element/)]); // MaxArraySize is 4
    expect(existsSync(join(task.folder, 'deaths.json'))).toBe(true);
    expect(foundIn(out)).toEqual(whole);
  });
});

describe.skipIf(!isInstalled('slurmctld') || !isInstalled('slurmd'))(
  'job arrays of Slurm that nobody waits for',
  () => {
    test('are asked for their state, and gathered at the end', async () => {
      const slurm = await startSlurm();
      vi.stubEnv('SLURM_CONF', slurm.configuration);
      try {
        const [out, file] = [join(root, 'later'), join(root, 'later.json')];
        writeFileSync(
          file,
          JSON.stringify({ name: 'later', compute: { request: 'curvature' }, grid: { qubits: [1, 2, 3] } }),
        );
        const options = ['--executor', 'slurm', '--per-element', '2', '--no-wait'];
        const { code, err } = await ended(program.start('sweep', file, '--out', out, ...options));
        expect([code, err]).toEqual([0, expect.stringContaining('of 2 elements submitted')]);
        const again = await ended(program.start('sweep', out, ...options));
        expect(again.err).not.toContain('submitted'); // they are in the queue
        await until('the end of the array', async () => {
          const { out: status } = await ended(program.start('sweep', out, '--status'));
          return status.includes('3 tasks, 3 finished');
        });
        const { code: last, out: said } = await ended(program.start('sweep', out, '--gather'));
        expect([last, said]).toEqual([0, expect.stringContaining('3 finished')]);
      } finally {
        vi.unstubAllEnvs();
        await slurm.stop();
      }
    });
  },
);

test('without the servers a clear message says what is missing', async () => {
  vi.stubEnv('PATH', '/nowhere');
  try {
    const { code, err } = await ended(sweep('--out', join(root, 'no-slurm'), '--executor', 'slurm'));
    expect([code, err]).toEqual([2, expect.stringContaining('the command scontrol of Slurm required, got none')]);
  } finally {
    vi.unstubAllEnvs();
  }
});
