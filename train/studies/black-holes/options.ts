/** @file Options of the study 'black-holes'. */

import { z } from 'zod';

const options = z.strictObject({
  sites: z.int().min(48).max(960).default(480).describe('sites of each ring of fermions, even'),
  beta: z.number().min(2).max(100).default(10).describe('inverse temperature β of the doubles, at velocity 1'),
  interval: z
    .int()
    .min(8)
    .max(400)
    .default(80)
    .describe('sites of the interval on either side, at most half of the ring'),
  pairBeta: z
    .number()
    .min(4)
    .max(200)
    .default(40)
    .describe('inverse temperature of the ring on which two intervals are compared'),
  pair: z.int().min(4).max(100).default(20).describe('sites of each of two intervals'),
  qubits: z.int().min(4).max(8).default(7).describe('qubits on either side of the doubles of spins'),
  chain: z.int().min(24).max(400).default(120).describe('sites of the chain on which gates are inferred, even'),
});

export const blackHoles = {
  summary:
    'entropies around a black hole with all candidates, thermofield doubles in time, what hot states tell of their gates',
  options,
};

export type Options = z.output<typeof options>;
