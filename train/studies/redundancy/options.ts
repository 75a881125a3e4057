/** @file Options of the study 'redundancy'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  qubits: z.int().min(2).max(4).default(3).describe('number of qubits; the target is Haar-random'),
  metric: z.enum(['all-to-all', 'chain']).default('chain').describe('which pairs may act'),
  samples: z.int().min(9).max(10_000).default(33).describe('times at which velocities are read'),
  noise: z.number().positive().default(1e-3).describe('standard deviation of the noise on velocities read'),
  slices: slices('K, slices of the direct method'),
  starts: starts(3, 'random starts of the direct method'),
});

export const redundancy = {
  summary: 'what the rest of a geodesic says about a lost segment or a lost direction, against a random path',
  options,
};

export type Options = z.output<typeof options>;
