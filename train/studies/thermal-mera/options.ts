/** @file Options of the study 'thermal-mera'. */

import { z } from 'zod';

const options = z.strictObject({
  betas: z
    .array(z.number().positive().max(100))
    .min(1)
    .max(12)
    .default([0.25, 0.5, 1, 2, 4])
    .describe('inverse temperatures of the critical Ising chain'),
  depths: z.array(z.int().min(1).max(4)).min(1).max(4).default([1, 2, 3]).describe('numbers of layers below the top'),
  bond: z.int().min(2).max(6).default(4).describe('bond dimension χ'),
  maxSteps: z.int().min(1).max(5000).default(250).describe('steps of L-BFGS for each network'),
});

export const thermalMeraStudy = {
  summary: 'thermal states by layers under a mixed top: bound of the free energy, entropy, correlations, the horizon',
  options,
};

export type Options = z.output<typeof options>;
