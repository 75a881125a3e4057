/** @file bulkweave demo: the three experiments that come with the package, one after another. */

import { join } from 'node:path';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { packageRoot } from '../package-root.ts';
import { reportPath } from '../run-folder.ts';
import type { Terminal } from '../terminal.ts';
import { runCommand } from './run.ts';

/** Experiments of the demonstration, in train/experiments. */
const DEMO = ['critical-ising-8', 'ghz-8', 'w-8'] as const;

/** Runs them in OUT/<name>, overwriting earlier results, and prints where the reports are. */
export async function demoCommand(
  options: { readonly out: string; readonly backend?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  let worst: ExitCode = EXIT.success;
  for (const name of DEMO) {
    const path = join(packageRoot(), 'train', 'experiments', `${name}.json`);
    const code = await runCommand(path, { ...options, out: join(options.out, name), force: true }, terminal);
    if (code > 128) return code; // ended by a signal
    if (code !== EXIT.success) worst = code;
  }
  const reports = DEMO.map((name) => `  ${reportPath(join(options.out, name))}\n`).join('');
  terminal.out(`\nOpen the reports in a browser:\n${reports}`);
  return worst;
}
