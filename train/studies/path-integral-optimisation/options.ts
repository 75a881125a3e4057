/** @file Options of the study 'path-integral-optimisation'. */

import { z } from 'zod';

const options = z.strictObject({
  cells: z
    .union([z.literal(64), z.literal(128), z.literal(256), z.literal(512)])
    .default(256)
    .describe('cells along the sides of the finest meshes; errors are compared with those of half and a quarter of it'),
  lengths: z
    .array(z.int().min(2).max(256))
    .min(3)
    .max(40)
    .default([4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128])
    .describe('lengths of intervals of the lattice, in sites'),
  beta: z.number().min(10).max(400).default(60).describe('inverse temperature of the thermal state, in sites'),
  strengths: z
    .array(z.number().gt(0).max(0.4))
    .min(3)
    .max(8)
    .default([0.4, 0.2, 0.1, 0.05])
    .describe('strengths 12h/c of the sources, descending'),
  ratios: z
    .array(z.number().min(5).max(1e6))
    .min(2)
    .max(12)
    .default([10, 50, 200, 1000, 10000])
    .describe('depths of the half plane in units of the cutoff, for its stability'),
});

export const pathIntegralOptimisation = {
  summary:
    'the optimal network of a conformal field theory as the metric of least Liouville action: shapes, wedges, sources, entropies against a lattice',
  options,
};

export type Options = z.output<typeof options>;
