/** @file What the tasks of a sweep have found, gathered: table.csv, table.json, comparison.html, and sums.json of contractions in parts. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../../src/record/run-record.ts';
import { sealIssues } from '../../src/record/sealed-json.ts';
import type { StudyRecord } from '../../src/record/study-record.ts';
import { sweepPage } from '../../src/report/sweep-page.ts';
import { jsonValue } from '../../train/compute/result-schema.ts';
import { type PartSum, partSums } from '../../train/sweep/part-sums.ts';
import { type SweepTable, sweepCsv, sweepTable, type TaskOutcome } from '../../train/sweep/sweep-table.ts';
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

/** Writes table and comparison page of what is finished so far. */
export function gather(out: string, { sweep, tasks }: SweepManifest): Gathered {
  const records: (RunRecord | StudyRecord)[] = [];
  const known = new Map<string, Omit<TaskOutcome, 'fields' | 'name'>>();
  const outcomes = tasks.map(({ address, name, fields }): TaskOutcome => {
    const found = known.get(address) ?? outcomeOf(out, address, records);
    known.set(address, found);
    return { ...found, name, fields };
  });
  const table = sweepTable(sweep, outcomes);
  const sums = sweep.parts === undefined ? [] : partSums(outcomes);
  const files: readonly (readonly [name: string, content: string])[] = [
    ...(sums.length === 0 ? [] : [['sums.json', `${JSON.stringify(jsonValue(sums))}\n`] as const]),
    ['table.csv', sweepCsv(table)],
    ['table.json', `${JSON.stringify(jsonValue(table), null, 2)}\n`],
    ['comparison.html', sweepPage(table, records, packageVersion())],
  ];
  for (const [name, content] of files) writeAtomically(join(out, name), content);
  return { table, sums, paths: files.map(([name]) => join(out, name)) };
}

function outcomeOf(
  out: string,
  address: ListedTask['address'],
  records: (RunRecord | StudyRecord)[],
): Omit<TaskOutcome, 'fields' | 'name'> {
  const own = taskFolder(out, address);
  const sessions = sessionsOf(own);
  const total = (of: 'seconds' | 'cpuSeconds'): number | null =>
    sessions.length === 0 ? null : sessions.reduce((sum, session) => sum + session[of], 0);
  const spent = { address, seconds: total('seconds'), cpuSeconds: total('cpuSeconds') };
  try {
    if (existsSync(recordPath(own))) {
      const record = loadRecord(own);
      records.push(record);
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
