/** @file bulkweave export RUN --as FORMAT: what a run has found, for other programs. */

import { dirname } from 'node:path';
import { loadHdf5 } from '../../datasets/formats/hdf5.ts';
import { DomainError } from '../../src/errors.ts';
import { writeAtomically } from '../atomic-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { FORMATS } from '../exports.ts';
import { loadRecord } from '../run-folder.ts';
import type { Terminal } from '../terminal.ts';

/** Options of the command, as commander hands them over. */
export interface ExportOptions {
  readonly as?: string;
  readonly out?: string;
  readonly part?: string;
  readonly point?: string;
}

/** Writes to a file, or to standard output. */
export async function exportCommand(
  run: string,
  { as = '', out, part, point = '0' }: ExportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const format = Object.hasOwn(FORMATS, as) ? FORMATS[as] : undefined;
  if (format === undefined) {
    throw new DomainError(`--as: one of ${Object.keys(FORMATS).join(', ')} required, got '${as}'`);
  }
  if (!/^\d+$/.test(point)) throw new DomainError(`--point: a natural number required, got '${point}'`);
  if (as === 'h5') await loadHdf5();
  const folder = /(^|[/\\])record\.json$/.test(run) ? dirname(run) : run;
  const content = format.write(loadRecord(folder), { point: Number(point), part });
  if (out !== undefined) {
    writeAtomically(out, content);
    terminal.out(`${out}\n`);
  } else if (typeof content === 'string') terminal.out(content);
  else terminal.outBytes(content);
  return EXIT.success;
}
