/** @file How much of a lost segment or a lost direction of a geodesic does the rest determine? A code, or only an equation? */

import { haarRandom } from '../../../datasets/haar-random.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { exactGeodesic, generatorsOf } from '../exact-geodesic.ts';
import { TWO_LOCAL } from '../shortest-path.ts';
import { findings } from './findings.ts';
import { redundancyOf } from './lost-parts.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits: n, metric, samples, noise, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const penalty = TWO_LOCAL[metric];
  const exact = yield* part('geodesic', 0.5, () =>
    exactGeodesic(penalty, haarRandom(n, seed).amplitudes, { slices, starts, seed }),
  );
  const found = yield* part('redundancy', 1, () => redundancyOf(generatorsOf(penalty, n), exact, samples, noise, seed));
  return findings(n, exact, found, noise);
}
