/** @file Options of the study 'spin-foam'. */

import { z } from 'zod';

const options = z.strictObject({
  level: z.int().min(5).max(8).default(7).describe('greatest level r of the invariants'),
  moves: z.int().min(4).max(200).default(40).describe('moves of the random walk through triangulations'),
  scales: z.int().min(2).max(5).default(4).describe('times that the spins of the asymptotics are doubled'),
});

export const spinFoam = {
  summary: 'quantum gravity in three dimensions as contractions: invariants, projectors, and the Regge action',
  options,
};

export type Options = z.output<typeof options>;
