/** @file Does every closed surface in the bulk have a state of its own, and whose is it? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { hexagonSurfaces } from './hexagon-surfaces.ts';
import { familyCurvatures } from './metric-families.ts';
import type { Options } from './options.ts';
import { timeSurfaces } from './time-surfaces.ts';

/** Carries the study out, part by part. */
export function* run(
  { layers, surfaces: count, qubits, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const surfaces = yield* part('closed surfaces', 0.5, () => hexagonSurfaces(layers, count, seed));
  const times = yield* part('surfaces of a geodesic', 0.95, () => timeSurfaces(qubits, { slices, starts, seed }));
  const families = yield* part('information metric', 1, familyCurvatures);
  return findings({ layers, surfaces, times, families });
}
