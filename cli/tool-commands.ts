/** @file The commands for programs and files: requests in JSON, schemas. */

import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { COMPUTE, EXPORT, NEW, SERVE } from './help.ts';
import type { Terminal } from './terminal.ts';

/** Adds them; each loads its own modules when it is run. */
export function addTools(root: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  root
    .command('new')
    .summary('a commented experiment to begin with')
    .description(
      'Writes an experiment for a state, a circuit, a Hamiltonian or a curve, with comments on what may be changed.',
    )
    .argument('<subject>', "a file or a name: psi.npy, circuit.qasm, hamiltonian.json, 'w(8)', xxz, quench")
    .option('-o, --out <file>', 'where to write it; default NAME.jsonc, - for standard output')
    .option('-n, --qubits <n>', 'number of qubits, where the subject does not say; default 6')
    .option('-f, --force', 'overwrite the file')
    .addHelpText('after', NEW)
    .action(async (subject, options) =>
      end(await (await import('./commands/new.ts')).newCommand(subject, options, terminal)),
    );

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
    .argument('[subject]', "'experiment' (default), 'sweep' or 'compute'")
    .argument('[request]', 'the only request; default all')
    .action(async (subject, name) =>
      end(await (await import('./commands/schema.ts')).schemaCommand(subject, name, terminal)),
    );

  root
    .command('export')
    .summary('what a run has found, for other programs')
    .description('Writes what a finished run has found in another format.')
    .argument('<run>', "the run's folder, or its record.json")
    .requiredOption('--as <format>', 'qasm, npy, npz, h5, json, svg or csv')
    .option('-o, --out <file>', 'where to write it; default standard output')
    .option('--part <name>', 'which picture or table')
    .option('--point <n>', 'which state, of a run along a curve; default 0')
    .addHelpText('after', EXPORT)
    .action(async (run, options) =>
      end(await (await import('./commands/export.ts')).exportCommand(run, options, terminal)),
    );

  root
    .command('doctor')
    .summary('what this machine computes with')
    .description(
      'Shows versions, engine, threads, memory and backend, and how to get what is missing. Asks no network.',
    )
    .option('-j, --json', 'as one line of JSON')
    .action(async (options) => end(await (await import('./commands/doctor.ts')).doctorCommand(options, terminal)));
}
