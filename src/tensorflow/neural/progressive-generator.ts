/** @file A generator of pictures grown from coarse to fine, each stage trained with those below it frozen. */

import * as tf from '@tensorflow/tfjs';
import { DomainError, ShapeError } from '../../errors.ts';
import { type RandomStream, randomStream } from '../../linalg/random.ts';
import { recorded } from '../../search-journal.ts';
import { type AdversarialOptions, type AdversarialStep, adversarialTraining } from './adversarial-training.ts';
import { doubled } from './convolution.ts';
import { batchNetwork, denseNetwork, drawnRows, type NeuralNetwork, neuralNetwork } from './neural-network.ts';
import { assignValues, valuesOf } from './training-memory.ts';

/** A stage: pictures of this side from those of half the side, and noise. */
export interface ProgressiveStage {
  readonly side: number;
  /** Normal numbers for all stages up to this one, shape [batch, latent · stages], to pictures in [0, 1], shape [batch, side²]. */
  readonly generator: NeuralNetwork;
}

/** The size of the generator and its training. */
export interface ProgressiveOptions extends AdversarialOptions {
  /** Side of the first pictures; default 2. */
  readonly first?: number;
  /** Normal numbers for each stage; default 8. */
  readonly latent?: number;
  /** Units of each hidden layer; default 64. */
  readonly hidden?: number;
  /** Features whose deviation over the batch the discriminators see (`batchNetwork`); default 0, where they judge each row by itself. */
  readonly features?: number;
}

/** A step of the training of a stage. */
export interface ProgressiveStep extends AdversarialStep {
  readonly side: number;
}

/**
 * Grows a generator stage by stage, 2 × 2 → 4 × 4 → 8 × 8,
 *
 *     z_0 ──■── 2×2 ──▲──■── 4×4 ──▲──■── 8×8        ▲ doubling, ■ dense layers
 *                   z_1 ─┘       z_2 ─┘
 *
 * Each stage is an adversarial pair: its discriminator sees a picture beside the one of half the side, doubled; data are means over blocks.
 * What is below a stage is frozen when it is trained, so that a coarse picture stays what it was: the mean of what is grown from it, as far as
 * the stage has learned that.
 *
 * @param pictures - values in [0, 1], row by row, shape (count, side²)
 * @param side - first · 2^m
 * @returns the stages; whoever is done with them disposes of the generator of the last, whose variables are those of all
 * @throws {ShapeError} pictures that are no squares of this side
 * @throws {DomainError} a side that is no doubling of the first; options that are not positive
 * @see Karras, Aila, Laine & Lehtinen, ICLR 2018, arXiv:1710.10196; Denton et al., NeurIPS 2015, arXiv:1506.05751, for pairs of scales
 */
export function* progressiveTraining(
  pictures: Float64Array,
  side: number,
  options: ProgressiveOptions = {},
): Generator<ProgressiveStep, readonly ProgressiveStage[]> {
  const { first = 2, latent = 8, hidden = 64, features = 0, seed = 1, journal, ...training } = options;
  const doublings = Math.log2(side / first);
  if (!(Number.isInteger(doublings) && doublings >= 0)) {
    throw new DomainError(`progressiveTraining: a side of ${first} · 2^m required, got ${side}`);
  }
  const count = pictures.length / side ** 2;
  if (!(Number.isInteger(count) && count >= 1)) {
    throw new ShapeError(
      `progressiveTraining: pictures of ${side ** 2} pixels required, got ${pictures.length} numbers`,
    );
  }
  const stages: ProgressiveStage[] = [];
  const owned: NeuralNetwork[] = []; // given back if the caller leaves before the end
  try {
    for (let level = 0; level <= doublings; level++) {
      const size = first * 2 ** level;
      const stream = randomStream(seed, `stage of side ${size}`);
      const below = stages.at(-1) ?? null;
      const own = denseNetwork([latent + (below === null ? 0 : size ** 2), hidden, hidden, size ** 2], stream);
      const seen = size ** 2 * (below === null ? 1 : 2);
      const discriminator =
        features === 0
          ? denseNetwork([seen, hidden, hidden, 1], stream)
          : batchNetwork([seen, hidden, hidden, features], stream);
      owned.push(own, discriminator);
      const made = stageOf(own, below, size, latent);
      const pair = { latent: latent * (level + 1), generator: made.beside, discriminator };
      const data = blockMeans(pictures, side, size);
      const draw = (drawing: RandomStream, batch: number): tf.Tensor2D =>
        drawnPictures(data, size, below !== null, drawing, batch);
      let isKnown = true;
      const played = yield* recorded(journal, `stage of side ${size}`, function* (within) {
        isKnown = false;
        const values: number[] = [];
        for (const step of adversarialTraining(pair, draw, { ...training, seed: seed + level, journal: within })) {
          values.push(step.value);
          yield { ...step, side: size };
        }
        return { values, variables: valuesOf(own.variables) };
      });
      if (isKnown) {
        assignValues(own.variables, played.variables);
        for (const [step, value] of played.values.entries()) yield { step, value, side: size };
      }
      owned.pop()!.dispose();
      stages.push(made.stage);
    }
    owned.length = 0;
    return stages;
  } finally {
    for (const network of owned) network.dispose();
  }
}

/** A stage, and its pictures with the doubled ones that they are grown from beside them, which is what its discriminator sees. */
function stageOf(own: NeuralNetwork, below: ProgressiveStage | null, side: number, latent: number) {
  const coarse = (z: tf.Tensor2D): tf.Tensor2D | null => {
    if (below === null) return null;
    const [rows, width] = z.shape;
    return doubledRows(below.generator.apply(tf.slice2d(z, [0, 0], [rows, width - latent])), side / 2);
  };
  const fine = (z: tf.Tensor2D, under: tf.Tensor2D | null): tf.Tensor2D => {
    const [rows, width] = z.shape;
    const noise = tf.slice2d(z, [0, width - latent], [rows, latent]);
    if (under === null) return tf.sigmoid(own.apply(noise));
    const start = tf.sub(tf.mul(under, 2 * CONTRAST), CONTRAST);
    return tf.sigmoid(tf.add(own.apply(tf.concat([under, noise], 1)), start)) as tf.Tensor2D;
  };
  const variables = [...(below?.generator.variables ?? []), ...own.variables];
  return {
    stage: { side, generator: neuralNetwork(variables, (z) => fine(z, coarse(z))) },
    beside: neuralNetwork(own.variables, (z) => {
      const under = coarse(z);
      return under === null ? fine(z, null) : (tf.concat([fine(z, under), under], 1) as tf.Tensor2D);
    }),
  };
}

/** Logits ± of white and black from which a stage starts. */
const CONTRAST = 3;

/** Pictures of a side, shape [batch, side²], doubled. */
function doubledRows(x: tf.Tensor2D, side: number): tf.Tensor2D {
  const rows = x.shape[0];
  return tf.reshape(doubled(tf.reshape(x, [rows, side, side, 1]) as tf.Tensor4D), [rows, 4 * side ** 2]);
}

/** Rows of the data, with the doubled means of their blocks beside them where the stage has something below. */
function drawnPictures(
  data: Float64Array,
  side: number,
  beside: boolean,
  stream: RandomStream,
  batch: number,
): tf.Tensor2D {
  const pixels = side ** 2;
  const fine = drawnRows(data, pixels, stream, batch);
  if (!beside) return fine;
  const means = blockMeans(Float64Array.from(fine.dataSync()), side, side / 2);
  const coarse = tf.tensor2d(Float32Array.from(means), [batch, pixels / 4]);
  return tf.concat([fine, doubledRows(coarse, side / 2)], 1);
}

/** Pictures of a smaller side: the means over blocks, shape (count, size²). */
export function blockMeans(pictures: Float64Array, side: number, size: number): Float64Array {
  const block = side / size;
  const means = new Float64Array(pictures.length / block ** 2);
  pictures.forEach((x, at) => {
    const [picture, row, column] = [Math.floor(at / side ** 2), Math.floor(at / side) % side, at % side];
    const to = picture * size ** 2 + Math.floor(row / block) * size + Math.floor(column / block);
    means[to] = means[to]! + x / block ** 2;
  });
  return means;
}
