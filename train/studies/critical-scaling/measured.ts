/** @file What the study measures. */

/** Lengths of straight paths for the weights 1, r and r². */
export interface StraightRow {
  readonly sites: number;
  readonly field: number;
  readonly lengths: readonly number[];
}

/** A path that was searched for, with what acts in each slice. */
export interface BoundedPath {
  readonly name: string;
  readonly field: number;
  readonly length: number;
  /** √Σ(1 − F) at the end. */
  readonly residual: number;
  readonly lowerBound: number;
  /** Directions that shorten the path; null where they were not counted. */
  readonly negative: number | null;
  /** Strength of the words of each range, from 0 on, slice by slice. */
  readonly ranges: readonly (readonly number[])[];
}

export interface Measured {
  readonly sites: readonly number[];
  readonly fields: readonly number[];
  readonly searched: number;
  readonly straight: readonly StraightRow[];
  readonly bounded: readonly BoundedPath[];
}
