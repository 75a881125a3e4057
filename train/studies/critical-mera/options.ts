/** @file Options of the study 'critical-mera'. */

import { z } from 'zod';

const ascending = (most: number) =>
  z
    .array(z.int().min(2).max(most))
    .min(1)
    .max(4)
    .refine((bonds) => bonds.every((bond, k) => bond > (bonds[k - 1] ?? 0)), 'ascending bond dimensions required');

const options = z.strictObject({
  bonds: ascending(12)
    .default([4, 8])
    .describe('bond dimensions χ of the Ising chain, ascending: each network grows out of the one before'),
  potts: ascending(12).default([6]).describe('the same of the three-state Potts chain'),
  xx: ascending(12).default([4, 6, 8]).describe('the same of the XX chain'),
  maxSteps: z.int().min(10).max(5000).default(60).describe('steps of L-BFGS at each bond dimension'),
  layers: z.int().min(3).max(30).default(14).describe('layers between a coarse site and the erased one'),
  scales: z.int().min(2).max(6).default(5).describe('correlations are compared up to a distance of 3 to this power'),
  rings: z
    .int()
    .min(1)
    .max(5)
    .default(4)
    .describe('layers of the largest ring of free fermions, of 4·3 to this power sites'),
});

export const criticalMeraStudy = {
  summary: 'optimised MERA of critical chains: scaling dimensions, central charge, correlations, exponent as a code',
  options,
};

export type Options = z.output<typeof options>;
