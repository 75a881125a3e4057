/** @file Is an optimised MERA the network of a critical state? Its exponents, its correlations, its use as a code. */

import type { Findings } from '../../../src/record/study-record.ts';
import { criticalPotts, criticalXxz } from '../../../src/systems/renormalisation/index.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { certified, isingChain, networksOf } from './chains.ts';
import { circuitsOnRings } from './circuit.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { maxSteps, potts, xx } = options;
  const ising = yield* part('Ising', 0.35, () => isingChain(options, seed));
  const three = yield* part('Potts', 0.65, function* () {
    return certified('Potts', yield* networksOf(criticalPotts(), { bonds: potts, maxSteps, seed, transitional: 1 }));
  });
  const graded = yield* part('XX', 0.8, function* () {
    const shape = { bonds: xx, middles: middlesOf(xx), transitional: 2 };
    return certified('XX', yield* networksOf(criticalXxz(0), { maxSteps, seed, ...shape }));
  });
  // Without its symmetry the search ends elsewhere: the control.
  const random = yield* part('XX from a random start', 0.85, function* () {
    const found = yield* networksOf(criticalXxz(0), { maxSteps, seed, transitional: 1, bonds: [4], graded: false });
    return certified('XX without symmetry', found);
  });
  const circuit = yield* part('MERA as a circuit', 1, () => circuitsOnRings(options.rings, seed));
  return findings({ options, ising, others: [...three, ...graded], random: random[0]!, circuit });
}

/** States between disentanglers and isometries: fewer than on the sites of the greatest bonds, at little cost in energy. */
const middlesOf = (bonds: readonly number[]): readonly number[] => bonds.map((bond) => Math.min(bond, 6));
