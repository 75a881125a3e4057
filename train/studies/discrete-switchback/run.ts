/** @file How does exact complexity grow and saturate, what does the switchback save, and which way does time point? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { measuredSpreads, sampledCones } from './epidemics.ts';
import { findings } from './findings.ts';
import { measuredExchanges, randomCases } from './heat.ts';
import type { Options } from './options.ts';
import { measuredPrecursors } from './precursors.ts';
import { measuredWalks } from './walks.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits, large, steps, samples, scramblers, cases: count }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const walks = yield* part('random walk', 0.1, () => measuredWalks(qubits, steps));
  const precursors = yield* part('precursors', 0.25, () => measuredPrecursors(qubits, large, steps, samples, seed));
  const spreads = yield* part('epidemic', 0.3, () => measuredSpreads(scramblers));
  const cones = yield* part('causal cones', 0.35, () => sampledCones(samples, seed));
  const exchanges = yield* part('exchange of heat', 0.4, () => measuredExchanges());
  const random = yield* part('random pairs', 1, () => randomCases(count, seed));
  return findings({ qubits, walks, precursors, spreads, cones, exchanges, random });
}
