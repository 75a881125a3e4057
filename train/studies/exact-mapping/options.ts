/** @file Options of the study 'exact-mapping'. */

import { z } from 'zod';

const options = z.strictObject({
  levels: z.int().min(8).max(10).default(9).describe('the chain has 2^levels sites, of two modes each'),
  mass: z
    .number()
    .min(0.06)
    .max(0.25)
    .default(0.125)
    .describe('of the massive fermion, in units of the inverse lattice spacing; eight times that in two dimensions'),
  beta: z.number().min(8).max(32).default(16).describe('inverse temperature of the thermal state'),
  side: z.int().min(3).max(5).default(4).describe('the lattice in two dimensions has 2^side sites along each side'),
});

export const exactMapping = {
  summary:
    'the exact holographic mapping: which geometry wavelets give to critical, massive, thermal and doubled fermions',
  options,
};

export type Options = z.output<typeof options>;
