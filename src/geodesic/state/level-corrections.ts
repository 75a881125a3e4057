/** @file The way back of a path onto the condition at its end, in the directions that are kept. */

import type { RealMatrix } from '../../linalg/matrix.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { missAt } from './end-point-jacobian.ts';
import { type KeptDirections, keptDirections } from './kept-directions.ts';

/** The natural distance at which the end is met, and the longest correction at once. */
const [MET, LONGEST] = [1e-9, 0.3];
/** Corrections at most. */
const CORRECTIONS = 60;

/** A path, and how far it has to move to meet its end in the directions asked for. */
export interface Met {
  readonly x: Float64Array;
  readonly natural: number;
}

/**
 * Corrections of least norm onto Wc = 0, each shorter than the one before, with a new Jacobian only where the last one does not help.
 *
 * @param W - the kept directions
 * @param before - the derivative at a point near the start
 * @param jacobians - how many new ones at most
 *
 * @see Deuflhard, Newton Methods for Nonlinear Problems (2004), for the natural monotonicity test
 */
export function correctedOnto(
  problem: PathProblem,
  W: RealMatrix,
  start: Float64Array,
  before: KeptDirections,
  jacobians: number,
): Met {
  let [x, here, left, fresh] = [start, before, jacobians, false];
  let move = here.mending(missAt(problem, x));
  for (let step = 0; step < CORRECTIONS && length(move) > MET; step++) {
    const next = corrected(problem, here, x, move);
    const halved = next !== undefined && length(next.move) < length(move) / 2;
    if (next !== undefined) [x, move] = [next.x, next.move];
    if (halved) {
      fresh = false;
      continue;
    }
    if (left === 0 || (fresh && next === undefined)) break;
    here = keptDirections(problem, x, W);
    move = here.mending(missAt(problem, x));
    [left, fresh] = [left - 1, true];
  }
  return { x, natural: length(move) };
}

/** The longest share of a correction after which the next is shorter; none, where none is. */
function corrected(
  problem: PathProblem,
  here: KeptDirections,
  x: Float64Array,
  move: Float64Array,
): { readonly x: Float64Array; readonly move: Float64Array } | undefined {
  const size = length(move);
  for (let share = Math.min(1, LONGEST / size); share > 1 / 64; share /= 2) {
    const trial = plus(x, share, move);
    const next = here.mending(missAt(problem, trial));
    if (length(next) < (1 - share / 4) * size) return { x: trial, move: next };
  }
  return undefined;
}
