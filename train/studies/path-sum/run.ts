/** @file Is the shortest circuit what remains of a sum over all circuits? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { measuredGeneral, measuredLengths, measuredRound } from './one-qubit.ts';
import type { Options } from './options.ts';
import { measuredCounts, measuredSums } from './words.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { sites, qubits, weight, angles, starts } = options;
  const sums = yield* part('words', 0.4, () => measuredSums(sites, qubits));
  const counts = yield* part('numbers of words', 0.45, () => measuredCounts());
  const rounds = yield* part('equal weights', 0.55, () => measuredRound());
  const lengths = yield* part('lengths from heat kernels', 0.85, () => measuredLengths(weight, angles, starts, seed));
  const general = yield* part('other axes', 1, () => measuredGeneral(weight, starts, seed));
  return findings({ options, sums, counts, rounds, lengths, general });
}
