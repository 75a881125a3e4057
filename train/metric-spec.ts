/** @file The complexity metric as it stands in an experiment file. */

import { z } from 'zod';
import type { PenaltyMetric } from '../src/complexity/penalty-metric.ts';
import { weightMistakes } from '../src/complexity/weight-mistakes.ts';
import { latticeOfSpec, latticeSpec } from '../src/operator/lattice-spec.ts';

/** A weight in a table; the table as a whole tells which are wrong. */
const weight = z.number().or(z.literal('infinite'));

/** Weights by name, with all mistakes in names and weights. */
const weightTable = (table: 'words' | 'letters') =>
  z.record(z.string(), weight).superRefine((weights, context) => {
    for (const { name, required } of weightMistakes({ [table]: numbersOf(weights) })) {
      context.addIssue({ code: 'custom', message: required, path: [name] });
    }
  });

const numbersOf = (weights: Readonly<Record<string, number | 'infinite'>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(weights).map(([name, w]) => [name, w === 'infinite' ? Infinity : w]));

export const metricSpec = z.strictObject({
  maxSize: z
    .int()
    .nonnegative()
    .or(z.literal('infinite'))
    .default(2)
    .describe('qubits on which a cheap word may act; 0: only words in the tables are cheap'),
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
  words: weightTable('words')
    .optional()
    .describe("weights of single words, {ZZI: 4, …}, before all else; 'infinite': no control"),
  letters: weightTable('letters')
    .optional()
    .describe('weights of words within maxRange by their letters, {X: 1, ZZ: 4, …}, before those by size'),
});

export type MetricSpec = z.output<typeof metricSpec>;

/** The metric of a specification on n qubits. */
export function metricOfSpec(spec: MetricSpec, qubits: number): PenaltyMetric {
  const { maxSize, maxRange, sizeWeights, penalty, lattice, words, letters } = spec;
  return {
    ...((maxSize !== 'infinite' || words || letters) && { maxSize: maxSize === 'infinite' ? Infinity : maxSize }),
    ...(maxRange !== 'infinite' && { maxRange }),
    ...(sizeWeights && { sizeWeights }),
    penalty: penalty === 'infinite' ? Infinity : penalty,
    lattice: latticeOfSpec(lattice, qubits),
    ...(words && { words: numbersOf(words) }),
    ...(letters && { letters: numbersOf(letters) }),
  };
}
