/** @file Discrete gravity by lengths: spheres, flat pieces, gauge. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { measuredFlatPieces } from './flat-pieces.ts';
import type { Options } from './options.ts';
import { measuredSpheres } from './spheres.ts';

/** Carries the study out, part by part. */
export function* run(
  { noise, large, ...sizes }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const spheres = yield* part('spheres', large ? 0.4 : 0.1, () => measuredSpheres(noise, large, seed));
  const flat = yield* part('flat pieces', 1, () => measuredFlatPieces(sizes, noise, seed));
  return findings({ spheres, flat });
}
