/** @file Entry of the command line interface. */

import { program } from './program.ts';
import { processTerminal } from './terminal.ts';

// A reader that closes early (bulkweave list | head) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await program(process.argv.slice(2), processTerminal);
