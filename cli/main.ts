/** @file Entry of the command line interface. */

import { program } from './program.ts';
import { processTerminal } from './terminal.ts';

/** Error codes of a stream that nobody reads any more. */
const UNREAD = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'];

// A reader that closes early (bulkweave list | head) is no error, and a run goes on without one.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (!UNREAD.includes(error.code ?? '') && stream === process.stdout) throw error;
  });
}

process.exitCode = await program(process.argv.slice(2), processTerminal);
