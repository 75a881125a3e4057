/** @file Options of the study 'path-integral'. */

import { z } from 'zod';
import { targetSpec } from '../../../datasets/targets.ts';
import { metricSpec } from '../../metric-spec.ts';

const options = z.strictObject({
  states: z
    .array(targetSpec)
    .min(1)
    .max(4)
    .default([
      { name: 'ghz', qubits: 2 },
      { name: 'w', qubits: 3 },
    ])
    .describe('pure states of at most four qubits whose paths are sampled'),
  metric: metricSpec
    .prefault({ maxSize: 'infinite', maxRange: 'infinite' })
    .describe('what words cost; default all words at weight 1'),
  slices: z.int().min(2).max(16).default(8).describe('K, slices of a path'),
  mu: z.number().positive().max(1000).default(50).describe('weight μ of the infidelity beside the energy'),
  betas: z
    .array(z.number().positive())
    .min(3)
    .max(8)
    .default([0.5, 1, 2, 4, 8])
    .describe('inverse temperatures, rising, in units of the number of coefficients K·#words'),
  chains: z.int().min(2).max(16).default(4).describe('chains of each ensemble'),
  burnIn: z.int().min(20).max(10_000).default(80).describe('draws in which the step is adapted'),
  draws: z.int().min(20).max(100_000).default(110).describe('draws of each chain that count, at each β'),
  rounds: z
    .int()
    .min(500)
    .max(1_000_000)
    .default(40_000)
    .describe('rounds of moves and exchanges of the ensembles of circuits'),
});

export const pathIntegral = {
  summary:
    'the sum over networks by Markov chains: degrees of freedom, complexity as a limit, circuits of random structure',
  options,
};

export type Options = z.output<typeof options>;
