/** @file Carries out a study from its experiment file, with changed options. */

import { readFileSync } from 'node:fs';
import type { Findings } from '../../../src/record/study-record.ts';
import { isStudy, parseExperiment } from '../../../train/run/experiment.ts';
import { runStudy } from '../../../train/run/run-study.ts';

const read = (path: string): Uint8Array => readFileSync(path);

/** The findings of train/experiments/NAME.json. */
export async function findingsOf(name: string, options: Readonly<Record<string, unknown>> = {}): Promise<Findings> {
  const json = JSON.parse(readFileSync(`train/experiments/${name}.json`, 'utf8'));
  const parsed = parseExperiment({ ...json, study: { ...json.study, ...options } });
  if ('issues' in parsed || !isStudy(parsed.experiment)) throw new Error(JSON.stringify(parsed));
  const steps = runStudy(parsed.experiment, { read });
  for (;;) {
    const next = await steps.next();
    if (next.done) return next.value;
    structuredClone(next.value); // as it is handed from a thread to the other
  }
}

/** Statements of the checks that failed. */
export const failures = ({ checks }: Findings): readonly string[] =>
  checks
    .filter(({ passed }) => !passed)
    .map(({ statement, computed, expected }) => `${statement}: ${computed}, ${expected}`);
