/** @file Options of the study 'extensive-weights'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  qubits: z.array(z.int().min(2).max(40)).min(4).default([4, 5, 6, 7]).describe('numbers of qubits, ascending'),
  exponents: z
    .array(z.number().min(-2).max(4))
    .min(2)
    .default([0, 1, 2])
    .describe('exponents α of the weight n^α of words of two qubits, ascending; words of one qubit weigh 1'),
  states: z
    .array(z.enum(['GHZ', 'W']))
    .min(1)
    .default(['GHZ', 'W'])
    .describe('states'),
  slices: slices(),
  starts: starts(1, 'random starts for each number of qubits'),
});

export const extensiveWeights = {
  summary: 'which weights of two-qubit words make the complexity of GHZ proportional to the number of qubits',
  options,
};

export type Options = z.output<typeof options>;
