/** @file What the best model draws: samples, completions, and the information that its pixels share. */

import { bornMachine } from '../../../src/likelihood/born-machine.ts';
import { mutualInformation } from '../../../src/likelihood/mutual-information.ts';
import { reorderedRows } from '../../../src/likelihood/site-order.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import type { StudyData } from './data.ts';
import type { TrainedModel } from './models.ts';
import type { Options } from './options.ts';

/** Rows drawn, in the order of the data's variables. */
export interface Drawn {
  readonly samples: Uint8Array;
  /** A held-out row, and completions of its first half. */
  readonly completed: readonly { readonly row: Uint8Array; readonly rows: Uint8Array }[];
  /** Mutual information of all pairs among the samples, n × n, in nats. */
  readonly information: Float64Array;
  /** Exact probability that each variable is not 0, and its share among the samples. */
  readonly exact: Float64Array;
  readonly share: Float64Array;
  /** p(v_0 = 0) + p(v_0 = 1) + …, and Σ p of two halves by marginals. */
  readonly total: number;
}

const [HALVES, EACH] = [6, 6];

/** Draws from a model. */
export function drawnRows(
  { network, real, theta, order }: TrainedModel,
  { divided }: StudyData,
  { samples: count }: Options,
  seed: number,
): Drawn {
  const model = bornMachine(network, { real });
  const n = order.length;
  const stream = randomStream(seed, 'samples');
  const places = order.map((_, variable) => order.indexOf(variable));
  const back = (rows: Uint8Array): Uint8Array =>
    reorderedRows({ dimensions: model.dimensions, count: rows.length / n, digits: rows }, places).digits;
  const samples = back(model.sample(theta, stream, count));
  const half = (row: Uint8Array): Int16Array =>
    Int16Array.from(order, (variable) => (variable < n / 2 ? row[variable]! : -1));
  const step = Math.max(1, Math.floor(divided.heldOut.count / HALVES));
  const completed = Array.from({ length: Math.min(HALVES, divided.heldOut.count) }, (_, k) => {
    const row = divided.heldOut.digits.slice(k * step * n, (k * step + 1) * n);
    return { row, rows: back(model.sample(theta, stream, EACH, half(row))) };
  });
  const free = new Int16Array(n).fill(-1);
  const zero = places.map((place) => Math.exp(model.logMarginal(theta, free.with(place, 0))));
  const share = Float64Array.from({ length: n }, (_, k) => {
    let hits = 0;
    for (let row = 0; row < count; row++) hits += Number(samples[row * n + k]! !== 0);
    return hits / count;
  });
  const values = Array.from({ length: model.dimensions[0]! }, (_, v) => model.logMarginal(theta, free.with(0, v)));
  const data = { dimensions: divided.training.dimensions, count, digits: samples };
  return {
    samples,
    completed,
    information: mutualInformation(data).data,
    exact: Float64Array.from(zero, (p) => 1 - p),
    share,
    total: values.reduce((sum, log) => sum + Math.exp(log), 0),
  };
}
