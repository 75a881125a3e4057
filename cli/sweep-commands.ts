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
    .option('--executor <name>', 'local (processes of this machine), slurm or bullmq; default local')
    .option(
      '--workers <n>',
      'processes that work at the same time; default as many as there are cores; of slurm no limit',
    )
    .option('--backend <name>', 'auto, tensorflow (native), wasm or cpu; default auto')
    .option('--redis <url>', 'of bullmq: redis://user:password@host:port; default BULKWEAVE_REDIS, or this machine')
    .option('--queue <name>', 'of bullmq: the queue; default bulkweave')
    .option('--slurm <options>', "options of sbatch, '--partition=long --time=2:00:00'")
    .option('--per-element <n>', 'of slurm: tasks of an element of the array; default 1')
    .option('--no-wait', 'of slurm: submit, and do not wait for the end')
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
    .argument('[dir]', 'the folder of the sweep; or --redis')
    .option('--tasks <file>', 'only those whose addresses the file lists')
    .option('--owner <name>', 'a name of which there is one process at a time: what it left is taken over at once')
    .option('--redis <url>', 'tasks from a queue on Redis, redis://user:password@host:port; default BULKWEAVE_REDIS')
    .option('--queue <name>', 'the queue; default bulkweave')
    .option('--patience <seconds>', 'after which a worker of the queue that is silent is taken for dead; default 30')
    .option('--once', 'end when the queue is empty')
    .action(async (dir, options) =>
      end(await (await import('./commands/work.ts')).workCommand(dir, options, terminal)),
    );
}
