/** @file Options of the study 'bound-gap'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const sizes = (most: number, usual: readonly number[], description: string) =>
  z
    .array(z.int().min(2).max(most))
    .max(12)
    .default([...usual])
    .describe(description);

const options = z.strictObject({
  ghz: sizes(8, [2, 3, 4, 5, 6], 'numbers of qubits of GHZ states'),
  w: sizes(8, [2, 3, 4, 5, 6], 'numbers of qubits of W states'),
  random: sizes(3, [2, 3], 'numbers of qubits of random states, one each'),
  slices: slices(),
  starts: starts(2, 'random starts of each path'),
  observables: starts(1, 'observables that each search begins with'),
  cells: z.int().positive().max(32).default(4).describe('intervals of the expectation with a bound each'),
  transposed: z
    .int()
    .min(0)
    .max(4)
    .default(3)
    .describe('most qubits of GHZ and W states for which entangled copies are excluded by their partial transpose'),
  moving: z
    .int()
    .min(0)
    .max(8)
    .default(5)
    .describe(
      'most qubits of GHZ states for which an observable that changes on the way is sought; for W states it is no better than one that does not',
    ),
});

export const boundGap = {
  summary: 'how far the shortest paths found can be from the shortest: lengths against lower bounds by each argument',
  options,
};

export type Options = z.output<typeof options>;
