/** @file Options of the study 'lorentz-generators'. */

import { z } from 'zod';
import { TWO_QUBIT } from './lorentz-penalties.ts';

const options = z.strictObject({
  penalty: z.number().gt(1).default(10).describe('weight q of a penalised generator; the others weigh 1'),
  combinations: z
    .array(z.enum(TWO_QUBIT))
    .default([...TWO_QUBIT])
    .describe('generators that are penalised, one by one'),
  steps: z.int().min(2).max(1000).default(8).describe('steps in which q is raised'),
  localWeights: z
    .array(z.number().positive())
    .min(2)
    .default([1, 0.3, 0.1, 0.03, 0.01])
    .describe('weights of words of one qubit in the compensation, descending; words of two weigh 1'),
});

export const lorentzGenerators = {
  summary:
    'Lorentz and metric generators of III.C: commutators, slips, penalties on them, compensation of local rotations',
  options,
};

export type Options = z.output<typeof options>;
