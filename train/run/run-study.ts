/** @file Carries out a study. */

import { loadHdf5For } from '../../datasets/formats/hdf5.ts';
import type { Findings } from '../../src/record/study-record.ts';
import { STUDIES } from '../studies/index.ts';
import { type Study, type StudyCheckpoint, type StudyStep, studyContext } from '../study.ts';
import type { StudyExperiment } from './experiment.ts';
import type { RunContext } from './run.ts';

/**
 * Carries out the study of an experiment, yielding after every step.
 *
 * @param from - where an earlier run stopped; the findings are the same as without the interruption
 * @throws {ShapeError | DomainError} options do not fit each other, or a file is wrong
 */
export async function* runStudy(
  { study: { name, ...options }, seed }: StudyExperiment,
  { read }: RunContext,
  from: StudyCheckpoint = {},
): AsyncGenerator<StudyStep, Findings> {
  const { load } = STUDIES[name as keyof typeof STUDIES] as unknown as Study;
  const [{ run }] = await Promise.all([load(), loadHdf5For(options)]);
  return yield* run(options, studyContext(seed, read, from));
}
