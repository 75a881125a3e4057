/** @file The bundle of frames of III.C: fibre and base, Wigner's rotation, and base directions as weights of a complexity metric. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { penalisedPaths } from '../lorentz-generators/lorentz-penalties.ts';
import { findings } from './findings.ts';
import { measuredFrames, measuredGenerators, measuredTurns } from './frames.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { frames, directions, weight, steps }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const measured = yield* part('frames', 0.1, () => measuredFrames(frames, seed));
  const generators = yield* part('generators', 0.15, measuredGenerators);
  const turns = yield* part('boosts', 0.2, measuredTurns);
  const paths = yield* part('weights', 1, () => penalisedPaths(directions, weight, steps, seed));
  return findings({ frames: measured, generators, turns, paths, weight });
}
