/** @file The search for the hyperplanes that no short path crosses fast, in any blocks. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { randomStream } from '../linalg/random.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised } from '../optimise/minimise.ts';
import { type MovingProblem, movingObjective, movingUnknowns } from './moving-objective.ts';
import {
  cellsOf,
  type ObservableProblem,
  observableObjective,
  STAGES,
  unitChange,
  withCells,
} from './observable-objective.ts';
import { cellEnds } from './verified-observable-bound.ts';

/** β in units of the squared width of a segment, and the weight of the penalty. */
const MOVING_STAGES = [
  [30, 1],
  [100, 3],
  [300, 10],
  [1000, 30],
  [4000, 100],
  [20000, 100],
] as const;

/** Unknowns found at one β. */
export interface MovedUnknowns {
  readonly beta: number;
  readonly problem: MovingProblem;
  readonly x: Float64Array;
}

/**
 * First one observable, whose cells become segments, then the hyperplanes turn; yields after each β.
 *
 * @param matrices - as `MovingProblem` has them
 * @param start - coefficients of the observable begun with
 */
export function* movingSearch(
  one: ObservableProblem,
  matrices: readonly RealMatrix[],
  start: Float64Array,
  { segments, maxSteps, seed }: { readonly segments: number; readonly maxSteps: number; readonly seed: number },
): Generator<MovedUnknowns, void> {
  const stream = randomStream(seed, 'observables');
  const z = Array.from({ length: one.witness?.unknowns ?? 0 }, () => 0.1 * stream.normal());
  let x: Float64Array = Float64Array.from([...start, 0, 0, ...z]);
  for (const [share, beta] of STAGES) {
    x = withCells(one, x, Math.ceil(share * segments));
    x = minimised(observableObjective(one, beta), lbfgs(), x, { maxSteps, valueTolerance: 1e-9 }).value.x;
  }
  const ends = cellEnds(segments);
  const problem = { ...one, matrices, widths: ends.slice(1).map((end, k) => end - ends[k]!) };
  x = begun(one, x, segments);
  for (const [beta, penalty] of MOVING_STAGES) {
    x = minimised(movingObjective(problem, beta, penalty), lbfgs(), x, { maxSteps, valueTolerance: 1e-9 }).value.x;
    yield { beta, problem, x };
  }
}

/** One observable in cells as hyperplanes: L_k = A − x_k, G = b + ν(A + x − x_k − x_{k+1}) at x = x_k and x_{k+1}. */
function begun(one: ObservableProblem, x: Float64Array, segments: number): Float64Array {
  const count = one.change.length;
  const ends = cellEnds(segments);
  const places = movingUnknowns({ ...one, matrices: [], widths: ends.slice(1) });
  const out = new Float64Array(places.total);
  const a = unitChange(one, x);
  ends.forEach((end, k) => {
    out.set(a, places.leaf(k));
    out[places.leaf(k) + count] = -end;
  });
  cellsOf(one, x).forEach(({ b, nu, z }, k) => {
    [ends[k + 1]!, ends[k]!].forEach((other, end) => {
      const at = places.segment(k) + end * (count + 1);
      const scaled = a.map((y) => nu * y);
      out.set(scaled, at);
      out[at + count] = b - nu * other;
    });
    for (const condition of [0, 1, 2]) out.set(z, places.more(k, condition));
  });
  return out;
}
