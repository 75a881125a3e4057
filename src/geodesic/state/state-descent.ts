/** @file From a geodesic of states with conjugate points down to shorter paths: along the direction in which its energy falls. */

import type { ComplexVector } from '../../linalg/complex.ts';
import { length, plus, times } from '../../linalg/real-vector.ts';
import { pathFrom } from '../../path/given-path.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { recorded } from '../../search-journal.ts';
import { metricOf } from './generators.ts';
import type { StateMetric } from './metric-space.ts';
import { newtonPath } from './newton-path.ts';
import { GEODESIC, lengthOfShot, NEWTON, type PolishedPath, polish, slicedFrom } from './polished-path.ts';
import type { StateEnds } from './shot-jacobian.ts';
import type { GeodesicStep } from './sliced-search.ts';
import {
  rotationsOf,
  type StateConjugatePoints,
  stateConjugatePoints,
  symmetricFields,
} from './state-conjugate-points.ts';
import { stateFamilyDimension } from './state-family.ts';
import { controlsAt, stateFlow, stepsOf } from './state-flow.ts';
import type { StateShot } from './state-shooting.ts';
import { variedFlows } from './varied-flow.ts';

/** Conjugate points of a whole geodesic. */
export interface CountedPoints {
  /** Before the end, with multiplicity. */
  readonly count: number;
  /** Multiplicity of the end. */
  readonly atEnd: number;
  /** Dimension of the family of equally long geodesics: that which symmetries make, or else that which is found. */
  readonly family: number;
  /** The first point, as its time and the δp(0) of the field that vanishes there; null without one. */
  readonly first: { readonly time: number; readonly field: Float64Array } | null;
}

/** Fewest steps in which Jacobi fields are followed, and the most that are worth their cost. */
const [FIELD_STEPS, MOST_FIELD_STEPS] = [24, 256];
/** A conjugate point within this share of the time from the end counts as the end. */
const AT_END = 1e-3;

/**
 * Counts the conjugate points. A piece of a geodesic is the geodesic of a shorter or longer costate.
 *
 * @returns `undefined` if even small steps are too long for the fields, or would have to be too many
 */
export function countedPoints(metric: StateMetric, ends: StateEnds, shot: StateShot): CountedPoints | undefined {
  const { from, to } = ends;
  const { costate, flow } = shot;
  const least = Math.max(FIELD_STEPS, stepsOf(flow) / 2);
  const upTo = (time: number): (StateConjugatePoints & { readonly step: number }) | undefined => {
    const piece = times(time, costate);
    for (const steps of [least, 3 * least]) {
      if (steps > MOST_FIELD_STEPS) return undefined;
      const points = stateConjugatePoints(metric, from, piece, steps);
      if (points !== undefined) return { ...points, step: time / steps };
    }
    return undefined;
  };
  const before = upTo(1 - AT_END);
  const after = before && upTo(1 + AT_END);
  if (before === undefined || after === undefined) return undefined;
  // An abnormal geodesic has many costates. That one has conjugate points does not prove that the path is no minimum.
  if (before.abnormality > 0 && before.count > 0) return undefined;
  const atEnd = after.count - before.count;
  // On an abnormal geodesic some symmetries move the costate but not the path: their fields vanish throughout.
  const symmetries = Math.min(atEnd, symmetricFields(from, to, costate, rotationsOf(metric)));
  return {
    count: before.count,
    atEnd,
    family: before.count === 0 && atEnd > symmetries ? stateFamilyDimension(metric, ends, shot, atEnd) : symmetries,
    first: before.first && { time: before.first.step * before.step, field: before.first.field },
  };
}

/** Sizes of the first step, relative to the path, tried in turn in both directions. */
const SHARES = [0.2, -0.2, 0.5, -0.5];
/** Steps of the flow in each slice. */
const STEPS = 4;

/**
 * Paths near a geodesic with a conjugate point at t₁ < 1 from which the direct method falls to shorter ones: the Jacobi field
 * that vanishes at t₁, cut off there, varies the path at no cost to second order, with a corner; without the corner it
 * is shorter. So the controls are displaced by
 *
 *     δh_a(t) = (Im⟨δp|B_a ψ⟩ + Im⟨p|B_a δψ⟩)/w_a  for t < t₁,      0 after.
 *
 * @returns the controls of K slices for each displacement, shape (#generators,) each
 */
function displacedPaths(
  metric: StateMetric,
  from: ComplexVector,
  costate: Float64Array,
  { time, field }: NonNullable<CountedPoints['first']>,
  slices: number,
): readonly (readonly Float64Array[])[] {
  const steps = STEPS * slices;
  const flow = stateFlow(metric, { state: from.interleaved, costate }, steps);
  const [varied] = variedFlows(metric, flow, [field], ({ controls }) => controls);
  const middles = Array.from({ length: slices }, (_, k) => STEPS * k + STEPS / 2);
  const path = middles.map((step) => controlsAt(metric, flow.points[step]!));
  const variation = middles.map((step) => times(step / steps < time ? 1 : 0, varied![step]!));
  const size = Math.hypot(...path.map(length)) / Math.hypot(...variation.map(length));
  return SHARES.map((share) => path.map((h, k) => plus(h, share * size, variation[k]!)));
}

/** Descents at most, one after the other. */
const DESCENTS = 4;

/**
 * From a geodesic down to shorter ones, while it has conjugate points before its end.
 *
 * @param coarse - the problem in K/2 slices, from the target to the reference
 */
export function* lowered(
  coarse: PathProblem,
  shortest: PolishedPath,
): Generator<
  GeodesicStep,
  {
    readonly best: PolishedPath;
    readonly points: CountedPoints | undefined;
    readonly descents: readonly PolishedPath[];
  }
> {
  const [from, to, metric] = [coarse.to, coarse.from, metricOf(coarse)];
  const descents: PolishedPath[] = [];
  let best = shortest;
  for (;;) {
    const points = countedPoints(metric, { from, to }, best.shot);
    if (points?.first == null || descents.length === DESCENTS) return { best, points, descents };
    const paths = displacedPaths(metric, from, best.shot.costate, points.first, 4 * coarse.slices);
    const next: PolishedPath | undefined = yield* recorded(
      coarse.journal,
      `descent ${descents.length + 1}`,
      (journal) => fallen({ ...coarse, journal }, paths, best, `descent ${descents.length + 1}`),
    );
    if (next === undefined) return { best, points, descents };
    descents.push(next);
    best = next;
  }
}

/** The first of the paths that leads to a shorter geodesic, in twice as many slices as the starts. */
function* fallen(
  coarse: PathProblem,
  paths: readonly (readonly Float64Array[])[],
  before: PolishedPath,
  start: string,
): Generator<GeodesicStep, PolishedPath | undefined> {
  const finer = { ...coarse, slices: 4 * coarse.slices };
  for (const path of paths) {
    const velocity = path.map((h) => Array.from(h));
    const x = pathFrom(finer, { words: coarse.controls.words, velocity });
    const whole = yield* newtonPath(finer, x, `${start} in ${finer.slices} slices`, NEWTON);
    if (!Number.isFinite(whole.slope)) continue;
    const shot = yield* polish(finer, { start, half: whole, whole, steps: whole.steps });
    const length = lengthOfShot(finer, shot);
    if (!(shot.residual <= GEODESIC && length < before.length - 1e-9)) continue;
    return { length, shot, from: yield* slicedFrom(coarse, shot, start) };
  }
  return undefined;
}
