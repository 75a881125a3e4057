/** @file Paths led to their end where this is stiff: the Jacobian of the condition is the metric of the descent. */

import { dot, plus } from '../linalg/real-vector.ts';
import {
  type ConditionJacobian,
  conditionJacobian,
  mendingMoves,
  penaltyPreconditioner,
} from './condition-jacobian.ts';
import {
  type Aim,
  type Arrival,
  type Attempt,
  balanced,
  type ConstrainedPath,
  descended,
  withCondition,
} from './constrained-path.ts';

/** The norm of the gradient at which a descent ends. */
const FLAT = 1e-6;
/** A weight that does not take |c|² to this share of what the one before has left is the last. */
const RISING = 0.1;

/** An aim, and the weights μ of the condition in turn. */
export interface WeightedAim extends Aim {
  readonly weights: readonly number[];
}

/** An attempt with the Jacobian of the condition on the way to it; none if there was no weight. */
export interface EasedAttempt extends Attempt {
  readonly jacobian: ConditionJacobian | null;
}

/**
 * The augmented Lagrangian like `approached`, each descent in the metric 1 + 2μJᵀWJ of the path with which it begins, in which directions of
 * the end that the path hardly moves are as steep as others: tens of steps do what hundreds do without.
 *
 * @param aim - L-BFGS steps for each weight, and the |c|² with which it ends
 *
 * Cost of a Jacobian and `maxSteps` gradients for each weight.
 */
export function* approachedInMetric(
  path: ConstrainedPath,
  start: Attempt,
  { maxSteps, tolerance, weights }: WeightedAim,
): Generator<Attempt, EasedAttempt> {
  let at: Attempt = { ...start, steps: 0 };
  let jacobian: ConditionJacobian | null = null;
  let before = Infinity;
  for (const weight of weights) {
    jacobian = conditionJacobian(path, at.x);
    const preconditioner = penaltyPreconditioner(jacobian, weight);
    if (preconditioner === undefined) break;
    const held = { ...at, force: { ...at.force, weight } };
    at = yield* descended(path, held, { maxSteps, gradientTolerance: FLAT, preconditioner });
    const { miss } = path.condition(at.x);
    const square = dot(miss, miss);
    if (square <= tolerance || square > RISING * before) break;
    before = square;
    at = { ...at, force: balanced(path, at.force, miss) };
  }
  return { ...at, jacobian };
}

/** Ridges, relative to the unit matrix: next to none, and one that holds directions which hardly move the end. */
const RIDGES = [1e-12, 1e-5];
/** A move has to take |c|² to this share, and at this |c|² it is over. */
const [GAIN, MET] = [0.5, 1e-22];

/** Most Jacobians on the way to the condition. */
const JACOBIANS = 4;
/** Shares of a move that are tried where all of it does not help, and what they have to take |c|² to. */
const [SHARES, LESS] = [[0.5, 0.25, 0.125], 0.9];

/**
 * Levenberg and Marquardt's method onto the condition, until |c|² meets the tolerance: moves of least norm with a Jacobian of the path
 * itself, and with another as long as these help.
 *
 * Cost of up to four Jacobians.
 */
export function broughtOnto(path: ConstrainedPath, start: Arrival, tolerance: number): Arrival {
  let here = start;
  for (let k = 0; k < JACOBIANS && here.square > tolerance; k++) {
    const jacobian = conditionJacobian(path, here.x);
    const led = ledOnto(path, here.x, jacobian);
    const next = led.steps > 0 ? led : damped(path, here, jacobian);
    if (next === undefined) break;
    here = { ...next, steps: here.steps + next.steps };
  }
  return here;
}

/** The share of a move of least norm that helps most; undefined where none does, or where the unknowns are too few to meet the condition. */
function damped(path: ConstrainedPath, { x, square }: Arrival, jacobian: ConditionJacobian): Arrival | undefined {
  if (x.length < movedConditions(jacobian)) return undefined;
  const miss = withCondition(path, x, (at) => at.miss);
  const trials = RIDGES.flatMap((ridge) => {
    const move = mendingMoves(jacobian, ridge)?.(miss);
    return move === undefined ? [] : SHARES.map((share) => squareAt(path, plus(x, share, move)));
  });
  const [best] = trials.toSorted((a, b) => a.square - b.square);
  return best !== undefined && best.square < LESS * square ? { ...best, steps: 1 } : undefined;
}

/** Derivatives that are rounding. */
const ROUNDING = 1e-12;

/** How many entries of the condition the path moves: not all, where it has a symmetry. */
function movedConditions({ columns: { rows, cols, data } }: ConditionJacobian): number {
  const moved = new Set<number>();
  for (let at = 0; at < rows * cols; at++) if (Math.abs(data[at]!) > ROUNDING) moved.add(at % cols);
  return moved.size;
}

/** |c|² at x. */
const squareAt = (path: ConstrainedPath, x: Float64Array): Pick<Arrival, 'x' | 'square'> => {
  return { x, square: withCondition(path, x, ({ miss }) => dot(miss, miss)) };
};

/** Moves of least norm onto the condition with one Jacobian from nearby, as long as each helps. */
export function ledOnto(path: ConstrainedPath, start: Float64Array, jacobian: ConditionJacobian): Arrival {
  const at = (x: Float64Array) => ({ x, miss: withCondition(path, x, ({ miss }) => miss) });
  const square = ({ miss }: { readonly miss: Float64Array }): number => dot(miss, miss);
  const moves = RIDGES.flatMap((ridge) => mendingMoves(jacobian, ridge) ?? []);
  let [here, steps] = [at(start), 0];
  while (square(here) > MET) {
    const trials = moves.map((move) => at(plus(here.x, 1, move(here.miss))));
    const best = trials.find((trial) => square(trial) <= GAIN * square(here));
    if (best === undefined) break;
    here = best;
    steps += 1;
  }
  return { x: here.x, square: square(here), steps };
}
