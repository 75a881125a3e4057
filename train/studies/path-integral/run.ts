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
  const qubit = yield* part('one qubit', 0.1, (journal) => measuredOneQubit(options, seed, journal));
  const states: StateEnsemble[] = [];
  for (const [k, spec] of options.states.entries()) {
    const until = 0.1 + (0.8 * (k + 1)) / options.states.length;
    states.push(yield* part(`state ${k + 1}`, until, (journal) => measuredState(spec, options, context, journal)));
  }
  const words = yield* part('words of CNOTs', 0.95, (journal) => measuredWords(options.rounds, seed, journal));
  const circuits = yield* part('circuits', 1, (journal) => measuredCircuits(options.rounds, seed, journal));
  return findings({ options, qubit, states, words, circuits });
}
