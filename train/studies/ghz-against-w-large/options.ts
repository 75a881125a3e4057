/** @file Options of the study 'ghz-against-w-large'. */

import { z } from 'zod';
import { starts } from '../search-options.ts';

const options = z.strictObject({
  ghz: z
    .array(z.int().min(3).max(60))
    .min(4)
    .default([4, 6, 8, 10, 12])
    .describe('numbers of qubits of GHZ states, ascending'),
  w: z
    .array(z.int().min(3).max(200))
    .min(4)
    .default([4, 8, 16, 32, 64])
    .describe('numbers of qubits of W states, ascending'),
  types: z
    .array(z.int().min(0).max(3))
    .min(1)
    .default([0, 2])
    .describe('types of blocks for GHZ: k + (n − k) for each k, S_n for 0'),
  mostBroken: z
    .int()
    .min(3)
    .max(60)
    .default(8)
    .describe('numbers of qubits up to which types of two blocks are searched'),
  slices: z.int().min(4).max(64).default(12).describe('K, slices of each path'),
  doublings: z.int().min(0).max(2).default(0).describe('how often the slices are doubled; 1 gives the limit in K'),
  starts: starts(2, 'random starts of the first state of each series'),
  furtherStarts: z.int().min(0).max(100).default(1).describe('random starts of each of the others'),
  sheets: z
    .int()
    .min(1)
    .max(10)
    .default(3)
    .describe('how many of the shortest different paths to each GHZ state in S_n are followed to the next'),
  newtonSteps: z
    .int()
    .min(0)
    .max(100)
    .default(15)
    .describe("steps of Newton's method for each path to GHZ in S_n; 0 for L-BFGS alone"),
  grownFrom: z
    .array(z.int().min(8).max(24))
    .default([12, 14, 16])
    .describe(
      'numbers of qubits, ascending, to which real paths in 3 + (n − 3) are searched, of twice as many slices and more',
    ),
  grown: z
    .array(z.int().min(4).max(512))
    .default([20, 24, 28, 32, 36, 40])
    .describe('numbers of qubits of GHZ to which paths are grown from few, ascending'),
  first: z
    .array(z.int().min(4).max(24))
    .default([8, 10])
    .describe('numbers of qubits that go to GHZ first there, ascending, the others are a field for them'),
  back: z
    .boolean()
    .default(false)
    .describe('whether each path is also followed from that of the next number of qubits'),
});

export const ghzAgainstWLarge = {
  summary: 'GHZ against W for many qubits: upper bounds of the complexity in sectors, and the law of their growth',
  options,
};

export type Options = z.output<typeof options>;
