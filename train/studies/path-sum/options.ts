/** @file Options of the study 'path-sum'. */

import { z } from 'zod';

const options = z.strictObject({
  sites: z.int().min(3).max(6).default(5).describe('sites n of the cycle whose circuits of swaps are summed'),
  qubits: z.int().min(2).max(4).default(4).describe('qubits of the circuits of CNOTs'),
  weight: z.number().gt(1).max(100).default(4).describe('weight q of Z, where X and Y weigh 1'),
  angles: z
    .array(z.number().min(0.05).max(3.1))
    .min(1)
    .max(8)
    .default([0.3, 0.5, 1, 1.5, 2.5])
    .describe('angles θ of exp(−iθZ)'),
  starts: z.int().positive().max(100).default(6).describe('random starts of the search for geodesics'),
});

export const pathSum = {
  summary: 'the sum over all circuits against the shortest one: words of gates, and the heat kernel of one qubit',
  options,
};

export type Options = z.output<typeof options>;
