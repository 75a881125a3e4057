/** @file What a checkpoint must contain for its run to be resumed, as a schema. */

import { z } from 'zod';
import { type Issue, issuesOf } from '../../src/issues.ts';
import { inputsSchema, pointSchema } from '../../src/record/record-schema.ts';
import type { Stage } from './stage-sequence.ts';

const real = z.custom<number>((value) => typeof value === 'number', 'a number required');
const numbers = z.instanceof(Float64Array, { error: 'numbers of 64 bits required' });
const steps = z.int().nonnegative();
const result = z.enum(['converged', 'max-steps', 'stalled', 'diverged']);
const best = z.looseObject({ theta: numbers, loss: real, infidelity: real });
const noted = z.looseObject({ notes: z.array(z.string()) }).optional();

const journal = z.looseObject({
  completed: z.record(z.string(), best.extend({ result })),
  running: z.looseObject({ name: z.string(), steps, state: z.looseObject({}), best }).nullable(),
  history: pointSchema.shape.training.shape.history,
});

const stages: Readonly<Record<Stage, typeof noted>> = {
  geodesic: noted,
  fisher: noted,
  bulk: noted,
  shape: noted,
  gravity: noted,
};

const runCheckpoint = z.looseObject({
  points: z.array(pointSchema),
  warmStart: numbers.nullable(),
  journal,
  path: noted,
  searching: z.record(z.string(), z.looseObject({})).optional(),
  trained: z
    .looseObject({
      training: pointSchema.shape.training.extend({ theta: numbers, unpruned: numbers }),
      stages: z.looseObject(stages),
    })
    .optional(),
  followed: steps.optional(),
});

const head = {
  folder: z.string(),
  backend: z.string(),
  engine: z.string().optional(),
  startedAt: z.string(),
  seconds: z.number().nonnegative(),
  inputs: inputsSchema.optional(),
};

/**
 * Every mistake in the saved state of a run, except in its experiment; [] if there is none. What the parts of a study
 * have found is not checked here.
 */
export function savedRunIssues(saved: unknown, ofStudy: boolean): readonly Issue[] {
  const checkpoint = ofStudy ? z.record(z.string(), z.unknown()) : runCheckpoint;
  const parsed = z.looseObject({ ...head, checkpoint: checkpoint.nullable() }).safeParse(saved);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => issuesOf(issue, saved));
}
