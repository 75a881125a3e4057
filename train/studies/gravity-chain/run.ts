/** @file Does the geometry of a state, and of its optimal network, obey a gravity equation? From ρ to the curvature. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { type Answered, answeredTarget } from './answered.ts';
import { evolutionOf } from './evolution.ts';
import { findings } from './findings.ts';
import { matterOf } from './matter.ts';
import type { Options } from './options.ts';

/** Shares of the study when the targets are done, and the evolution. */
const [OF_TARGETS, OF_EVOLUTION] = [0.7, 0.75];

/** Carries the study out, part by part. */
export function* run(options: Options, context: StudyContext): Generator<StudyStep, Findings> {
  const answered: Answered[] = [];
  const count = options.targets.length;
  for (const [index, chosen] of options.targets.entries()) {
    const share = (k: number): number => (OF_TARGETS * k) / count;
    const at = { index, from: share(index), until: share(index + 1) };
    answered.push(yield* answeredTarget(chosen, at, options, context));
  }
  const { evolution: asked } = options;
  const evolution =
    asked === undefined ? null : yield* context.part('evolution', OF_EVOLUTION, () => evolutionOf(asked, context));
  const matter = yield* context.part('curvature on a lattice', 1, () => matterOf(options, context.seed));
  return findings({ options, answered, evolution, matter });
}
