/** @file How do volume and action behind a horizon grow, and does the area of small balls know the curvature? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { actions } from './actions.ts';
import { balls } from './balls.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';
import { volumes } from './volumes.ts';

export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const volume = yield* part('volumes', 0.5, () => volumes(options, seed));
  const action = yield* part('actions', 0.55, () => actions(options));
  const ball = yield* part('balls', 1, () => balls(options));
  return findings({ options, volume, action, ball });
}
