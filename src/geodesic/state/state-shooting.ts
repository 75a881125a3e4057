/**
 * @file Geodesics to a given state by shooting: the costate at the start is corrected by Newton's method, damped where it
 * must be, until the geodesic ends at the target.
 */

import type { ComplexVector } from '../../linalg/complex.ts';
import { length, plus, times } from '../../linalg/real-vector.ts';
import { norm } from '../../linalg/vector.ts';
import { missOf } from '../../path/state-path.ts';
import type { ShootingOptions } from '../unitary/shooting.ts';
import { frameWithin } from './horizontal-frame.ts';
import type { StateMetric } from './metric-space.ts';
import { type ShotJacobian, type StateEnds, shotJacobian } from './shot-jacobian.ts';
import { type StateFlow, stateFlow } from './state-flow.ts';

/** A geodesic and how far from the target it ends. */
export interface StateShot {
  /** p(0), interleaved, shape (2ⁿ,), ⟨p|ψ⟩ = 0. */
  readonly costate: Float64Array;
  readonly flow: StateFlow;
  /** √(1 − |⟨target|ψ(1)⟩|²), the sine of the Fubini–Study distance. */
  readonly residual: number;
  /** Distance of the end point from that with twice as many integration steps. */
  readonly integrationError: number;
  /** Newton steps taken. */
  readonly steps: number;
}

const FEWEST_STEPS = 16;
/** The Jacobian need not be as exact as the geodesic. */
const FEWEST_JACOBIAN_STEPS = 12;
/** Integration steps at most. */
const MOST_STEPS = 1024;
/** A Jacobian is kept while the next correction is shorter by this factor. */
const KEPT = 0.3;
/** A correction that moves the path farther than this is shortened. */
const LONGEST_MOVE = 0.5;
/** Shares of a correction that are tried in turn; one with a Jacobian from elsewhere is tried as a whole or not at all. */
const SHARES = [1, 0.5, 0.25, 0.125];
/** Without damping a correction is tried if it moves the path by less. */
const EXACT_MOVE = 0.05;
/** Damping that only affects directions no path can take, or that symmetries of both ends generate. */
const LEAST_DAMPING = 1e-10;

/** When to stop. */
export interface StateShootingOptions extends ShootingOptions {
  /** Integration steps of all Jacobians after which no other is begun; default any number. */
  readonly effort?: number;
}

/**
 * Corrects the costate until the geodesic ends at the target. The integration is as exact as the residual is small.
 *
 * @returns the best shot found; its residual tells how far it misses
 *
 * Cost a few Jacobians, 2ⁿ⁺¹ linearised flows each.
 */
export function polishedStateShot(
  metric: StateMetric,
  ends: StateEnds,
  costate: Float64Array,
  options: StateShootingOptions,
): StateShot {
  const { tolerance, maxSteps } = options;
  let flowSteps = FEWEST_STEPS;
  let shot = shotAt(metric, ends, costate, { flowSteps, steps: 0 });
  let search: Search = { shot, jacobian: undefined, spent: 0, share: 0.5 };
  for (;;) {
    const double = shotAt(metric, ends, shot.costate, { flowSteps: 2 * flowSteps, steps: shot.steps });
    const integrationError = distance(shot.end, double.end);
    const exact = integrationError <= Math.max(tolerance / 5, 1e-3 * Math.min(1, shot.residual));
    if (!exact && flowSteps < MOST_STEPS) {
      flowSteps *= 2;
      shot = double;
      continue;
    }
    shot = { ...shot, integrationError };
    if (!(shot.residual > tolerance) || shot.steps >= maxSteps || !exact) return shot;
    search = corrected(metric, ends, { ...search, shot }, flowSteps, { ...options, tolerance: tolerance / 3 });
    if (search.shot.steps === shot.steps) return shot;
    ({ shot } = search);
  }
}

/** The state of Newton's method. */
interface Search {
  readonly shot: MeasuredShot;
  /** The Jacobian of this shot or of one nearby, while it is still good enough. */
  readonly jacobian: ShotJacobian | undefined;
  /** Integration steps of all Jacobians so far. */
  readonly spent: number;
  /** Steps of a Jacobian for each of the flow: half as many, until they turn out to be too long. */
  readonly share: number;
}

/** What a correction led to, and the share of it, or of the residual, that is left. */
interface Step {
  readonly shot: MeasuredShot;
  readonly left: number;
}

/** The shot after a change of the costate, in coordinates of the vectors orthogonal to the start. */
type Trial = (change: Float64Array) => MeasuredShot;

/**
 * Newton's method at a fixed number of integration steps: natural corrections, or damped ones where these do not help. A
 * Jacobian from an earlier shot serves for whole natural corrections, or not at all.
 */
function corrected(
  metric: StateMetric,
  ends: StateEnds,
  start: Search,
  flowSteps: number,
  { tolerance, maxSteps, effort = Infinity }: StateShootingOptions,
): Search {
  const frame = frameWithin(ends.from.interleaved, ends.subspace);
  const target = frameWithin(ends.to.interleaved, ends.subspace);
  const missed = (shot: MeasuredShot): Float64Array => target.coordinatesOf(shot.miss.interleaved);
  const { integrationError } = start.shot;
  const goal = Math.max(tolerance, 3 * integrationError);
  let search = start;
  while (search.shot.steps < maxSteps && search.shot.residual > goal) {
    const { shot, jacobian: kept } = search;
    if (kept === undefined && search.spent >= effort) break;
    const { jacobian, ...cost } = kept ? { ...search, jacobian: kept } : withJacobian(metric, ends, search, flowSteps);
    const trial: Trial = (change) => {
      const costate = plus(shot.costate, 1, frame.vectorOf(change));
      return { ...shotAt(metric, ends, costate, { flowSteps, steps: shot.steps + 1 }), integrationError };
    };
    const step =
      naturalStep(jacobian, missed(shot), missed, trial, kept ? [1] : SHARES) ??
      (kept ? undefined : dampedStep(jacobian, missed(shot), shot.residual, trial));
    if (step === undefined && kept === undefined) return { ...cost, shot, jacobian: undefined };
    search = {
      ...cost,
      shot: step?.shot ?? shot,
      jacobian: step !== undefined && step.left < KEPT ? jacobian : undefined,
    };
  }
  return search;
}

/** With the Jacobian of its shot, in more steps where fewer make the linearised flow unstable. */
function withJacobian(
  metric: StateMetric,
  ends: StateEnds,
  search: Search,
  flowSteps: number,
): Search & { readonly jacobian: ShotJacobian } {
  const steps = Math.max(FEWEST_JACOBIAN_STEPS, search.share * flowSteps);
  const jacobian = shotJacobian(metric, ends, search.shot.costate, steps);
  const next = { ...search, jacobian, spent: search.spent + steps };
  if (Number.isFinite(jacobian.matrix.norm()) || search.share === 1) return next;
  return withJacobian(metric, ends, { ...next, share: 1 }, flowSteps);
}

/**
 * A correction, judged by the length of the next one with the same Jacobian, measured by how far the path moves: directions
 * in which the end point is hard to move count as much as others then.
 *
 * @see Deuflhard, Newton Methods for Nonlinear Problems (2004), for the natural monotonicity test
 */
function naturalStep(
  jacobian: ShotJacobian,
  miss: Float64Array,
  missed: (shot: MeasuredShot) => Float64Array,
  trial: Trial,
  parts: readonly number[],
): Step | undefined {
  const corrections = [
    { correction: jacobian.exactCorrection(), longest: EXACT_MOVE },
    { correction: jacobian.correction(LEAST_DAMPING), longest: Infinity },
  ].flatMap(({ correction, longest }) => {
    if (correction === undefined) return [];
    const change = correction(miss);
    const size = jacobian.pathDistance(change);
    return size < longest ? [{ correction, change, size }] : [];
  });
  for (const part of parts) {
    for (const { correction, change, size } of corrections) {
      const share = part * Math.min(1, LONGEST_MOVE / size);
      const shot = trial(times(share, change));
      const left = Number.isFinite(shot.residual) ? jacobian.pathDistance(correction(missed(shot))) / size : Infinity;
      if (left < 1 - share / 4) return { shot, left };
    }
  }
  return undefined;
}

/** The residual itself lowered, by the Levenberg–Marquardt method. */
function dampedStep(jacobian: ShotJacobian, miss: Float64Array, residual: number, trial: Trial): Step | undefined {
  for (let damping = 1e-7; damping < 1; damping *= 30) {
    const change = jacobian.correction(damping)?.(miss);
    if (change === undefined || jacobian.pathDistance(change) > LONGEST_MOVE) continue;
    const shot = trial(change);
    const left = shot.residual / residual;
    if (left < 0.8) return { shot, left };
  }
  return undefined;
}

type MeasuredShot = StateShot & { readonly miss: ComplexVector; readonly end: ComplexVector };

function shotAt(
  metric: StateMetric,
  { from, to }: StateEnds,
  costate: Float64Array,
  { flowSteps, steps }: { readonly flowSteps: number; readonly steps: number },
): MeasuredShot {
  const flow = stateFlow(metric, { state: from.interleaved, costate }, flowSteps);
  const end = { length: to.length, interleaved: flow.points[flowSteps]!.state };
  const miss = missOf(to, end);
  return { costate, flow, residual: norm(miss), integrationError: Infinity, steps, miss, end };
}

const distance = (a: ComplexVector, b: ComplexVector): number => length(plus(a.interleaved, -1, b.interleaved));
