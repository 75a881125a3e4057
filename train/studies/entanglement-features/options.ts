/** @file Options of the study 'entanglement-features'. */

import { z } from 'zod';
import { targetSpec } from '../../../datasets/targets.ts';

const options = z.strictObject({
  dimerisations: z
    .array(z.number().min(0).lt(1))
    .min(2)
    .max(8)
    .default([0, 0.1, 0.3, 0.6])
    .describe('δ of the hopping ring of 16 sites, 1 ± δ on alternate bonds, rising: 0 is critical'),
  starts: z.int().min(1).max(100).default(6).describe('random starts of each fit'),
  state: targetSpec
    .optional()
    .describe('your own state: its Rényi-2 entropies are fitted on the same networks, beside the ring'),
  cell: z.int().min(1).max(8).default(1).describe('sites of your own state in each cell; the cells are 4, 8 or 16'),
});

export const entanglementFeatures = {
  summary: 'entanglement features: Ising couplings of a network learned from the entropies of a state, as a gap opens',
  options,
};

export type Options = z.output<typeof options>;
