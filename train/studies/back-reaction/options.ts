/** @file Options of the study 'back-reaction'. */

import { z } from 'zod';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import type { PauliWord } from '../../../src/operator/pauli.ts';
import { slices, starts } from '../search-options.ts';
import { applied } from '../teleportation-protocol.ts';

/** exp(−iεP). */
export const excited = (word: PauliWord, interleaved: Float64Array, epsilon: number): Float64Array =>
  applied([{ word, angle: 2 * epsilon }], stateOf(interleaved)).interleaved;

export const stateOf = (interleaved: Float64Array): ComplexVector => ({ length: interleaved.length / 2, interleaved });

const options = z.strictObject({
  qubits: z.int().min(2).max(4).default(3).describe('number of qubits; the target is Haar-random'),
  metric: z.enum(['all-to-all', 'chain']).default('chain').describe('which pairs may act'),
  site: z.int().nonnegative().default(0).describe('qubit that is excited, by exp(−iεX)'),
  insertion: z.number().gt(0).lt(1).default(0.5).describe('when the excitation of the bulk acts'),
  strengths: z.array(z.number().positive()).min(2).default([0.1, 0.05, 0.025, 0.0125]).describe('ε, descending'),
  samples: z.int().min(3).max(10_000).default(9).describe('times at which the path is compared'),
  slices: slices('K, slices of the direct method'),
  starts: starts(3, 'random starts of the direct method'),
});

export const backReaction = {
  summary: 'an excitation of the start or of the bulk moves the geodesic: linear response against new geodesics',
  options,
};

export type Options = z.output<typeof options>;
