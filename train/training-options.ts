/** @file How a network is trained: optimiser, starts, complexity penalty, pruning. */

import { z } from 'zod';

const learningRate = (rate: number) => z.number().positive().default(rate).describe('step length');

/**
 * The optimisers. Those named tensorflow-… train float32 tf.Variables with TensorFlow.js' own optimisers; the
 * others run in float64. On networks with isometries the float64 ones are Riemannian.
 */
const optimiserOption = z
  .discriminatedUnion('name', [
    z.strictObject({
      name: z.literal('tensorflow-adam').describe('Adam of TensorFlow.js, in float32'),
      learningRate: learningRate(0.02),
    }),
    z.strictObject({
      name: z.literal('tensorflow-rmsprop').describe('RMSProp of TensorFlow.js, in float32'),
      learningRate: learningRate(0.005),
    }),
    z.strictObject({
      name: z.literal('adam').describe('gradients scaled by running means of themselves and of their squares'),
      learningRate: learningRate(0.02),
    }),
    z.strictObject({
      name: z.literal('rmsprop').describe('gradients scaled by a running mean of their squares'),
      learningRate: learningRate(0.005),
    }),
    z.strictObject({
      name: z.literal('gradient-descent').describe('against the gradient'),
      learningRate: learningRate(0.1),
    }),
    z.strictObject({
      name: z.literal('lbfgs').describe('limited-memory BFGS with a line search'),
      memory: z.int().positive().default(20).describe('pairs remembered'),
    }),
    z.strictObject({
      name: z.literal('conjugate-gradient').describe('nonlinear conjugate gradients with a line search'),
    }),
    z.strictObject({
      name: z.literal('natural-gradient').describe('gradient of the Fubini–Study metric'),
      learningRate: learningRate(0.5),
      damping: z.number().positive().default(1e-6).describe('added to the diagonal of the Fubini–Study metric'),
    }),
  ])
  .prefault({ name: 'lbfgs' });

export type OptimiserOption = z.output<typeof optimiserOption>;

/** Each of these numbers names a phase of the training. */
const distinct = z
  .array(z.number().positive())
  .refine((list) => new Set(list).size === list.length, 'different numbers required');

const complexityOption = z.strictObject({
  term: z
    .enum(['length', 'layered-length', 'block-length', 'energy', 'gate-count', 'bond-entropy', 'bond-dimension'])
    .optional()
    .describe(
      'complexity; default length for circuits, block-length for circuits of blocks, bond-entropy for tensor networks',
    ),
  weights: distinct
    .default([])
    .describe('weights λ, one after another; for circuits of blocks 0.005, 0.0005, 0.00005 if none are given'),
  optimiser: optimiserOption.describe('optimiser of the penalty schedule'),
  maxSteps: z.int().positive().default(300).describe('steps at each weight'),
});

const pruneOption = z.strictObject({
  thresholds: distinct
    .default([0.01, 0.03, 0.1])
    .describe(
      'thresholds, tried in turn, below which angles (rad, circuits), norms of generators (blocks) or Schmidt weights (networks) are removed',
    ),
  maxSteps: z.int().positive().default(300).describe('steps of retraining after each removal'),
  tolerance: z
    .number()
    .positive()
    .default(10)
    .describe('a removal is kept if the infidelity ends below this times the greater of target and present infidelity'),
});

const growOption = z.strictObject({
  position: z
    .enum(['end', 'best'])
    .default('end')
    .describe('where gates are added: at the end, or where the gradient per cost is largest'),
  mostGates: z.int().positive().default(100).describe('most gates, including the given ones'),
  maxSteps: z.int().positive().default(200).describe('steps of retraining after each gate'),
  smallestGradient: z
    .number()
    .positive()
    .default(1e-6)
    .describe('slope per cost below which the circuit is on a plateau, which a half turn or a random gate leaves'),
});

export const trainingOptions = z.strictObject({
  optimiser: optimiserOption.describe('optimiser of the starts'),
  starts: z.int().positive().default(4).describe('most random starts'),
  candidates: z
    .int()
    .positive()
    .default(1)
    .describe('starts that must reach the target; each is shortened and pruned, and the one of least complexity kept'),
  amplitude: z
    .number()
    .positive()
    .default(0.5)
    .describe(
      'standard deviation of the initial angles, rad; doubled from start to start where the energy has weights',
    ),
  maxSteps: z.int().positive().default(1000).describe('steps of each start'),
  energyWeights: distinct
    .default([])
    .describe(
      'weights of the energy beside the infidelity from the first step on, one after another: a start then ends near a short circuit, which the complexity penalty completes; for circuits of blocks 0.025, 0.005 if none are given',
    ),
  targetInfidelity: z.number().positive().default(1e-10).describe('infidelity that counts as success'),
  grow: growOption
    .or(z.literal(false))
    .default(false)
    .describe(
      'gates added one by one to the circuit: of all words of the metric that of largest gradient per cost √w; to a circuit of blocks layers, while they make it shorter',
    ),
  complexity: complexityOption.prefault({}).describe('complexity penalty, after fidelity is reached'),
  prune: pruneOption.or(z.literal(false)).default(false).describe('removal of gates or bonds that no longer matter'),
  truncation: z
    .strictObject({
      bond: z.int().positive().max(512).default(64).describe('greatest bond dimension'),
      tolerance: z.number().nonnegative().max(0.1).default(1e-13).describe('weight that may be dropped at each cut'),
    })
    .prefault({})
    .describe('circuits of blocks beside targets of more than 14 qubits: how their states are cut'),
  order: z
    .enum(['fixed', 'improving'])
    .default('fixed')
    .describe(
      'how circuits of rotations meet their target: fixed, in an order that the circuit determines, so that every bit repeats; improving: by times measured on this machine, and a worker looks for a faster order meanwhile, so that last digits differ from run to run',
    ),
  polish: z
    .int()
    .nonnegative()
    .default(500)
    .describe('L-BFGS steps in float64 on the infidelity alone, before and after the penalty'),
  patience: z
    .int()
    .positive()
    .default(100)
    .describe('number of steps within which the loss must fall by 0.1 %, or the phase ends'),
  checkpointEvery: z.int().positive().default(100).describe('steps between checkpoints'),
});

export type TrainingOptions = z.output<typeof trainingOptions>;
