/** @file Options of the study 'critical-scaling'. */

import { z } from 'zod';
import { starts } from '../search-options.ts';

const options = z.strictObject({
  sites: z
    .array(z.int().min(8).max(65536).multipleOf(2))
    .min(4)
    .default([8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 10_000])
    .describe('sizes of the ring for straight paths, ascending'),
  fields: z.array(z.number().min(0)).min(1).default([1.1, 2]).describe('fields h away from the critical one, h = 1'),
  searched: z
    .int()
    .min(6)
    .max(24)
    .multipleOf(2)
    .default(10)
    .describe('sites of the ring on which paths are searched for'),
  range: z.int().min(1).max(4).default(2).describe('longest range of the second search of bounded range'),
  chains: z
    .array(z.int().min(13).max(100))
    .default([14, 20, 28, 40])
    .describe('sites of open chains with neighbours alone, ascending; 64 take longer than all else'),
  starts: starts(2),
});

export const criticalScaling = {
  summary: 'is MERA a geodesic? lengths of Gaussian paths to critical states against size, and which range acts when',
  options,
};

export type Options = z.output<typeof options>;
