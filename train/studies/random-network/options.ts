/** @file Options of the study 'random-network'. */

import { z } from 'zod';

const options = z.strictObject({
  p: z.int().min(3).max(8).default(5).describe('sides of a tile'),
  q: z.int().min(3).max(8).default(4).describe('tiles at a vertex; (p − 2)(q − 2) > 4'),
  layers: z.int().min(1).max(3).default(3).describe('rings of tiles around the central one'),
  digits: z.int().min(1).max(8).default(2).describe('bonds and legs of dimension 2^digits, where one is chosen'),
  samples: z.int().min(20).max(100_000).default(200).describe('stabiliser networks drawn on the tiling'),
  dense: z.int().min(100).max(1_000_000).default(5000).describe('networks of Gaussian tensors drawn on small graphs'),
});

export const randomNetwork = {
  summary:
    'random tensor networks at finite bond dimension: domain walls, averages of two kinds, two intervals, matter',
  options,
};

export type Options = z.output<typeof options>;
