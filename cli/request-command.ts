/** @file The command of a request: its arguments, options and help, from the catalogue. */

import type { Command } from 'commander';
import { nearestName } from '../src/nearest-name.ts';
import type { RequestName } from '../train/compute/catalogue.ts';
import type { AnyRequest } from '../train/compute/request.ts';
import type { ExitCode } from './exit-code.ts';
import { commandOptions, declarationOf, explanationOf, isList } from './request-options.ts';
import type { Terminal } from './terminal.ts';

/** Adds arguments, options and help of a request to its command. */
export function declareRequest(
  command: Command,
  name: RequestName,
  request: AnyRequest,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  const options = commandOptions(request);
  const isText = (key: string): boolean => Object.hasOwn(request.texts ?? {}, key);
  for (const key of request.places) {
    const option = options.find((one) => one.key === key)!;
    const shape = isList(option) ? `[${key}...]` : `[${key}]`;
    command.argument(shape, explanationOf(option, isText(key)));
  }
  for (const option of options.filter(({ key }) => !request.places.includes(key))) {
    command.option(declarationOf(option), explanationOf(option, isText(option.key)));
  }
  const names = options.map(({ key }) => key);
  command.configureOutput({ outputError: (text, write) => write(withMeantOption(text, names, request.places)) });
  if (request.page !== undefined) command.option('--html <file>', 'write a page to this file, too');
  if (request.saved !== undefined) command.option('--save <file>', 'keep the state in this file, also on the way');
  if (request.isKept)
    command.option('--checkpoint <file>', 'keep here what is found; a killed command goes on from it');
  command
    .option('-j, --json', 'the answer as one line of JSON')
    .addHelpText('after', helpOf(request))
    .action(async (...given: readonly unknown[]) => {
      const places = given.slice(0, request.places.length) as readonly (string | readonly string[] | undefined)[];
      const named = given[request.places.length] as Readonly<Record<string, unknown>>;
      const { requestCommand } = await import('./commands/request.ts');
      end(await requestCommand({ name, request, places, named }, terminal));
    });
}

/**
 * An error that an option is unknown, with the option whose last key was meant: '--max-range' for '--metric.maxRange'; or that it is an
 * argument, which has no name.
 */
function withMeantOption(text: string, names: readonly string[], places: readonly string[]): string {
  const written = /^error: unknown option '--([\w.-]+)'$/m.exec(text)?.[1];
  if (written === undefined || text.includes('Did you mean')) return text;
  const plain = (key: string): string => key.split('.').at(-1)!.replaceAll(/[-_]/g, '').toLowerCase();
  const wanted = plain(written);
  const lasts = names.map(plain);
  const nearest = lasts.includes(wanted) ? wanted : nearestName(wanted, lasts);
  if (nearest === null) return text;
  const meant = names[lasts.indexOf(nearest)]!;
  const told = places.includes(meant)
    ? `It is an argument, given without a name: <${meant}>`
    : `Did you mean --${meant}?`;
  return `${text.trimEnd()}\n(${told})\n`;
}

function helpOf({ formula, commands }: AnyRequest): string {
  const examples = commands.map((line) => `  bulkweave ${line}`).join('\n');
  return `
Computes:
  ${formula}

Examples:
${examples}

States, networks and Hamiltonians are names with options, such as "ghz(4)" or "dicke(6, excitations=2)", or files, by
their ending (.npy, .npz, .json, .qasm, a run's folder); - is standard input. Lists are several values or one JSON list.
'bulkweave list targets' (models, hamiltonians) shows the names, docs/compute.md all requests. Exit codes: 0 answered,
1 failed, 2 something given is wrong.
`;
}
