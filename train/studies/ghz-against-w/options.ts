/** @file Options of the study 'ghz-against-w'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  qubits: z.array(z.int().min(3).max(8)).min(1).default([3, 4, 5, 6]).describe('numbers of qubits, in turn'),
  slices: slices(),
  starts: starts(3),
});

export const ghzAgainstW = {
  summary: 'GHZ against W: complexity, distances, links, loss of a qubit, merging, the ancilla of Fig. 2',
  options,
};

export type Options = z.output<typeof options>;
