/** @file Options of the study 'pentagon-code'. */

import { z } from 'zod';
import { SEED_NAMES } from '../../../src/systems/tiling/holographic-code.ts';

const options = z.strictObject({
  p: z.int().min(4).max(8).default(5).describe('sides of a tile'),
  q: z.int().min(3).max(8).default(4).describe('tiles at a vertex'),
  layers: z.int().min(1).max(3).default(2).describe('rings of tiles around the central one'),
  seed: z.enum(SEED_NAMES).default('five-qubit').describe('code of each tile; it has p sides and an input'),
  path: z
    .string()
    .min(1)
    .optional()
    .describe('file of the generators of a code of your own, in place of the tiling; one on each line, or .json'),
  prime: z.int().min(2).max(65521).default(2).describe('dimension of the qudits of a file of lines'),
  regions: z.int().min(10).max(3000).default(160).describe('number of arcs, and of regions of scattered sites'),
  samples: z.int().min(20).max(100_000).default(1000).describe('random erasures for each probability'),
});

export const pentagonCode = {
  summary: 'a holographic code, or a stabiliser code of your own: distance, weights, entropies, wedges, erasure',
  options,
};

export type Options = z.output<typeof options>;
