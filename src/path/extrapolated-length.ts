/** @file What the lengths of shortest sliced paths converge to when the slices are doubled. */

import { length, plus } from '../linalg/real-vector.ts';

/** A shortest sliced path in coordinates in which its energy is ½|x|². */
export interface SlicedLength {
  readonly slices: number;
  readonly length: number;
  /** How much the length may be off, as the path misses its end; null or absent if it does not. */
  readonly uncertainty?: number | null;
  readonly x: Float64Array;
}

/** A limit and how far from it the truth may be. */
export interface ExtrapolatedLength {
  readonly length: number;
  readonly uncertainty: number;
}

/** Paths in K and 2K slices are on one sheet if they are nearer, relatively, than this share of 1/K, and than this. */
const [SHARE, FARTHEST] = [2, 0.3];
/** A limit that is known no better than to this share of itself is none. */
const MOST_UNCERTAIN = 0.1;

/** |y − x|/|y| of a path y and one x in half as many slices, each of them halved. */
export const sheetDistance = (halved: Float64Array, fine: Float64Array): number =>
  length(plus(fine, -1, halved)) / length(fine);

/** Whether a path in 2K slices is that in K slices made finer: then they differ by a staircase, in 1/K. */
export const onOneSheet = (halved: Float64Array, { slices, x }: SlicedLength): boolean =>
  sheetDistance(halved, x) < Math.min(FARTHEST, (2 * SHARE) / slices);

/**
 * The limit of the lengths of shortest paths in K, 2K, … slices, whose errors are a/K² + b/K⁴ + …:
 *
 *     L = (4L(2K) − L(K))/3.
 *
 * Its uncertainty is how far it is from that of K/2 and K slices, or, without these, from L(2K), and what the ends leave uncertain.
 *
 * @param paths - each in twice as many slices as the one before
 * @param halved - a path with every slice halved
 * @returns null for a single path, where the last two are not on one sheet, for their lengths have nothing to do with each other then,
 *          or where the limit would be uncertain by more than a tenth
 */
export function extrapolatedLength(
  paths: readonly SlicedLength[],
  halved: (x: Float64Array) => Float64Array,
): ExtrapolatedLength | null {
  const [first, second, third] = paths.slice(-3).toReversed();
  if (first === undefined || second === undefined || !onOneSheet(halved(second.x), first)) return null;
  const limit = limitOf(second, first);
  const alike = third !== undefined && onOneSheet(halved(third.x), second);
  const missed = (4 * (first.uncertainty ?? 0) + (second.uncertainty ?? 0)) / 3;
  const uncertainty = missed + Math.abs(limit - (alike ? limitOf(third, second) : first.length));
  return uncertainty <= MOST_UNCERTAIN * limit ? { length: limit, uncertainty } : null;
}

const limitOf = (coarse: SlicedLength, fine: SlicedLength): number => (4 * fine.length - coarse.length) / 3;
