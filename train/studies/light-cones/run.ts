/** @file How sharp are light cones at size, and is what many places know of the bulk protected against a loss? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { cliffordCones } from './clifford-cone.ts';
import { codeCopies } from './copies.ts';
import { fermionFronts, gaussianDifference, steppedFront } from './fermion-front.ts';
import { findings } from './findings.ts';
import { leakingGates } from './leaking-gates.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { qubits, layers, sites, times } = options;
  const gates = yield* part('gates of a brickwork', 0.2, () => leakingGates(seed));
  const clifford = yield* part('Clifford circuit', 0.6, () => cliffordCones(qubits, layers, seed));
  const fronts = yield* part('free fermions', 0.95, () => fermionFronts(sites, times));
  const others = yield* part('steps and copies', 1, () => ({
    stepped: [10, 20, 40, 80].map((steps) => steppedFront(400, 10, steps)),
    gaussian: gaussianDifference(),
    copies: codeCopies(),
  }));
  return findings({ options, gates, clifford, fronts, ...others });
}
