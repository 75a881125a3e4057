/** @file Options of the study 'gauge-invariance'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  qubits: z.int().min(2).max(5).default(3).describe('number of qubits'),
  localWeights: z
    .array(z.number().nonnegative())
    .min(2)
    .default([1, 0.3, 0.1, 0.03, 0])
    .describe('weights w_1 of words of one qubit, descending; words of two weigh 1'),
  slices: slices(),
  starts: starts(4),
});

export const gaugeInvariance = {
  summary: 'local unitaries and permutations: which complexities and geometries they change',
  options,
};

export type Options = z.output<typeof options>;
