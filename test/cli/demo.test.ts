import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { demoCommand } from '../../cli/commands/demo.ts';
import type { TaskRunner } from '../../cli/sweep/task-runner.ts';
import { fakeTerminal, temporaryFolder } from './fake-terminal.ts';

test('a demonstration that is interrupted begins no further experiment, and ends its threads', async () => {
  const { terminal, written, interrupt } = fakeTerminal();
  const [begun, ended]: [string[], string[]] = [[], []];
  const threads = Math.min(3, availableParallelism());
  const startTasks = async (): Promise<TaskRunner> => ({
    ...(await terminal.startTasks({ kind: undefined, threads: undefined, memory: undefined })),
    startWork: ({ experiment }, onReport) => {
      begun.push(experiment.name);
      if (begun.length === threads) setTimeout(interrupt);
      return { stop: () => onReport({ kind: 'stopped', checkpoint: null }), end: () => {} };
    },
    end: () => ended.push('thread'),
  });
  expect(await demoCommand({ out: temporaryFolder() }, { ...terminal, startTasks })).toBe(130);
  expect(begun).toEqual(['critical-ising-8', 'ghz-8', 'w-8'].slice(0, threads));
  expect(ended).toHaveLength(threads);
  expect(written.out).not.toContain('Open the reports');
});
