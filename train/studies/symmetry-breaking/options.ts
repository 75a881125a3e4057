/** @file Options of the study 'symmetry-breaking'. */

import { z } from 'zod';
import { starts } from '../search-options.ts';

const qubits = () => z.array(z.int().min(3).max(12)).max(10);

const options = z.strictObject({
  ghz: qubits().default([6]).describe('numbers of qubits of GHZ states'),
  w: qubits().default([4]).describe('numbers of qubits of W states'),
  settled: qubits()
    .default([4])
    .describe('GHZ states whose types of two blocks are searched although S_n has a minimum: the null'),
  mostBlocks: z.int().min(1).max(6).default(3).describe('blocks at most'),
  slices: z.int().min(4).max(64).default(8).describe('K, slices of each path'),
  starts: starts(2, 'random starts in each type, beside those next to a saddle'),
});

export const symmetryBreaking = {
  summary: 'where the shortest paths to GHZ and W break the symmetry of their ends: trees of types of blocks',
  options,
};

export type Options = z.output<typeof options>;
