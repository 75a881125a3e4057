/** @file Options of the study 'hub'. */

import { z } from 'zod';
import { starts } from '../search-options.ts';

const options = z.strictObject({
  w: z.array(z.int().min(3).max(200)).min(1).default([4, 8, 16]).describe('numbers of qubits of W states, ascending'),
  ghz: z
    .array(z.int().min(4).max(24))
    .default([6])
    .describe('numbers of qubits of GHZ states, in the sector of a pair and the rest'),
  slices: z.int().min(4).max(64).default(16).describe('K, slices of each path'),
  starts: starts(3, 'random starts for the first W and for each GHZ state'),
});

export const hub = {
  summary: 'when the hub acts on the leaves along the shortest path to W, and whether GHZ has a hub',
  options,
};

export type Options = z.output<typeof options>;
