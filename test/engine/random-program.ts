/** @file What the tests of the engine share: random words, programs and vectors, and distances. */

import { bitCount } from '../../src/engine/bits.ts';
import type { BitOperator } from '../../src/engine/kernels.ts';
import type { RotationProgram } from '../../src/engine/rotation-program.ts';
import { type RandomStream, randomStream } from '../../src/linalg/random.ts';

/** A vector of complex Gaussians, interleaved. */
export function gaussian(length: number, seed: number): Float64Array {
  const stream = randomStream(seed, 'gaussian');
  return Float64Array.from({ length: 2 * length }, () => stream.normal());
}

/** max |a_i − b_i|; NaN is an infinite difference. */
export function largestDifference(a: Float64Array, b: Float64Array): number {
  if (a.length !== b.length) return Infinity;
  return a.reduce((most, x, i) => (Math.abs(x - b[i]!) <= most ? most : Math.abs(x - b[i]!) || Infinity), 0);
}

/** A random Pauli word on n bits, acting on at most `widest` of them, as a bit operator. */
export const randomWord = (n: number, seed: number, widest = n): BitOperator =>
  drawWord(n, randomStream(seed, 'word'), widest);

function drawWord(n: number, stream: RandomStream, widest: number): BitOperator {
  const bits = Array.from({ length: n }, (_, bit) => bit);
  const first = stream.integer(Math.max(n, 1)); // neighbouring bits, more often than not
  let [flip, sign] = [0, 0];
  for (let k = 0; k < Math.min(n, widest); k++) {
    const bit = bits[stream.uniform() < 0.7 ? (first + k) % n : stream.integer(n)]!;
    if (bitCount((flip | sign) & ~(1 << bit)) >= widest) continue;
    flip = (flip & ~(1 << bit)) | (stream.integer(2) << bit);
    sign = (sign & ~(1 << bit)) | (stream.integer(2) << bit);
  }
  return { flip, sign, quarterTurns: bitCount(flip & sign) };
}

/** The program of the given words and angles. */
export function programOf(operators: readonly BitOperator[], angles: readonly number[]): RotationProgram {
  const words = {
    flip: Int32Array.from(operators, ({ flip }) => flip),
    sign: Int32Array.from(operators, ({ sign }) => sign),
    quarterTurns: Uint8Array.from(operators, ({ quarterTurns }) => quarterTurns),
  };
  return { words, angles: Float64Array.from(angles) };
}

/** A program of random words with random angles. */
export function randomProgram(n: number, count: number, seed: number, widest: number): RotationProgram {
  const stream = randomStream(seed, 'program');
  const operators = Array.from({ length: count }, () => drawWord(n, stream, widest));
  return programOf(
    operators,
    operators.map(() => 2 * stream.normal()),
  );
}
