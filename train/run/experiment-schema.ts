/** @file The experiment as a schema: everything on which a run depends. It trains a network, or it is a study. */

import { z } from 'zod';
import { CURVES, DATASETS } from '../../datasets/index.ts';
import { MODELS } from '../../models/index.ts';
import { chosenFrom } from '../../src/catalogue.ts';
import { metricSpec } from '../metric-spec.ts';
import { STUDIES } from '../studies/index.ts';
import { trainingOptions } from '../training-options.ts';

const lowerBoundOptions = z.strictObject({
  observable: z
    .enum(['quick', 'none', 'one', 'transposed', 'moving', 'symmetric', 'symmetric-moving'])
    .default('quick')
    .describe(
      'quick: one observable for up to 3 qubits, in a second or two; one, transposed: of up to 4, on two copies, entangled ones excluded or not; ' +
        'moving: one that changes on the way, of up to 3; symmetric: one that no permutation changes, of up to 10; symmetric-moving: both',
    ),
  cells: z
    .int()
    .positive()
    .max(32)
    .default(4)
    .describe('intervals of the expectation, or segments of the way, with a bound each; not of quick'),
  starts: z.int().positive().default(1).describe('observables begun with; not of quick and moving ones'),
  maxSteps: z
    .int()
    .positive()
    .optional()
    .describe(
      'optimiser steps at each hardness of the maximum; default 100, 300 for moving, 150 for symmetric-moving; not of quick',
    ),
});

const geodesicOptions = z.strictObject({
  slices: z
    .int()
    .positive()
    .default(8)
    .describe('number K of slices; K/2, or (K + 1)/2, is solved first, to judge the convergence'),
  starts: z.int().positive().default(2).describe('number of random starts'),
  maxSteps: z.int().positive().default(200).describe('optimiser steps at each weight of the infidelity'),
  sorted: z
    .boolean()
    .default(true)
    .describe(
      'mixed states: start from the eigenvalues in descending order, as circuits do; false: from the nearest order',
    ),
  largest: z
    .int()
    .positive()
    .default(10)
    .describe('most qubits for which the geodesic is searched for among all paths; sectors have no such limit'),
  largestGaussian: z
    .int()
    .positive()
    .max(128)
    .default(50)
    .describe('most qubits for which the shortest Gaussian path to a pure Gaussian state is searched for'),
  sectors: z
    .boolean()
    .default(true)
    .describe('symmetric states on metrics that do not tell qubits apart: search in sectors of polynomial size, too'),
  sector: z
    .array(z.int().positive())
    .min(1)
    .optional()
    .describe('blocks of the only sector to be searched, parts of the blocks of the target: [1, 39]; default chosen'),
  ring: z
    .strictObject({
      cell: z.int().positive().default(1).describe('sites of a cell: translations by whole cells count'),
      reflection: z.boolean().default(false).describe('whether the reflection of the ring counts, too'),
    })
    .optional()
    .describe(
      'translation-invariant targets of at most 14 qubits on metrics of a ring: search in the invariant states, in place of other sectors',
    ),
  lowerBound: lowerBoundOptions.prefault({}).describe('the lower bound by an observable'),
  real: z
    .boolean()
    .default(false)
    .describe(
      'only words with an odd number of Y, which keep real states real, in sectors and among all paths; the shortest need not be',
    ),
  pairs: z
    .boolean()
    .default(true)
    .describe(
      'from seven qubits on, states whose neighbours 0 and 1, 2 and 3, … are equal, as those of GHZ: search among the paths that keep them so',
    ),
  parity: z.boolean().default(false).describe('sectors: only words that flip an even number of qubits'),
});

/** Whether a model is made of blocks, gates on pairs of qubits. */
const hasBlocks = (name: string): boolean => 'block' in MODELS[name as keyof typeof MODELS].options.shape;

/** Whether there are keys at all: what one key requires of another is then reported even if a third is wrong. */
const isObject = ({ value }: { readonly value: unknown }): boolean => typeof value === 'object' && value !== null;

/** The keys of every experiment. */
const head = {
  name: z
    .string()
    .regex(/^[\w.-]+$/, 'letters, digits, dot, dash, underscore')
    .refine((name) => !/^\.+$/.test(name), 'a name with a letter or digit; . and .. are folders')
    .describe('name of the run; letters, digits, dot, dash, underscore'),
  seed: z.int().nonnegative().default(1).describe('seed of all randomness'),
};

const pair = z.tuple([z.number(), z.number()]);
const radians = (which: string) => z.number().describe(`angle ${which} on the Bloch sphere, radians`);

/** A product state: a name, a word with a letter for each qubit, or Bloch angles or amplitudes for each qubit. */
const productStateSpec = z.union(
  [
    z.string().regex(/^(zero|plus|[01+\-rl]+)$/),
    z
      .array(
        z.union([
          z.strictObject({ polar: radians('from |0⟩'), azimuth: radians('about the axis of |0⟩ and |1⟩') }),
          z.tuple([pair, pair]),
        ]),
      )
      .min(1),
  ],
  { error: "'zero', 'plus', a word of 0 1 + - r l, or {polar, azimuth} or [[re, im], [re, im]] for each qubit" },
);

/** Schema of an experiment that trains a network. */
export const experimentSchema = z
  .strictObject({
    ...head,
    target: chosenFrom(DATASETS).optional().describe('the state to generate'),
    curve: chosenFrom(CURVES).optional().describe('a curve of states, in place of one target'),
    model: chosenFrom(MODELS)
      .prefault({ name: 'block-circuit' })
      .describe('the generative network; default a circuit of blocks, for states of qubits'),
    reference: productStateSpec
      .optional()
      .describe("where circuit and geodesic start: 'zero', 'plus', a word such as '01+-rl', or a state for each qubit"),
    metric: metricSpec.prefault({}).describe('complexity metric'),
    training: trainingOptions.prefault({}).describe('how the network is trained'),
    geodesic: geodesicOptions.or(z.literal(false)).prefault({}).describe('geodesic stage; false leaves it out'),
    fisher: z.boolean().default(true).describe('Fisher information stage'),
    bulk: z.boolean().default(true).describe('bulk geometry stage'),
    gravity: z.boolean().default(true).describe('response of the geometry to a disturbance; needs the bulk stage'),
  })
  .refine(({ target, curve }) => target !== undefined || curve !== undefined, {
    message: 'a target, or a curve in its place',
    path: ['target'],
    when: isObject,
  })
  .refine(({ target, curve }) => target === undefined || curve === undefined, {
    message: 'no curve beside a target: an experiment has one or the other',
    path: ['curve'],
    when: isObject,
  })
  .refine(({ metric, training }) => metric.sizeWeights?.[0] !== 0 || training.grow === false, {
    message: 'a weight above 0 where gates are added by their gain per cost',
    path: ['metric', 'sizeWeights'],
  })
  .refine(({ metric }) => metric.maxSize !== 0 || metric.words !== undefined || metric.letters !== undefined, {
    message: '1 or more, except beside a table of words or letters',
    path: ['metric', 'maxSize'],
  })
  .refine(({ metric, model }) => metric.maxSize !== 1 || metric.penalty !== 'infinite' || !hasBlocks(model.name), {
    message: '2 or more, or a finite penalty, for a model with gates on pairs',
    path: ['metric', 'maxSize'],
  });

/** A checked experiment, all defaults filled in. */
export type Experiment = z.output<typeof experimentSchema>;

/** Schema of an experiment that is a study. */
export const studySchema = z.strictObject({ ...head, study: chosenFrom(STUDIES).describe('the study') });

/** A checked study, all defaults filled in. */
export type StudyExperiment = z.output<typeof studySchema>;

export const isStudy = (experiment: Experiment | StudyExperiment): experiment is StudyExperiment =>
  'study' in experiment;
