/** @file An operator on several sites as a sum of products of operators on one site each. */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { sizeOf } from '../linalg/complex.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';

/** Weights below this share of the largest are rounding. */
const NEGLIGIBLE = 1e-14;

/**
 * Products A_1 ⊗ … ⊗ A_k whose sum is M, by singular values between the first site and the others, and again among these:
 * as few as there are ranks; a Pauli word is one.
 *
 * @param matrix - M, shape (Πd, Πd)
 * @param dimensions - d of each site
 * @returns for each product its factors, in the order of the sites
 *
 * Cost O(d⁶) for k = 2.
 */
export function operatorProducts(
  matrix: ComplexMatrix,
  dimensions: readonly number[],
): readonly (readonly ComplexMatrix[])[] {
  const [d, ...others] = dimensions as [number, ...number[]];
  if (others.length === 0) return [[matrix]];
  const rest = sizeOf(others);
  // (i, i′; j, j′) → (i, j; i′, j′).
  const paired = currentEngine().permute(matrix.interleaved, [d, rest, d, rest], [0, 2, 1, 3]);
  const { u, values, v } = singularValueDecomposition({ rows: d * d, cols: rest * rest, interleaved: paired });
  return [...values].flatMap((weight, m) => {
    if (!(weight > NEGLIGIBLE * values[0]!)) return [];
    const first = columnOf(u, m, weight, 1);
    const second = columnOf(v, m, 1, -1);
    return operatorProducts({ rows: rest, cols: rest, interleaved: second }, others).map((factors) => [
      { rows: d, cols: d, interleaved: first },
      ...factors,
    ]);
  });
}

/** A column times a weight, conjugated for sign −1. */
function columnOf({ rows, cols, interleaved }: ComplexMatrix, m: number, weight: number, sign: 1 | -1): Float64Array {
  return Float64Array.from({ length: 2 * rows }, (_, at) => {
    const x = interleaved[2 * (Math.floor(at / 2) * cols + m) + (at % 2)]!;
    return at % 2 === 0 ? weight * x : sign * weight * x;
  });
}
