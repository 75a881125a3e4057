/** @file Options of the study 'digits'. */

import { z } from 'zod';

const options = z.strictObject({
  file: z
    .string()
    .min(1)
    .optional()
    .describe('your own data: an IDX file of pictures (also .gz) or a .csv of integers; default the optical digits'),
  most: z.int().min(20).max(100_000).default(2000).describe('most rows that are used, from the first on'),
  bonds: z
    .array(z.int().min(2).max(64))
    .min(1)
    .max(8)
    .default([2, 4, 8])
    .describe('bond dimensions of the chains, ascending'),
  tree: z.int().min(2).max(32).default(6).describe('bond dimension of the binary tree'),
  purified: z.int().min(1).max(8).default(3).describe('bond dimension of the purified chain'),
  steps: z.int().min(10).max(5000).default(400).describe('most steps of L-BFGS for each model'),
  samples: z.int().min(50).max(100_000).default(1000).describe('rows drawn from the best model'),
});

export const digits = {
  summary:
    'Born machines learn handwritten digits, or your own pictures and rows: likelihoods, samples, completions, maps',
  options,
};

export type Options = z.output<typeof options>;
