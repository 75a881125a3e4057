/** @file Options of the study 'gate-length-front'. */

import { z } from 'zod';
import { targetSpec } from '../../../datasets/targets.ts';
import { metricSpec } from '../../metric-spec.ts';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  targets: z.array(targetSpec).min(1).describe('pure states of at most ten qubits'),
  metric: metricSpec.prefault({}).describe('what generators cost; gates act on the bonds of its lattice'),
  layers: z
    .array(z.int().positive().max(40))
    .min(1)
    .default([1, 2, 3, 4, 5])
    .describe('numbers of layers of gates, one class of disjoint bonds after another'),
  starts: starts(2, 'random starts of each number of layers, and of each path'),
  slices: slices(),
  tolerance: z.number().positive().max(0.1).default(1e-8).describe('infidelity that counts as reached'),
});

export const gateLengthFront = {
  summary: 'length against number of two-qubit gates, each a whole block: how near circuits come to the geodesic',
  options,
};

export type Options = z.output<typeof options>;
