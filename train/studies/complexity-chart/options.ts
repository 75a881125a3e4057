/** @file Options of the study 'complexity-chart'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  qubits: z.array(z.int().min(2).max(8)).min(1).default([2, 3, 4, 5, 6]).describe('numbers of qubits, ascending'),
  metric: z.enum(['all-to-all', 'chain']).default('all-to-all').describe('which pairs may act'),
  localWeight: z.number().positive().default(1).describe('weight of words of one qubit; words of two weigh 1'),
  slices: slices(),
  starts: starts(2),
});

export const complexityChart = {
  summary: 'product, GHZ, W, cluster, Ising ground states and Haar-random states on one complexity chart',
  options,
};

export type Options = z.output<typeof options>;
