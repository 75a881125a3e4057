/** @file bulkweave demo: the three experiments that come with the package, at the same time where there are processors. */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { settingsOf } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { packageRoot } from '../package-root.ts';
import { reportPath } from '../run-folder.ts';
import type { Terminal } from '../terminal.ts';
import { runCommand } from './run.ts';

/** Experiments of the demonstration, in train/experiments. */
const DEMO = ['critical-ising-8', 'ghz-8', 'w-8'] as const;

/**
 * Runs them in OUT/<name>, overwriting earlier results, and prints where the reports are. As many threads compute as there are processors,
 * each one experiment after the other, for which it loads and compiles its modules once; progress is then told in lines with their names.
 */
export async function demoCommand(
  options: { readonly out: string; readonly backend?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const threads = Math.min(DEMO.length, availableParallelism());
  const waiting: string[] = [...DEMO];
  const codes: ExitCode[] = [];
  const { engine: kind, ...limits } = settingsOf(terminal.environment);
  const thread = async (): Promise<void> => {
    const { startWork, end } = await terminal.startTasks({ kind, threads: limits.threads, memory: limits.memory });
    try {
      while (waiting.length > 0 && !codes.some(isSignal)) {
        const name = waiting.shift()!;
        const path = join(packageRoot(), 'train', 'experiments', `${name}.json`);
        const told = { ...(threads > 1 ? named(name, terminal) : terminal), startWork };
        codes.push(await runCommand(path, { ...options, out: join(options.out, name), force: true }, told));
      }
    } finally {
      end();
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: threads }, thread));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  const signal = codes.find(isSignal);
  if (signal !== undefined) return signal;
  const reports = DEMO.map((name) => `  ${reportPath(join(options.out, name))}\n`).join('');
  terminal.out(`\nOpen the reports in a browser:\n${reports}`);
  return codes.find((code) => code !== EXIT.success) ?? EXIT.success;
}

/** Whether a run was ended by a signal. */
const isSignal = (code: ExitCode): boolean => code > 128;

/** A terminal whose lines of progress have a name in front; a bar could not be shared. */
const named = (name: string, terminal: Terminal): Terminal => ({
  ...terminal,
  isTerminal: false,
  err: (text) => terminal.err(text.replaceAll(/^(?=.)/gm, `${name}: `)),
});
