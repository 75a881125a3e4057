/** @file What does a part of the boundary know of the bulk? Causal, greedy and entanglement wedges of one code. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { pentagonCode } from '../pentagon-code.ts';
import { findings } from './findings.ts';
import { arcPairs, arcWedges, greatestDifference, scatteredWedges } from './measured-wedges.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { layers, arcs: arcCount, regions }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const code = pentagonCode(layers);
  const arcs = yield* part('arcs', 0.45, () => arcWedges(code, arcCount));
  const pairs = yield* part('pairs of arcs', 0.55, () => arcPairs(code));
  const scattered = yield* part('scattered regions', 0.95, () => scatteredWedges(code, regions, seed));
  const difference = yield* part('a second way', 1, () => greatestDifference(code, seed));
  return findings({ code, arcs, pairs, scattered, difference });
}
