/** @file bulkweave complexity, entropies, …: one request, typed as a command. */

import { DomainError } from '../../src/errors.ts';
import { answered, answerJson, checkedRequest } from '../../train/compute/compute.ts';
import type { AnyRequest } from '../../train/compute/request.ts';
import { writeAtomically } from '../atomic-file.ts';
import { computingProgress } from '../computing-progress.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { issuesMessage } from '../issues-message.ts';
import { bytesOf, type FilesInMemory, nameOfInput, readingFrom } from '../reading.ts';
import { forgetRequest, keptRequest } from '../request-checkpoint.ts';
import { typedRequest } from '../request-options.ts';
import type { Terminal } from '../terminal.ts';

/** What was typed after the name of a request. */
export interface TypedRequest {
  readonly name: string;
  readonly request: AnyRequest;
  readonly places: readonly (string | readonly string[] | undefined)[];
  readonly named: Readonly<Record<string, unknown>>;
}

/**
 * Answers a typed request, as lines for a reader or, with --json, as one line of JSON; with --html as a page, too; with --save the
 * state of a search is kept in a file as it improves. With --checkpoint it goes on from what an earlier process has left in that file. `-` is
 * what comes by standard input.
 */
export async function requestCommand(
  { name, request, places, named }: TypedRequest,
  terminal: Terminal,
): Promise<ExitCode> {
  const { json: asJson, html, save, checkpoint, ...options } = named;
  const { values, files } = await withInput(places, terminal);
  const found = await checkedRequest(typedRequest(name, request, values, options));
  if ('issues' in found) {
    throw new DomainError(issuesMessage(name, found.issues, `See 'bulkweave ${name} --help'.`));
  }
  const progress = computingProgress(terminal);
  const context = readingFrom('.', files);
  const kept =
    typeof checkpoint === 'string' ? keptRequest(checkpoint, found.checked, context, terminal.seconds) : null;
  const steps = answered(found.checked, kept?.context ?? context);
  const keep = typeof save === 'string' ? keeper(save) : null;
  try {
    for (;;) {
      const step = steps.next();
      if (step.done) {
        progress.end();
        const { result, notes } = step.value;
        if (typeof html === 'string') writeAtomically(html, request.page!(found.checked.options, context, result));
        if (typeof save === 'string') writeAtomically(save, `${JSON.stringify(request.saved!(result))}\n`);
        if (typeof checkpoint === 'string') forgetRequest(checkpoint);
        const files = [html, save].flatMap((file, k) =>
          typeof file === 'string' ? [`${k === 0 ? 'page ' : 'state'} ${file}`] : [],
        );
        const lines = [...request.text(result), ...notes.map((note) => `note: ${note}`), ...files];
        terminal.out(asJson === true ? `${answerJson(step.value)}\n` : `${lines.join('\n')}\n`);
        return EXIT.success;
      }
      kept?.look();
      progress.show(name, step.value);
      if (step.value.state !== undefined) keep?.(step.value.state);
    }
  } finally {
    progress.end();
  }
}

/** Milliseconds between two states that are written. */
const BETWEEN_STATES = 5000;

/** Writes a state to a file, the first one at once, others not too often. */
function keeper(file: string): (state: unknown) => void {
  let last = -Infinity;
  return (state) => {
    if (Date.now() - last < BETWEEN_STATES) return;
    last = Date.now();
    writeAtomically(file, `${JSON.stringify(state)}\n`);
  };
}

/** The values with a file's name in place of `-`, and that file. */
async function withInput(
  places: TypedRequest['places'],
  terminal: Terminal,
): Promise<{ readonly values: TypedRequest['places']; readonly files: FilesInMemory }> {
  if (!places.flat().includes('-')) return { values: places, files: {} };
  const bytes = await bytesOf(terminal.input());
  if (bytes.length === 0) throw new DomainError('standard input: a file required, got nothing');
  const file = nameOfInput(bytes);
  const named = (value: string): string => (value === '-' ? file : value);
  const values = places.map((value) => (typeof value === 'string' ? named(value) : value?.map(named)));
  return { values, files: { [file]: bytes } };
}
