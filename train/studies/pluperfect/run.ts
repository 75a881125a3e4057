/** @file Can the whole boundary be read as a bulk with a gauge symmetry, and what becomes of locality? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { hamiltonianTable, legEntropies, networkTable, sparseTables, tensorTable } from './measured-maps.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run({ layers }: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const tensors = yield* part('tensors', 0.1, () =>
    (
      [
        [2, 6],
        [3, 4],
        [5, 4],
        [3, 6],
      ] as const
    ).map(([prime, legs]) => tensorTable(prime, legs)),
  );
  const legs = yield* part('subspace', 0.12, legEntropies);
  const networks = yield* part('networks', 0.2, () => [
    networkTable('hexagons of qubits', { layers }),
    networkTable('squares of qutrits', { prime: 3, p: 4, q: 5, layers }),
    networkTable('squares of dimension 5', { prime: 5, p: 4, q: 5, layers }),
  ]);
  const hamiltonian = yield* part('boundary Hamiltonian', 0.5, () => hamiltonianTable(layers));
  const sparse = yield* part('sparse excitations', 1, () => sparseTables(layers, seed));
  return findings({ tensors, legs, networks, hamiltonian, sparse });
}
