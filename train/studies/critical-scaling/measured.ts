/** @file What the study measures. */

/** Lengths of straight paths for the weights 1, r and r². */
export interface StraightRow {
  readonly sites: number;
  readonly field: number;
  readonly lengths: readonly number[];
}

/** Lengths of the path of a continuous MERA for the weights 1, r and r², over those of straight paths. */
export interface CoarseRow {
  readonly sites: number;
  readonly field: number;
  /** The power g of the gates ∝ k^g. */
  readonly gate: number;
  readonly ratios: readonly number[];
}

/** When each range acts on the path of a continuous MERA: step by step from long waves to short ones, as in `BoundedPath`. */
export interface CoarseRanges {
  readonly sites: number;
  readonly ranges: readonly (readonly number[])[];
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

/** The shortest path found to an open chain in words of neighbours. */
export interface ChainPath {
  readonly sites: number;
  readonly length: number;
  /** Σ(1 − F) at the end. */
  readonly missed: number;
  readonly uncertainty: number;
  readonly lowerBound: number;
  /** Strength of the words of each bond, slice by slice. */
  readonly bonds: readonly (readonly number[])[];
}

export interface Measured {
  readonly sites: readonly number[];
  readonly fields: readonly number[];
  readonly searched: number;
  readonly straight: readonly StraightRow[];
  readonly coarse: readonly CoarseRow[];
  readonly coarseRanges: CoarseRanges;
  readonly bounded: readonly BoundedPath[];
  readonly chains: readonly ChainPath[];
}
