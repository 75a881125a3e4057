/** @file Options of the study 'light-cones'. */

import { z } from 'zod';

const options = z.strictObject({
  qubits: z.int().min(40).max(4000).default(2000).describe('qubits of the Clifford circuit'),
  layers: z.int().min(2).max(30).default(16).describe('layers of random two-qubit Clifford gates'),
  sites: z.int().min(60).max(1500).default(1000).describe('sites of the chain of free fermions'),
  times: z
    .array(z.number().min(0).max(200))
    .min(1)
    .max(6)
    .default([5, 20, 50])
    .describe('times of the fermions, in units of the inverse hopping amplitude'),
});

export const lightConesStudy = {
  summary:
    'how sharp light cones are: Clifford circuits of thousands of qubits, free fermions against Bessel functions, copies and codes',
  options,
};

export type Options = z.output<typeof options>;
