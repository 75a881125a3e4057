/** @file The adversarial game between Gaussians on the line, whose optimum is known. */

import { adversarialOptimum, adversarialValue } from '../../../src/likelihood/adversarial-optimum.ts';
import type { RandomStream } from '../../../src/linalg/random.ts';
import { adversarialTraining, gaussianPair } from '../../../src/tensorflow/neural/adversarial-training.ts';
import { normalTensor } from '../../../src/tensorflow/neural/neural-network.ts';

/** The data. */
export const [MEAN, DEVIATION] = [1.2, 0.7];

/** Most steps of a discriminator alone, at each of two rates. */
const LONE_STEPS = 300;

/** What the game has led to. */
export interface Game {
  /** N(a, b²) of the generator in the end. */
  readonly mean: number;
  readonly deviation: number;
  /** Mean and deviation of the generator, and the value of the game, at some steps. */
  readonly history: readonly {
    readonly step: number;
    readonly mean: number;
    readonly deviation: number;
    readonly value: number;
  }[];
  /** Places on the line, with the densities of data and of the generator. */
  readonly line: readonly { readonly x: number; readonly data: number; readonly generated: number }[];
  /** A discriminator that has learned against the standard normal distribution: its logit, and the exact ln p/q. */
  readonly logits: readonly { readonly x: number; readonly learned: number; readonly exact: number }[];
  /** Greatest difference of these where both densities are within two deviations. */
  readonly logitError: number;
  /** The value of the game for that discriminator and for the best one, in nats. */
  readonly learnedValue: number;
  readonly bestValue: number;
}

const data = (stream: RandomStream, count: number) =>
  normalTensor(stream, count, 1, { mean: MEAN, deviation: DEVIATION });

/** Plays the game. */
export function playedGame(steps: number, seed: number): Game {
  const pair = gaussianPair();
  const numbers = (): readonly [number, number] => {
    const [a, b] = pair.generator.variables.map((x) => x.dataSync()[0]!) as [number, number];
    return [a, Math.abs(b)];
  };
  const history: Game['history'][number][] = [];
  const options = { steps, batch: 256, learningRate: 0.005, seed };
  for (const { step, value } of adversarialTraining(pair, data, options)) {
    const [mean, deviation] = numbers();
    if (step % Math.ceil(steps / 150) === 0) history.push({ step, mean, deviation, value });
  }
  const [mean, deviation] = numbers();
  pair.generator.dispose();
  pair.discriminator.dispose();
  const places = grid(-2, 4, 121);
  const line = places.map((x) => ({ x, data: density(x, MEAN, DEVIATION), generated: density(x, mean, deviation) }));
  return { mean, deviation, history, line, ...learnedLogit(Math.min(LONE_STEPS, steps), seed) };
}

/** A discriminator alone, against the generator z ↦ z. */
function learnedLogit(steps: number, seed: number): Pick<Game, 'logits' | 'logitError' | 'learnedValue' | 'bestValue'> {
  const pair = gaussianPair();
  for (const rate of [0.05, 0.005]) {
    const options = { steps, batch: 1024, learningRate: 0, discriminatorRate: rate, seed };
    for (const _ of adversarialTraining(pair, data, options));
  }
  const c = [...pair.discriminator.variables[0]!.dataSync()];
  pair.generator.dispose();
  pair.discriminator.dispose();
  const logit = (x: number): number => c[0]! + c[1]! * x + c[2]! * x * x;
  const exact = (x: number): number => Math.log(density(x, MEAN, DEVIATION) / density(x, 0, 1));
  const logits = grid(-2, 3, 101).map((x) => ({ x, learned: logit(x), exact: exact(x) }));
  const common = logits.filter(({ x }) => Math.abs(x) <= 2 && Math.abs(x - MEAN) <= 2 * DEVIATION);
  const fine = grid(-9, 9, 3601);
  const cells = (at: number, sigma: number): Float64Array =>
    Float64Array.from(fine, (x) => 0.005 * density(x, at, sigma));
  const [p, q] = [cells(MEAN, DEVIATION), cells(0, 1)];
  const learned = Float64Array.from(fine, (x) => 1 / (1 + Math.exp(-logit(x))));
  return {
    logits,
    logitError: Math.max(...common.map((one) => Math.abs(one.learned - one.exact))),
    learnedValue: adversarialValue(p, q, learned),
    bestValue: adversarialOptimum(p, q).value,
  };
}

const density = (x: number, mean: number, deviation: number): number =>
  Math.exp(-(((x - mean) / deviation) ** 2) / 2) / (deviation * Math.sqrt(2 * Math.PI));

const grid = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));
