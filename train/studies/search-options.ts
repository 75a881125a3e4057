/** @file Options of the search for a path that most studies have. */

import { z } from 'zod';

/** K, the slices of a path. */
export const slices = (description = 'K, slices of each path') =>
  z.int().positive().max(256).default(8).describe(description);

/** Random starts, as many as the study takes by default. */
export const starts = (usual: number, description = 'random starts of each path') =>
  z.int().positive().max(1000).default(usual).describe(description);
