/** @file Linear estimation: what measured rows determine about unknowns. */

import type { Readout } from '../../../src/geodesic/state/generator-readout.ts';
import { Matrix, SingularValueDecomposition } from '../../../src/linalg/dense-real.ts';

/** The rows of the readout at these times and words, stacked. */
export function stacked({ maps }: Pick<Readout, 'maps'>, times: readonly number[], words: readonly number[]): Matrix {
  return new Matrix(times.flatMap((k) => words.map((p) => maps[k]!.getRow(p))));
}

/** Descending. */
export function singularValues(A: Matrix): readonly number[] {
  return new SingularValueDecomposition(A, {
    autoTranspose: true,
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  }).diagonal;
}

/**
 * Share of the variance of unknowns that noisy rows remove, 1/d Σ_j s_j²/(s_j² + σ²), for independent unknowns of
 * variance 1 and independent noise σ: 0 if nothing is learned, 1 if everything is.
 *
 * @param values - singular values of the rows
 * @param unknowns - d
 */
export function determinedShare(values: readonly number[], unknowns: number, noise: number): number {
  return values.reduce((sum, s) => sum + (s * s) / (s * s + noise * noise), 0) / unknowns;
}
