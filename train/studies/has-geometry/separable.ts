/** @file Mixed states of two sites: distance to the separable states, entanglement of formation. */

import { w } from '../../../datasets/w.ts';
import { werner } from '../../../datasets/werner.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { diagonalMatrix, multiply } from '../../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../../src/linalg/random.ts';
import { reducedDensityMatrix } from '../../../src/state/reduced-density-matrix.ts';
import {
  isotropicDistance,
  isotropicState,
  type SeparableDistance,
  separableBounds,
  separableDistance,
} from '../../../src/state/separability.ts';
import type { PartStep } from '../../study.ts';

/** A state by closed form and by search. */
export interface SeparableRow {
  readonly name: string;
  readonly closed: SeparableDistance;
  /** Bures distance by the best ensemble, and the bound below it by the partial transpose. */
  readonly found: number;
  readonly bound: number;
  readonly formation: number;
}

function rowOf(name: string, rho: ComplexMatrix, d: number, closed: SeparableDistance, seed: number): SeparableRow {
  const { least, most, entanglementOfFormation } = separableBounds(rho, [d, d], { starts: 3, seed });
  return { name, closed, found: most, bound: least, formation: entanglementOfFormation };
}

/** Two qubits: Werner states, pairs of sites of W, random mixtures; two qutrits: isotropic states. */
export function* separableRows(seed: number): Generator<PartStep, readonly SeparableRow[]> {
  const rows: SeparableRow[] = [];
  const stream = randomStream(seed, 'mixtures');
  const two: readonly (readonly [string, ComplexMatrix])[] = [
    ...[0.3, 0.5, 0.7, 0.9, 1].map((p) => [`Werner, p = ${p}`, werner(p).density] as const),
    ...[3, 4, 6].map(
      (n) => [`pair of W_${n}`, reducedDensityMatrix(w(n).amplitudes, new Array<number>(n).fill(2), [0, 1])] as const,
    ),
    ...[1, 2].map((k) => {
      const u = randomUnitary(4, stream);
      const values = k === 1 ? [0.85, 0.15, 0, 0] : [0.8, 0.1, 0.06, 0.04];
      return [`random mixture ${k}`, multiply(multiply(u, diagonalMatrix(values)), u, { adjointB: true })] as const;
    }),
  ];
  for (const [name, rho] of two) {
    yield { message: name, progress: rows.length / 16 };
    rows.push(rowOf(name, rho, 2, separableDistance(rho), seed));
  }
  for (const f of [0.3, 0.45, 0.6, 0.75, 0.9, 1]) {
    yield { message: `isotropic, f = ${f}`, progress: rows.length / 16 };
    rows.push(rowOf(`two qutrits, f = ${f}`, isotropicState(3, f), 3, isotropicDistance(3, f), seed));
  }
  return rows;
}
