/** @file Options of the study 'wedges'. */

import { z } from 'zod';

const options = z.strictObject({
  layers: z
    .int()
    .min(1)
    .max(3)
    .default(2)
    .describe('rings of pentagons around the central one, of the tiling {5, 4}; 2 give 21 tiles and 55 sites'),
  arcs: z.int().min(20).max(3000).default(600).describe('number of arcs, of all lengths, at equal steps'),
  regions: z.int().min(20).max(5000).default(300).describe('number of random regions of scattered sites'),
});

export const wedges = {
  summary:
    'causal, greedy and entanglement wedges of a pentagon code, of arcs, of two arcs together, of scattered sites',
  options,
};

export type Options = z.output<typeof options>;
