/** @file What a run leaves in its folder: record.json, report.html and, while it runs, checkpoint.json. */

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../src/errors.ts';
import { exactJson, parseExactJson } from '../src/record/exact-json.ts';
import { RECORD_SCHEMA, type RunRecord } from '../src/record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../src/record/study-record.ts';
import { reportPage } from '../src/report/page.ts';
import type { Experiment, StudyExperiment } from '../train/run/experiment.ts';
import type { Checkpoint } from '../train/run/work.ts';
import { writeAtomically } from './atomic-file.ts';
import { readJson, readText } from './experiment-file.ts';

/** Version of the checkpoint's layout. */
const CHECKPOINT_SCHEMA = 'bulkweave/checkpoint/1';

/** A run that is not finished: all that is needed to go on. */
export interface SavedRun {
  readonly schema: typeof CHECKPOINT_SCHEMA;
  readonly experiment: Experiment | StudyExperiment;
  /** Folder to which the experiment's file names are relative. */
  readonly folder: string;
  readonly backend: string;
  readonly startedAt: string;
  /** Time spent so far. */
  readonly seconds: number;
  /** null if the run had not come to its first checkpoint. */
  readonly checkpoint: Checkpoint | null;
}

export const recordPath = (folder: string): string => join(folder, 'record.json');
export const reportPath = (folder: string): string => join(folder, 'report.html');
export const checkpointPath = (folder: string): string => join(folder, 'checkpoint.json');

/** What a folder already holds, in words; null if it is free. */
export function occupation(folder: string): string | null {
  if (existsSync(checkpointPath(folder))) return `an unfinished run ('bulkweave resume ${folder}' continues it)`;
  return existsSync(recordPath(folder)) ? 'a finished run' : null;
}

/** Writes the checkpoint. */
export function saveCheckpoint(folder: string, saved: Omit<SavedRun, 'schema'>): void {
  writeAtomically(checkpointPath(folder), exactJson({ schema: CHECKPOINT_SCHEMA, ...saved }));
}

/** @throws {DomainError} no checkpoint, or not one of this version */
export function loadCheckpoint(folder: string): SavedRun {
  const path = checkpointPath(folder);
  if (!existsSync(path)) {
    const finished = existsSync(recordPath(folder)) ? ': the run is finished' : '';
    throw new DomainError(`${folder}: a folder with checkpoint.json required, got none${finished}`);
  }
  const saved = checkpointIn(readText(path));
  if (saved?.schema !== CHECKPOINT_SCHEMA) {
    throw new DomainError(
      `${path}: a checkpoint of layout ${CHECKPOINT_SCHEMA} required, got ${saved?.schema ?? 'something else'}`,
    );
  }
  return saved;
}

/** Writes record and report; the checkpoint has served. */
export function saveRecord(folder: string, record: RunRecord | StudyRecord): void {
  writeAtomically(recordPath(folder), `${JSON.stringify(record)}\n`);
  writeAtomically(reportPath(folder), reportPage(record));
  rmSync(checkpointPath(folder), { force: true });
}

/** @throws {DomainError} no record, or not one of this version */
export function loadRecord(folder: string): RunRecord | StudyRecord {
  const path = recordPath(folder);
  const record = readJson(path) as Partial<RunRecord> | Partial<StudyRecord> | null;
  if (record?.experiment !== undefined) {
    if (record.schema === RECORD_SCHEMA && Array.isArray(record.points)) return record as RunRecord;
    if (record.schema === STUDY_SCHEMA && record.findings !== undefined) return record as StudyRecord;
  }
  const schema = record?.schema;
  const known = schema === RECORD_SCHEMA || schema === STUDY_SCHEMA;
  throw new DomainError(
    `${path}: a record of layout ${RECORD_SCHEMA} or ${STUDY_SCHEMA} required, got ${known ? 'one with parts missing' : (schema ?? 'something else')}`,
  );
}

function checkpointIn(text: string): SavedRun | null {
  try {
    return parseExactJson(text) as SavedRun | null;
  } catch {
    return null;
  }
}
