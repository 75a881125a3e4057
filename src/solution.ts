/**
 * How an iteration ended. Reaching the step limit, a stalled line search or a NaN are results, never exceptions.
 *
 * - `converged`: the stopping rule was met;
 * - `max-steps`: the step limit came first;
 * - `stalled`:   no further decrease could be found (usually the rounding floor);
 * - `diverged`:  the objective became NaN or infinite.
 */
export type Result = 'converged' | 'max-steps' | 'stalled' | 'diverged';

/** What every iteration returns: the last good value, how it ended, and after how many steps. */
export interface Solution<Value> {
  readonly value: Value;
  readonly result: Result;
  readonly steps: number;
}
