/** @file Options of the study 'critical-mera'. */

import { z } from 'zod';

const options = z.strictObject({
  bonds: z
    .array(z.int().min(2).max(8))
    .min(1)
    .max(4)
    .default([3, 4])
    .describe('bond dimensions χ of the Ising chain, ascending: each network grows out of the one before'),
  potts: z.int().min(3).max(8).default(6).describe('bond dimension of the three-state Potts chain'),
  xx: z.int().min(3).max(8).default(4).describe('bond dimension of the XX chain'),
  maxSteps: z.int().min(10).max(5000).default(400).describe('steps of L-BFGS at each bond dimension'),
  layers: z.int().min(3).max(30).default(14).describe('layers between a coarse site and the erased one'),
  scales: z.int().min(2).max(6).default(5).describe('correlations are compared up to a distance of 3 to this power'),
});

export const criticalMeraStudy = {
  summary: 'optimised MERA of critical chains: scaling dimensions, central charge, correlations, exponent as a code',
  options,
};

export type Options = z.output<typeof options>;
