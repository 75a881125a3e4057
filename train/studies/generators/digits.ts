/** @file Digits from a pair of dense networks and from a generator grown by scales, and what their samples are worth. */

import { opticalDigits } from '../../../datasets/optical-digits.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { bornMachine } from '../../../src/likelihood/born-machine.ts';
import { type DiscreteRows, discreteRows, heldOutNumbers } from '../../../src/likelihood/discrete-rows.ts';
import { validatedTraining } from '../../../src/likelihood/fit.ts';
import { kernelScore } from '../../../src/likelihood/kernel-score.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import type { SearchJournal } from '../../../src/search-journal.ts';
import { haarPyramid } from '../../../src/systems/renormalisation/haar-pyramid.ts';
import { adversarialTraining, densePair } from '../../../src/tensorflow/neural/adversarial-training.ts';
import { drawnRows, generated } from '../../../src/tensorflow/neural/neural-network.ts';
import { blockMeans, progressiveTraining } from '../../../src/tensorflow/neural/progressive-generator.ts';
import type { PartStep } from '../../study.ts';

export const SIDE = 8;
const [PIXELS, LATENT, STAGE_LATENT, BOND] = [SIDE ** 2, 16, 8, 4];
/** What keeps the pictures various: a penalty on slopes of the discriminators, and features whose deviation over the batch they see. */
const [PENALTY, FEATURES] = [1, 16];

/** Grey pictures, values in [0, 1], to learn from and held out. */
export interface DigitData {
  readonly training: Float64Array;
  readonly heldOut: Float64Array;
  /** Classes of those to learn from. */
  readonly labels: readonly number[];
}

/** The optical digits, every fifth held out. */
export function digitData(): DigitData {
  const { count, pixels, levels, labels } = opticalDigits();
  const numbers = heldOutNumbers(count);
  const chosen = (rows: readonly number[]): Float64Array =>
    Float64Array.from({ length: rows.length * PIXELS }, (_, k) => {
      return pixels[rows[Math.floor(k / PIXELS)]! * PIXELS + (k % PIXELS)]! / (levels - 1);
    });
  return {
    training: chosen(numbers.training),
    heldOut: chosen(numbers.heldOut),
    labels: numbers.training.map((row) => labels[row]!),
  };
}

const binary = (pictures: Float64Array): DiscreteRows =>
  discreteRows(
    new Array<number>(PIXELS).fill(2),
    Uint8Array.from(pictures, (x) => Number(x >= 0.5)),
  );

/** Pictures drawn from a generator; as many as there are to learn from. */
export interface Drawn {
  readonly pictures: Float64Array;
  /** Value of the game on the last fifth of the steps, in nats. */
  readonly value: number;
}

/** Pictures of the dense pair, which learns from black and white. */
export function* pairDigits(
  { training }: DigitData,
  steps: number,
  seed: number,
  journal?: SearchJournal,
): Generator<PartStep, Drawn> {
  const bits = binary(training).digits;
  const widths = { latent: LATENT, hidden: 128, outputs: PIXELS, features: FEATURES };
  const pair = densePair(widths, randomStream(seed, 'pair of digits'));
  const values: number[] = [];
  const game = adversarialTraining(pair, (stream, count) => drawnRows(bits, PIXELS, stream, count), {
    ...{ steps, learningRate: 0.0005, penalty: PENALTY, seed, journal },
  });
  for (const { step, value } of game) {
    values.push(value);
    if (step % 50 === 0) yield { message: `step ${step}`, progress: step / steps };
  }
  const count = training.length / PIXELS;
  const pictures = generated(pair.generator, randomStream(seed, 'drawn'), count, LATENT);
  pair.generator.dispose();
  pair.discriminator.dispose();
  return { pictures, value: lastMean(values) };
}

/** A stage beside the data at its scale. */
export interface GrownStage {
  readonly side: number;
  readonly pictures: Float64Array;
  readonly value: number;
  /** Root mean square of the difference of the mean pictures. */
  readonly mean: number;
  /** ‖C − C′‖/‖C‖ of the covariances of pixels. */
  readonly covariance: number;
  /** Root mean square of the difference of its block means from the stage below; null for the first. */
  readonly drift: number | null;
}

/** The progressive generator, stage by stage; the same noise in all, so that a picture can be followed. */
export function* grownDigits(
  { training }: DigitData,
  steps: number,
  seed: number,
  journal?: SearchJournal,
): Generator<PartStep, readonly GrownStage[]> {
  const walk = progressiveTraining(training, SIDE, {
    steps,
    learningRate: 0.0005,
    penalty: PENALTY,
    latent: STAGE_LATENT,
    hidden: 96,
    features: FEATURES,
    seed,
    journal,
  });
  const values = new Map<number, number[]>();
  let next = walk.next();
  for (; !next.done; next = walk.next()) {
    const { side, step, value } = next.value;
    values.set(side, [...(values.get(side) ?? []), value]);
    const done = (Math.log2(side) - 1 + step / steps) / 3;
    if (step % 50 === 0) yield { message: `${side} × ${side}, step ${step}`, progress: done };
  }
  const count = training.length / PIXELS;
  const made = next.value.map(({ generator }, level) =>
    generated(generator, randomStream(seed, 'drawn'), count, STAGE_LATENT * 3, STAGE_LATENT * (level + 1)),
  );
  const stages = next.value.map(({ side }, level): GrownStage => {
    const [pictures, real] = [made[level]!, blockMeans(training, SIDE, side)];
    const below = level === 0 ? null : made[level - 1]!;
    return {
      ...{ side, pictures, value: lastMean(values.get(side)!) },
      ...comparison(real, pictures, side ** 2),
      drift: below && Math.sqrt(meanSquare(blockMeans(pictures, side, side / 2), below)),
    };
  });
  next.value.at(-1)!.generator.dispose();
  return stages;
}

function comparison(real: Float64Array, made: Float64Array, pixels: number): Pick<GrownStage, 'mean' | 'covariance'> {
  const [a, b] = [momentsOf(real, pixels), momentsOf(made, pixels)];
  const size = Math.sqrt(a.covariance.reduce((sum, x) => sum + x * x, 0) / a.covariance.length);
  return {
    mean: Math.sqrt(meanSquare(a.mean, b.mean)),
    covariance: Math.sqrt(meanSquare(a.covariance, b.covariance)) / size,
  };
}

function momentsOf(
  pictures: Float64Array,
  pixels: number,
): { readonly mean: Float64Array; readonly covariance: Float64Array } {
  const count = pictures.length / pixels;
  const mean = new Float64Array(pixels);
  pictures.forEach((x, k) => {
    mean[k % pixels] = mean[k % pixels]! + x / count;
  });
  const covariance = new Float64Array(pixels * pixels);
  for (let row = 0; row < pictures.length; row += pixels) {
    for (let i = 0; i < pixels; i++) {
      const x = (pictures[row + i]! - mean[i]!) / count;
      for (let j = 0; j < pixels; j++) {
        covariance[i * pixels + j] = covariance[i * pixels + j]! + x * (pictures[row + j]! - mean[j]!);
      }
    }
  }
  return { mean, covariance };
}

const meanSquare = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, k) => sum + (x - b[k]!) ** 2, 0) / a.length;

const lastMean = (values: readonly number[]): number => {
  const last = values.slice(-Math.ceil(values.length / 5));
  return last.reduce((sum, x) => sum + x, 0) / last.length;
};

/** What pictures are worth. */
export interface Worth {
  readonly name: string;
  /** What a Born machine trained on them needs for their like, and for digits held out, in nats. */
  readonly own: number;
  readonly heldOut: number;
  /** What the pictures themselves, blurred, need for digits held out, in nats. */
  readonly kernel: number;
  /** e^S, S the entropy of the classes of the real digits that are nearest to them: so many of ten. */
  readonly classes: number;
}

/** Trains a chain on pictures, and scores it and them by real ones. */
export function scoredPictures(
  name: string,
  pictures: Float64Array,
  data: DigitData,
  steps: number,
  seed: number,
): Worth {
  const divided = { training: binary(pictures), heldOut: binary(data.heldOut) };
  const model = bornMachine(matrixProductState(divided.training.dimensions, { bond: BOND }));
  const start = model.start(randomStream(seed, 'Born machine'));
  const { value } = solution(validatedTraining(model, divided, start, { steps }));
  return {
    name,
    own: value.training,
    heldOut: value.heldOut,
    kernel: kernelScore(divided.training, divided.heldOut).nats,
    classes: classesOf(divided.training, data),
  };
}

/** Effective number of classes of rows, each of the class of the nearest digit to learn from. */
function classesOf({ count, digits }: DiscreteRows, { training, labels }: DigitData): number {
  const known = binary(training).digits;
  const counts = new Map<number, number>();
  for (let row = 0; row < count; row++) {
    let [nearest, least] = [0, Infinity];
    for (let other = 0; other < labels.length; other++) {
      let distance = 0;
      for (let k = 0; k < PIXELS; k++) distance += digits[row * PIXELS + k]! ^ known[other * PIXELS + k]!;
      if (distance < least) [nearest, least] = [other, distance];
    }
    const label = labels[nearest]!;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return Math.exp([...counts.values()].reduce((sum, own) => sum - (own / count) * Math.log(own / count), 0));
}

/** Nats of a held-out digit if its pixels were independent, with one pseudo-count. */
export function independentNats({ training, heldOut }: DigitData): number {
  const [learned, judged] = [binary(training), binary(heldOut)];
  const ones = new Float64Array(PIXELS).fill(1);
  learned.digits.forEach((bit, k) => {
    ones[k % PIXELS] = ones[k % PIXELS]! + bit;
  });
  return judged.digits.reduce((sum, bit, k) => {
    const p = ones[k % PIXELS]! / (learned.count + 2);
    return sum - Math.log(bit === 1 ? p : 1 - p) / judged.count;
  }, 0);
}

/** A digit level by level, and the mean error of each level over the pictures held out. */
export interface Pyramid {
  readonly levels: readonly { readonly side: number; readonly picture: Float64Array; readonly error: number }[];
}

/** Haar's pyramid of the first picture held out. */
export function digitPyramid({ heldOut }: DigitData): Pyramid {
  const count = heldOut.length / PIXELS;
  const all = Array.from({ length: count }, (_, k) =>
    haarPyramid(heldOut.subarray(k * PIXELS, (k + 1) * PIXELS), [SIDE, SIDE]),
  );
  return {
    levels: all[0]!.map(({ shape, reconstruction }, level) => ({
      side: shape[0]!,
      picture: reconstruction,
      error: all.reduce((sum, levels) => sum + levels[level]!.error, 0) / count,
    })),
  };
}
