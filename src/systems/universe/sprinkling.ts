/** @file Points drawn in a causal diamond of Minkowski space: the causal sets that look like it. */

import { DomainError } from '../../errors.ts';
import type { RandomStream } from '../../linalg/random.ts';
import { type CausalSet, linksOnly } from './causal-set.ts';

/**
 * The causal set of n points drawn evenly in the diamond between (−1, 0) and (1, 0) of Minkowski space, in the order of time;
 * its first and last element are the tips.
 *
 * @param dimension - of space-time, 2, 3 or 4
 * @throws {DomainError} another dimension, or fewer than no points
 */
export function sprinkledDiamond(dimension: number, points: number, stream: RandomStream): CausalSet {
  if (![2, 3, 4].includes(dimension) || !(Number.isInteger(points) && points >= 0)) {
    throw new DomainError(`sprinkledDiamond: dimension 2, 3 or 4 and points required, got ${dimension} and ${points}`);
  }
  const drawn: number[][] = [];
  while (drawn.length < points) {
    const event = Array.from({ length: dimension }, () => 2 * stream.uniform() - 1);
    if (Math.abs(event[0]!) + Math.hypot(...event.slice(1)) < 1) drawn.push(event);
  }
  drawn.sort((a, b) => a[0]! - b[0]!);
  const tips = [-1, 1].map((t) => [t, ...new Array<number>(dimension - 1).fill(0)]);
  const events = [tips[0]!, ...drawn, tips[1]!];
  const pairs: (readonly [number, number])[] = [];
  events.forEach((later, b) => {
    for (let a = 0; a < b; a++) {
      const distance = Math.hypot(...later.slice(1).map((x, k) => x - events[a]![k + 1]!));
      if (later[0]! - events[a]![0]! >= distance) pairs.push([a, b]);
    }
  });
  return linksOnly(events.length, pairs);
}
