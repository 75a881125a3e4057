/** @file How far apart two curves of states are. */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { buresAngle } from '../state/bures-angle.ts';
import type { Radians } from '../units.ts';
import { sampledCurve } from './sampled-curve.ts';
import type { SlicedPath } from './sliced-path.ts';

/** Two curves of states compared. */
export interface CurveDistance {
  /** Fréchet distance; the true one is smaller by at most `resolution`. */
  readonly frechet: Radians;
  /** Greatest arc length between neighbouring samples. */
  readonly resolution: Radians;
  /** Greatest distance of states at the same fraction of arc, which is no less than the Fréchet distance. */
  readonly equalArcs: Radians;
  /** Lengths of the curves in the Fubini–Study (Bures) metric. */
  readonly arcs: readonly [Radians, Radians];
  /** Steps into which each curve was cut. */
  readonly steps: number;
}

/** First and greatest number of steps. */
const [COARSEST, FINEST] = [16, 128];
/** Distances up to this are rounding: of the Bures angles of equal states. */
const ROUNDING: Radians = 1e-8;

/**
 * Fréchet distance of the curves that two paths draw from one state, in the Fubini–Study metric (Bures angle for mixed
 * states): the length of the shortest leash with which both can be walked from end to end without turning back,
 *
 *     min over monotone re-parametrisations of max_t d(ψ(t), φ(t)).
 *
 * Both curves are cut into N equal steps of arc and the discrete distance is found by dynamic programming; N doubles
 * until the distance changes by less than one part in a hundred, or by no more than rounding, as for equal curves, or
 * N = 128.
 *
 * @param start - the state that both begin with, A of shape (D, E)
 *
 * Cost O(N²) distances, and the sampling.
 *
 * @see Eiter & Mannila, Computing discrete Fréchet distance, TU Wien (1994)
 */
export function curveDistance(first: SlicedPath, second: SlicedPath, start: ComplexMatrix): CurveDistance {
  let last: CurveDistance | undefined;
  for (let steps = COARSEST; ; steps *= 2) {
    const [a, b] = [sampledCurve(first, start, steps), sampledCurve(second, start, steps)];
    const distance = (i: number, j: number): Radians => buresAngle(a.points[i]!, b.points[j]!);
    const next: CurveDistance = {
      frechet: discreteFrechet(steps + 1, steps + 1, distance),
      resolution: Math.max(a.arc, b.arc) / steps,
      equalArcs: Math.max(...a.points.map((_, j) => distance(j, j))),
      arcs: [a.arc, b.arc],
      steps,
    };
    const change = last === undefined ? Infinity : Math.abs(next.frechet - last.frechet);
    const settled = change <= Math.max(0.01 * next.frechet, ROUNDING);
    if (settled || 2 * steps > FINEST) return next;
    last = next;
  }
}

/** Discrete Fréchet distance of curves of `rows` and `columns` points. O(rows · columns). */
export function discreteFrechet(
  rows: number,
  columns: number,
  distance: (row: number, column: number) => number,
): number {
  let before: number[] = [];
  for (let i = 0; i < rows; i++) {
    const reach: number[] = [];
    for (let j = 0; j < columns; j++) {
      const ways = [reach[j - 1], before[j], before[j - 1]].filter((way) => way !== undefined);
      reach.push(Math.max(distance(i, j), i + j === 0 ? 0 : Math.min(...ways)));
    }
    before = reach;
  }
  return before[columns - 1]!;
}
