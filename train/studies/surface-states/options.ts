/** @file Options of the study 'surface-states'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  layers: z
    .int()
    .min(1)
    .max(4)
    .default(3)
    .describe('rings of hexagons around the central one, of the tiling {6, 4}; surfaces lie within all but the last'),
  surfaces: z.int().min(10).max(5000).default(120).describe('number of random closed surfaces'),
  qubits: z.int().min(2).max(4).default(3).describe('qubits of the geodesic, to a Haar-random state on the chain'),
  slices: slices(),
  starts: starts(3),
});

export const surfaceStates = {
  summary: 'states on closed surfaces of a network: entropies of pieces, convexity, dependence on the network, metric',
  options,
};

export type Options = z.output<typeof options>;
