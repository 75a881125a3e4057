/** @file Options of the study 'holographic-complexity'. */

import { z } from 'zod';

const options = z.strictObject({
  horizons: z
    .array(z.number().positive().max(100))
    .min(2)
    .max(6)
    .default([0.5, 1, 2])
    .describe('radii r_h of the horizon, in AdS radii'),
  latest: z.number().min(2).max(20).default(8).describe('latest time of the charts, r_h(t_L + t_R)'),
  points: z.int().min(50).max(2000).default(400).describe('segments of half of a polygonal slice'),
  perturbations: z.int().min(1).max(1000).default(100).describe('random slices that are compared with the greatest'),
  radii: z
    .array(z.number().positive().max(1))
    .min(2)
    .max(6)
    .default([0.4, 0.2, 0.1])
    .describe('radii of geodesic balls, descending by halves, in AdS radii'),
});

export const holographicComplexity = {
  summary:
    'volume and action behind the horizon of a black hole, each in two ways, against Lloyd’s bound; area of small balls',
  options,
};

export type Options = z.output<typeof options>;
