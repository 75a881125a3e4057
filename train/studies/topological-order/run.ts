/**
 * @file Can states in different quantum phases be told by their entropies, does a shallow circuit change that, and where
 * does the order of a deformed code end?
 */

import { stabiliserGraph } from '../../../datasets/stabilisers.ts';
import { DomainError } from '../../../src/errors.ts';
import { lattice } from '../../../src/operator/lattice.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { edgesOfPlaquettes, rectangle } from '../../../src/systems/topological-order/plaquette-regions.ts';
import { toricCode } from '../../../src/systems/topological-order/toric-code.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { deformedCode } from './deformed-code.ts';
import { findings } from './findings.ts';
import {
  clusterOfEdges,
  denseDifference,
  diskEntropies,
  largestPairInformation,
  regionKnowledge,
  topologicalEntropies,
} from './measured-order.ts';
import type { Options } from './options.ts';
import { shallowCircuits } from './shallow-circuits.ts';

/**
 * Carries the study out, part by part.
 *
 * @throws {DomainError} a disk that leaves no margin on the torus
 */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { size, primes, scales, depth, samples } = options;
  if (2 * Math.max(...scales) + 4 > size) {
    throw new DomainError(
      `topological-order: scales of at most ${Math.floor((size - 4) / 2)} required on a torus of size ${size}, got ${scales}`,
    );
  }
  const disks = yield* part('disks', 0.05, () => diskEntropies(size, primes));
  const gammas = yield* part('topological entropies', 0.15, () => topologicalEntropies(size, primes, scales));
  const knowledge = yield* part('what regions know', 0.2, () => regionKnowledge(size, primes));
  const deformed = yield* part('deformed code', 0.7, () => deformedCode(options));
  const states = {
    'toric code': toricCode(size, 2, { logical: 'zero' }),
    'product state': stabiliserGraph(lattice(2 * size * size, []), 2).group,
  };
  const shallow = yield* part('shallow circuits', 0.95, () =>
    shallowCircuits(states, size, { scales, depth, samples, seed }),
  );
  const others = yield* part('amplitudes and pairs', 1, () => {
    const patch = edgesOfPlaquettes(size, rectangle(0, 0, 4, 4));
    const information = Object.entries({ ...states, 'cluster state': clusterOfEdges(size) }).map(
      ([state, group]) => [state, largestPairInformation(group, patch)] as const,
    );
    return { difference: denseDifference(), information };
  });
  return findings({ options, disks, gammas, knowledge, deformed, shallow, ...others });
}
