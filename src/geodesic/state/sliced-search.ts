/** @file What the searches for sliced paths share: random starts, what they tell, and what they lead to. */

import type { RandomStream } from '../../linalg/random.ts';
import { length } from '../../linalg/real-vector.ts';
import type { Attempt } from '../../path/constrained-path.ts';
import type { PathProblem } from '../../path/state-path.ts';
import type { HeldDirections } from './held-directions.ts';
import type { Mending } from './mending.ts';

/** One step of the search. */
export interface GeodesicStep {
  /** 'start 2', 'start 2 in 4 slices', 'coarse', 'fine', 'geodesic' or 'end point'. */
  readonly phase: string;
  readonly step: number;
  readonly length: number;
}

/** Independent normal components: speed 2 on average in each slice, long enough to reach any state of few qubits. */
export function randomPath(
  { slices, controls, freeWords = [] }: Pick<PathProblem, 'slices' | 'controls' | 'freeWords'>,
  stream: RandomStream,
): Float64Array {
  const size = slices * controls.words.length;
  return Float64Array.from({ length: size + freeWords.length }, (_, i) =>
    i < size ? (2 * stream.normal()) / Math.sqrt(size) : stream.normal(),
  );
}

/** A search that yields √(2·energy) of the path after every step: its length, if its speed is constant. */
export function* told<Result>(
  phase: string,
  { slices, controls }: Pick<PathProblem, 'slices' | 'controls'>,
  attempts: Generator<Attempt, Result>,
): Generator<GeodesicStep, Result> {
  const paid = slices * controls.words.length;
  for (;;) {
    const next = attempts.next();
    if (next.done) return next.value;
    yield { phase, step: next.value.steps, length: length(next.value.x.subarray(0, paid)) };
  }
}

/** A shortest sliced path, and how exact it is. */
export interface SettledPath {
  readonly x: Float64Array;
  /** The costate at `to` of the path reversed, interleaved, shape (2ⁿ,): x = −Jᵀp, which is h_P = Im⟨p|Pψ⟩/w_P up to O(1/K²). */
  readonly costate: Float64Array;
  /** |x + Jᵀp|: 0 on a shortest sliced path, Infinity where the target is not met. */
  readonly slope: number;
  /** What it takes to mend the miss that is left; null where the target is not met. */
  readonly mending: Mending | null;
  /** True where a stationary path was searched for directions in which it becomes shorter, and has none. */
  readonly minimum: boolean;
  /** Where not all directions of the end are resolved: those that the path meets. */
  readonly held?: HeldDirections;
  readonly steps: number;
}
