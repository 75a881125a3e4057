/** @file Options of the study 'pluperfect'. */

import { z } from 'zod';

const options = z.strictObject({
  layers: z.int().min(1).max(2).default(2).describe('rings of hexagons around the central one, of the tiling {6, 4}'),
});

export const pluperfect = {
  summary: 'bidirectional codes: the boundary as an isometry into the bulk, its gauge conditions, and what stays local',
  options,
};

export type Options = z.output<typeof options>;
