/** @file What the tasks of a sweep have found, gathered: table.csv, table.json, comparison.html, and sums.json of contractions in parts. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../../src/record/run-record.ts';
import { sealIssues } from '../../src/record/sealed-json.ts';
import type { StudyRecord } from '../../src/record/study-record.ts';
import { MOST_RECORDS, sweepPage } from '../../src/report/sweep-page.ts';
import { jsonValue } from '../../train/compute/result-schema.ts';
import { type PartOutcome, type PartSum, partSums } from '../../train/sweep/part-sums.ts';
import {
  quantitiesOf,
  type SweepTable,
  sweepCsv,
  sweepTable,
  type TaskOutcome,
} from '../../train/sweep/sweep-table.ts';
import { writeAtomically } from '../atomic-file.ts';
import { explain } from '../exit-code.ts';
import { packageVersion } from '../package-root.ts';
import { loadRecord, recordPath } from '../run-folder.ts';
import { summaryOf } from '../summary.ts';
import { answerPath, type ListedTask, type SweepManifest, taskFolder } from './sweep-folder.ts';
import { failureOf, sessionsOf, stateOf } from './task-state.ts';

/** What was gathered, and the files with it. */
export interface Gathered {
  readonly table: SweepTable;
  /** Of contractions in parts. */
  readonly sums: readonly PartSum[];
  readonly paths: readonly string[];
}

/** Writes table and comparison page of what is finished so far. One record is read after the other, and only the first are kept. */
export function gather(out: string, { sweep, tasks }: SweepManifest): Gathered {
  const records: (RunRecord | StudyRecord)[] = [];
  const parts: PartOutcome[] = [];
  const known = new Map<string, Omit<TaskOutcome, 'fields' | 'name'>>();
  const outcomes = tasks.map(({ address, name, fields }): TaskOutcome => {
    const before = known.get(address);
    if (before !== undefined) return { ...before, name, fields };
    const { found, ...ending } = endingOf(out, address);
    if (isRecord(found) && records.length < MOST_RECORDS) records.push(found);
    if (sweep.parts !== undefined) parts.push({ fields, found });
    const outcome = { address, ...ending, quantities: found === null ? null : quantitiesOf(sweep, found) };
    known.set(address, outcome);
    return { ...outcome, name, fields };
  });
  const table = sweepTable(sweep, outcomes);
  const sums = partSums(parts);
  const files: readonly (readonly [name: string, content: string])[] = [
    ...(sums.length === 0 ? [] : [['sums.json', `${JSON.stringify(jsonValue(sums))}\n`] as const]),
    ['table.csv', sweepCsv(table)],
    ['table.json', `${JSON.stringify(jsonValue(table), null, 2)}\n`],
    ['comparison.html', sweepPage(table, records, packageVersion())],
  ];
  for (const [name, content] of files) writeAtomically(join(out, name), content);
  return { table, sums, paths: files.map(([name]) => join(out, name)) };
}

const isRecord = (found: unknown): found is RunRecord | StudyRecord =>
  typeof found === 'object' && found !== null && 'experiment' in found;

/** How a task ended, and its record or result; null where there is none. */
type Ending = Pick<TaskOutcome, 'status' | 'seconds' | 'cpuSeconds' | 'message'> & { readonly found: unknown };

function endingOf(out: string, address: ListedTask['address']): Ending {
  const own = taskFolder(out, address);
  const sessions = sessionsOf(own);
  const total = (of: 'seconds' | 'cpuSeconds'): number | null =>
    sessions.length === 0 ? null : sessions.reduce((sum, session) => sum + session[of], 0);
  const spent = { seconds: total('seconds'), cpuSeconds: total('cpuSeconds') };
  try {
    if (existsSync(recordPath(own))) {
      const record = loadRecord(own);
      return { ...spent, status: summaryOf(record).reached ? 'finished' : 'missed', found: record, message: null };
    }
    if (existsSync(answerPath(own))) {
      const answer = JSON.parse(readFileSync(answerPath(own), 'utf8')) as { readonly result: unknown };
      const damaged = sealIssues(answer).length > 0;
      if (damaged) return { ...spent, status: 'failed', found: null, message: 'answer.json was changed' };
      return { ...spent, status: 'finished', found: answer.result, message: null };
    }
  } catch (error) {
    return { ...spent, status: 'failed', found: null, message: explain(error).message };
  }
  return { ...spent, status: stateOf(own), found: null, message: failureOf(own)?.message ?? null };
}
