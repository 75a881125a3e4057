/** @file The logarithmic map of a complexity metric: the shortest geodesic found from 1 to a unitary, with its certificate. */

import { controlWords } from '../../complexity/controls.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { rightInvariantMetric, velocityOf } from '../../complexity/right-invariant-metric.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { type ComplexMatrix, identityMatrix } from '../../linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, multiply } from '../../linalg/matrix.ts';
import { sumOfCoordinates } from '../../operator/pauli-coordinates.ts';
import type { PauliSum } from '../../operator/pauli-sum.ts';
import type { Solution } from '../../solution.ts';
import type { ConjugatePoints } from './jacobi-fields.ts';
import type { Shot } from './shooting.ts';
import { isOutsideControls } from './unitary-bounds.ts';
import { certificateOf, conjugatePointsOf, type UnitaryCertificate } from './unitary-certificate.ts';
import { type Candidate, candidatesOf, descended, type SearchOptions } from './unitary-search.ts';

/** Options of the search for the shortest geodesic. */
export interface LogarithmOptions extends SearchOptions {
  /** Geodesics of other metrics to the same unitary, followed to this one. */
  readonly from?: readonly Pick<UnitaryGeodesic, 'metric' | 'momentum'>[];
  /** Whether conjugate points are counted: O(64ⁿ); default for n ≤ 3. */
  readonly conjugatePoints?: boolean;
  /**
   * Most descents from a geodesic with conjugate
   * points to a shorter one; default 4.
   */
  readonly descents?: number;
  /** Whether the geodesic is compared with sliced paths of K and 2K slices; default true. */
  readonly slicedLengths?: boolean;
}

/** A path from 1 to (nearly) V. */
export interface UnitaryGeodesic {
  readonly metric: PenaltyMetric;
  readonly qubits: number;
  /** L(0): `exponentialMap(metric, { momentum })` is the geodesic; only near it where the path was not polished. */
  readonly momentum: PauliSum;
  /** H(0) = G⁻¹L(0). */
  readonly velocity: PauliSum;
  /** Hamiltonians of K slices of time 1/K: of the direct method's path, or the geodesic's own at the middle of each. */
  readonly path: readonly PauliSum[];
  readonly length: number;
  readonly certificate: UnitaryCertificate;
}

/**
 * The shortest geodesic found from 1 to a unitary, its global phase ignored; its length is C(V) if no start missed a
 * shorter one, and an upper bound in any case.
 *
 * 1. If all words weigh the same, the branches of the logarithm are all that is needed: the result is exact.
 * 2. Direct method: paths of K slices from random starts, L-BFGS on the energy with rising weight of the end point; a
 *    momentum is fitted to each path and polished by shooting.
 * 3. Continuation: branches of the logarithm, and geodesics given, are followed from their metric to this one.
 * 4. Descent: while the shortest has conjugate points, it is left along the Jacobi field of the first one.
 *
 * @param unitary - V, shape (2ⁿ, 2ⁿ), n ≤ 6; polished for n ≤ 4
 * @returns `converged` if the end point is met within the tolerance; `stalled` if no start led there. That is a result:
 *          the certificate says what the path is worth
 * @throws {ShapeError} V is not 2ⁿ × 2ⁿ with n ≤ 6
 * @throws {DomainError} V is not unitary, or the metric is invalid
 *
 * Cost about a second for n = 2, a few for n = 3, a minute for n = 4.
 */
export function logarithmicMap(
  metric: PenaltyMetric,
  unitary: ComplexMatrix,
  options: LogarithmOptions = {},
): Solution<UnitaryGeodesic> {
  const qubits = checkUnitary(unitary);
  const weights = rightInvariantMetric(metric, qubits);
  const { tolerance = 1e-9, slices = 8 } = options;
  const search = { weights, controls: controlWords(metric, qubits), unitary, slices, tolerance };
  const candidates = isOutsideControls(weights, unitary) ? [] : [...candidatesOf(search, options)];
  const shortest = (): Candidate | undefined => {
    const reached = candidates.filter(({ residual }) => residual <= tolerance);
    const pool = reached.length > 0 ? reached : candidates;
    return pool.length === 0 ? undefined : pool.reduce((a, b) => (isBetter(b, a, tolerance) ? b : a));
  };
  let best = shortest();
  const counted = options.conjugatePoints ?? qubits <= 3;
  const pointsOf = (shot: Shot | undefined): ConjugatePoints | undefined =>
    shot !== undefined && counted ? conjugatePointsOf(weights, shot) : undefined;
  let points = pointsOf(best?.shot);
  for (let descent = 1; descent <= (options.descents ?? 4); descent++) {
    if (best?.shot === undefined || best.residual > tolerance || points?.field === undefined) break;
    const lower = descended(search, best.shot, points, `descended ${descent}`);
    if (lower === undefined) break;
    candidates.push(lower);
    best = lower;
    points = pointsOf(lower.shot);
  }
  const momentum = best?.momentum ?? new Float64Array(4 ** qubits);
  const value: UnitaryGeodesic = {
    metric,
    qubits,
    momentum: sumOfCoordinates(momentum),
    velocity: sumOfCoordinates(velocityOf(weights, momentum)),
    path: (best?.path ?? []).map(sumOfCoordinates),
    length: best?.length ?? Infinity,
    certificate: certificateOf(search, best, candidates, points, { slicedLengths: options.slicedLengths ?? true }),
  };
  return {
    value,
    result: best !== undefined && best.residual <= tolerance ? 'converged' : 'stalled',
    steps: candidates.reduce((sum, { steps }) => sum + steps, 0),
  };
}

/**
 * C(V) along a list of metrics, by continuation in both directions: each metric is solved, then the geodesics of its neighbours are
 * followed to it, first up the list, then down, so that a sheet of solutions found at one metric is tried at all.
 *
 * @param metrics - in the order of, say, their penalties
 * @returns one solution for each metric, the shortest found
 */
export function logarithmicMaps(
  metrics: readonly PenaltyMetric[],
  unitary: ComplexMatrix,
  options: LogarithmOptions = {},
): readonly Solution<UnitaryGeodesic>[] {
  const found = metrics.map((metric) => logarithmicMap(metric, unitary, options));
  const follow = (from: number, to: number): void => {
    const neighbour = found[from]!;
    if (neighbour.result !== 'converged') return;
    const followed = logarithmicMap(metrics[to]!, unitary, {
      ...options,
      starts: 0,
      branches: 0,
      from: [neighbour.value],
    });
    const shorter = found[to]!.result !== 'converged' || followed.value.length < found[to]!.value.length - 1e-9;
    if (followed.result === 'converged' && shorter) found[to] = followed;
  };
  for (let k = 1; k < metrics.length; k++) follow(k - 1, k);
  for (let k = metrics.length - 1; k > 0; k--) follow(k, k - 1);
  return found;
}

/** The shorter of two that arrive, or the nearer of two that do not. */
function isBetter(a: Candidate, b: Candidate, tolerance: number): boolean {
  return a.residual <= tolerance ? a.length < b.length : a.residual < b.residual;
}

function checkUnitary(unitary: ComplexMatrix): number {
  const qubits = Math.log2(unitary.rows);
  if (unitary.rows !== unitary.cols || !Number.isInteger(qubits) || qubits < 1 || qubits > 6) {
    throw new ShapeError(`logarithmicMap: a 2ⁿ × 2ⁿ matrix with n ≤ 6 required, got ${unitary.rows} × ${unitary.cols}`);
  }
  const square = multiply(unitary, unitary, { adjointA: true });
  const error = frobeniusNorm(addScaledMatrix(square, [-1, 0], identityMatrix(unitary.rows)));
  if (!(error < 1e-9)) throw new DomainError(`logarithmicMap: a unitary required, |V†V − 1| is ${error}`);
  return qubits;
}
