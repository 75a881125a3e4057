/** @file bulkweave new SUBJECT: a commented experiment for a file, a Hamiltonian, a circuit or a curve. */

import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadHdf5For } from '../../datasets/formats/hdf5.ts';
import { DomainError } from '../../src/errors.ts';
import { parseExperiment } from '../../train/run/experiment.ts';
import { writeAtomically } from '../atomic-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { issuesMessage } from '../issues-message.ts';
import { jsonWithComments } from '../json-file.ts';
import { experimentText, subjectOf } from '../new-experiment.ts';
import { readingFrom } from '../reading.ts';
import type { Terminal } from '../terminal.ts';

/** Options of the command, as commander hands them over. */
export interface NewOptions {
  readonly out?: string;
  readonly qubits?: string;
  readonly force?: boolean;
}

/** Writes the experiment, after it was checked as 'bulkweave run' checks it; to standard output with --out -. */
export async function newCommand(
  text: string,
  { out, qubits, force }: NewOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const count = qubits === undefined ? undefined : Number(qubits);
  if (count !== undefined && !(Number.isInteger(count) && count >= 1)) {
    throw new DomainError(`--qubits: a natural number required, got '${qubits}'`);
  }
  const folder = out === undefined || out === '-' ? '.' : dirname(out);
  await loadHdf5For(text);
  const subject = subjectOf(text, count, folder, readingFrom('.'));
  const path = out ?? `${subject.name}.jsonc`;
  const content = experimentText(subject, path === '-' ? `${subject.name}.jsonc` : path);
  const parsed = parseExperiment(jsonWithComments(content, path));
  if ('issues' in parsed) throw new DomainError(issuesMessage(text, parsed.issues));
  if (path === '-') {
    terminal.out(content);
    return EXIT.success;
  }
  if (existsSync(path) && force !== true) {
    throw new DomainError(
      `${path}: a free name required, got a file that exists; choose another with --out, or overwrite it with --force`,
    );
  }
  writeAtomically(path, content);
  terminal.out(`${path}\nrun it: bulkweave run ${path}\n`);
  return EXIT.success;
}
