/** @file Objectives at many points at once. */

import { ShapeError } from '../errors.ts';
import type { Objective } from './objective.ts';

/** Values and gradients at B points. */
export interface BatchEvaluation {
  /** Shape (B,). */
  readonly values: Float64Array;
  /** Shape (B, P), row by row. */
  readonly gradients: Float64Array;
}

/** A differentiable function of each of B points; the points have shape (B, P), row by row. */
export type BatchObjective = (points: Float64Array) => BatchEvaluation;

/**
 * One objective at every point, or the b-th of several at the b-th point: values f_b(x_b) and gradients ∇f_b(x_b).
 *
 * @param objective - one for all points, or as many as there are points
 * @param parameters - P
 * @throws {ShapeError} the points are not rows of P entries, or not as many as the objectives
 */
export function batchObjective(objective: Objective | readonly Objective[], parameters: number): BatchObjective {
  return (points) => {
    const count = rowCount('batchObjective', points, parameters);
    if (typeof objective !== 'function' && objective.length !== count) {
      throw new ShapeError(`batchObjective: ${objective.length} points required, got ${count}`);
    }
    const values = new Float64Array(count);
    const gradients = new Float64Array(points.length);
    for (let b = 0; b < count; b++) {
      const at = typeof objective === 'function' ? objective : objective[b]!;
      const { value, gradient } = at(points.slice(b * parameters, (b + 1) * parameters));
      values[b] = value;
      gradients.set(gradient, b * parameters);
    }
    return { values, gradients };
  };
}

/** Number of rows of P ≥ 1 entries. @throws {ShapeError} the entries are no such rows */
export function rowCount(caller: string, entries: Float64Array, parameters: number): number {
  const count = entries.length / parameters;
  if (!Number.isInteger(count)) {
    throw new ShapeError(`${caller}: rows of ${parameters} parameters required, got ${entries.length} entries`);
  }
  return count;
}
