/** @file bulkweave serve: a process that answers requests on its standard input until that ends. */

import { statSync } from 'node:fs';
import { z } from 'zod';
import { DomainError } from '../../src/errors.ts';
import { issuesOf, knownKeys } from '../../src/issues.ts';
import { parseJson } from '../../src/json.ts';
import { REQUESTS } from '../../train/compute/catalogue.ts';
import { issuesLines } from '../../train/compute/compute.ts';
import { type ByteStream, byteStream } from '../byte-stream.ts';
import type { Computer } from '../computing-thread.ts';
import { settingsOf } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { packageVersion } from '../package-root.ts';
import { failedReply } from '../reply.ts';
import { type EncodedReply, encodedReply, type ServedRequest } from '../served-request.ts';
import type { Terminal } from '../terminal.ts';

/** Options of the command, as commander hands them over. */
export interface ServeOptions {
  readonly folder?: string;
  readonly seconds?: string;
  readonly mebibytes?: string;
}

/** Version of the protocol; it changes when a client of the old one would not understand the new one. */
const PROTOCOL = 1;
/** Most files that come with a request. */
const MOST_FILES = 64;
const MEBIBYTE = 2 ** 20;

/** What a request has beside itself. */
const envelope = z.object({
  files: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w.-]{1,100}$/, 'letters, digits, dot, dash, underscore required'),
        bytes: z.int().nonnegative(),
      }),
    )
    .max(MOST_FILES)
    .default([]),
  arrays: z.enum(['json', 'npy']).default('json'),
  progress: z.boolean().default(false),
  seconds: z.number().positive().optional(),
});

type Envelope = z.output<typeof envelope>;

/**
 * Answers requests until standard input ends: a line of JSON each, with the bytes of the files that it lists behind it. No other
 * file is read than those in the folder, and nothing is written but the replies.
 */
export async function serveCommand(options: ServeOptions, terminal: Terminal): Promise<ExitCode> {
  const seconds = numberIn(options.seconds, '--seconds', 60);
  const most = MEBIBYTE * numberIn(options.mebibytes, '--mebibytes', 256);
  const folder = options.folder ?? null;
  if (folder !== null && !isFolder(folder)) throw new DomainError(`--folder: a folder required, got '${folder}'`);
  const { engine: kind, threads, memory } = settingsOf(terminal.environment);
  const computer = await terminal.startComputer({ kind, threads, memory });
  const stream = byteStream(terminal.input());
  terminal.out(
    `${JSON.stringify({ bulkweave: packageVersion(), protocol: PROTOCOL, requests: Object.keys(REQUESTS) })}\n`,
  );
  try {
    for (;;) {
      const line = await stream.line(most);
      if (line === null) return EXIT.success;
      if (line === 'too long') send(terminal, refused(`a request of at most ${most} bytes required, got more`));
      else if (line.trim() !== '') await answer(line, { stream, most, seconds, folder, computer }, terminal);
    }
  } finally {
    computer.end();
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** What is needed to answer. */
interface Serving {
  readonly stream: ByteStream;
  readonly most: number;
  readonly seconds: number;
  readonly folder: string | null;
  readonly computer: Computer;
}

async function answer(line: string, serving: Serving, terminal: Terminal): Promise<void> {
  let id: unknown;
  try {
    const json = parseJson(line, 'request');
    id = (Object(json) as { readonly id?: unknown }).id;
    const { request, own } = split(json);
    const files = await filesOf(own, line.length, serving);
    if (files === null) return; // the stream ended among them
    const { seconds, folder, computer } = serving;
    const asked: ServedRequest = { json: request, files, folder, asFiles: own.arrays === 'npy' };
    const told = id === undefined ? {} : { id };
    const onStep = (message: string): void => {
      if (own.progress) terminal.out(`${JSON.stringify({ ...told, progress: message })}\n`);
    };
    send(terminal, await computer.reply(asked, Math.min(seconds, own.seconds ?? seconds), onStep));
  } catch (error) {
    send(terminal, encodedReply(failedReply(error, id)));
  }
}

/** The request without what belongs to the protocol, and that. */
function split(json: unknown): { readonly request: unknown; readonly own: Envelope } {
  const parsed = envelope.safeParse(Object(json), knownKeys);
  if (!parsed.success) {
    throw new DomainError(issuesLines(parsed.error.issues.flatMap((issue) => issuesOf(issue, json))));
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return { request: json, own: parsed.data };
  const { files: _, arrays: __, progress: ___, seconds: ____, ...request } = json as Readonly<Record<string, unknown>>;
  return { request, own: parsed.data };
}

/**
 * The files behind a request; null if the stream ends among them.
 *
 * @throws {DomainError} they are too large, and were passed over; or two have the same name
 */
async function filesOf({ files }: Envelope, length: number, { stream, most }: Serving) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, length);
  if (total > most) {
    for (const { bytes } of files) await stream.skip(bytes);
    throw new DomainError(`files: a request of at most ${most} bytes with its files required, got ${total}`);
  }
  const found: Record<string, Uint8Array> = {};
  for (const { name, bytes } of files) {
    const content = await stream.bytes(bytes);
    if (content === null) return null;
    found[name] = content;
  }
  if (Object.keys(found).length < files.length) throw new DomainError('files: a name for each required, got one twice');
  return found;
}

function send(terminal: Terminal, { line, files }: EncodedReply): void {
  terminal.out(`${line}\n`);
  for (const bytes of files) terminal.outBytes(bytes);
}

const refused = (message: string): EncodedReply => encodedReply(failedReply(new DomainError(message)));

function numberIn(text: string | undefined, option: string, usual: number): number {
  const value = text === undefined ? usual : Number(text);
  if (value > 0 && value < Infinity && text?.trim() !== '') return value;
  throw new DomainError(`${option}: a number above 0 required, got '${text}'`);
}
