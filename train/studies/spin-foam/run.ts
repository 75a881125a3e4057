/** @file Is a sum over networks between two networks a path integral over space-times? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { differenceOfSpheres, measuredInvariants, measuredWalk } from './invariants.ts';
import type { Options } from './options.ts';
import { measuredLargeSpins, measuredProjectors } from './surfaces.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const invariants = yield* part('closed manifolds', 0.5, () => measuredInvariants(options.level));
  const walk = yield* part('Pachner moves', 0.75, () => measuredWalk(options.moves, seed));
  const spheres = yield* part('two spheres', 0.8, () => differenceOfSpheres());
  const projectors = yield* part('surfaces', 0.95, () => measuredProjectors());
  const large = yield* part('large spins', 1, () => measuredLargeSpins(options.scales));
  return findings({ options, invariants, walk, spheres, projectors, large });
}
