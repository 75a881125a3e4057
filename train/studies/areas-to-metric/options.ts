/** @file Options of the study 'areas-to-metric'. */

import { z } from 'zod';

const options = z.strictObject({
  side: z.int().min(12).max(28).default(24).describe('sites along a side of the square lattice of fermions'),
  angles: z.int().min(6).max(48).default(24).describe('directions of the cuts'),
  potential: z.number().min(0.5).max(4).default(1.5).describe('staggered potential, in units of the hopping'),
  change: z.number().min(0.001).max(0.2).default(0.05).describe('relative change of the potential around a place'),
  place: z
    .tuple([z.number().min(0).max(27), z.number().min(0).max(27)])
    .optional()
    .describe('that place, column and row of the lattice, from 0; default 7/24 and 14/24 of the side'),
});

export const areasToMetric = {
  summary: 'a metric from areas: the X-ray transform inverted, planted metrics, a change of a state found by its cuts',
  options,
};

export type Options = z.output<typeof options>;
