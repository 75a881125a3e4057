/** @file bulkweave resume DIR: continues where an interrupted run stopped, to the same final numbers. */

import { backendNamed } from '../../src/tensorflow/backend-name.ts';
import { prepareFolder } from '../atomic-file.ts';
import type { ExitCode } from '../exit-code.ts';
import { announcement } from '../package-root.ts';
import { lockFolder } from '../run-lock.ts';
import type { Terminal } from '../terminal.ts';

/** Resumes the run in a folder, on the backend on which it began unless another is given. */
export async function resumeCommand(
  out: string,
  options: { readonly backend?: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const prefer = options.backend === undefined ? undefined : backendNamed(options.backend, '--backend');
  terminal.err(announcement(out));
  const [{ execute }, { checkpointPath, loadCheckpoint }] = await Promise.all([
    import('../execute.ts'),
    import('../run-folder.ts'),
  ]);
  const saved = loadCheckpoint(out);
  prepareFolder(out);
  const giveBack = lockFolder(out, terminal.err);
  try {
    return await execute({ ...saved, out, source: checkpointPath(out), prefer, asJson: options.json }, terminal);
  } finally {
    giveBack();
  }
}
