/** @file Options of the study 'regge'. */

import { z } from 'zod';

const options = z.strictObject({
  side: z.int().min(2).max(6).default(4).describe('cubes along the side of the flat lattice, 6·side³ tetrahedra'),
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
