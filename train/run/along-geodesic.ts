/** @file Where a training of blocks begins that has the geodesic before it. */

import { nearPath } from '../../src/comparison/block-search.ts';
import { gaussianBlocks } from '../../src/comparison/gaussian-blocks.ts';
import { randomStream } from '../../src/linalg/random.ts';
import type { GeodesicRecord } from '../../src/record/run-record.ts';
import { gaussianCase, isRealState } from '../gaussian-problem.ts';
import type { SeededProblem } from '../training.ts';
import { startsAt } from './gaussian-stage.ts';

/**
 * The problem with a first start close to the geodesic, if there is one and the network is a circuit of blocks. Along a real Gaussian path
 * it is the short circuit of Gaussian blocks that follows it, if blocks are on at most two qubits and begin where the path does.
 */
export function alongGeodesic<Own extends SeededProblem>(problem: Own, path: GeodesicRecord | null): Own {
  const { network, target, metric, seed } = problem;
  if (path === null || path.words.length === 0 || network.kind !== 'block-circuit') return problem;
  if (path.gaussian != null && !startsAt(network, path.gaussian.string)) return problem;
  const isNarrow = network.gates.every(({ sites }) => sites.length <= 2);
  const state = path.gaussian != null && isNarrow ? gaussianCase(target, metric, network.qubits).state : null;
  if (state === null || !isRealState(state)) {
    return { ...problem, warmStart: nearPath(network, path, randomStream(seed, 'along the geodesic')) };
  }
  return { ...problem, warmStart: gaussianBlocks(metric, network, state, { path }).generators };
}
