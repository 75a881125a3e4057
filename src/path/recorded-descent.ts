/** @file L-BFGS whose iterates are written down, so that an interrupted descent goes on from the last. */

import { type LbfgsState, lbfgs } from '../optimise/lbfgs.ts';
import { minimise } from '../optimise/minimise.ts';
import type { Objective } from '../optimise/objective.ts';
import type { Iterate } from '../optimise/optimiser.ts';
import { keepState, lastState, type SearchJournal } from '../search-journal.ts';

/** How L-BFGS descends. */
export interface Descent {
  readonly maxSteps: number;
  readonly gradientTolerance: number;
  readonly preconditioner?: (gradient: Float64Array) => Float64Array;
}

/** A point of a descent, the objective there, and the steps that led to it. */
export interface Descended {
  readonly x: Float64Array;
  readonly value: number;
  readonly steps: number;
}

/** Most pairs that L-BFGS remembers. */
const MEMORY = 30;

/** What the journal holds: an iterate, and the steps that led to it. */
interface Kept {
  readonly iterate: Iterate<LbfgsState> | Float64Array;
  readonly steps: number;
}

/** L-BFGS from the start, or from the last iterate that the journal has; yields every point. */
export function* recordedDescent(
  objective: Objective,
  start: Float64Array,
  { maxSteps, gradientTolerance, preconditioner }: Descent,
  journal: SearchJournal | undefined,
): Generator<Descended, Descended> {
  const optimiser = lbfgs({ memory: MEMORY, ...(preconditioner && { preconditioner }) });
  const before: Kept = lastState<Kept>(journal) ?? { iterate: start, steps: 0 };
  const stop = { maxSteps: maxSteps - before.steps, gradientTolerance };
  const search = minimise(objective, optimiser, before.iterate, stop);
  for (;;) {
    const next = search.next();
    if (next.done) {
      const { value, steps } = next.value;
      return { x: value.x, value: value.evaluation.value, steps: before.steps + steps };
    }
    const { x, evaluation, state, step } = next.value;
    const steps = before.steps + step;
    keepState(journal, { iterate: { x, evaluation, state }, steps } satisfies Kept);
    yield { x, value: evaluation.value, steps };
  }
}
