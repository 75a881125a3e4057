/** @file The logarithmic map of a complexity metric: the shortest geodesic found from 1 to a unitary, with its certificate. */

import { type GlobalPhase, logarithmBranches } from '../../complexity/bi-invariant-length.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { velocityOf } from '../../complexity/right-invariant-metric.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { type ComplexMatrix, identityMatrix } from '../../linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, multiply } from '../../linalg/matrix.ts';
import { type PauliWord, wordSize } from '../../operator/pauli.ts';
import { indexOfWord, sumOfCoordinates } from '../../operator/pauli-coordinates.ts';
import type { PauliSum } from '../../operator/pauli-sum.ts';
import type { Solution } from '../../solution.ts';
import { type FreeRotation, localLogarithm, turnedBack, unitaryControls } from './free-rotations.ts';
import type { ConjugatePoints } from './jacobi-fields.ts';
import type { Shot } from './shooting.ts';
import { isOutsideControls } from './unitary-bounds.ts';
import type { Candidate, UnitarySearch } from './unitary-candidate.ts';
import { certificateOf, conjugatePointsOf, type UnitaryCertificate } from './unitary-certificate.ts';
import { candidatesOf, descended, type SearchOptions } from './unitary-search.ts';

/** Options of the search for the shortest geodesic. */
export interface LogarithmOptions extends SearchOptions {
  /**
   * Whether the path has to end at V itself, for det V = 1, or at any e^{iφ}V; default 'free'. Where rotations are free, so is the
   * phase.
   */
  readonly phase?: GlobalPhase;
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
  /**
   * Where one-qubit words weigh 0: the rotation exp(−i Σ a_P P) that costs nothing and leads from the end of the path to V; null
   * elsewhere.
   */
  readonly freeRotation: FreeRotation | null;
  readonly certificate: UnitaryCertificate;
}

/**
 * The shortest geodesic found from 1 to a unitary, its global phase ignored; its length is C(V) if no start missed a
 * shorter one, and an upper bound in any case.
 *
 * 1. If all words weigh the same, the branches of the logarithm are all that is needed: the result is exact.
 * 2. Direct method: paths of K slices from the shortest of many roughly drawn random paths, L-BFGS on the energy with rising weight
 *    of the end point; a momentum is fitted to each path and polished by shooting.
 * 3. Continuation: branches of the logarithm, and geodesics given, are followed from their metric to this one.
 *    Where rotations of single qubits are nearly free, geodesics for free ones are turned by rotating frames and followed, too.
 * 4. Descent: while the shortest has conjugate points, it is left along the Jacobi field of the first one.
 *
 * @param unitary - V, shape (2ⁿ, 2ⁿ), n ≤ 6; polished for n ≤ 4
 * @returns `converged` if the end point is met within the tolerance; `stalled` if no start led there. That is a result:
 *          the certificate says what the path is worth
 * @throws {ShapeError} V is not 2ⁿ × 2ⁿ with n ≤ 6
 * @throws {DomainError} V is not unitary, or the metric is invalid, or K is no number of slices; the phase is kept and det V ≠ 1
 *
 * Cost about a second for n = 2, a few for n = 3, a minute for n = 4.
 */
export function logarithmicMap(
  metric: PenaltyMetric,
  unitary: ComplexMatrix,
  options: LogarithmOptions = {},
): Solution<UnitaryGeodesic> {
  const qubits = checkUnitary(unitary);
  const search = searchOf(metric, unitary, qubits, options);
  const { weights, tolerance, freeWords } = search;
  const candidates = isOutsideControls(weights, unitary) ? [] : [...candidatesOf(search, options)];
  const shortest = (): Candidate | undefined => {
    const reached = candidates.filter(({ residual }) => residual <= tolerance);
    const pool = reached.length > 0 ? reached : candidates;
    return pool.length === 0 ? undefined : pool.reduce((a, b) => (isBetter(b, a, tolerance) ? b : a));
  };
  let best = shortest();
  const counted = freeWords.length === 0 && (options.conjugatePoints ?? qubits <= 3);
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
  const k = best?.rotation;
  const turned = (coordinates: Float64Array): Float64Array =>
    k === undefined ? coordinates : turnedBack(coordinates, k, freeWords);
  const allowed = (coordinates: Float64Array): Float64Array =>
    coordinates.map((h, p) => (weights.inverseWeights[p] === 0 ? 0 : h)); // what rounding left there
  const momentum = turned(best?.momentum ?? new Float64Array(4 ** qubits));
  const value: UnitaryGeodesic = {
    metric,
    qubits,
    momentum: sumOfCoordinates(momentum),
    velocity: sumOfCoordinates(velocityOf(weights, momentum)),
    path: (best?.path ?? []).map((H) => sumOfCoordinates(allowed(turned(H)))),
    length: best?.length ?? Infinity,
    freeRotation: freeWords.length === 0 ? null : rotationOf(freeWords, k),
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

/**
 * Local words that weigh less than the first share of the lightest others are nearly free: geodesics for free rotations are followed,
 * too. Below the second share random starts crawl, and are made for free rotations only.
 */
const [NEARLY_FREE, CRAWLING] = [0.25, 0.02];

function searchOf(
  metric: PenaltyMetric,
  unitary: ComplexMatrix,
  qubits: number,
  { tolerance = 1e-9, slices = 8, phase = 'free' }: LogarithmOptions,
): UnitarySearch {
  if (!(Number.isInteger(slices) && slices >= 1)) {
    throw new DomainError(`logarithmicMap: a whole number of slices of at least 1 required, got ${slices}`);
  }
  const found = unitaryControls(metric, qubits);
  const search = { ...found, unitary, slices, tolerance, phase };
  if (phase === 'kept') {
    if (found.freeWords.length > 0) {
      throw new DomainError('logarithmicMap: weights above 0 required where the phase is kept, got sizeWeights[0] = 0');
    }
    logarithmBranches(unitary, { phase }); // refuses det V ≠ 1
    return search;
  }
  const [local = 1, ...sizes] = metric.sizeWeights ?? [];
  const others = found.controls.weights.filter((_, p) => wordSize(found.controls.words[p]!) > 1);
  const share = others.length > 0 ? local / Math.min(...others) : Infinity;
  const named = metric.words !== undefined || metric.letters !== undefined;
  if (found.freeWords.length > 0 || named || share >= NEARLY_FREE) return search;
  const freed = unitaryControls({ ...metric, sizeWeights: [0, ...sizes] }, qubits);
  return { ...search, freed: { ...freed, only: share < CRAWLING } };
}

/** k as a rotation about the free words. */
function rotationOf(words: readonly PauliWord[], k: ComplexMatrix | undefined): FreeRotation {
  const A = k && localLogarithm(k);
  return { words, coefficients: words.map((word) => A?.[indexOfWord(word)] ?? 0) };
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
