/**
 * @file What a sweep loses to scheduling: `npm run bench -- sweep`. Two hundred tasks on two local workers; the time in the threads that
 * compute, against that of the workers from their first task to their last, and from the start of the command to its end.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import type { Session } from '../cli/sweep/task-state.ts';
import { builtProgram, ended } from '../test/cli/built-program.ts';
import { printRow } from './measure.ts';

const TASKS = 200;

const sweep = {
  name: 'scheduling',
  compute: { request: 'geodesic', state: 'ghz(3)', metric: { maxRange: 1 }, starts: 1 },
  seeds: TASKS,
};

/** Sessions of all tasks, by the process that was at them. */
function sessionsIn(out: string): ReadonlyMap<number, readonly Session[]> {
  const all = readdirSync(join(out, 'tasks')).flatMap((name): Session[] =>
    JSON.parse(readFileSync(join(out, 'tasks', name, 'sessions.json'), 'utf8')),
  );
  const pids = [...new Set(all.map(({ pid }) => pid))];
  return new Map(pids.map((pid) => [pid, all.filter((one) => one.pid === pid)]));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('scheduling', () => {
  bench(
    `${TASKS} tasks on two workers`,
    async () => {
      const program = await builtProgram();
      const folder = mkdtempSync(join(tmpdir(), 'bulkweave-bench-'));
      try {
        const [path, out] = [join(folder, 'sweep.json'), join(folder, 'out')];
        writeFileSync(path, JSON.stringify(sweep));
        const begun = performance.now();
        const { code, err } = await ended(program.start('sweep', path, '--out', out, '--workers', '2'));
        const wall = (performance.now() - begun) / 1000;
        if (code !== 0) throw new Error(err);
        const workers = [...sessionsIn(out).values()].map((own) => {
          const sessions = own.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
          const [first] = sessions as [Session];
          const to = Math.max(...sessions.map(({ at, seconds }) => Date.parse(at) / 1000 + seconds));
          // The thread is begun with the first task: what that takes is start, not scheduling.
          const start = first.seconds - first.workSeconds!;
          return { sessions, from: Date.parse(first.at) / 1000 + start, to, start };
        });
        const each = workers.flatMap(({ sessions }) => sessions.map(({ workSeconds }) => workSeconds!));
        const work = sum(each);
        const last = Math.max(...workers.map(({ to }) => to));
        const spans = sum(workers.map(({ from }) => last - from));
        const order = each.toSorted((a, b) => a - b);
        printRow(`${TASKS} tasks, ${workers.length} workers`, [work, 's of work'], [wall, 's in all']);
        printRow(
          'a task: least, median, greatest',
          ...[0, TASKS >> 1, TASKS - 1].map((k) => [order[k]!, 's'] as const),
        );
        printRow('lost between tasks, from the first to the last', [100 * (1 - work / spans), '%']);
        printRow('  of it waiting at the end', [100 * (sum(workers.map(({ to }) => last - to)) / spans), '%']);
        printRow('lost with start, end and table', [100 * (1 - work / (workers.length * wall)), '%']);
      } finally {
        rmSync(folder, { recursive: true });
        program.remove();
      }
    },
    { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
  );
});
