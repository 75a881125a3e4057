/** @file bulkweave run EXPERIMENT.json: from a file to a record and a report. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../src/errors.ts';
import { prepareFolder } from '../atomic-file.ts';
import { backendOf } from '../environment.ts';
import type { ExitCode } from '../exit-code.ts';
import { readJson } from '../json-file.ts';
import { announcement } from '../package-root.ts';
import { lockFolder } from '../run-lock.ts';
import type { Terminal } from '../terminal.ts';

/** Options of the command, as commander hands them over. */
export interface RunOptions {
  readonly out?: string;
  readonly backend?: string;
  readonly seed?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/**
 * Runs an experiment file. Its name is printed at once, since the modules that check it and compute take a while to
 * load.
 */
export async function runCommand(path: string, options: RunOptions, terminal: Terminal): Promise<ExitCode> {
  const seed = options.seed === undefined ? undefined : seedOf(options.seed);
  const backend = backendOf(options.backend, terminal.environment);
  terminal.err(announcement(nameIn(readJson(path))));
  const [{ execute }, { loadExperiment }, { checkpointPath, occupation }] = await Promise.all([
    import('../execute.ts'),
    import('../experiment-file.ts'),
    import('../run-folder.ts'),
  ]);
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
    rmSync(checkpointPath(out), { force: true });
    const startedAt = new Date().toISOString();
    const begun = { backend, startedAt, seconds: 0, checkpoint: null };
    return await execute({ out, source: path, experiment, folder, inputs, ...begun, asJson: options.json }, terminal);
  } finally {
    giveBack?.();
    takeBack();
  }
}

/** The name of an experiment, or of the one in a record, before it is checked. */
function nameIn(json: unknown): unknown {
  const { name, experiment } = Object(json) as {
    readonly name?: unknown;
    readonly experiment?: { readonly name?: unknown };
  };
  return name ?? Object(experiment).name;
}

/**
 * Checks a seed as it stands on the command line.
 *
 * @throws {DomainError} not a natural number
 */
function seedOf(text: string): number {
  const seed = Number(text);
  if (Number.isSafeInteger(seed) && seed >= 0 && text.trim() !== '') return seed;
  throw new DomainError(`--seed: a natural number required, got '${text}'`);
}
