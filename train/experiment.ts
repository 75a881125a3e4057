/** @file The experiment: everything a run depends on, as one JSON object, checked whole. */

import { z } from 'zod';
import { CURVES, DATASETS } from '../datasets/index.ts';
import { MODELS } from '../models/index.ts';
import { type Issue, issuesOf } from './issues.ts';
import { metricSpec } from './metric-spec.ts';
import { trainingOptions } from './training-options.ts';

/** One variant of a union for each entry of a catalogue: { name, ...options }. */
function chosenFrom<Catalogue extends Readonly<Record<string, { readonly options: z.ZodObject }>>>(
  catalogue: Catalogue,
) {
  const variants = Object.entries(catalogue).map(([name, { options }]) => options.extend({ name: z.literal(name) }));
  return z.discriminatedUnion(
    'name',
    variants as unknown as [z.ZodObject, ...z.ZodObject[]],
  ) as unknown as z.ZodType<Chosen>;
}

/** A choice from a catalogue: the entry's name and its options. */
export type Chosen = { readonly name: string } & Readonly<Record<string, unknown>>;

const geodesicOptions = z.strictObject({
  slices: z
    .int()
    .min(2)
    .multipleOf(2)
    .default(8)
    .describe('number K of slices, even; K/2 is solved first, for the convergence'),
  starts: z.int().positive().default(2).describe('number of random starts'),
  maxSteps: z.int().positive().default(200).describe('optimiser steps at each weight of the infidelity'),
  largest: z.int().positive().default(10).describe('most qubits for which the geodesic is searched'),
});

/** Schema of an experiment file. */
export const experimentSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]+$/)
      .describe('name of the run; letters, digits, dot, dash, underscore'),
    seed: z.int().nonnegative().default(1).describe('seed of all randomness'),
    target: chosenFrom(DATASETS).optional().describe('the state to generate'),
    curve: chosenFrom(CURVES).optional().describe('a curve of states, in place of one target'),
    model: chosenFrom(MODELS).describe('the generative network'),
    metric: metricSpec.prefault({}).describe('complexity metric'),
    training: trainingOptions.prefault({}).describe('how the network is trained'),
    geodesic: geodesicOptions.or(z.literal(false)).prefault({}).describe('geodesic stage; false leaves it out'),
    fisher: z.boolean().default(true).describe('Fisher information stage'),
    bulk: z.boolean().default(true).describe('bulk geometry stage'),
  })
  .refine(({ target, curve }) => (target === undefined) !== (curve === undefined), {
    message: 'either a target or a curve required',
    path: ['target'],
  });

/** A checked experiment, all defaults filled in. */
export type Experiment = z.output<typeof experimentSchema>;

/**
 * Checks an experiment. Never throws: either the experiment with all defaults, or every mistake in it.
 *
 * @param json - the parsed file
 */
export function parseExperiment(
  json: unknown,
): { readonly experiment: Experiment } | { readonly issues: readonly Issue[] } {
  const parsed = experimentSchema.safeParse(json);
  if (parsed.success) return { experiment: parsed.data };
  return { issues: parsed.error.issues.flatMap((issue) => issuesOf(issue, json)) };
}
