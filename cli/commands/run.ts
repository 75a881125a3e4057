/** @file bulkweave run EXPERIMENT.json: from a file to a record and a report. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../src/errors.ts';
import { prepareFolder } from '../atomic-file.ts';
import type { ExitCode } from '../exit-code.ts';
import { loadExperiment, seedOf } from '../experiment-file.ts';
import { checkpointPath, occupation } from '../run-folder.ts';
import { lockFolder } from '../run-lock.ts';
import type { Terminal } from '../terminal.ts';

/** Options of the command, as commander hands them over. */
export interface RunOptions {
  readonly out?: string;
  readonly backend?: string;
  readonly seed?: string;
  readonly force?: boolean;
}

/** Runs an experiment file. */
export async function runCommand(path: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const seed = options.seed === undefined ? undefined : seedOf(options.seed);
  const { experiment, folder, inputs } = loadExperiment(path, seed);
  const out = options.out ?? join('runs', experiment.name);
  const held = occupation(out);
  if (held !== null && options.force !== true) {
    throw new DomainError(
      `${out}: a free folder required, got ${held}; choose another with --out, or overwrite it with --force`,
    );
  }
  const takeBack = prepareFolder(out);
  let giveBack: (() => void) | undefined;
  try {
    giveBack = lockFolder(out, terminal.err);
    const { chooseBackend, execute } = await import('../execute.ts'); // TensorFlow.js takes seconds to load
    const backend = await chooseBackend(options.backend, terminal);
    rmSync(checkpointPath(out), { force: true });
    const startedAt = new Date().toISOString();
    const begun = { backend: backend.name, startedAt, seconds: 0, checkpoint: null };
    return await execute({ out, experiment, folder, inputs, ...begun }, backend, terminal);
  } finally {
    giveBack?.();
    takeBack();
  }
}
