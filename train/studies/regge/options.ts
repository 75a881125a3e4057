/** @file Options of the study 'regge'. */

import { z } from 'zod';

const options = z.strictObject({
  side: z.int().min(2).max(8).default(6).describe('cubes along the side of the largest block, 6·side³ tetrahedra'),
  hyperside: z
    .int()
    .min(2)
    .max(3)
    .default(3)
    .describe('hypercubes along the side of the largest block in four dimensions, 24·hyperside⁴ simplices'),
  draws: z.int().min(1).max(10).default(3).describe('draws of noise for every block'),
  noise: z
    .number()
    .min(0)
    .max(0.1)
    .default(0.05)
    .describe('relative noise of the lengths from which the equations are solved'),
  large: z.boolean().default(true).describe('whether the 600-cell is solved, too'),
});

export const regge = {
  summary:
    'general relativity without coordinates: spheres with a cosmological constant, flat pieces from noise, gauge modes',
  options,
};

export type Options = z.output<typeof options>;
