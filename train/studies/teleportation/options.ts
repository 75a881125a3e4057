/** @file Options of the study 'teleportation'. */

import { z } from 'zod';

const options = z.strictObject({
  inputs: z.int().positive().max(10_000).default(20).describe('random states to be teleported'),
  slices: z.int().min(2).max(256).multipleOf(2).default(8).describe('K, slices of the shortest path to each stage'),
  starts: z.int().positive().max(1000).default(3).describe('random starts of each path'),
});

export const teleportation = {
  summary: 'teleportation as in Fig. 3: link lengths at each stage, four outcomes, closed loop of geometry',
  options,
};

export type Options = z.output<typeof options>;
