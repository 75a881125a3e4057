/** @file What a run leaves in its folder: record.json, report.html, circuit.qasm and, while it runs, checkpoint.json. */

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../src/errors.ts';
import type { Issue } from '../src/issues.ts';
import { parseJson } from '../src/json.ts';
import { exactJson, parseExactJson } from '../src/record/exact-json.ts';
import { recordJson } from '../src/record/record-json.ts';
import type { InputFile, RunRecord } from '../src/record/run-record.ts';
import { sealed, sealIssues } from '../src/record/sealed-json.ts';
import type { StudyRecord } from '../src/record/study-record.ts';
import { savedRunIssues } from '../train/run/checkpoint-schema.ts';
import { type Experiment, isStudy, parseExperiment, type StudyExperiment } from '../train/run/experiment.ts';
import type { Checkpoint } from '../train/run/work.ts';
import { writeAtomically } from './atomic-file.ts';
import { circuitProgram } from './circuit-program.ts';
import { explain } from './exit-code.ts';
import { recordOf } from './experiment-file.ts';
import { issuesMessage } from './issues-message.ts';
import { readText } from './json-file.ts';

/** Version of the checkpoint's layout. */
const CHECKPOINT_SCHEMA = 'bulkweave/checkpoint/1';

/** A run that is not finished: everything needed to continue it. */
export interface SavedRun {
  readonly schema: typeof CHECKPOINT_SCHEMA;
  readonly experiment: Experiment | StudyExperiment;
  /** Folder to which the experiment's file names are relative. */
  readonly folder: string;
  readonly backend: string;
  /** Name of the engine that computed last; absent in checkpoints before version 0.2, and before a run is equipped. */
  readonly engine?: string | undefined;
  readonly startedAt: string;
  /** Time spent so far. */
  readonly seconds: number;
  /** The files that it had read; absent in checkpoints before version 0.2. */
  readonly inputs?: readonly InputFile[] | undefined;
  /** null if the run had not come to its first checkpoint. */
  readonly checkpoint: Checkpoint | null;
}

export const recordPath = (folder: string): string => join(folder, 'record.json');
export const reportPath = (folder: string): string => join(folder, 'report.html');
export const programPath = (folder: string): string => join(folder, 'circuit.qasm');
export const checkpointPath = (folder: string): string => join(folder, 'checkpoint.json');

/** The contents of a folder, in words; null if it is free. */
export function occupation(folder: string): string | null {
  if (existsSync(checkpointPath(folder))) return `an unfinished run ('bulkweave resume ${folder}' continues it)`;
  return existsSync(recordPath(folder)) ? 'a finished run' : null;
}

/** Writes the checkpoint. */
export function saveCheckpoint(folder: string, saved: Omit<SavedRun, 'schema'>): void {
  writeAtomically(checkpointPath(folder), sealed(exactJson({ schema: CHECKPOINT_SCHEMA, ...saved })));
}

/** @throws {DomainError} no checkpoint, or one that is damaged or of another version, with every mistake in it */
export function loadCheckpoint(folder: string): SavedRun {
  const path = checkpointPath(folder);
  if (!existsSync(path)) {
    const finished = existsSync(recordPath(folder)) ? ': the run is finished' : '';
    throw new DomainError(`${folder}: a folder with checkpoint.json required, got none${finished}`);
  }
  const parsed = savedRunIn(readText(path), path);
  if ('issues' in parsed) {
    const advice = "It cannot be gone on from here; 'bulkweave run' with --force begins again.";
    throw new DomainError(issuesMessage(path, parsed.issues, advice));
  }
  return parsed.saved;
}

function savedRunIn(text: string, path: string): { readonly saved: SavedRun } | { readonly issues: readonly Issue[] } {
  const json = parseJson(text, path);
  const schema = (json as Partial<SavedRun> | null)?.schema;
  if (schema !== CHECKPOINT_SCHEMA) {
    return {
      issues: [{ path: 'schema', expected: `"${CHECKPOINT_SCHEMA}"`, received: JSON.stringify(schema) ?? 'nothing' }],
    };
  }
  const seal = sealIssues(json);
  if (seal.length > 0) return { issues: seal };
  const saved = decoded(text, path) as SavedRun;
  const parsed = parseExperiment(saved.experiment);
  const inExperiment = 'issues' in parsed ? parsed.issues : [];
  const issues = [
    ...inExperiment.map((issue) => ({ ...issue, path: `experiment.${issue.path}` })),
    ...savedRunIssues(saved, 'experiment' in parsed && isStudy(parsed.experiment)),
  ];
  return 'issues' in parsed || issues.length > 0 ? { issues } : { saved: { ...saved, experiment: parsed.experiment } };
}

function decoded(text: string, path: string): unknown {
  try {
    return parseExactJson(text);
  } catch (error) {
    throw new DomainError(`${path}: ${explain(error).message}`);
  }
}

/** Writes record, report and, if a circuit was learned, its program; removes the checkpoint. */
export function saveRecord(folder: string, record: RunRecord | StudyRecord, page: string): void {
  writeAtomically(recordPath(folder), recordJson(record));
  writeAtomically(reportPath(folder), page);
  const program = circuitProgram(record);
  if (program === null) rmSync(programPath(folder), { force: true });
  else writeAtomically(programPath(folder), program);
  rmSync(checkpointPath(folder), { force: true });
}

/** @throws {DomainError} no record, or one that is damaged or of another version, with every mistake in it */
export function loadRecord(folder: string): RunRecord | StudyRecord {
  const path = recordPath(folder);
  return recordOf(readText(path), path);
}
