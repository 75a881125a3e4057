/** @file Options of the study 'teleportation'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  inputs: z.int().positive().max(10_000).default(20).describe('random states to be teleported'),
  slices: slices('K, slices of the shortest path to each stage'),
  starts: starts(3),
});

export const teleportation = {
  summary: 'teleportation as in Fig. 3: link lengths at each stage, four outcomes, closed loop of geometry',
  options,
};

export type Options = z.output<typeof options>;
