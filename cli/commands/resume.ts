/** @file bulkweave resume DIR: goes on where an interrupted run stopped, to the same final numbers. */

import { prepareFolder } from '../atomic-file.ts';
import type { ExitCode } from '../exit-code.ts';
import { loadCheckpoint } from '../run-folder.ts';
import { lockFolder } from '../run-lock.ts';
import type { Terminal } from '../terminal.ts';

/** Resumes the run in a folder, on the backend on which it began unless told otherwise. */
export async function resumeCommand(
  out: string,
  options: { readonly backend?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const saved = loadCheckpoint(out);
  prepareFolder(out);
  const giveBack = lockFolder(out, terminal.err);
  try {
    const { chooseBackend, execute } = await import('../execute.ts');
    const backend = await chooseBackend(options.backend ?? saved.backend, terminal);
    if (backend.name !== saved.backend) {
      terminal.err(`the run began on ${saved.backend}; on ${backend.name} the last digits may differ\n`);
    }
    return await execute({ ...saved, out }, backend, terminal);
  } finally {
    giveBack();
  }
}
