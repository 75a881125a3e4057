/** @file The shape of every optimiser: a pure pair, with its state handed in and back. */

import type { Evaluation, Objective } from './objective.ts';

/** A point, the objective there, and what the optimiser remembers. It is data: a checkpoint is this record. */
export interface Iterate<State> {
  readonly x: Float64Array;
  readonly evaluation: Evaluation;
  readonly state: State;
}

/**
 * An optimisation method. `State` is a plain record of numbers and Float64Arrays (possibly nested in arrays),
 * so that it can be written to a file and read back bit for bit.
 */
export interface Optimiser<State> {
  readonly name: string;
  /** What the method remembers before its first step. */
  readonly init: (x: Float64Array, evaluation: Evaluation) => State;
  /** One step from `at`; the objective is evaluated at the new point. `undefined`: no decrease was found. */
  readonly step: (objective: Objective, at: Iterate<State>) => Iterate<State> | undefined;
}
