/** @file Options of the study 'topological-order'. */

import { z } from 'zod';

const options = z.strictObject({
  size: z.int().min(10).max(40).default(20).describe('size L of the torus, with 2L² qudits on its edges'),
  primes: z.array(z.int().min(2).max(31)).min(1).max(6).default([2, 3, 5]).describe('dimensions of the qudits, primes'),
  scales: z
    .array(z.int().min(2).max(12))
    .min(1)
    .max(6)
    .default([2, 3, 5])
    .describe(
      'plaquettes along the side of each quarter of a disk; twice the largest leaves a margin of four to the size',
    ),
  depth: z.int().min(1).max(12).default(4).describe('layers of the random circuits'),
  circumference: z
    .int()
    .min(8)
    .max(18)
    .default(12)
    .describe('greatest circumference of a cylinder of the deformed code, even'),
  tensions: z.int().min(4).max(200).default(31).describe('number of tensions of the deformed code'),
  samples: z.int().min(1).max(100).default(6).describe('number of random circuits on each state'),
});

export const topologicalOrder = {
  summary:
    'topological entropy of the toric code of qudits and of its deformation, what regions know of the code, shallow random circuits',
  options,
};

export type Options = z.output<typeof options>;
