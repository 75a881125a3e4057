/** @file Records of finished runs as inputs: what was learned there. */

import { z } from 'zod';
import { DomainError } from '../../src/errors.ts';
import { parseJson } from '../../src/json.ts';
import { parseRecord } from '../../src/record/record-json.ts';
import type { RunPoint, RunRecord } from '../../src/record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../../src/record/study-record.ts';
import type { ComputeContext } from './request.ts';

/** Options of what a run has found. */
export const runOptions = z.strictObject({
  path: z.string().min(1).describe('folder of a finished run, or its record.json'),
  point: z.int().nonnegative().default(0).describe('which state, of a run along a curve'),
});

/** The record's file for a run's folder or the file itself. */
export const recordFile = (path: string): string =>
  path.endsWith('.json') ? path : `${path.replace(/[/\\]$/, '')}/record.json`;

/**
 * The record of a run.
 *
 * @param path - the run's folder, or its record.json
 * @throws {DomainError} no record of a run, or a damaged one, with every mistake in it
 */
export function runOfFile(path: string, context: ComputeContext): RunRecord {
  const record = recordOfFile(path, context);
  if (record.schema === STUDY_SCHEMA) throw new DomainError(`${recordFile(path)}: a run required, got a study`);
  return record;
}

/**
 * The record of a run or a study.
 *
 * @param path - its folder, or its record.json
 * @throws {DomainError} no record, or a damaged one, with every mistake in it
 */
export function recordOfFile(path: string, { read }: ComputeContext): RunRecord | StudyRecord {
  const file = recordFile(path);
  const text = new TextDecoder().decode(read(file));
  parseJson(text, file);
  const parsed = parseRecord(text);
  if ('issues' in parsed) {
    const mistakes = parsed.issues.map(({ path: key, expected, received }) => `${key}: ${expected}, got ${received}`);
    throw new DomainError(`${file}: the record of a run required: ${mistakes.join('; ')}`);
  }
  return parsed.record;
}

/**
 * One state of a run.
 *
 * @throws {DomainError} it has fewer
 */
export function pointOfFile(path: string, point: number, context: ComputeContext): RunPoint {
  const { points } = runOfFile(path, context);
  const found = points[point];
  if (found !== undefined) return found;
  throw new DomainError(`${path}: point: at most ${points.length - 1} required, got ${point}`);
}
