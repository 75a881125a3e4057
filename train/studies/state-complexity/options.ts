/** @file Options of the study 'state-complexity'. */

import { z } from 'zod';
import { targetSpec } from '../../../datasets/targets.ts';
import { metricSpec } from '../../metric-spec.ts';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  targets: z.array(targetSpec).min(1).describe('states of qubits, of any kind'),
  metric: metricSpec
    .prefault({ maxRange: 'infinite' })
    .describe('what words cost; default all words of one and two qubits at weight 1'),
  slices: slices(),
  starts: starts(2, 'random starts of each search'),
  maxSteps: z
    .int()
    .positive()
    .max(10000)
    .default(200)
    .describe('optimiser steps at each weight of the end-point condition'),
  largest: z.int().positive().max(10).default(6).describe('most qubits for which all paths are searched'),
  real: z
    .boolean()
    .default(false)
    .describe('sectors: only words with an odd number of Y; the shortest path need not be'),
  parity: z.boolean().default(false).describe('sectors: only words that flip an even number of qubits'),
  sector: z
    .array(z.int().positive())
    .min(1)
    .optional()
    .describe('blocks of the only sector to be searched for every target; default chosen for each'),
});

export const stateComplexity = {
  summary: 'complexity of given states: shortest path found, lower bound, and what each is worth',
  options,
};

export type Options = z.output<typeof options>;
