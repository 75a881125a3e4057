/** @file bulkweave compute FILE: requests in JSON, one, or one on each line. */

import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { DomainError } from '../../src/errors.ts';
import { jsonMistake } from '../../src/json.ts';
import type { ComputeStep } from '../../train/compute/request.ts';
import { jsonValue } from '../../train/compute/result-schema.ts';
import { computingProgress } from '../computing-progress.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { linesOf } from '../lines.ts';
import { readingFrom } from '../reading.ts';
import { codeOf, failedReply, isAnswer, type Reply, replyTo } from '../reply.ts';
import type { Terminal } from '../terminal.ts';

/**
 * Answers the requests of a file, or of standard input for `-`: a line of JSON for each. A wrong one is answered by
 * what is wrong with it, and the others go on. Files that they name are relative to the file's folder.
 *
 * @returns 0 if all were answered, else the greatest code of those that were not
 */
export async function computeCommand(path: string, terminal: Terminal): Promise<ExitCode> {
  const isInput = path === '-';
  const name = isInput ? 'standard input' : path;
  const context = readingFrom(isInput ? '.' : dirname(path));
  const progress = computingProgress(terminal);
  let [worst, count]: [ExitCode, number] = [EXIT.success, 0];
  try {
    for await (const request of requestsIn(linesOf(isInput ? terminal.input() : createReadStream(path)))) {
      count++;
      const chapter = `${name}:${request.place}`;
      const show = (step: ComputeStep): void => progress.show(chapter, step);
      const reply = await answerTo(request, name, (json) => replyTo(json, context, show, terminal.seconds));
      progress.end();
      terminal.out(`${JSON.stringify(jsonValue(reply))}\n`);
      if (!isAnswer(reply)) terminal.err(`error: ${placed(reply.error.message, name, chapter)}\n`);
      worst = worse(worst, codeOf(reply));
    }
  } finally {
    progress.end();
  }
  if (count === 0) throw new DomainError(`${name}: a request required, got nothing`);
  return worst;
}

/** A message with the place of its request, unless it names one. */
const placed = (message: string, name: string, place: string): string =>
  message.startsWith(`${name}:`) ? message : `${place}: ${message}`;

const worse = (a: ExitCode, b: ExitCode): ExitCode => (Math.max(a, b) === a ? a : b);

async function answerTo(request: PlacedText, name: string, answer: (json: unknown) => Promise<Reply>): Promise<Reply> {
  let json: unknown;
  try {
    json = jsonIn(request, name);
  } catch (error) {
    return failedReply(error);
  }
  return await answer(json);
}

/** @throws {DomainError} not JSON, with line and column in the file */
function jsonIn({ text, place }: PlacedText, name: string): unknown {
  const mistake = jsonMistake(text);
  if (mistake === null) return JSON.parse(text);
  const { line, column, expected, received } = mistake;
  throw new DomainError(`${name}:${place + line - 1}:${column}: not JSON: ${expected} required, got ${received}`);
}

/** A request as text, and the line of the file on which it begins. */
interface PlacedText {
  readonly text: string;
  readonly place: number;
}

/**
 * The requests of a file: one on each line, if the first line is JSON by itself; otherwise the whole file is one. Empty
 * lines are passed over.
 */
async function* requestsIn(lines: AsyncIterable<string>): AsyncGenerator<PlacedText> {
  let place = 0;
  let whole: string[] | null = null;
  let isFirst = true;
  for await (const line of lines) {
    place++;
    if (whole !== null) whole.push(line);
    else if (line.trim() !== '') {
      const isWhole = isFirst && /^\s*[{[]/.test(line) && isUnfinished(line);
      isFirst = false;
      if (isWhole) whole = [...new Array<string>(place - 1).fill(''), line];
      else yield { text: line, place };
    }
  }
  if (whole !== null) yield { text: whole.join('\n'), place: 1 };
}

/** Whether a text is the beginning of JSON. */
function isUnfinished(text: string): boolean {
  return jsonMistake(text)?.received === 'the end of the file';
}
