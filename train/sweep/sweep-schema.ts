/** @file The sweep as a schema: an experiment or a request, and the fields of it that are varied. */

import { z } from 'zod';

/** Most tasks of a sweep. */
export const MOST_TASKS = 20_000;

const path = z
  .string()
  .regex(/^[^.]+(?:\.[^.]+)*$/, "a key by its path, such as 'training.maxSteps'")
  .refine((keys) => keys !== 'name', 'a key other than name, which is made of the values');

const range = z.strictObject({
  from: z.number().describe('first value'),
  to: z.number().describe('last value'),
  count: z.int().positive().max(MOST_TASKS).describe('number of values'),
  scale: z
    .enum(['linear', 'logarithmic'])
    .default('linear')
    .describe('logarithmic: equal ratios in place of equal steps; from and to of one sign'),
});

const values = z.union([z.array(z.unknown()).min(1), range], { error: 'a list of values, or {from, to, count}' });

const seeds = z.union([z.int().positive(), z.array(z.int().nonnegative()).min(1)], {
  error: 'a number of seeds, or a list of them',
});

/** Whether there are keys at all: what one key requires of another is then reported even if a third is wrong. */
const isObject = ({ value }: { readonly value: unknown }): boolean => typeof value === 'object' && value !== null;

/** Schema of a sweep. */
export const sweepSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]+$/, 'letters, digits, dot, dash, underscore')
      .refine((name) => !/^\.+$/.test(name), 'a name with a letter or digit; . and .. are folders')
      .describe('name of the sweep; letters, digits, dot, dash, underscore'),
    experiment: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('an experiment or a study, as bulkweave run takes it; it needs no name'),
    compute: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('a request, as bulkweave compute takes it, in place of an experiment'),
    grid: z
      .record(path, values)
      .default({})
      .describe('values by the path of their key; every combination is a task, the last key runs fastest'),
    together: z
      .record(path, values)
      .default({})
      .describe('lists of one length, whose values go together: the first of each, the second of each …'),
    seeds: seeds.optional().describe("number of seeds, counted up from the experiment's own, or a list of them"),
    parts: z
      .int()
      .positive()
      .max(MOST_TASKS)
      .optional()
      .describe('of a contraction with maxSize: number of parts into which its slices are divided, and summed'),
    columns: z
      .record(z.string(), z.string())
      .optional()
      .describe('columns of the table: paths in the record or the result, such as points.0.training.infidelity'),
    best: z
      .strictObject({
        of: z.string().describe('the column'),
        is: z.enum(['least', 'greatest']).default('least'),
      })
      .optional()
      .describe('which of the tasks that differ in nothing but the seed is kept as the best'),
  })
  .refine(({ experiment, compute }) => experiment !== undefined || compute !== undefined, {
    message: 'an experiment, or a request under compute',
    path: ['experiment'],
    when: isObject,
  })
  .refine(({ experiment, compute }) => experiment === undefined || compute === undefined, {
    message: 'no request beside an experiment: a sweep has one or the other',
    path: ['compute'],
    when: isObject,
  })
  .refine(({ parts, compute }) => parts === undefined || compute?.request === 'contract', {
    message: 'no parts except of a request contract',
    path: ['parts'],
    when: isObject,
  })
  .refine(({ columns, best }) => Object.hasOwn(columns!, best!.of), {
    message: 'the name of one of the columns chosen',
    path: ['best', 'of'],
    when: ({ value }) =>
      isObject({ value }) && ['columns', 'best'].every((key) => isObject({ value: (value as never)[key] })),
  });

/** A checked sweep; of experiment and request only that they are objects. */
export type Sweep = z.output<typeof sweepSchema>;

/** The values of a field: a list, or a range of numbers. */
export type SweptValues = z.output<typeof values>;
