/** @file The sums of contractions whose slices were divided among tasks. */

import { sumOfParts } from '../../src/contraction/contract-sliced.ts';
import type { ComplexArray } from '../../src/linalg/complex.ts';
import { complexArrayIn } from '../compute/result-schema.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Fields, PART } from './swept-fields.ts';
import { fieldAt } from './with-field.ts';

/** A part: its fields, and the result of its request; null where there is none. */
export interface PartOutcome {
  readonly fields: Fields;
  readonly found: unknown;
}

/** The contraction that the parts of one setting make. */
export interface PartSum {
  /** The other fields. */
  readonly fields: Fields;
  /** Slices that were contracted, and all. The sum is that of the whole only if they are as many. */
  readonly contracted: number;
  readonly slices: number;
  /** Times 2^exponent; null where no part is there. */
  readonly value: ComplexArray | null;
  readonly exponent: number;
}

/**
 * The sums, one for each setting of the other fields. Of all parts a sum is to the bit what one process finds; parts that are missing
 * are left out of it.
 */
export function partSums(outcomes: readonly PartOutcome[]): readonly PartSum[] {
  const groups = new Map<string, { readonly fields: Fields; readonly found: unknown[] }>();
  for (const { fields, found } of outcomes) {
    const { [PART]: _, ...others } = fields;
    const key = canonicalJson(others);
    const group = groups.get(key) ?? { fields: others, found: [] };
    groups.set(key, group);
    if (found !== null) group.found.push(found);
  }
  return [...groups.values()].map(({ fields, found }) => {
    const slices = Number(fieldAt(found[0], 'slices.of') ?? 0);
    const contracted = found.reduce<number>(
      (sum, one) => sum + Number(fieldAt(one, 'slices.to')) - Number(fieldAt(one, 'slices.from')),
      0,
    );
    const parts = found.map((one) => ({
      value: complexArrayIn(fieldAt(one, 'value') as Parameters<typeof complexArrayIn>[0]),
      exponent: Number(fieldAt(one, 'exponent')),
    }));
    const { value, exponent } = sumOfParts(parts) ?? { value: parts[0]?.value ?? null, exponent: 0 };
    return { fields, contracted, slices, value, exponent };
  });
}
