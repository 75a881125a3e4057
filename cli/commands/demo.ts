/** @file bulkweave demo: the three experiments that come with the package, at the same time where there are processors. */

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { packageRoot } from '../package-root.ts';
import { reportPath } from '../run-folder.ts';
import type { Terminal } from '../terminal.ts';
import { runCommand } from './run.ts';

/** Experiments of the demonstration, in train/experiments. */
const DEMO = ['critical-ising-8', 'ghz-8', 'w-8'] as const;

/**
 * Runs them in OUT/<name>, overwriting earlier results, and prints where the reports are. Each computes in a thread of its own, so all
 * are run at once and their progress is told in lines with their names; on a single processor one after another.
 */
export async function demoCommand(
  options: { readonly out: string; readonly backend?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const run = (name: string, told: Terminal): Promise<ExitCode> => {
    const path = join(packageRoot(), 'train', 'experiments', `${name}.json`);
    return runCommand(path, { ...options, out: join(options.out, name), force: true }, told);
  };
  const codes: ExitCode[] = [];
  if (availableParallelism() > 1) {
    const ended = await Promise.allSettled(DEMO.map((name) => run(name, named(name, terminal))));
    for (const run of ended) {
      if (run.status === 'rejected') throw run.reason;
      codes.push(run.value);
    }
  } else {
    for (const name of DEMO) if (!codes.some(isSignal)) codes.push(await run(name, terminal));
  }
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
