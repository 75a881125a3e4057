/** @file Searches in sectors of symmetric states as parts of a study. */

import type { GeodesicStep } from '../../src/geodesic/state/sliced-search.ts';
import type { Complex } from '../../src/linalg/complex.ts';
import type { Solution } from '../../src/solution.ts';
import { dickeComponents, ghzComponents } from '../../src/state/symmetric-vector.ts';
import type { PartStep } from '../study.ts';

/** Symmetric states by name, as Dicke components. */
export const SYMMETRIC_STATES = {
  GHZ: ghzComponents,
  W: (n: number) => dickeComponents(n, 1),
} as const satisfies Readonly<Record<string, (n: number) => readonly Complex[]>>;
export type SymmetricName = keyof typeof SYMMETRIC_STATES;

/** Blocks as a name: '2 + 4'. */
export const typeName = (blocks: readonly number[]): string => blocks.join(' + ');

/**
 * A search as the work of a part.
 *
 * @param phases - how many it has, about
 */
export function* sectorPart<Value>(
  search: Generator<GeodesicStep, Solution<Value>>,
  phases: number,
): Generator<PartStep, Value> {
  const seen = new Set<string>();
  for (;;) {
    const next = search.next();
    if (next.done) return next.value.value;
    const { phase, length } = next.value;
    seen.add(phase);
    yield { message: `${phase}, length ${length.toFixed(4)}`, progress: Math.min(0.95, seen.size / phases) };
  }
}
