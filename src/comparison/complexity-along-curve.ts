/**
 * @file Complexity along a curve: a search at every point, then continuation from its neighbours in both directions.
 */

import { controlWords } from '../complexity/controls.ts';
import type { PenaltyMetric } from '../complexity/penalty-metric.ts';
import { type MixedGeodesicOptions, mixedGeodesic } from '../geodesic/mixed/mixed-geodesic.ts';
import { randomPath } from '../geodesic/state/sliced-search.ts';
import { type GeodesicOptions, type SlicedGeodesic, stateGeodesic } from '../geodesic/state/state-geodesic.ts';
import { unitaryPathProblem } from '../geodesic/unitary/unitary-path.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { randomStream } from '../linalg/random.ts';
import { solution } from '../optimise/minimise.ts';
import { type Attempt, approached, arrived, explored, pathCondition } from '../path/constrained-path.ts';
import { speeds } from '../path/state-path.ts';
import type { Solution } from '../solution.ts';
import { isDensityMatrix, type State } from '../state/reduced-density-matrix.ts';

/** Where the path to a point came from: its own random starts, or the point before or after it. */
export type Origin = 'start' | 'before' | 'after';

/** The shortest path found to one point of a curve. */
export interface CurvePoint<Path> {
  readonly path: Path;
  readonly origin: Origin;
}

/** One step along the curve. */
export interface CurveStep {
  readonly origin: Origin;
  readonly point: number;
}

/**
 * Each point has its own search, and then the path of its neighbour is continued to it, first up the curve and then
 * down: a family of geodesics found anywhere is tried everywhere. The shorter path is kept.
 *
 * @param search - the path to point k from its own starts, or from the path to a neighbour
 * @param shorter - whether the first path is better than the second
 */
export function* bothWays<Path>(
  count: number,
  search: (point: number, neighbour?: Path) => Path,
  shorter: (a: Path, b: Path) => boolean,
): Generator<CurveStep, readonly CurvePoint<Path>[]> {
  const points: CurvePoint<Path>[] = [];
  for (let point = 0; point < count; point++) {
    yield { origin: 'start', point };
    points.push({ path: search(point), origin: 'start' });
  }
  function* follow(point: number, neighbour: number, origin: Origin): Generator<CurveStep> {
    yield { origin, point };
    const path = search(point, points[neighbour]!.path);
    if (shorter(path, points[point]!.path)) points[point] = { path, origin };
  }
  for (let point = 1; point < count; point++) yield* follow(point, point - 1, 'before');
  for (let point = count - 2; point >= 0; point--) yield* follow(point, point + 1, 'after');
  return points;
}

/** How the paths along a curve of states are sought. */
export interface CurveOptions
  extends Omit<GeodesicOptions, 'paths' | 'polished' | 'conjugatePoints'>,
    Pick<MixedGeodesicOptions, 'sorted' | 'degeneracy'> {}

/**
 * The complexity of each state of a curve ρ(τ), pure or mixed, on one metric. Along time evolution under a Hamiltonian
 * H of allowed words it is Lipschitz, |C(t) − C(s)| ≤ F(H)|t − s|.
 *
 * @param states - vectors of shape (2ⁿ,), or density matrices; `reference` is for vectors, `sorted` for matrices
 * @throws {ShapeError | DomainError} as `stateGeodesic`, `mixedGeodesic`
 *
 * Cost that of `stateGeodesic` for each state, and of a search with one start twice.
 */
export function complexityAlongCurve(
  metric: PenaltyMetric,
  states: readonly State[],
  options: CurveOptions = {},
): Generator<CurveStep, readonly CurvePoint<Solution<SlicedGeodesic>>[]> {
  const search = (point: number, neighbour?: Solution<SlicedGeodesic>): Solution<SlicedGeodesic> => {
    const state = states[point]!;
    const from = neighbour === undefined ? options : { ...options, starts: 0, paths: [neighbour.value] };
    return isDensityMatrix(state)
      ? solution(mixedGeodesic(metric, state, { ...from, polished: false }))
      : solution(stateGeodesic(metric, state, { ...from, polished: 0, conjugatePoints: false }));
  };
  return bothWays(states.length, search, isShorter);
}

/** A path of the direct method to a unitary. */
export interface UnitaryPath {
  /** Unknowns of `unitaryPathProblem`. */
  readonly x: Float64Array;
  readonly length: number;
  /** 1 − |Tr V†U/2ⁿ|². */
  readonly infidelity: number;
}

/** How paths to unitaries are sought. */
export interface UnitaryCurveOptions {
  /** K; default 8. */
  readonly slices?: number;
  /** Default 2. */
  readonly starts?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Most L-BFGS steps for each weight; default 150. */
  readonly maxSteps?: number;
}

/**
 * Upper bounds of the complexity of each unitary of a curve, by the direct method alone: K exact slices that end at V
 * up to rounding. A bound of Infinity means that no start led there.
 *
 * @param unitaries - shape (2ⁿ, 2ⁿ), n ≤ 5 or so
 *
 * Cost O(K · flips · degree · 4ⁿ) for each step of each search.
 */
export function unitaryComplexityAlongCurve(
  metric: PenaltyMetric,
  unitaries: readonly ComplexMatrix[],
  options: UnitaryCurveOptions = {},
): Generator<CurveStep, readonly CurvePoint<UnitaryPath>[]> {
  const { slices = 8, starts = 2, seed = 0, maxSteps = 150 } = options;
  const controls = controlWords(metric, Math.log2(unitaries[0]?.rows ?? 2));
  const search = (point: number, neighbour?: UnitaryPath): UnitaryPath => {
    const problem = unitaryPathProblem(controls, slices, unitaries[point]!);
    const path = pathCondition(problem);
    const ends = (neighbour === undefined ? Array.from({ length: starts }, (_, k) => k) : [-1]).map((k) => {
      const x = neighbour?.x ?? randomPath(problem, randomStream(seed, `unitary start ${k + 1}`));
      const near = solution(explored(path, x, maxSteps));
      const at: Attempt = solution(approached(path, near, { maxSteps, tolerance: 1e-12 }));
      const { x: end, square: infidelity } = arrived(path, at.x);
      const length = speeds(problem, end).reduce((sum, F) => sum + F / slices, 0);
      return { x: end, length: infidelity < 1e-8 ? length : Infinity, infidelity };
    });
    return ends.reduce((a, b) => (b.length < a.length ? b : a));
  };
  return bothWays(unitaries.length, search, (a, b) => a.length < b.length - 1e-9);
}

/** The shorter of two that arrive, or the nearer of two that do not. */
function isShorter(a: Solution<SlicedGeodesic>, b: Solution<SlicedGeodesic>): boolean {
  if (a.result !== b.result) return a.result === 'converged';
  return a.result === 'converged' ? a.value.length < b.value.length - 1e-9 : a.value.infidelity < b.value.infidelity;
}
