/** @file The commands for programs and files: requests in JSON, schemas. */

import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { COMPUTE } from './help.ts';
import type { Terminal } from './terminal.ts';

/** Adds them; each loads its own modules when it is run. */
export function addTools(root: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  root
    .command('compute')
    .summary('answer requests in JSON, one or many')
    .description('Answers the requests of a file, or of standard input: a line of JSON for each.')
    .argument('<file>', 'a request in JSON, or one on each line; - is standard input')
    .addHelpText('after', COMPUTE)
    .action(async (file) => end(await (await import('./commands/compute.ts')).computeCommand(file, terminal)));

  root
    .command('schema')
    .summary('JSON Schema of experiments and requests')
    .description('Prints a JSON Schema, for editors and programs: of an experiment file, or of requests.')
    .argument('[subject]', "'experiment' (default) or 'compute'")
    .argument('[request]', 'the only request; default all')
    .action(async (subject, name) =>
      end(await (await import('./commands/schema.ts')).schemaCommand(subject, name, terminal)),
    );
}
