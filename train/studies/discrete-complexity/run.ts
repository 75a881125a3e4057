/** @file How many gates does every circuit of a finite group need? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { measuredCouplings } from './cnot-circuits.ts';
import { findings } from './findings.ts';
import { measuredGauge } from './gauge.ts';
import type { Options } from './options.ts';
import { measuredCliffords, measuredSwaps } from './other-circuits.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits, couplings: specs, sites }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const couplings = yield* part('circuits of CNOTs', 0.7, () => measuredCouplings(qubits, specs));
  const gauges = yield* part('topology and names', 0.8, () => measuredGauge(qubits, specs, seed));
  const cliffords = yield* part('Clifford gates', 0.9, () => measuredCliffords());
  const swaps = yield* part('swaps', 1, () => measuredSwaps(sites));
  return findings({ qubits, couplings, gauges, cliffords, swaps });
}
