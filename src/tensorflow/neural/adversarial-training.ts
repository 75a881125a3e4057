/** @file A generator and a discriminator, trained against each other. */

import * as tf from '@tensorflow/tfjs';
import { DomainError } from '../../errors.ts';
import { type RandomState, type RandomStream, randomStream, randomStreamOf } from '../../linalg/random.ts';
import { keepState, lastState, type SearchJournal } from '../../search-journal.ts';
import { batchNetwork, denseNetwork, type NeuralNetwork, neuralNetwork, normalTensor } from './neural-network.ts';
import { type AdamMemory, adamMemory, assignValues, restoreAdam, type Values, valuesOf } from './training-memory.ts';

/** A generator of data from noise, and a discriminator of data and what is generated. */
export interface AdversarialPair {
  /** Normal numbers, shape [batch, latent], to data, shape [batch, n]. */
  readonly generator: NeuralNetwork;
  /** Data, shape [batch, n], to the logit of being true, shape [batch, 1]: D = 1/(1 + e^{−logit}). */
  readonly discriminator: NeuralNetwork;
  readonly latent: number;
}

/** How to train. */
export interface AdversarialOptions {
  /** Default 1500. */
  readonly steps?: number;
  /** Rows of data, and of noise, in each step; default 64. */
  readonly batch?: number;
  /** Of Adam, for the generator; default 0.001. 0 leaves it as it is. */
  readonly learningRate?: number;
  /** Of Adam, for the discriminator, which should be ahead; default 3 times the generator's. */
  readonly discriminatorRate?: number;
  /**
   * Weight γ of the gradient penalty ½γ E|∂ logit/∂x|² at the data, which keeps the discriminator smooth and what is generated various; default
   * 0. The discriminator then needs second derivatives, which dense layers with tanh have.
   */
  readonly penalty?: number;
  /** Memory of Adam's mean gradient; default 0.5. */
  readonly beta1?: number;
  /** Memory of the mean of the generator's variables, which take its values at the end: the game circles. Default 0.99; 0 is none. */
  readonly memory?: number;
  readonly seed?: number;
  /**
   * Where the training is written down every 20 steps; one that an interrupted one has left is gone on from, to the same bits, after the
   * steps that it had taken are told again.
   */
  readonly journal?: SearchJournal | undefined;
}

/** A step of the game. */
export interface AdversarialStep {
  readonly step: number;
  /** The value V of the game on the batch, in nats, before the step: −ln 4 where the discriminator can tell nothing. */
  readonly value: number;
}

/** The training before a step: plain data. */
interface Kept {
  /** Of the steps so far. */
  readonly played: readonly number[];
  readonly random: RandomState;
  readonly generator: Values;
  readonly discriminator: Values;
  readonly means: Values;
  readonly slow: AdamMemory;
  readonly fast: AdamMemory;
}

/** Steps from one time that the training is written down to the next. */
const KEEP_EVERY = 20;

/**
 * Trains a pair by turns,
 *
 *     V = E ln D(x) + E ln(1 − D(G(z))):    D ascends V − ½γ E|∂ logit/∂x|², G ascends E ln D(G(z)),
 *
 * which has, at γ = 0, the fixed point of min_G max_D V, and a gradient where D is sure. Both by Adam of TensorFlow.js; the pair's variables change
 * in place. All randomness is of the seed.
 *
 * @param data - draws rows, shape [count, n]
 * @throws {DomainError} options that are not positive, or a negative penalty
 * @see Goodfellow et al., NeurIPS 2014, arXiv:1406.2661
 * @see Mescheder, Geiger & Nowozin, ICML 2018, arXiv:1801.04406, for the penalty
 */
export function* adversarialTraining(
  { generator, discriminator, latent }: AdversarialPair,
  data: (stream: RandomStream, count: number) => tf.Tensor2D,
  options: AdversarialOptions = {},
): Generator<AdversarialStep, void> {
  const { steps = 1500, batch = 64, learningRate = 0.001, beta1 = 0.5, memory = 0.99, penalty = 0, seed = 1 } = options;
  const { discriminatorRate = 3 * learningRate, journal } = options;
  if (![steps, batch, discriminatorRate].every((x) => x > 0) || !(learningRate >= 0)) {
    throw new DomainError(
      `adversarialTraining: positive steps, batch and rates required, got ${[steps, batch, learningRate, discriminatorRate].join(', ')}`,
    );
  }
  if (!(penalty >= 0 && penalty < Infinity)) {
    throw new DomainError(`adversarialTraining: a finite penalty of at least 0 required, got ${penalty}`);
  }
  const before = lastState<Kept>(journal);
  const stream = before ? randomStreamOf(before.random) : randomStream(seed, 'adversarial training');
  const slow = tf.train.adam(learningRate, beta1);
  const fast = tf.train.adam(discriminatorRate, beta1);
  const logits = (x: tf.Tensor2D): tf.Tensor => discriminator.apply(x);
  const means = tf.tidy(() => generator.variables.map((x) => tf.variable(x, false)));
  const values: number[] = [];
  try {
    if (before !== undefined) {
      restore({ generator, discriminator }, { means, slow, fast }, before);
      for (const value of before.played) yield { step: values.push(value) - 1, value };
    }
    for (let step = values.length; step < steps; step++) {
      if (journal !== undefined && step % KEEP_EVERY === 0) {
        const kept = memoryOf({ generator, discriminator }, { means, slow, fast });
        keepState(journal, { ...kept, played: [...values], random: stream.state() } satisfies Kept);
      }
      const value = tf.tidy(() => {
        const [x, z] = [data(stream, batch), normalTensor(stream, batch, latent)];
        const generated = generator.apply(z);
        let played = 0;
        fast.minimize(
          () => {
            const loss = tf.add(unlikely(logits(x)), unlikely(tf.neg(logits(generated)))) as tf.Scalar;
            played = -loss.dataSync()[0]!;
            return penalty === 0 ? loss : tf.add(loss, tf.mul(penalty / 2, squaredSlope(logits, x)));
          },
          false,
          [...discriminator.variables],
        );
        slow.minimize(() => unlikely(logits(generator.apply(z))), false, [...generator.variables]);
        means.forEach((mean, k) => {
          mean.assign(tf.add(tf.mul(mean, memory), tf.mul(generator.variables[k]!, 1 - memory)));
        });
        return played;
      });
      values.push(value);
      yield { step, value };
    }
    generator.variables.forEach((x, k) => {
      x.assign(means[k]!);
    });
  } finally {
    slow.dispose();
    fast.dispose();
    tf.dispose(means);
  }
}

/** What is trained beside the variables of a pair. */
interface Running {
  readonly means: readonly tf.Variable[];
  readonly slow: tf.AdamOptimizer;
  readonly fast: tf.AdamOptimizer;
}

type Networks = Pick<AdversarialPair, 'generator' | 'discriminator'>;

const memoryOf = (
  { generator, discriminator }: Networks,
  { means, slow, fast }: Running,
): Omit<Kept, 'played' | 'random'> => ({
  generator: valuesOf(generator.variables),
  discriminator: valuesOf(discriminator.variables),
  means: valuesOf(means),
  slow: adamMemory(slow),
  fast: adamMemory(fast),
});

/** Gives a pair, and what is trained beside it, what an interrupted training has left. */
function restore({ generator, discriminator }: Networks, { means, slow, fast }: Running, kept: Kept): void {
  assignValues(generator.variables, kept.generator);
  assignValues(discriminator.variables, kept.discriminator);
  assignValues(means, kept.means);
  restoreAdam(slow, kept.slow, generator.variables);
  restoreAdam(fast, kept.fast, discriminator.variables);
}

/** E|∂ logit/∂x|² of a batch x, itself with derivatives. */
function squaredSlope(logits: (x: tf.Tensor2D) => tf.Tensor, x: tf.Tensor2D): tf.Scalar {
  const slopes = tf.grad((rows: tf.Tensor) => tf.sum(logits(rows as tf.Tensor2D)))(x);
  return tf.mean(tf.sum(tf.square(slopes), 1)).asScalar();
}

/** −E ln 1/(1 + e^{−logit}). */
const unlikely = (logit: tf.Tensor): tf.Scalar => tf.mean(tf.softplus(tf.neg(logit))).asScalar();

/**
 * The pair that can play the game between Gaussians on the line to its end: G(z) = a + b z, and a discriminator whose logit
 * c_0 + c_1 x + c_2 x² contains the best one, ln p/q.
 *
 * @param options - a and b of the start; default 0 and 1
 * @returns the pair, c = 0; variables a, b of the generator, and c of the discriminator
 */
export function gaussianPair({ mean = 0, deviation = 1 }: Partial<GaussianStart> = {}): AdversarialPair {
  const [a, b, c] = tf.tidy(() => [
    tf.variable(tf.tensor1d([mean])),
    tf.variable(tf.tensor1d([deviation])),
    tf.variable(tf.zeros([3, 1])),
  ]);
  return {
    latent: 1,
    generator: neuralNetwork([a!, b!], (z) => tf.add(tf.mul(z, b!), a!) as tf.Tensor2D),
    discriminator: neuralNetwork([c!], (x) =>
      tf.matMul(tf.concat([tf.onesLike(x), x, tf.square(x)], 1), c as tf.Tensor as tf.Tensor2D),
    ),
  };
}

/** Where the generator on the line starts. */
export interface GaussianStart {
  readonly mean: number;
  readonly deviation: number;
}

/** The widths of a dense pair. */
export interface DensePairOptions {
  /** Normal numbers at the input. */
  readonly latent: number;
  /** Units of each hidden layer: two of the generator, one of the discriminator. */
  readonly hidden: number;
  /** Numbers of a row of data. */
  readonly outputs: number;
  /** Features whose deviation over the batch the discriminator sees (`batchNetwork`); default 0, where it judges each row by itself. */
  readonly features?: number;
}

/** A pair of dense networks for data in [0, 1]: the generator ends in a sigmoid. */
export function densePair(
  { latent, hidden, outputs, features = 0 }: DensePairOptions,
  stream: RandomStream,
): AdversarialPair {
  const logits = denseNetwork([latent, hidden, hidden, outputs], stream);
  return {
    latent,
    generator: neuralNetwork(logits.variables, (z) => tf.sigmoid(logits.apply(z))),
    discriminator:
      features === 0 ? denseNetwork([outputs, hidden, 1], stream) : batchNetwork([outputs, hidden, features], stream),
  };
}
