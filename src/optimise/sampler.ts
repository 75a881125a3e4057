/** @file The shape of every sampler of a density over x: a pure pair, as an optimiser is, with a stream of random numbers. */

import { DomainError } from '../errors.ts';
import type { RandomStream } from '../linalg/random.ts';
import type { Evaluation, Objective } from './objective.ts';
import type { Iterate } from './optimiser.ts';

/**
 * A Markov chain that leaves the density e^{−S(x)} as it is, where the objective is S, the action. `State` is a plain record of
 * numbers, as that of an `Optimiser`.
 */
export interface Sampler<State> {
  readonly name: string;
  /** What the method remembers before its first draw. */
  readonly init: (x: Float64Array, evaluation: Evaluation) => State;
  /** The next point of the chain; where the proposal is refused, the same x again. */
  readonly step: (action: Objective, at: Iterate<State>, stream: RandomStream) => Iterate<State>;
}

/**
 * Draws points of the density e^{−S}, one after the other: yields every one of them, and returns the last, from which a further call
 * goes on: a point with the state of the stream (`stream.state()`, `randomStreamOf`) is a checkpoint of the chain.
 *
 * @param start - x, shape (P,), or a point of the chain to go on from
 * @param draws - number of steps of the chain
 * @throws {DomainError} no whole number of draws, or an action at the start that is not finite
 *
 * @example
 * ```ts
 * import { randomStream } from 'bulkweave/linalg';
 * import { hamiltonianMonteCarlo, sample, seriesStatistics } from 'bulkweave/optimise';
 *
 * const action = (x: Float64Array) => ({ value: (x[0]! * x[0]!) / 2, gradient: x });
 * const squares: number[] = [];
 * const stream = randomStream(5, 'normal');
 * for (const { x } of sample(action, hamiltonianMonteCarlo({ burnIn: 200 }), Float64Array.of(3), 4200, stream)) {
 *   squares.push(x[0]! ** 2);
 * }
 * console.log(seriesStatistics([squares.slice(200)]).mean); // 1.00
 * ```
 */
export function* sample<State>(
  action: Objective,
  sampler: Sampler<State>,
  start: Float64Array | Iterate<State>,
  draws: number,
  stream: RandomStream,
): Generator<Iterate<State>, Iterate<State>> {
  if (!(Number.isInteger(draws) && draws >= 0)) {
    throw new DomainError(`sample: a whole number of draws required, got ${draws}`);
  }
  let at = start instanceof Float64Array ? begun(action, sampler, start) : start;
  if (!Number.isFinite(at.evaluation.value)) {
    throw new DomainError(`sample: a start of finite action required, got ${at.evaluation.value}`);
  }
  for (let draw = 0; draw < draws; draw++) {
    at = sampler.step(action, at, stream);
    yield at;
  }
  return at;
}

function begun<State>(action: Objective, sampler: Sampler<State>, x: Float64Array): Iterate<State> {
  const evaluation = action(x);
  return { x, evaluation, state: sampler.init(x, evaluation) };
}
