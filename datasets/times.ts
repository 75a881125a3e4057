/** @file The times at which a curve is sampled. */

import * as z from 'zod';

/** Schema of times in JSON: a list, or {from, to, count}. */
export const timesSpec = z
  .union(
    [
      z.array(z.number()).min(1),
      z.strictObject({
        from: z.number().default(0).describe('first time'),
        to: z.number().describe('last time'),
        count: z.number().int().min(2).max(10_000).describe('number of times, both ends included'),
      }),
    ],
    { error: 'times required: a list of numbers, or {from, to, count}' },
  )
  .describe('a list of numbers, or {from, to, count} for equal steps, both ends included');

/** Times as they are written in JSON. */
export type TimesSpec = z.output<typeof timesSpec>;

/** The list of times that a specification means. */
export function timesOfSpec(spec: TimesSpec): readonly number[] {
  if (!('count' in spec)) return spec;
  const { from, to, count } = spec;
  return Array.from({ length: count }, (_, k) => (k === count - 1 ? to : from + ((to - from) * k) / (count - 1)));
}
