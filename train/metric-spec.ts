/** @file The complexity metric as it stands in an experiment file. */

import { z } from 'zod';
import type { PenaltyMetric } from '../src/complexity/penalty-metric.ts';
import { latticeOfSpec, latticeSpec } from '../src/operator/lattice-spec.ts';

export const metricSpec = z.strictObject({
  maxSize: z.int().positive().or(z.literal('infinite')).default(2).describe('qubits on which a cheap word may act'),
  maxRange: z.int().nonnegative().or(z.literal('infinite')).default(1).describe('lattice range of a cheap word'),
  sizeWeights: z
    .array(z.number().nonnegative())
    .refine(
      (weights) => weights.slice(1).every((weight) => weight > 0),
      'weights above 0 required, except for one qubit',
    )
    .optional()
    .describe('weights of cheap words of 1, 2, … qubits; default 1; 0 for one qubit makes local rotations free'),
  penalty: z
    .number()
    .positive()
    .or(z.literal('infinite'))
    .default('infinite')
    .describe('weight of all other words; infinite: they are no controls'),
  lattice: latticeSpec.default('chain').describe('where range is measured'),
});

export type MetricSpec = z.output<typeof metricSpec>;

/** The metric of a specification on n qubits. */
export function metricOfSpec(spec: MetricSpec, qubits: number): PenaltyMetric {
  const { maxSize, maxRange, sizeWeights, penalty, lattice } = spec;
  return {
    ...(maxSize !== 'infinite' && { maxSize }),
    ...(maxRange !== 'infinite' && { maxRange }),
    ...(sizeWeights && { sizeWeights }),
    penalty: penalty === 'infinite' ? Infinity : penalty,
    lattice: latticeOfSpec(lattice, qubits),
  };
}
