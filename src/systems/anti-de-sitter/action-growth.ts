/** @file How the action of the Wheeler–DeWitt patch of the BTZ black hole grows. */

import { DomainError } from '../../errors.ts';
import { integral } from '../../linalg/quadrature.ts';
import { checkPositive } from './background.ts';

/** Conventions on which actions depend. */
export interface ActionOptions {
  /** α > 0, the normalisation k·∂_t = ±α of the null normals at the boundary: a convention; default 1. */
  readonly normalisation?: number;
  /** c = 3/2G; default 1. */
  readonly centralCharge?: number;
}

/** The parts of an action, or of its rate. */
export interface PatchAction {
  /** (1/16πG) ∫ (R + 2), R = −6. */
  readonly bulk: number;
  /** (1/8πG) ∫ K at the singularity r = 0. */
  readonly surface: number;
  /** (1/8πG) ∮ log |k·k′/2| where the past null sheets meet. */
  readonly joint: number;
  readonly total: number;
}

/** dA/dt with what it is compared with. */
export interface ActionGrowth extends PatchAction {
  /** α, on which `joint` and `total` depend. */
  readonly normalisation: number;
  /** M = r_h²/8G. */
  readonly mass: number;
  /** Lloyd's bound 2M on the rate, for ħ = 1 and A/π as the number of operations. */
  readonly lloyd: number;
}

/**
 * The rate at which the action of the Wheeler–DeWitt patch grows with t = t_L + t_R, with y = r_h t/2,
 *
 *     bulk −2M tanh² y,    surface 2M,    joint 2M (tanh² y − ½ sech² y log((r_h/α)² sech² y)),
 *     dA/dt = 2M (1 − ½ sech² y log((r_h/α)² sech² y)).
 *
 * It tends to 2M from above. At α = r_h its maximum is 2M(1 + 1/2e), at cosh y = √e: above Lloyd's bound, although the
 * black hole has no charge. The normalisation α is a convention that changes the rate at all finite times. That the
 * complexity of a state equals this action is a conjecture, not tested here.
 *
 * @param horizon - r_h > 0
 * @param time - t ≥ 0; the future sheets end at the singularity from t = 0 on
 * @throws {DomainError} numbers out of range
 *
 * @see Carmi, Chapman, Marrochio, Myers & Sugishita, arXiv:1709.10184; Lloyd, Nature 406, 1047 (2000)
 */
export function actionGrowth(horizon: number, time: number, options: ActionOptions = {}): ActionGrowth {
  const { normalisation, mass } = checked('actionGrowth', horizon, time, options);
  const y = (horizon * time) / 2;
  const [tanh, square] = [Math.tanh(y), 1 / Math.cosh(y) ** 2];
  const bulk = -2 * mass * tanh ** 2;
  const surface = 2 * mass;
  const logarithm = 2 * (Math.log(horizon / normalisation) - logCosh(y));
  const joint = 2 * mass * (tanh ** 2 - (square * logarithm) / 2);
  return { bulk, surface, joint, total: bulk + surface + joint, normalisation, mass, lloyd: 2 * mass };
}

/**
 * The action of the patch itself, without what diverges at the boundary and does not depend on t. In the conformal
 * coordinates in which the patch is bounded by the lines τ_b ± x, x from 0 at either boundary to π/2 in the middle,
 * sin τ_b = tanh(r_h t/2),
 *
 *     bulk = −(r_h/2G) · 2 ∫₀^{π/2} (sin min(τ_b + x, π/2) − sin(τ_b − x)) dx/sin³x,
 *     surface = r_h²t/4G,    joint = −(r_m/4G) log((r_h² − r_m²)/α²),    r_m = r_h tanh(r_h t/2),
 *
 * in which the integrand at small x, 2cos τ_b/sin²x, leaves nothing that is finite. Its derivative is `actionGrowth`, to
 * which this is the second way.
 *
 * @throws {DomainError} numbers out of range
 */
export function patchAction(horizon: number, time: number, options: ActionOptions = {}): PatchAction {
  const { normalisation, mass } = checked('patchAction', horizon, time, options);
  const y = (horizon * time) / 2;
  const corner = Math.asin(Math.tanh(y));
  const edge = 2 * Math.atan(Math.exp(-y)); // π/2 − τ_b
  const inside = (x: number): number => (1 - Math.sin(corner - x)) / Math.sin(x) ** 3;
  // ∫ 2cos τ_b/sin²x from x on is 2cos τ_b cot x; from the edge on the sheets end at the singularity.
  const area = integral(inside, edge, Math.PI / 2).value - (2 * Math.cos(corner)) / Math.tan(edge);
  const bulk = ((-8 * mass) / horizon) * area;
  const surface = 2 * mass * time;
  const joint = ((-2 * mass * Math.tanh(y)) / horizon) * 2 * (Math.log(horizon / normalisation) - logCosh(y));
  return { bulk, surface, joint, total: bulk + surface + joint };
}

const logCosh = (y: number): number => Math.abs(y) + Math.log1p(Math.exp(-2 * Math.abs(y))) - Math.LN2;

function checked(
  caller: string,
  horizon: number,
  time: number,
  { normalisation = 1, centralCharge = 1 }: ActionOptions,
): { readonly normalisation: number; readonly mass: number } {
  checkPositive(caller, 'a horizon r_h', horizon);
  checkPositive(caller, 'a normalisation α', normalisation);
  checkPositive(caller, 'a central charge', centralCharge);
  if (!(time >= 0 && time < Infinity)) throw new DomainError(`${caller}: a time t ≥ 0 required, got ${time}`);
  return { normalisation, mass: (centralCharge * horizon ** 2) / 12 };
}
