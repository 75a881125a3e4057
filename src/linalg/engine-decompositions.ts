/** @file The decompositions that an engine has of its own. */

import type { BatchDecompositions, BatchShape } from '../engine/batches.ts';
import { currentEngine } from '../engine/engine.ts';
import type { Decompositions } from '../engine/kernels.ts';

/** Fewest rows and columns for which native code pays. */
const LEAST_NATIVE = 8;

/** Those of the engine, where it has any and the smaller side of a matrix is long enough for them to pay; else null. */
export const engineDecompositions = (size: number): Decompositions | null =>
  size < LEAST_NATIVE ? null : currentEngine().decompositions;

/** Longer sides than this times the longest shorter one are not for kernels that put matrices side by side. */
const LONGEST = 8;

/** The kernels for matrices side by side, where the engine has them and the sides are short enough; else null. */
export function engineBatches({ rows, cols }: Pick<BatchShape, 'rows' | 'cols'>): BatchDecompositions | null {
  const { batches } = currentEngine();
  if (batches === null) return null;
  const isSmall = Math.min(rows, cols) <= batches.mostColumns && Math.max(rows, cols) <= LONGEST * batches.mostColumns;
  return isSmall ? batches : null;
}

/** Values below this fraction of the largest one have no meaningful vectors there; see `BatchDecompositions`. */
const STEEPEST = 1e-60;

/** Whether no number on the diagonal of R is so small that squares of the column's numbers may have vanished. */
export function isModerateTriangle(r: Float64Array, rows: number, cols: number, isComplex: boolean): boolean {
  const step = (isComplex ? 2 : 1) * (cols + 1);
  let [least, greatest] = [Infinity, 0];
  for (let k = 0; k < rows; k++) {
    const value = r[k * step]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least > STEEPEST * greatest;
}

/** Whether none of the values of a matrix, which descend, is too small for its vectors. */
export const areModerate = (values: Float64Array): boolean => values.at(-1)! > STEEPEST * values[0]!;

/** Numbers between the inverse of this and this have cubes within the number range. */
const MODERATE = 2 ** 200;

/** Numbers divided by a power of two near the largest; as they are, and 1 for the power, where it is of moderate size. */
export function inRange(numbers: Float64Array, power: number): readonly [numbers: Float64Array, power: number] {
  if (power > 1 / MODERATE && power < MODERATE) return [numbers, 1];
  return [numbers.map((x) => x / power), power];
}
