/** @file Geodesics where all words weigh 1: one-parameter groups, one for each branch of the logarithm. */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import { normalEigen } from '../linalg/normal-eigen.ts';
import { coordinatesOf } from '../operator/pauli-coordinates.ts';

/** A logarithm of a unitary: V ∼ exp(−iH) with traceless H. */
export interface LogarithmBranch {
  /** Pauli coordinates of H, shape (4ⁿ,). */
  readonly velocity: Float64Array;
  /** √Σ h_P², the standard deviation of the eigenphases on this branch. */
  readonly length: number;
}

/**
 * The branches of the logarithm of V, up to its global phase, whose eigenphases lie within one turn: the circle of
 * phases is cut at each of its 2ⁿ gaps. The least standard deviation Σ(θ_j − θ̄)²/2ⁿ over all branches is among them,
 * since about the best centre every phase lies within half a turn. Degenerate gaps give a branch each, of one length.
 *
 * @param unitary - V, shape (2ⁿ, 2ⁿ)
 * @returns by length, the shortest first
 * @throws {ShapeError | DomainError} V is not square, not normal, or not finite
 *
 * O(16ⁿ).
 */
export function logarithmBranches(unitary: ComplexMatrix): readonly LogarithmBranch[] {
  const { phases, vectors } = normalEigen(unitary);
  return Array.from(phases, (_, cut) => {
    const turned = phases.map((phase, j) => (j < cut ? phase + 2 * Math.PI : phase));
    const mean = turned.reduce((sum, phase) => sum + phase, 0) / turned.length;
    // V = exp(−iH): the energies are the negative phases.
    const energies = turned.map((phase) => mean - phase);
    const weighted = vectors.interleaved.map((x, k) => x * energies[(k >> 1) % energies.length]!);
    const velocity = coordinatesOf(multiply({ ...vectors, interleaved: weighted }, vectors, { adjointB: true }));
    velocity[0] = 0;
    return { velocity, length: Math.hypot(...energies) / Math.sqrt(energies.length) };
  }).sort((a, b) => a.length - b.length);
}

/**
 * Complexity of a unitary where every word weighs 1 (the infinite-size-infinite-range metric): the least standard
 * deviation of its eigenphases over the branches of the logarithm. The global phase is ignored.
 *
 * @throws {ShapeError | DomainError} V is not square, not normal, or not finite
 */
export function biInvariantLength(unitary: ComplexMatrix): number {
  return logarithmBranches(unitary)[0]!.length;
}
