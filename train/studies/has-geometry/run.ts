/** @file Has every state a geometry, and is the geometry of a superposition that of its parts? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';
import { plantedState } from './planted.ts';
import { separableRows } from './separable.ts';
import { judgedStates, latticeDefects } from './states.ts';
import { superpositions } from './superpositions.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const states = yield* part('states', 0.5, () => judgedStates(options, seed));
  const squares = yield* part('squares of the lattice', 0.55, () => latticeDefects(options.side));
  const planted = yield* part('planted state', 0.7, () => plantedState(Math.round(2.5 * options.sites), seed));
  const superposed = yield* part('superpositions', 0.75, () => superpositions(Math.min(10, options.qubits), seed));
  const separable = yield* part('separable states', 1, () => separableRows(seed));
  return findings({ options, states, squares, planted, superposed, separable });
}
