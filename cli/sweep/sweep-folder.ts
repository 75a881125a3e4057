/**
 * @file The folder of a sweep: sweep.json, the list of tasks, and below `tasks` a folder for each of them, which is that of a run. What
 * state a task is in, its files tell; nothing else is kept of it.
 */

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../src/errors.ts';
import { parseJson } from '../../src/json.ts';
import { sealed, sealIssues } from '../../src/record/sealed-json.ts';
import type { ExpandedSweep, SweepTask } from '../../train/sweep/expand.ts';
import type { Sweep } from '../../train/sweep/sweep-schema.ts';
import { writeAtomically } from '../atomic-file.ts';
import { issuesMessage } from '../issues-message.ts';
import { readText } from '../json-file.ts';

/** Version of the layout. */
const [SWEEP_SCHEMA, TASK_SCHEMA] = ['bulkweave/sweep/1', 'bulkweave/task/1'];

/** A task as the list has it. */
export type ListedTask = Pick<SweepTask, 'address' | 'name' | 'fields'>;

/** What sweep.json holds. */
export interface SweepManifest {
  readonly schema: typeof SWEEP_SCHEMA;
  readonly sweep: Sweep;
  /** The file as it was given, for going on with more tasks. */
  readonly source: unknown;
  /** Folder to which file names in tasks are relative. */
  readonly folder: string;
  readonly backend: string;
  readonly tasks: readonly ListedTask[];
}

/** What task.json holds: everything that a worker has to know. */
export interface StoredTask extends Omit<SweepTask, 'fields'> {
  readonly schema: typeof TASK_SCHEMA;
  readonly folder: string;
  readonly backend: string;
}

export const manifestPath = (folder: string): string => join(folder, 'sweep.json');
/** Digits of the address that name the folder of a task. */
const SHORT = 16;
export const shortAddress = (address: string): string => address.slice(0, SHORT);
export const taskFolder = (folder: string, address: string): string => join(folder, 'tasks', shortAddress(address));
export const answerPath = (task: string): string => join(task, 'answer.json');
export const failurePath = (task: string): string => join(task, 'failure.json');
export const sessionsPath = (task: string): string => join(task, 'sessions.json');
const taskPath = (task: string): string => join(task, 'task.json');

/** Writes the tasks that are new, and the list of all of them last. */
export function saveSweep(
  out: string,
  { sweep, tasks }: ExpandedSweep,
  about: Pick<SweepManifest, 'source' | 'folder' | 'backend'>,
): SweepManifest {
  mkdirSync(join(out, 'tasks'), { recursive: true });
  for (const { address, name, content, files } of tasks) {
    const own = taskFolder(out, address);
    if (isTask(own, address)) continue;
    mkdirSync(own, { recursive: true });
    const { folder, backend } = about;
    const stored: StoredTask = {
      schema: TASK_SCHEMA as 'bulkweave/task/1',
      address,
      name,
      content,
      files,
      folder,
      backend,
    };
    writeAtomically(taskPath(own), sealed(JSON.stringify(stored)));
  }
  const manifest: SweepManifest = {
    ...{ schema: SWEEP_SCHEMA as 'bulkweave/sweep/1', sweep, ...about },
    tasks: tasks.map(({ address, name, fields }) => ({ address, name, fields })),
  };
  writeAtomically(manifestPath(out), sealed(JSON.stringify(manifest)));
  return manifest;
}

function isTask(folder: string, address: string): boolean {
  try {
    return loadTask(folder).address === address;
  } catch {
    return false;
  }
}

/** @throws {DomainError} no sweep, or one that is damaged or of another version */
export function loadSweep(folder: string): SweepManifest {
  const path = manifestPath(folder);
  if (!existsSync(path))
    throw new DomainError(`${folder}: the folder of a sweep with its sweep.json required, got none`);
  return sealedObject(path, SWEEP_SCHEMA) as SweepManifest;
}

/** @throws {DomainError} no task, or one that is damaged or of another version */
export const loadTask = (folder: string): StoredTask => sealedObject(taskPath(folder), TASK_SCHEMA) as StoredTask;

function sealedObject(path: string, schema: string): unknown {
  const json = parseJson(readText(path), path);
  const found = (json as { readonly schema?: unknown } | null)?.schema;
  const issues =
    found === schema
      ? sealIssues(json)
      : [{ path: 'schema', expected: `"${schema}"`, received: JSON.stringify(found) ?? 'nothing' }];
  if (issues.length > 0)
    throw new DomainError(issuesMessage(path, issues, "'bulkweave sweep' with its file makes it again."));
  return json;
}

/** The file's JSON, null where there is none or no whole one. */
export function jsonIfThere(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
