/** @file bulkweave report DIR: draws report.html again from record.json. */

import { DomainError } from '../../src/errors.ts';
import { reportPage } from '../../src/report/page.ts';
import { writeAtomically } from '../atomic-file.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadRecord, recordPath, reportPath } from '../run-folder.ts';
import type { Terminal } from '../terminal.ts';

/** Redraws the report of a finished run. */
export function reportCommand(folder: string, options: { readonly out?: string }, terminal: Terminal): ExitCode {
  const record = loadRecord(folder);
  const path = options.out ?? reportPath(folder);
  writeAtomically(path, page());
  terminal.out(`${path}\n`);
  return EXIT.success;

  function page(): string {
    try {
      return reportPage(record);
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      throw new DomainError(
        `${recordPath(folder)}: a whole record required, got one with parts missing (${error.message})`,
      );
    }
  }
}
