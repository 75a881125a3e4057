/** @file Are entropies of spin networks areas? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';
import { measuredSquares } from './squares.ts';
import { measuredDeficits, measuredSpectra } from './vertices.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const spectra = yield* part('spectra', 0.02, () => measuredSpectra());
  const deficits = yield* part('random vertices', 0.1, () => measuredDeficits(options.draws, seed));
  const squares = yield* part('squares', 1, () => measuredSquares(options, seed));
  return findings({ spectra, deficits, squares });
}
