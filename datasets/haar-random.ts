/** @file Haar-random states: a model of Page's black hole. */

import * as z from 'zod';
import type { PureState } from '../src/generative/target-state.ts';
import { randomStream, randomVector } from '../src/linalg/random.ts';
import { checkSize, PURE_LIMIT, sizeUpTo } from './register-size.ts';

export const haarRandomOptions = z.strictObject({
  qubits: sizeUpTo(PURE_LIMIT).describe('number of qubits'),
  seed: z.number().int().default(1).describe('seed; the same seed gives the same state'),
});

/**
 * A state drawn uniformly from the unit sphere. The mean entropy of m of n qubits is nearly maximal, by Page's
 * formula Σ_{k = N+1}^{MN} 1/k − (M − 1)/(2N) with M = 2^m ≤ N = 2^{n−m}.
 *
 * @param qubits - number of qubits, at most 24
 * @param seed - the same seed gives the same state
 * @throws {DomainError} the number of qubits is out of range
 *
 * @see Page, Phys. Rev. Lett. 71, 1291 (1993)
 */
export function haarRandom(qubits: number, seed = 1): PureState {
  checkSize('haarRandom', qubits, PURE_LIMIT);
  const amplitudes = randomVector(2 ** qubits, randomStream(seed, 'haar-random state'));
  return { kind: 'pure', name: `haar-random(${qubits}, ${seed})`, dimensions: new Array(qubits).fill(2), amplitudes };
}
