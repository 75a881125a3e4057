/** @file From a sliced path to the geodesic near it, and back. */

import { romberg } from '../../linalg/romberg.ts';
import { norm } from '../../linalg/vector.ts';
import { pathFrom } from '../../path/given-path.ts';
import { halvedSlices, missOf, type PathProblem, pathLength } from '../../path/state-path.ts';
import { metricOf } from './generators.ts';
import type { StateMetric } from './metric-space.ts';
import { type NewtonOptions, newtonPath } from './newton-path.ts';
import type { StateEnds } from './shot-jacobian.ts';
import type { GeodesicStep, SettledPath } from './sliced-search.ts';
import { controlsAt, speedAt, stateFlow } from './state-flow.ts';
import { polishedStateShot, type StateShot } from './state-shooting.ts';

/** The result of one start, in K/2 and in K slices. */
export interface Settled {
  readonly start: string;
  readonly half: SettledPath;
  /** In K/4 slices, where it was led to the target level by level in these. */
  readonly quarter?: SettledPath;
  /** In 3K/4 slices, where the directions of the end are not all resolved, for a second limit. */
  readonly between?: SettledPath;
  readonly whole: SettledPath;
  readonly steps: number;
}

/** A sliced path and the geodesic near it. */
export interface PolishedPath {
  readonly length: number;
  readonly from: Settled;
  readonly shot: StateShot;
}

export const lengthOfShot = (problem: PathProblem, { flow }: StateShot): number =>
  speedAt(metricOf(problem), flow.points[0]!);

/** End-point residual at which a shot is a geodesic to the target. */
export const GEODESIC = 1e-9;
/** Newton's method for a path, and for one that comes of a shortest path in fewer slices, which is no saddle. */
export const NEWTON: NewtonOptions = { maxSteps: 60 };
const REFINED: NewtonOptions = { ...NEWTON, escaping: false };
/** Most doublings of the slices before a start is given up. */
const REFINEMENTS = 3;
/** Most unknowns times amplitudes for which polishing is worth its cost. */
const LARGEST_REFINED = 4e6;
/** Steps of the flows that are tried, doubled from the first to the last number: great costates need many. */
const FLOW_STEPS: readonly [number, number] = [16, 512];
/** Flows are fine enough when they agree about the miss to this share of it. */
const TOLD = 0.1;
/** A shot that misses by more is not worth Newton's method. */
const FARTHEST = 0.3;
/** Integration steps of Jacobians that a shot is worth while slices can still be doubled. */
const EFFORT = 800;

/**
 * The geodesic near a sliced path. Its costate is that of the path, or what those of fewer and more slices converge to (their
 * errors are sums of 1/K², 1/K⁴ …); if Newton's method does not lead to the target from there, the slices are doubled.
 */
export function* polish(fine: PathProblem, { start, half, whole }: Settled): Generator<GeodesicStep, StateShot> {
  const metric = metricOf(fine);
  const ends = { from: fine.to, to: fine.from, ...(fine.sums && { subspace: fine.sums.states }) };
  let [problem, path] = [fine, whole];
  let limits: readonly Float64Array[] = [half.costate];
  let best: StateShot | undefined;
  for (let refinement = 0; ; refinement++) {
    limits = romberg(limits, path.costate);
    const shots = limits.map((costate) => ({ costate, miss: missOfFlow(metric, ends, costate) }));
    const { costate, miss } = shots.reduce((a, b) => (b.miss < a.miss ? b : a));
    const next: PathProblem = { ...problem, slices: 2 * problem.slices };
    const numbers = next.slices * next.controls.words.length * next.to.length;
    const last = refinement === REFINEMENTS || numbers > LARGEST_REFINED;
    if (miss < FARTHEST || last) {
      const effort = last ? Infinity : EFFORT;
      const shot = polishedStateShot(metric, ends, costate, { tolerance: GEODESIC, maxSteps: 30, effort });
      yield { phase: `geodesic from ${start}`, step: shot.steps, length: speedAt(metric, shot.flow.points[0]!) };
      if (best === undefined || shot.residual < best.residual) best = shot;
    }
    if (best !== undefined && (best.residual <= GEODESIC || last)) return best;
    const phase = `${start} in ${next.slices} slices`;
    path = yield* newtonPath(next, halvedSlices(problem, path.x), phase, REFINED);
    problem = next;
  }
}

/** How far from the target the geodesic with a costate ends, in enough steps that half as many agree to a tenth. */
function missOfFlow(metric: StateMetric, { from, to }: StateEnds, costate: Float64Array): number {
  let before = Infinity;
  for (let [steps, most] = FLOW_STEPS; ; steps *= 2) {
    const end = stateFlow(metric, { state: from.interleaved, costate }, steps).points[steps]!.state;
    const miss = norm(missOf(to, { length: to.length, interleaved: end }));
    if (Math.abs(miss - before) < TOLD * miss) return miss;
    if (steps >= most) return Number.isFinite(miss) ? miss : Infinity;
    before = miss;
  }
}

/** The shortest sliced paths near a geodesic. */
export function* slicedFrom(coarse: PathProblem, { flow }: StateShot, start: string): Generator<GeodesicStep, Settled> {
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const velocity = Array.from({ length: fine.slices }, (_, k) => {
    const middle = Math.round(((k + 0.5) / fine.slices) * (flow.points.length - 1));
    return Array.from(controlsAt(metricOf(fine), flow.points[middle]!));
  });
  const path = { words: (fine.sums?.controls ?? fine.controls).words, velocity };
  const rough = pathFrom(coarse, path);
  const half = yield* newtonPath(coarse, rough, `${start}, its geodesic in ${coarse.slices} slices`, NEWTON);
  const whole = yield* newtonPath(
    fine,
    pathFrom(fine, path),
    `${start}, its geodesic in ${fine.slices} slices`,
    NEWTON,
  );
  return { start, half, whole, steps: half.steps + whole.steps };
}

/** The sliced paths that a geodesic came from; if Newton's method has left them for another geodesic, its own. */
export function* nearest(
  coarse: PathProblem,
  from: Settled,
  geodesic: PolishedPath | undefined,
): Generator<GeodesicStep, Settled> {
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const [half, whole] = [pathLength(coarse, from.half.x), pathLength(fine, from.whole.x)];
  const limit = (4 * whole - half) / 3;
  if (geodesic === undefined || Math.abs(limit - geodesic.length) <= 0.2 * Math.abs(half - whole) + 1e-6) return from;
  const own = yield* slicedFrom(coarse, geodesic.shot, from.start);
  return Number.isFinite(own.whole.slope) && pathLength(fine, own.whole.x) < whole ? own : from;
}
