/** @file Is a circuit a space-time? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { measuredOrders } from './causal-sets.ts';
import { measuredCurvature } from './curvature.ts';
import { findings } from './findings.ts';
import { measuredHistories } from './histories.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, context: StudyContext): Generator<StudyStep, Findings> {
  const { part, seed } = context;
  const orders = yield* part('causal sets', 0.8, () => measuredOrders(options, context));
  const curvature = yield* part('curvature', 0.85, () => measuredCurvature(options.kappa, seed));
  const histories = yield* part('histories', 1, () => measuredHistories(options.scatterings, seed));
  return findings({ options, orders, curvature, histories });
}
