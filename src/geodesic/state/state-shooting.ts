/**
 * @file Geodesics to a given state by shooting: the costate at the start is corrected by Newton's method, damped where it
 * must be, until the geodesic ends at the target.
 */

import type { ComplexVector } from '../../linalg/complex.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import { norm } from '../../linalg/vector.ts';
import { missOf } from '../../path/state-path.ts';
import type { ShootingOptions } from '../unitary/shooting.ts';
import { horizontalFrame } from './horizontal-frame.ts';
import { type ShotJacobian, shotJacobian } from './shot-jacobian.ts';
import { type StateFlow, type StateMetric, stateFlow } from './state-flow.ts';

/** From where to where a geodesic shall lead, up to the phase. */
export interface StateEnds {
  readonly from: ComplexVector;
  readonly to: ComplexVector;
}

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
/** Damping that only holds back what no path can do, or what symmetries of both ends do. */
const LEAST_DAMPING = 1e-10;

/** When to stop. */
export interface StateShootingOptions extends ShootingOptions {
  /** Integration steps of all Jacobians after which no other is begun; default any number. */
  readonly effort?: number;
}

/**
 * Corrects the costate until the geodesic ends at the target. The integration is as exact as the residual is small.
 *
 * @returns the best shot found; that it misses is told by its residual
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

/** Where Newton's method is. */
interface Search {
  readonly shot: MeasuredShot;
  /** Of this shot or one nearby, if it still serves. */
  readonly jacobian: ShotJacobian | undefined;
  /** Integration steps of all Jacobians so far. */
  readonly spent: number;
  /** Steps of a Jacobian for each of the flow: half as many, until they turn out to be too long. */
  readonly share: number;
}

/**
 * Newton's method at a fixed number of integration steps. A correction is judged by the length of the next one with the
 * same Jacobian, measured by how far the path moves: directions in which the end point is hard to move count as much as
 * others then. Where halving does not help, the residual itself is lowered by the Levenberg–Marquardt method.
 *
 * @see Deuflhard, Newton Methods for Nonlinear Problems (2004), for the natural monotonicity test
 */
function corrected(
  metric: StateMetric,
  ends: StateEnds,
  { shot: start, ...before }: Search,
  flowSteps: number,
  { tolerance, maxSteps, effort = Infinity }: StateShootingOptions,
): Search {
  const frame = horizontalFrame(ends.from.interleaved);
  const target = horizontalFrame(ends.to.interleaved);
  const missed = (shot: MeasuredShot): Float64Array => target.coordinatesOf(shot.miss.interleaved);
  const goal = Math.max(tolerance, 3 * start.integrationError);
  let { jacobian: kept, spent, share: fineness } = before;
  const jacobianAt = (costate: Float64Array): ShotJacobian => {
    const steps = Math.max(FEWEST_JACOBIAN_STEPS, fineness * flowSteps);
    const jacobian = shotJacobian(metric, ends, costate, steps);
    spent += steps;
    if (Number.isFinite(jacobian.matrix.norm()) || fineness === 1) return jacobian;
    fineness = 1;
    return jacobianAt(costate);
  };
  let shot = start;
  while (shot.steps < maxSteps && shot.residual > goal && (kept !== undefined || spent < effort)) {
    const jacobian = kept ?? jacobianAt(shot.costate);
    const trialAt = (share: number, change: Float64Array): MeasuredShot => {
      const moved = plus(shot.costate, share, frame.vectorOf(change));
      return shotAt(metric, ends, moved, { flowSteps, steps: shot.steps + 1 });
    };
    let next: MeasuredShot | undefined;
    let shrunk = 1;
    const natural = [jacobian.exactCorrection(), jacobian.correction(LEAST_DAMPING)].flatMap((correction, k) => {
      const change = correction?.(missed(shot));
      const size = change === undefined ? Number.NaN : jacobian.pathDistance(change);
      return size < (k === 0 ? EXACT_MOVE : Infinity) ? [{ correction: correction!, change: change!, size }] : [];
    });
    for (const part of kept === undefined ? SHARES : [1]) {
      for (const { correction, change, size } of next === undefined ? natural : []) {
        const share = part * Math.min(1, LONGEST_MOVE / size);
        const trial = trialAt(share, change);
        const left = Number.isFinite(trial.residual) ? jacobian.pathDistance(correction(missed(trial))) : Infinity;
        if (!(left < (1 - share / 4) * size)) continue;
        [next, shrunk] = [trial, left / size];
        break;
      }
    }
    for (let damping = 1e-7; damping < 1 && next === undefined && kept === undefined; damping *= 30) {
      const damped = jacobian.correction(damping)?.(missed(shot));
      if (damped === undefined || jacobian.pathDistance(damped) > LONGEST_MOVE) continue;
      const trial = trialAt(1, damped);
      shrunk = trial.residual / shot.residual;
      if (shrunk < 0.8) next = trial;
    }
    if (next === undefined && kept === undefined) break;
    kept = next !== undefined && shrunk < KEPT ? jacobian : undefined;
    if (next !== undefined) shot = { ...next, integrationError: start.integrationError };
  }
  return { shot, jacobian: kept, spent, share: fineness };
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
