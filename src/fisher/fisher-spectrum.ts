/** @file What the Fisher information says about single parameters: how many can be inferred, and how well. */

import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { complexOf, type RealMatrix } from '../linalg/matrix.ts';

/** Spectrum of a Fisher information matrix and the resolution of its parameters. */
export interface FisherSpectrum {
  readonly parameters: number;
  /** Eigenvalues of F, descending. */
  readonly eigenvalues: readonly number[];
  /** Number of eigenvalues above the threshold: independent directions in which the state moves. */
  readonly rank: number;
  /** Eigenvalues below this fraction of the greatest count as zero. */
  readonly threshold: number;
  /** √(F⁺)_kk for each parameter, in units of the parameter; null where it cannot be inferred at all. */
  readonly resolution: readonly (number | null)[];
}

/** A greatest eigenvalue below this is rounding: the state does not depend on θ at all. */
const NO_INFORMATION = 1e-24;
/** A parameter whose squared overlap with the null space exceeds this cannot be inferred. */
const NULL_OVERLAP = 1e-8;

/**
 * Eigenvalues, rank and Cramér–Rao resolution of a Fisher information matrix. A parameter that has a part in the null
 * space (a gauge direction) cannot be inferred, however often one measures; the others have the standard deviation
 * √(F⁺)_kk per copy of the state, at best, with F⁺ the pseudo-inverse.
 *
 * @param fisher - F, shape (P, P), symmetric positive semidefinite
 * @param threshold - fraction of the greatest eigenvalue below which one counts as zero; default 1e-8
 *
 * Cost O(P³).
 */
export function fisherSpectrum(fisher: RealMatrix, threshold = 1e-8): FisherSpectrum {
  const parameters = fisher.rows;
  const { values, vectors } = hermitianEigen(complexOf(fisher));
  const greatest = values[parameters - 1] ?? 0;
  const counts = Array.from(values, (value) => greatest > NO_INFORMATION && value > threshold * greatest);
  const resolution = Array.from({ length: parameters }, (_, k) => {
    let variance = 0;
    let overlap = 0;
    values.forEach((value, mode) => {
      const component = vectors.interleaved[2 * (k * parameters + mode)]!;
      const imaginary = vectors.interleaved[2 * (k * parameters + mode) + 1]!;
      const weight = component * component + imaginary * imaginary;
      if (counts[mode]) variance += weight / value;
      else overlap += weight;
    });
    return overlap > NULL_OVERLAP ? null : Math.sqrt(variance);
  });
  return {
    parameters,
    eigenvalues: Array.from(values).reverse(),
    rank: counts.filter(Boolean).length,
    threshold,
    resolution,
  };
}
