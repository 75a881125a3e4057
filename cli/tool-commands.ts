/** @file The commands for programs and files: requests in JSON, schemas. */

import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { COMPUTE, SERVE } from './help.ts';
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
    .command('serve')
    .summary('answer requests of another program')
    .description('Answers requests on standard input until it ends, in one process. No network, no other files.')
    .option('--stdio', 'by standard input and output (default, and the only way)')
    .option('--folder <dir>', 'folder from which requests may name files; default none')
    .option('--seconds <n>', 'most time for a request; default 60')
    .option('--mebibytes <n>', 'most size of a request with its files; default 256')
    .addHelpText('after', SERVE)
    .action(async (options) => end(await (await import('./commands/serve.ts')).serveCommand(options, terminal)));

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
