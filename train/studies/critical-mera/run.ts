/** @file Is an optimised MERA the network of a critical state? Its exponents, its correlations, its use as a code. */

import type { Findings } from '../../../src/record/study-record.ts';
import { criticalPotts, criticalXxz } from '../../../src/systems/renormalisation/index.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { certified, isingChain, networksOf } from './chains.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { xx, maxSteps } = options;
  const ising = yield* part('Ising', 0.3, () => isingChain(options, seed));
  const search = { maxSteps, seed, transitional: 1 };
  const potts = yield* part('Potts', 0.7, function* () {
    return certified('Potts', yield* networksOf(criticalPotts(), { ...search, bonds: [options.potts] }));
  });
  const graded = yield* part('XX', 0.85, function* () {
    return certified('XX', yield* networksOf(criticalXxz(0), { ...search, bonds: [xx] }));
  });
  // Without its symmetry the search ends elsewhere: the control.
  const random = yield* part('XX from a random start', 1, function* () {
    const found = yield* networksOf(criticalXxz(0), { ...search, bonds: [xx], graded: false });
    return certified('XX without symmetry', found);
  });
  return findings({ options, ising, others: [...potts, ...graded], random: random[0]! });
}
