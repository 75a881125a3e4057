/** @file How one pure Gaussian state moves to another on the shortest path. */

import type { RealMatrix } from '../linalg/matrix.ts';

/**
 * The shortest path between two pure Gaussian states of one kind: squeezings of bosons, rotations of pairs of fermions.
 */
export interface RelativeMotion {
  /** Squeezings r ≥ 0, shape (n,), or angles ϑ in [0, π/2] of pairs, shape (⌊n/2⌋,); descending. */
  readonly angles: Float64Array;
  /** The covariance at s: the reference at 0, the target at 1. */
  readonly covariance: (s: number) => RealMatrix;
  /** h of a quadratic Hamiltonian that moves the reference to the target in unit time, shape (2n, 2n). */
  readonly hamiltonian: () => RealMatrix;
  /**
   * ½ log of the relative covariance. Bosons: in quadratures in which the reference is the vacuum, symmetric, ((a, b), (b, −a)), or
   * its block a alone where b vanishes. Fermions: h itself.
   */
  readonly velocity: () => RealMatrix;
}
