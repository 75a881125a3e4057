/** @file The decompositions that an engine has of its own. */

import { currentEngine } from '../engine/engine.ts';
import type { Decompositions } from '../engine/kernels.ts';

/** Fewest rows and columns for which native code pays. */
const LEAST_NATIVE = 8;

/** Those of the engine, where it has any and the smaller side of a matrix is long enough for them to pay; else null. */
export const engineDecompositions = (size: number): Decompositions | null =>
  size < LEAST_NATIVE ? null : currentEngine().decompositions;

/** Numbers between the inverse of this and this have cubes within the number range. */
const MODERATE = 2 ** 200;

/** Numbers divided by a power of two near the largest; as they are, and 1 for the power, where it is of moderate size. */
export function inRange(numbers: Float64Array, power: number): readonly [numbers: Float64Array, power: number] {
  if (power > 1 / MODERATE && power < MODERATE) return [numbers, 1];
  return [numbers.map((x) => x / power), power];
}
