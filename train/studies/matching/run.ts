/** @file Is the matching of pictures the same problem as complexity, and does it go from coarse to fine? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { measuredBody, measuredCircles, measuredPeakons } from './landmarks.ts';
import type { Options } from './options.ts';
import { measuredPictures } from './pictures.ts';
import { type MeasuredState, measuredState, metricsOf } from './states.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { landmarks, pixels, pointsAcross, weight, qubits, rangeWeight } = options;
  const peakons = yield* part('peakons', 0.02, measuredPeakons);
  const body = yield* part('rigid body', 0.03, measuredBody);
  const circles = yield* part('landmarks', 0.2, () => measuredCircles(landmarks));
  const pictures = yield* part('pictures', 0.6, () => measuredPictures(pixels, pointsAcross, weight));
  const states: MeasuredState[] = [];
  const metrics = Object.entries(metricsOf(qubits, rangeWeight));
  const cases = metrics.flatMap((metric) => (['GHZ', 'W'] as const).map((target) => ({ metric, target })));
  for (const [k, { metric, target }] of cases.entries()) {
    const until = 0.6 + (0.4 * (k + 1)) / cases.length;
    const work = () => measuredState(target, qubits, metric, seed);
    states.push(yield* part(`${target}, ${metric[0]}`, until, work));
  }
  return findings({ peakons, body, circles, pictures, states });
}
