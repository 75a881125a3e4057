/** @file A picture by scales: the linear case of a generator that is grown from coarse to fine. */

import { multiresolution, volume, waveletCoefficients, waveletSynthesis } from './wavelet-analysis.ts';

/** A picture as far as it is known at a scale. */
export interface PyramidLevel {
  /** Places along each direction: blocks of one mean each. */
  readonly shape: readonly number[];
  /** What this level adds to the one before: all for the coarsest, 2^d − 1 details for each of its places for the others. */
  readonly coefficients: Float64Array;
  /** The picture made of this level and the coarser ones: the mean of each block, in full size. */
  readonly reconstruction: Float64Array;
  /** Mean square of the difference from the picture. */
  readonly error: number;
}

/**
 * A picture or signal level by level, from coarse to fine, by Haar's wavelets:
 *
 *     level 0     ▓▓▓▓     one mean
 *     level 1     ▒▒▓▓     means of halves
 *     level 2     ░▒▓█     the picture
 *
 * Each level keeps what is below and adds details: progressive growth in the linear case. The generator, from coefficients to picture, is the
 * inverse of the exact holographic mapping with Haar's filter, whose disentanglers are trivial; the mapping takes the picture apart, layer 1
 * being the last level here.
 *
 * @param values - row-major, shape (N,)
 * @param shape - sites along each direction, halved as often as all can be
 * @returns levels from the coarsest to the picture itself, whose error is rounding
 * @throws {ShapeError} another number of values, or sites that are odd in number
 *
 * O(N · levels). @see Denton, Chintala, Szlam & Fergus, NeurIPS 2015, arXiv:1506.05751, for generators on a pyramid
 *
 * @example
 * ```ts
 * import { haarPyramid } from 'bulkweave/systems/renormalisation';
 *
 * const levels = haarPyramid(Float64Array.of(0, 0, 4, 8), [4]);
 * console.log(levels.map(({ error }) => error)); // [11, 2, 0]
 * console.log(levels[1]!.reconstruction); // [0, 0, 6, 6]
 * ```
 */
export function haarPyramid(values: Float64Array, shape: readonly number[]): readonly PyramidLevel[] {
  const { layers } = multiresolution('haarPyramid', shape, 'haar');
  const coefficients = waveletCoefficients(values, shape, 'haar');
  return Array.from({ length: layers + 1 }, (_, level) => {
    // Coefficients come from fine to coarse: those of this level and the coarser ones are the last.
    const places = shape.map((n) => n / 2 ** (layers - level));
    const [kept, coarser] = [volume(places), level === 0 ? 0 : volume(places) / 2 ** shape.length];
    const first = values.length - kept;
    const known = coefficients.map((x, k) => (k < first ? 0 : x));
    const reconstruction = waveletSynthesis(known, shape, 'haar');
    const error = values.reduce((sum, x, k) => sum + (x - reconstruction[k]!) ** 2, 0) / values.length;
    return { shape: places, coefficients: coefficients.slice(first, values.length - coarser), reconstruction, error };
  });
}
