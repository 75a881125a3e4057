/** @file The commands of sweeps. */

import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { SWEEP } from './help.ts';
import type { Terminal } from './terminal.ts';

/** Adds them; each loads its own modules when it is run. */
export function addSweeps(root: Command, terminal: Terminal, end: (code: ExitCode) => void): void {
  root
    .command('sweep')
    .summary('many experiments or requests of one kind')
    .description(
      'Carries out an experiment or a request for every combination of values of its fields, and gathers the results.',
    )
    .argument('<sweep.json>', 'the file of the sweep, or the folder of one that is gone on with')
    .option('-o, --out <dir>', 'folder of the sweep; default runs/NAME')
    .option('--workers <n>', 'processes that work at the same time; default as many as there are cores')
    .option('--backend <name>', 'auto, tensorflow (native), wasm or cpu; default auto')
    .option('--plan', 'print the tasks and begin nothing')
    .option('--status', 'print how far it is')
    .option('--gather', 'write table and comparison page of what is finished')
    .option('--retry', 'try tasks that failed again')
    .addHelpText('after', SWEEP)
    .action(async (path, options) =>
      end(await (await import('./commands/sweep.ts')).sweepCommand(path, options, terminal)),
    );

  root
    .command('work')
    .summary('carry out tasks of a sweep')
    .description(
      'Takes tasks from the folder of a sweep until all are over. Any number of them may work at the same time.',
    )
    .argument('<dir>', 'the folder of the sweep')
    .option('--tasks <file>', 'only those whose addresses the file lists')
    .option('--owner <name>', 'a name of which there is one process at a time: what it left is taken over at once')
    .action(async (dir, options) =>
      end(await (await import('./commands/work.ts')).workCommand(dir, options, terminal)),
    );
}
