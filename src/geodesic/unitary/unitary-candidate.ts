/** @file What a search for geodesics to a unitary knows, and what one start of it leads to. */

import type { GlobalPhase } from '../../complexity/bi-invariant-length.ts';
import { speedOf } from '../../complexity/right-invariant-metric.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { multiply } from '../../linalg/matrix.ts';
import { indexOfWord } from '../../operator/pauli-coordinates.ts';
import type { PathProblem } from '../../path/state-path.ts';
import type { UnitaryControls } from './free-rotations.ts';
import type { ShootingOptions, Shot } from './shooting.ts';
import { unitaryPathProblem } from './unitary-path.ts';

/** What is searched. */
export interface UnitarySearch extends UnitaryControls {
  readonly unitary: ComplexMatrix;
  readonly slices: number;
  readonly tolerance: number;
  readonly phase: GlobalPhase;
  /** The same with free rotations of single qubits, where these are nearly free: its geodesics lead to this metric's. */
  readonly freed?: UnitaryControls & {
    /** Whether random starts are made there only, and not in this metric. */
    readonly only: boolean;
  };
}

/** The result of one start. */
export interface Candidate {
  /** Its name: 'logarithm 1', 'random 2', 'continued 1', 'rotating 1'. */
  readonly start: string;
  readonly momentum: Float64Array;
  readonly length: number;
  readonly residual: number;
  readonly steps: number;
  readonly path: readonly Float64Array[];
  /** k, with which the path begins where rotations are free: V ∼ U(1)k. */
  readonly rotation: ComplexMatrix | undefined;
  /** The polished geodesic; absent for a path of the direct method. */
  readonly shot?: Shot;
}

/** The sliced-path problem of a search. */
export const problemOf = (search: UnitarySearch, slices: number): PathProblem =>
  unitaryPathProblem(search.controls, slices, search.unitary, search);

/** How the end is met. */
export const shootingOf = ({ tolerance, freeWords, phase }: UnitarySearch): ShootingOptions => ({
  tolerance: tolerance / 10,
  maxSteps: 30,
  free: freeWords.map(indexOfWord),
  phase,
});

/** The candidate of a shot. */
export function candidateOf(
  { weights, slices, unitary, freeWords }: UnitarySearch,
  start: string,
  shot: Shot,
): Candidate {
  const { momentum, residual, steps, flow, target } = shot;
  const path = Array.from({ length: slices }, (_, k) => flow.velocityAt((k + 0.5) / slices));
  const rotation = freeWords.length === 0 ? undefined : multiply(target, unitary, { adjointA: true });
  return { start, momentum, length: speedOf(weights, momentum), residual, steps, path, rotation, shot };
}
