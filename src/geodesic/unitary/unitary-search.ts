/** @file The search for geodesics to a unitary: many starts, each followed as far as it leads. */

import { logarithmBranches } from '../../complexity/bi-invariant-length.ts';
import type { Controls } from '../../complexity/controls.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import {
  momentumOf,
  type RightInvariantMetric,
  rightInvariantMetric,
  speedOf,
} from '../../complexity/right-invariant-metric.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { randomStream } from '../../linalg/random.ts';
import { coordinatesOfSum } from '../../operator/pauli-coordinates.ts';
import type { PauliSum } from '../../operator/pauli-sum.ts';
import type { ConjugatePoints } from './jacobi-fields.ts';
import { continuedShot, polishedShot, type Shot } from './shooting.ts';
import { shorterShot } from './unitary-descent.ts';
import {
  fittedMomentum,
  hamiltoniansOf,
  type ReachingPath,
  reachingPath,
  roughPath,
  unitaryPathProblem,
} from './unitary-path.ts';

/** Options of the search for the shortest geodesic. */
export interface SearchOptions {
  /** K, slices of the direct method; default 8. */
  readonly slices?: number;
  /** Random starts of the direct method; default 3. */
  readonly starts?: number;
  /** Branches of the logarithm that are followed from the bi-invariant metric; default 2, and 0 for n ≥ 4. */
  readonly branches?: number;
  /** Geodesics of other metrics to the same unitary, followed to this one. */
  readonly from?: readonly { readonly metric: PenaltyMetric; readonly momentum: PauliSum }[];
  /** Default 0. */
  readonly seed?: number;
  /** L-BFGS steps at most for each weight of the direct method; default 60. */
  readonly maxSteps?: number;
  /** End-point residual that counts as reached; default 1e-9. */
  readonly tolerance?: number;
  /** Whether geodesics are polished by shooting: O(64ⁿ); default for n ≤ 4. Without it the result is an upper bound. */
  readonly polish?: boolean;
}

/** What is searched. */
export interface UnitarySearch {
  readonly weights: RightInvariantMetric;
  readonly controls: Controls;
  readonly unitary: ComplexMatrix;
  readonly slices: number;
  readonly tolerance: number;
}

/** The result of one start. */
export interface Candidate {
  /** Its name: 'logarithm 1', 'random 2', 'continued 1'. */
  readonly start: string;
  readonly momentum: Float64Array;
  readonly length: number;
  readonly residual: number;
  readonly steps: number;
  readonly path: readonly Float64Array[];
  /** The polished geodesic; absent for a path of the direct method. */
  readonly shot?: Shot;
}

/**
 * Where the starts lead: random paths by the direct method and polished by shooting, branches of the logarithm and given
 * geodesics by continuation. If all words weigh the same, the branches alone.
 */
export function candidatesOf(search: UnitarySearch, options: SearchOptions): readonly Candidate[] {
  const { weights, unitary, tolerance } = search;
  const { starts = 3, seed = 0, maxSteps = 60, from = [] } = options;
  const polish = options.polish ?? weights.qubits <= 4;
  const { branches = weights.qubits <= 3 ? 2 : 0 } = options;
  const logarithms = logarithmBranches(unitary);
  const shooting = { tolerance: tolerance / 10, maxSteps: 30 };
  const lightest = weights.inverseWeights.reduce((most, x) => Math.max(most, x), 0);
  const uniform = weights.inverseWeights.map((_, p) => (p === 0 ? 0 : lightest));
  const biInvariant = { qubits: weights.qubits, inverseWeights: uniform };
  if (weights.inverseWeights.every((x, p) => x === uniform[p])) {
    return logarithms.map(({ velocity }, k) => {
      const shot = polishedShot(
        weights,
        unitary,
        velocity.map((h) => h / lightest),
        { ...shooting, maxSteps: 0 },
      );
      return candidateOf(search, `logarithm ${k + 1}`, shot);
    });
  }
  const found: Candidate[] = [];
  for (let start = 1; start <= starts; start++) {
    const problem = unitaryPathProblem(search.controls, search.slices, unitary);
    const x = roughPath(problem, randomStream(seed, `unitary start ${start}`), maxSteps);
    const polished = (path: Float64Array): Shot =>
      polishedShot(weights, unitary, fittedMomentum(weights, problem, path), shooting);
    const rough = polish ? polished(x) : undefined;
    if (rough !== undefined && rough.residual <= tolerance) {
      found.push(candidateOf(search, `random ${start}`, rough));
      continue;
    }
    const path = reachingPath(problem, x, 2 * maxSteps);
    const exact = polish ? polished(path.x) : undefined;
    if (exact !== undefined && exact.residual <= tolerance) found.push(candidateOf(search, `random ${start}`, exact));
    else {
      const momentum = polish ? fittedMomentum(weights, problem, path.x) : firstMomentum(search, path.x);
      found.push(directCandidate(search, `random ${start}`, path, momentum));
    }
  }
  if (!polish) return found;
  const origins = [
    ...logarithms.slice(0, branches).map(({ velocity }, k) => {
      return { name: `logarithm ${k + 1}`, metric: biInvariant, momentum: velocity.map((h) => h / lightest) };
    }),
    ...from.map(({ metric, momentum }, k) => {
      const origin = rightInvariantMetric(metric, weights.qubits);
      return { name: `continued ${k + 1}`, metric: origin, momentum: coordinatesOfSum(momentum) };
    }),
  ];
  for (const { name, metric, momentum } of origins) {
    const shot = continuedShot(metric, weights, unitary, momentum, shooting);
    if (shot !== undefined) found.push(candidateOf(search, name, shot));
  }
  return found;
}

/** The candidate that a geodesic with conjugate points descends to, if any. */
export function descended(
  search: UnitarySearch,
  shot: Shot,
  points: ConjugatePoints,
  start: string,
): Candidate | undefined {
  const { weights, controls, slices, unitary, tolerance } = search;
  const problem = unitaryPathProblem(controls, 2 * slices, unitary);
  const shooting = { tolerance: tolerance / 10, maxSteps: 30 };
  const lower = shorterShot(weights, problem, shot, points, unitary, shooting);
  return lower && candidateOf(search, start, lower);
}

function candidateOf({ weights, slices }: UnitarySearch, start: string, shot: Shot): Candidate {
  const { momentum, residual, steps, flow } = shot;
  const path = Array.from({ length: slices }, (_, k) => flow.velocityAt((k + 0.5) / slices));
  return { start, momentum, length: speedOf(weights, momentum), residual, steps, path, shot };
}

/** G·H of the first slice: near L(0) on the controls. A fit to all slices costs O(64ⁿ) and is left to polishing. */
function firstMomentum({ weights, controls, slices, unitary }: UnitarySearch, x: Float64Array): Float64Array {
  const [velocity] = hamiltoniansOf(unitaryPathProblem(controls, slices, unitary), x);
  return momentumOf(weights, velocity!);
}

/** A path of the direct method; its residual √infidelity is the bi-invariant distance to first order. */
function directCandidate(search: UnitarySearch, start: string, path: ReachingPath, momentum: Float64Array): Candidate {
  const problem = unitaryPathProblem(search.controls, search.slices, search.unitary);
  const hamiltonians = hamiltoniansOf(problem, path.x);
  return { start, momentum, length: path.length, residual: Math.sqrt(path.infidelity), steps: 0, path: hamiltonians };
}
