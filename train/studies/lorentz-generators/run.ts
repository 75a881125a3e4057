/** @file The Lorentz generators and the ten others of III.C as two-qubit operators: relations, slips, penalties, compensation. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { algebraFindings } from './lorentz-algebra.ts';
import { compensation } from './lorentz-compensation.ts';
import { penalisedPaths } from './lorentz-penalties.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { penalty, combinations, steps, localWeights }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const algebra = yield* part('algebra', 0.1, algebraFindings);
  const paths = yield* part('penalties', 0.7, () => penalisedPaths(combinations, penalty, steps, seed));
  const compensated = yield* part('compensation', 1, () => compensation(localWeights, seed));
  return findings(algebra, paths, compensated, penalty);
}
