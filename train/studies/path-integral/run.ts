/** @file Does the optimal network stand out in the sum over all networks? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { measuredCircuits, measuredWords } from './circuits.ts';
import { findings } from './findings.ts';
import { measuredOneQubit } from './one-qubit.ts';
import type { Options } from './options.ts';
import { measuredState, type StateEnsemble } from './states.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, context: StudyContext): Generator<StudyStep, Findings> {
  const { seed, part } = context;
  const qubit = yield* part('one qubit', 0.1, () => measuredOneQubit(options, seed));
  const states: StateEnsemble[] = [];
  for (const [k, spec] of options.states.entries()) {
    const until = 0.1 + (0.8 * (k + 1)) / options.states.length;
    states.push(yield* part(`state ${k + 1}`, until, () => measuredState(spec, options, context)));
  }
  const words = yield* part('words of CNOTs', 0.95, () => measuredWords(options.rounds, seed));
  const circuits = yield* part('circuits', 1, () => measuredCircuits(options.rounds, seed));
  return findings({ options, qubit, states, words, circuits });
}
