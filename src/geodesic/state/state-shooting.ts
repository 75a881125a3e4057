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
/** Integration steps at most, for few qubits; and times amplitudes, so that a Jacobian fits into memory. */
const [MOST_STEPS, LARGEST_FLOW] = [1024, 2 ** 16];
/** A Jacobian is kept while a correction leaves less than this share of the residual. */
const KEPT = 0.1;
/** A correction that moves the path farther than this is shortened. */
const LONGEST_MOVE = 0.5;
/** Without damping a correction is tried if it moves the path by less. */
const EXACT_MOVE = 0.05;
/** Damping that only holds back what no path can do, or what symmetries of both ends do. */
const LEAST_DAMPING = 1e-10;

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
  { tolerance, maxSteps }: ShootingOptions,
): StateShot {
  const mostSteps = Math.min(MOST_STEPS, LARGEST_FLOW / ends.to.length);
  let flowSteps = FEWEST_STEPS;
  let shot = shotAt(metric, ends, costate, { flowSteps, steps: 0 });
  for (;;) {
    const double = shotAt(metric, ends, shot.costate, { flowSteps: 2 * flowSteps, steps: shot.steps });
    const integrationError = distance(shot.end, double.end);
    const exact = integrationError <= Math.max(tolerance / 5, 1e-3 * Math.min(1, shot.residual));
    if (!exact && flowSteps < mostSteps) {
      flowSteps *= 2;
      shot = double;
      continue;
    }
    shot = { ...shot, integrationError };
    if (!(shot.residual > tolerance) || shot.steps >= maxSteps || !exact) return shot;
    const next = corrected(metric, ends, shot, flowSteps, { tolerance: tolerance / 3, maxSteps });
    if (next.steps === shot.steps) return shot;
    shot = next;
  }
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
  start: MeasuredShot,
  flowSteps: number,
  { tolerance, maxSteps }: ShootingOptions,
): MeasuredShot {
  const frame = horizontalFrame(ends.from.interleaved);
  const target = horizontalFrame(ends.to.interleaved);
  const missed = (shot: MeasuredShot): Float64Array => target.coordinatesOf(shot.miss.interleaved);
  const goal = Math.max(tolerance, 3 * start.integrationError);
  let at = start;
  let kept: ShotJacobian | undefined;
  while (at.steps < maxSteps && at.residual > goal) {
    const jacobian = kept ?? shotJacobian(metric, ends, at.costate, Math.max(FEWEST_JACOBIAN_STEPS, flowSteps / 2));
    const trialAt = (share: number, change: Float64Array): MeasuredShot => {
      const moved = plus(at.costate, share, frame.vectorOf(change));
      return shotAt(metric, ends, moved, { flowSteps, steps: at.steps + 1 });
    };
    let next: MeasuredShot | undefined;
    for (const [correctionOf, longest] of [
      [jacobian.exactCorrection, EXACT_MOVE],
      [() => jacobian.correction(LEAST_DAMPING), Infinity],
    ] as const) {
      const correction = next === undefined ? correctionOf() : undefined;
      if (correction === undefined) continue;
      const change = correction(missed(at));
      const size = jacobian.pathDistance(change);
      if (!(size < longest)) continue;
      for (let share = Math.min(1, LONGEST_MOVE / size); share > 0.1 && next === undefined; share /= 2) {
        const trial = trialAt(share, change);
        if (!Number.isFinite(trial.residual)) continue;
        if (jacobian.pathDistance(correction(missed(trial))) < (1 - share / 4) * size) next = trial;
      }
    }
    for (let damping = 1e-7; damping < 1 && next === undefined && kept === undefined; damping *= 30) {
      const damped = jacobian.correction(damping)?.(missed(at));
      if (damped === undefined || jacobian.pathDistance(damped) > LONGEST_MOVE) continue;
      const trial = trialAt(1, damped);
      if (trial.residual < 0.8 * at.residual) next = trial;
    }
    if (next === undefined && kept === undefined) break;
    kept = next !== undefined && next.residual < KEPT * at.residual ? jacobian : undefined;
    if (next !== undefined) at = { ...next, integrationError: start.integrationError };
  }
  return at;
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
