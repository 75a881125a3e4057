/** @file The spectra of all contiguous principal submatrices. */

import { DomainError } from '../errors.ts';
import { symmetricEigenvalues } from './symmetric-eigenvalues.ts';

/** The spectrum of the rows and columns start … start + length − 1. */
export interface IntervalSpectrum {
  readonly start: number;
  readonly length: number;
  /** Ascending, of shape (length,). */
  readonly values: Float64Array;
}

/**
 * The spectra of all contiguous principal submatrices of a real symmetric matrix, one after the other: by start, then by
 * length. Each is computed by itself; n⁵/15 operations for all, a second for n = 150. Where only a sum over each spectrum
 * is wanted there may be a better way, as in `intervalEntropies`.
 *
 * @param matrix - n × n, row-major
 * @param longest - greatest length, n by default
 * @throws {ShapeError} the matrix is not n × n
 * @throws {DomainError} it is not symmetric, or not finite, or no length is possible
 */
export function* intervalSpectra(matrix: Float64Array, n: number, longest = n): Generator<IntervalSpectrum> {
  if (!(Number.isInteger(longest) && longest >= 0)) {
    throw new DomainError(`intervalSpectra: a number of sites required, got ${longest}`);
  }
  for (let start = 0; start < n; start++) {
    for (let length = 1; length <= Math.min(longest, n - start); length++) {
      const block = new Float64Array(length * length);
      for (let i = 0; i < length; i++) {
        const from = (start + i) * n + start;
        block.set(matrix.subarray(from, from + length), i * length);
      }
      yield { start, length, values: symmetricEigenvalues(block, length) };
    }
  }
}
