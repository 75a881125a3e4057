/** @file Options of the study 'gauge-invariance'. */

import { z } from 'zod';

const options = z.strictObject({
  qubits: z.int().min(2).max(5).default(3).describe('number of qubits'),
  localWeights: z
    .array(z.number().nonnegative())
    .min(2)
    .default([1, 0.3, 0.1, 0.03, 0])
    .describe('weights w_1 of words of one qubit, descending; words of two weigh 1'),
  slices: z.int().min(2).max(256).multipleOf(2).default(8).describe('K, slices of each path'),
  starts: z.int().positive().max(1000).default(4).describe('random starts of each path'),
});

export const gaugeInvariance = {
  summary: 'local unitaries and permutations: which complexities and geometries they change',
  options,
};

export type Options = z.output<typeof options>;
