/** @file Which geometry does the exact holographic mapping give to a state, and how much of it belongs to the wavelet? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { clocks } from './clocks.ts';
import { controls } from './controls.ts';
import { doubles } from './doubles.ts';
import { findings } from './findings.ts';
import { mappedStates } from './mapped-states.ts';
import type { Options } from './options.ts';
import { planes } from './planes.ts';
import { waveletGeometries } from './wavelet-geometries.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const wavelets = yield* part('wavelets', 0.4, () => waveletGeometries(options));
  const states = yield* part('three states', 0.7, () => mappedStates(options));
  const time = yield* part('clocks', 0.75, () => clocks(options));
  const sides = yield* part('two sides', 0.85, () => doubles(options));
  const plane = yield* part('two dimensions', 0.9, () => planes(options));
  const control = yield* part('controls', 1, () => controls(options, seed));
  return findings({ options, wavelets, states, time, sides, plane, control });
}
