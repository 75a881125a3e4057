/** @file When to stop: the step of a fit to noisy data that is nearest to what the data would be without noise. */

import { DomainError } from '../errors.ts';

/** A fit judged by something that it was not fitted to. */
export interface EarlyStop<Step> {
  /** The step of least error, the first of them. */
  readonly best: Step;
  readonly leastError: number;
  /** The last step's. */
  readonly lastError: number;
  /** Whether the least error is at neither end. */
  readonly isInterior: boolean;
  /** Error of every step. */
  readonly curve: readonly (readonly [step: number, error: number])[];
}

/**
 * Walks through the steps of a fit and remembers the one of least error by another measure: the distance from the clean data,
 * or the loss on data held out. An interior minimum says that stopping early denoises.
 *
 * @param steps - of `minimise`, or of any other training
 * @throws {DomainError} there is no step
 */
export function earlyStopping<Step extends { readonly step: number }>(
  steps: Iterable<Step>,
  error: (step: Step) => number,
): EarlyStop<Step> {
  const curve: [number, number][] = [];
  let best: readonly [Step, number, at: number] | undefined;
  for (const step of steps) {
    const value = error(step);
    if (best === undefined || value < best[1]) best = [step, value, curve.length];
    curve.push([step.step, value]);
  }
  if (best === undefined) throw new DomainError('earlyStopping: at least one step required, got none');
  const isInterior = best[2] > 0 && best[2] < curve.length - 1;
  return { best: best[0], leastError: best[1], lastError: curve.at(-1)![1], isInterior, curve };
}
