/** @file Options of the study 'ghz-against-w'. */

import { z } from 'zod';

const options = z.strictObject({
  qubits: z.array(z.int().min(3).max(8)).min(1).default([3, 4, 5, 6]).describe('numbers of qubits, in turn'),
  slices: z.int().min(2).max(256).multipleOf(2).default(8).describe('K, slices of each path'),
  starts: z.int().positive().max(1000).default(3).describe('random starts of each path'),
});

export const ghzAgainstW = {
  summary: 'GHZ against W: complexity, distances, links, loss of a qubit, merging, the ancilla of Fig. 2',
  options,
};

export type Options = z.output<typeof options>;
