/** @file bulkweave schema: the JSON Schema of an experiment file, for editors and programs. */

import { EXIT, type ExitCode } from '../exit-code.ts';
import { fileJsonSchema } from '../option-list.ts';
import type { Terminal } from '../terminal.ts';

/** Prints the schema. */
export function schemaCommand(terminal: Terminal): ExitCode {
  terminal.out(`${JSON.stringify(fileJsonSchema(), null, 2)}\n`);
  return EXIT.success;
}
