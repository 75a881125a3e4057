/** @file Options of the study 'matching'. */

import { z } from 'zod';

const options = z.strictObject({
  landmarks: z.array(z.int().min(4).max(40)).default([8, 20]).describe('numbers of landmarks on the circle'),
  pixels: z.int().min(12).max(64).default(24).describe('pixels along a side of the pictures'),
  pointsAcross: z.int().min(3).max(8).default(5).describe('control points along a side'),
  weight: z.number().positive().default(2000).describe('weight of the mismatch of the pictures beside the energy'),
  qubits: z.int().min(2).max(4).default(3).describe('qubits of GHZ and W'),
  rangeWeight: z
    .number()
    .positive()
    .default(4)
    .describe('weight of words for each step of their range, in the metric that depends on range'),
});

export const matching = {
  summary: 'picture matching and complexity by one function: landmarks, pictures and states, coarse to fine or not',
  options,
};

export type Options = z.output<typeof options>;
