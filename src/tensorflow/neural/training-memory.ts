/** @file What a training of variables by Adam depends on, as plain data, from which it goes on to the same bits. */

import * as tf from '@tensorflow/tfjs';

/** The values of variables, one after the other. */
export type Values = readonly Float32Array[];

/** What Adam remembers: both means of each variable's gradients, none before the first step, and β₁ᵗ⁺¹ and β₂ᵗ⁺¹. */
export interface AdamMemory {
  readonly moments: readonly Values[];
  readonly powers: readonly number[];
}

export const valuesOf = (variables: readonly tf.Tensor[]): Values =>
  variables.map((x) => Float32Array.from(x.dataSync()));

/** Gives variables these values. */
export function assignValues(variables: readonly tf.Variable[], values: Values): void {
  tf.tidy(() => {
    variables.forEach((x, k) => {
      x.assign(tf.tensor(values[k]!, x.shape));
    });
  });
}

/**
 * The fields of TensorFlow.js 4.22, private there: the public way, `setWeights`, recomputes βᵗ⁺¹ as a power, which differs in the last bit
 * from the product that the running optimiser has made.
 */
type Moments = Record<string, { readonly originalName: string; readonly variable: tf.Variable }[]>;
type Powers = Record<string, tf.Variable>;
const [MOMENTS, POWERS] = [
  ['accumulatedFirstMoment', 'accumulatedSecondMoment'],
  ['accBeta1', 'accBeta2'],
] as const;

export const adamMemory = (adam: tf.AdamOptimizer): AdamMemory => ({
  moments: MOMENTS.map((field) => valuesOf((adam as unknown as Moments)[field]!.map(({ variable }) => variable))),
  powers: POWERS.map((field) => (adam as unknown as Powers)[field]!.dataSync()[0]!),
});

/** Gives an Adam that has taken no step the memory of one that has trained these variables. */
export function restoreAdam(
  adam: tf.AdamOptimizer,
  { moments, powers }: AdamMemory,
  variables: readonly tf.Variable[],
): void {
  MOMENTS.forEach((field, k) => {
    (adam as unknown as Moments)[field] = moments[k]!.map((values, v) => {
      const variable = tf.tidy(() => tf.variable(tf.tensor(values, variables[v]!.shape), false));
      return { originalName: `${variables[v]!.name}/${field}`, variable };
    });
  });
  POWERS.forEach((field, k) => {
    tf.tidy(() => (adam as unknown as Powers)[field]!.assign(tf.scalar(powers[k]!)));
  });
}
