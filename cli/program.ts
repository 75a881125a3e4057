/** @file The commands and their options: parses the arguments, calls the command, returns the exit code. */

import { Command, CommanderError } from 'commander';
import { REQUESTS, type RequestName } from '../train/compute/catalogue.ts';
import { settingsOf } from './environment.ts';
import { EXIT, type ExitCode, explain } from './exit-code.ts';
import { EXIT_CODES, OVERVIEW, RUN } from './help.ts';
import { announcement, packageVersion } from './package-root.ts';
import { addSweeps } from './sweep-commands.ts';
import type { Terminal } from './terminal.ts';
import { addTools } from './tool-commands.ts';

/**
 * The command line interface.
 *
 * @param args - arguments after the program's name
 * @returns the exit code; errors are printed to standard error, never thrown
 */
export async function program(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.success;
  const end = (ended: ExitCode): void => {
    code = ended;
  };
  const root = commands(terminal, end);
  await addRequests(root, args, terminal, end);
  try {
    await root.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.success : EXIT.badInput;
    const { message, code: failed } = explain(error);
    terminal.err(`error: ${message}\n`);
    if (terminal.environment.BULKWEAVE_DEBUG && error instanceof Error) terminal.err(`${error.stack}\n`);
    return failed;
  }
}

/** The commands of all requests; the one that was typed, or whose help is asked for, with its options. */
async function addRequests(
  root: Command,
  args: readonly string[],
  terminal: Terminal,
  end: (code: ExitCode) => void,
): Promise<void> {
  const typed = args[0] === 'help' ? args[1] : args[0];
  root.commandsGroup('One quantity at a time:');
  for (const [name, { summary, load }] of Object.entries(REQUESTS)) {
    const command = root.command(name).summary(summary).description(sentence(summary));
    command.showHelpAfterError(helpOf(command));
    if (name !== typed) continue;
    if (!args.some((arg) => QUIET.includes(arg))) terminal.err(announcement(name)); // what computes it takes a while to load
    const [{ declareRequest }, { request }] = await Promise.all([import('./request-command.ts'), load()]);
    declareRequest(command, name as RequestName, request, terminal, end);
  }
}

/** Arguments with which nothing but what was asked for is printed. */
const QUIET: readonly string[] = ['help', '-h', '--help', '-j', '--json'];

const sentence = (summary: string): string => `${summary[0]!.toUpperCase()}${summary.slice(1)}.`;

/** What stands below an error in the options of a command. */
const helpOf = (command: Command): string => `('bulkweave ${command.name()} --help' shows its arguments and options)`;

/** Modules are loaded by the command that needs them: help must not wait for TensorFlow.js. */
function commands(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const root = new Command('bulkweave')
    .description('Spacetime as the optimal generative network of quantum states')
    .version(packageVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .showHelpAfterError("('bulkweave --help' shows the commands)")
    .addHelpText('after', OVERVIEW)
    .hook('preAction', () => void settingsOf(terminal.environment)); // mistakes are reported before anything is done
  const json = ['-j, --json', 'progress and end as lines of JSON on standard output'] as const;
  const backend = ['--backend <name>', 'auto, tensorflow (native), wasm or cpu; default auto'] as const;

  root
    .command('run')
    .summary('run an experiment file')
    .description('Trains the network of an experiment, compares it with the geodesic, measures its geometry.')
    .argument('<experiment.json>', 'experiment file, or the record.json of a run, which is repeated')
    .option('-o, --out <dir>', 'folder for the results; default runs/<name>')
    .option(...backend)
    .option('--seed <n>', "seed, in place of the file's")
    .option('-f, --force', 'overwrite what an earlier run left in the folder')
    .option(...json)
    .addHelpText('after', RUN)
    .action(async (path, options) =>
      end(await (await import('./commands/run.ts')).runCommand(path, options, terminal)),
    );

  root
    .command('resume')
    .summary('continue an interrupted run')
    .description('Continues the run whose checkpoint.json is in DIR, to the same final numbers.')
    .argument('<dir>', "the run's folder")
    .option('--backend <name>', 'another backend than the one on which the run began')
    .option(...json)
    .addHelpText('after', EXIT_CODES)
    .action(async (out, options) =>
      end(await (await import('./commands/resume.ts')).resumeCommand(out, options, terminal)),
    );

  root
    .command('list')
    .summary('targets, curves, models, studies and all options')
    .description('Without a topic: all names. With one: its options, types and defaults.')
    .argument(
      '[topic]',
      'targets, curves, models, studies, metric, training, geodesic, optimisers, hamiltonians or requests',
    )
    .action(async (topic) => end(await (await import('./commands/list.ts')).listCommand(topic, terminal)));

  root
    .command('report')
    .summary('draw a report again')
    .description('Draws report.html again from the record.json in DIR.')
    .argument('<dir>', "the run's folder")
    .option('-o, --out <file>', 'write the page to this file instead')
    .action(async (dir, options) => end((await import('./commands/report.ts')).reportCommand(dir, options, terminal)));

  root
    .command('demo')
    .summary('critical Ising chain, GHZ and W on eight qubits')
    .description('Runs the three experiments that come with the package, overwriting earlier results.')
    .option('-o, --out <dir>', 'folder for the three folders of results', 'runs')
    .option(...backend)
    .action(async (options) => end(await (await import('./commands/demo.ts')).demoCommand(options, terminal)));

  addTools(root, terminal, end);
  addSweeps(root, terminal, end);
  for (const command of root.commands) command.showHelpAfterError(helpOf(command));
  return root;
}
