/** @file Entry of the command line interface. */

import { program } from './program.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await program(process.argv.slice(2), processTerminal);
