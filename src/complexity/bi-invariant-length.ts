/** @file Geodesics where all words weigh 1: one-parameter groups, one for each branch of the logarithm. */

import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import { normalEigen } from '../linalg/normal-eigen.ts';
import { coordinatesOf } from '../operator/pauli-coordinates.ts';

/**
 * Whether a path to V may end at e^{iφ}V, or has to end at V itself, det V = 1: paths of traceless Hamiltonians stay in SU(N), and
 * the free length is the least of the kept ones to ωV, over the N-th roots of unity ω.
 */
export type GlobalPhase = 'free' | 'kept';

/** Options of lengths of unitaries. */
export interface PhaseOptions {
  /** Default 'free'. */
  readonly phase?: GlobalPhase;
}

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
 * Where the phase is kept there is one branch, V = exp(−iH): as the sum of the phases is a multiple of 2π, and grows by 2π with each
 * cut, it is 0 for one of them. It is the shortest: of phases more than a turn apart the one could be lowered and the other raised.
 *
 * @param unitary - V, shape (2ⁿ, 2ⁿ)
 * @returns by length, the shortest first
 * @throws {ShapeError | DomainError} V is not square, not normal, or not finite, or the phase is kept and det V ≠ 1
 *
 * O(16ⁿ).
 */
export function logarithmBranches(unitary: ComplexMatrix, options: PhaseOptions = {}): readonly LogarithmBranch[] {
  const { phase = 'free' } = options;
  const { phases, vectors } = normalEigen(unitary);
  const turns = phases.reduce((sum, angle) => sum + angle, 0) / (2 * Math.PI);
  if (phase === 'kept') checkDeterminant(turns);
  const cuts = Array.from(phases.keys()).filter((cut) => {
    return phase === 'free' || (((Math.round(turns) + cut) % phases.length) + phases.length) % phases.length === 0;
  });
  return cuts
    .map((cut) => {
      const turned = phases.map((angle, j) => (j < cut ? angle + 2 * Math.PI : angle));
      const mean = turned.reduce((sum, angle) => sum + angle, 0) / turned.length;
      // V = exp(−iH): the energies are the negative phases.
      const energies = turned.map((angle) => mean - angle);
      const weighted = vectors.interleaved.map((x, k) => x * energies[(k >> 1) % energies.length]!);
      const velocity = coordinatesOf(multiply({ ...vectors, interleaved: weighted }, vectors, { adjointB: true }));
      velocity[0] = 0;
      return { velocity, length: Math.hypot(...energies) / Math.sqrt(energies.length) };
    })
    .sort((a, b) => a.length - b.length);
}

/**
 * Complexity of a unitary where every word weighs 1 (the infinite-size-infinite-range metric): the least standard
 * deviation of its eigenphases over the branches of the logarithm. The global phase is ignored, unless it is to be kept: −1 is
 * the identity for a free phase, and π away from it in SU(2) for a kept one.
 *
 * @throws {ShapeError | DomainError} V is not square, not normal, or not finite, or the phase is kept and det V ≠ 1
 */
export function biInvariantLength(unitary: ComplexMatrix, options: PhaseOptions = {}): number {
  return logarithmBranches(unitary, options)[0]!.length;
}

/** A determinant exp(2πi·turns) that differs from 1 by more is another one. */
const DETERMINANT = 1e-8;

function checkDeterminant(turns: number): void {
  const rest = turns - Math.round(turns);
  if (!(Math.abs(rest) * 2 * Math.PI < DETERMINANT)) {
    throw new DomainError(
      `phase kept: a unitary of determinant 1 required, got determinant exp(${(2 * Math.PI * rest).toPrecision(3)}i)`,
    );
  }
}
