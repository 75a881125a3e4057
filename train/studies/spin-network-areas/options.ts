/** @file Options of the study 'spin-network-areas'. */

import { z } from 'zod';

const options = z.strictObject({
  spins: z
    .array(z.number().multipleOf(0.5).min(0.5).max(1.5))
    .min(1)
    .max(3)
    .default([0.5, 1, 1.5])
    .describe('spins j of the links of the square of nine vertices'),
  samples: z.int().min(2).max(50).default(6).describe('networks drawn for each spin'),
  draws: z.int().min(100).max(100_000).default(2000).describe('vertices drawn for the entropy of a random vertex'),
});

export const spinNetworkAreas = {
  summary: 'areas of cuts through spin networks against entropies; volumes; areas that fluctuate seen from afar',
  options,
};

export type Options = z.output<typeof options>;
