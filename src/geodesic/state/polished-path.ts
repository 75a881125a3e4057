/** @file From a sliced path to the geodesic near it, and back. */

import { norm } from '../../linalg/vector.ts';
import { pathFrom } from '../../path/given-path.ts';
import { halvedSlices, missOf, type PathProblem, pathLength } from '../../path/state-path.ts';
import { metricOf } from './generators.ts';
import { newtonPath } from './newton-path.ts';
import type { GeodesicStep, SettledPath } from './sliced-search.ts';
import { controlsAt, speedAt, stateFlow } from './state-flow.ts';
import { polishedStateShot, type StateShot } from './state-shooting.ts';

/** What a start led to, in K/2 and in K slices. */
export interface Settled {
  readonly start: string;
  readonly half: SettledPath;
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
/** Newton steps at most. */
export const NEWTON_STEPS = 60;
/** Slices are doubled so often before a start is given up. */
const REFINEMENTS = 2;
/** Unknowns times amplitudes of a path that is worth it, at most. */
const LARGEST_REFINED = 1e6;
/** Steps in which a flow is tried: great costates need many. */
const FLOW_STEPS = [32, 256];
/** A shot that misses by more is not worth Newton's method. */
const FARTHEST = 0.3;

/**
 * The geodesic near a sliced path. Its costate is that of the path, or what those of K/2 and K slices converge to (their
 * error falls as 1/K²); if Newton's method does not lead to the target from there, the slices are doubled.
 */
export function* polish(fine: PathProblem, { start, half, whole }: Settled): Generator<GeodesicStep, StateShot> {
  const metric = metricOf(fine);
  const ends = { from: fine.to, to: fine.from };
  const missAt = (costate: Float64Array): number => {
    for (const steps of FLOW_STEPS) {
      const { points } = stateFlow(metric, { state: ends.from.interleaved, costate }, steps);
      const miss = norm(missOf(ends.to, { length: ends.to.length, interleaved: points[steps]!.state }));
      if (Number.isFinite(miss)) return miss;
    }
    return Infinity;
  };
  let [problem, before, at] = [fine, half, whole];
  let best: StateShot | undefined;
  for (let refinement = 0; ; refinement++) {
    const limit = at.costate.map((p, i) => (4 * p - before.costate[i]!) / 3);
    const [missOfLimit, missOfPath] = [missAt(limit), missAt(at.costate)];
    const costate = missOfLimit < missOfPath ? limit : at.costate;
    const next: PathProblem = { ...problem, slices: 2 * problem.slices };
    const numbers = next.slices * next.controls.words.length * next.to.length;
    const last = refinement === REFINEMENTS || numbers > LARGEST_REFINED;
    if (Math.min(missOfLimit, missOfPath) < FARTHEST || last) {
      const shot = polishedStateShot(metric, ends, costate, { tolerance: GEODESIC, maxSteps: 30 });
      yield { phase: `geodesic from ${start}`, step: shot.steps, length: speedAt(metric, shot.flow.points[0]!) };
      if (best === undefined || shot.residual < best.residual) best = shot;
    }
    if (best !== undefined && (best.residual <= GEODESIC || last)) return best;
    const phase = `${start} in ${next.slices} slices`;
    [before, at] = [at, yield* newtonPath(next, halvedSlices(problem, at.x), phase, NEWTON_STEPS)];
    problem = next;
  }
}

/** The shortest sliced paths near a geodesic. */
export function* slicedFrom(coarse: PathProblem, { flow }: StateShot, start: string): Generator<GeodesicStep, Settled> {
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const velocity = Array.from({ length: fine.slices }, (_, k) => {
    const middle = Math.round(((k + 0.5) / fine.slices) * (flow.points.length - 1));
    return Array.from(controlsAt(metricOf(fine), flow.points[middle]!));
  });
  const path = { words: fine.controls.words, velocity };
  const rough = pathFrom(coarse, path);
  const half = yield* newtonPath(coarse, rough, `${start}, its geodesic in ${coarse.slices} slices`, NEWTON_STEPS);
  const whole = yield* newtonPath(
    fine,
    pathFrom(fine, path),
    `${start}, its geodesic in ${fine.slices} slices`,
    NEWTON_STEPS,
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
  return pathLength(fine, own.whole.x) < whole ? own : from;
}
