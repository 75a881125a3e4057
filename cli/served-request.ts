/** @file A request that a server carries out: plain data, since it crosses to another thread, and its reply as bytes. */

import { writeNpy } from '../datasets/formats/npy.ts';
import type { ComplexArray } from '../src/linalg/complex.ts';
import { isRequestName, REQUESTS } from '../train/compute/catalogue.ts';
import { issuesLines } from '../train/compute/compute.ts';
import type { ComputeStep } from '../train/compute/request.ts';
import { jsonValue } from '../train/compute/result-schema.ts';
import { EXIT } from './exit-code.ts';
import { type FilesInMemory, readingWithin } from './reading.ts';
import { type Reply, replyTo } from './reply.ts';
import { requestDescription } from './request-description.ts';

/** What is asked. */
export interface ServedRequest {
  /** {"id"?, "request", …options}, or {"id"?, "describe": name of a request} */
  readonly json: unknown;
  /** The files that came with it, by name. */
  readonly files: FilesInMemory;
  /** The folder from which other files may be read; null if from none. */
  readonly folder: string | null;
  /** Whether arrays of the result are handed over as .npy files. */
  readonly asFiles: boolean;
}

/** A reply: a line of JSON, and the files that follow it. */
export interface EncodedReply {
  readonly line: string;
  readonly files: readonly Uint8Array[];
}

/** Carries out a request in this thread. Never throws. */
export async function serve(
  { json, files, folder, asFiles }: ServedRequest,
  onStep: (step: ComputeStep) => void,
): Promise<EncodedReply> {
  if (isQuestion(json)) return { line: JSON.stringify(await descriptionReply(json)), files: [] };
  const seconds = (): number => performance.now() / 1000;
  return encodedReply(await replyTo(json, readingWithin(folder, files), onStep, seconds), asFiles);
}

/** A question for the description of a request. */
interface Question {
  readonly id?: unknown;
  readonly describe: unknown;
}

const isQuestion = (json: unknown): json is Question =>
  typeof json === 'object' && json !== null && 'describe' in json && !('request' in json);

async function descriptionReply({ id, describe }: Question): Promise<object> {
  const told = id === undefined ? {} : { id };
  if (typeof describe === 'string' && isRequestName(describe)) {
    return { ...told, description: await requestDescription(describe) };
  }
  const names = Object.keys(REQUESTS).join(', ');
  const issues = [{ path: 'describe', expected: `one of ${names}`, received: JSON.stringify(describe).slice(0, 80) }];
  return { ...told, error: { message: issuesLines(issues), issues, code: EXIT.badInput } };
}

/** The reply as a line of JSON; with `asFiles` its arrays stand there as {"$file": name}, and `files` lists names and bytes. */
export function encodedReply(reply: Reply, asFiles = false): EncodedReply {
  if (!asFiles) return { line: JSON.stringify(jsonValue(reply)), files: [] };
  const files: Uint8Array[] = [];
  const listed: { readonly name: string; readonly bytes: number }[] = [];
  const named = (array: ComplexArray): unknown => {
    const bytes = writeNpy(array);
    const name = `array-${files.length}.npy`;
    files.push(bytes);
    listed.push({ name, bytes: bytes.length });
    return { $file: name };
  };
  const json = jsonValue(reply, named) as object;
  return { line: JSON.stringify(files.length === 0 ? json : { ...json, files: listed }), files };
}
