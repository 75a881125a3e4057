/** @file From a path to a checked experiment, or to one message with every mistake in the file. */

import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { DomainError } from '../src/errors.ts';
import { parseJson } from '../src/json.ts';
import { parseRecord } from '../src/record/record-json.ts';
import type { InputFile, RunRecord } from '../src/record/run-record.ts';
import type { StudyRecord } from '../src/record/study-record.ts';
import { type Experiment, parseExperiment, type StudyExperiment } from '../train/run/experiment.ts';
import type { RunContext } from '../train/run/run.ts';
import { explain } from './exit-code.ts';
import { issuesMessage } from './issues-message.ts';
import { readJson, readText } from './json-file.ts';

/** An experiment, the folder to which its file names are relative, and the contents of those files as recorded. */
export interface LoadedExperiment {
  readonly experiment: Experiment | StudyExperiment;
  readonly folder: string;
  readonly inputs: readonly InputFile[];
}

/**
 * Reads and checks an experiment file, or the experiment in a record.
 *
 * @param seed - replaces the file's seed
 * @throws {DomainError} no file, not JSON (with line and column), or mistakes, all of them in one message
 */
export function loadExperiment(path: string, seed?: number): LoadedExperiment {
  const file = readJson(path);
  const record = isRecord(file) ? recordOf(readText(path), path) : null;
  const json: unknown = record === null ? file : record.experiment;
  const given = seed !== undefined && typeof json === 'object' && json !== null ? { ...json, seed } : json;
  const parsed = parseExperiment(given);
  if ('issues' in parsed) throw new DomainError(issuesMessage(path, parsed.issues));
  return { experiment: parsed.experiment, folder: dirname(resolve(path)), inputs: record?.inputs ?? [] };
}

const isRecord = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'schema' in json && 'experiment' in json;

/**
 * The record that a text holds.
 *
 * @param path - what to call it in an error
 * @throws {DomainError} not JSON, or a record that is damaged or of another version, with every mistake in it
 */
export function recordOf(text: string, path: string): RunRecord | StudyRecord {
  parseJson(text, path);
  const parsed = parseRecord(text);
  if ('record' in parsed) return parsed.record;
  throw new DomainError(issuesMessage(path, parsed.issues, "'bulkweave run' makes it again."));
}

/** What a run may read: files in memory, and else those relative to the experiment's folder. */
export function contextOf(folder: string, inMemory: Readonly<Record<string, Uint8Array>> = {}): RunContext {
  const read = (path: string): Uint8Array => {
    if (Object.hasOwn(inMemory, path)) return inMemory[path]!;
    const full = isAbsolute(path) ? path : resolve(folder, path);
    try {
      return readFileSync(full);
    } catch (error) {
      throw new DomainError(
        `file '${path}' named in the experiment: ${explain(Object.assign(error as Error, { path: full })).message}`,
      );
    }
  };
  return { read };
}
