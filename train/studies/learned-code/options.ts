/** @file Options of the study 'learned-code'. */

import { z } from 'zod';

const options = z.strictObject({
  qubits: z
    .union([z.literal(4), z.literal(8), z.literal(16)])
    .default(8)
    .describe('sites of the states that are learned'),
  bond: z
    .union([z.literal(2), z.literal(4)])
    .default(4)
    .describe('largest bond dimension χ of the tensor networks'),
  depth: z.int().min(1).max(12).default(4).describe('layers of blocks of the circuit'),
  erased: z.int().min(1).max(4).default(3).describe('most neighbouring sites that are erased'),
  steps: z.int().positive().max(10_000).default(300).describe('most L-BFGS steps of each training'),
  starts: z.int().positive().max(100).default(6).describe('most random starts of each training; the best is kept'),
  samples: z.int().min(2).max(200).default(6).describe('random networks on each graph: Haar, and stabilisers'),
  weights: z
    .array(z.number().positive())
    .max(8)
    .default([0.001, 0.003, 0.01, 0.03])
    .describe('penalties λ on the length of the circuit, raised one after another'),
  mera: z
    .union([z.literal(16), z.literal(32), z.literal(64)])
    .default(32)
    .describe('sites of the MERA whose leakage is followed from scale to scale'),
  meraSteps: z
    .int()
    .positive()
    .max(10_000)
    .default(150)
    .describe('steps of its training on the energy of the critical Ising ring'),
});

export const learnedCode = {
  summary: 'do trained circuits, trees, MERA and MPS correct erasures better than random networks on the same graph?',
  options,
};

export type Options = z.output<typeof options>;
