/** @file Shortest paths of Gaussian states. */

import { DomainError } from '../errors.ts';
import type { Radians } from '../units.ts';
import type { GaussianState } from './gaussian-state.ts';
import type { QuadraticHamiltonian } from './quadratic-hamiltonian.ts';
import { relativeMotion } from './relative-covariance.ts';

/** A shortest path between two pure Gaussian states, at constant speed. */
export interface GaussianGeodesic {
  /** The state at s: the reference at 0, the target at 1; any real s. */
  readonly at: (s: number) => GaussianState;
  /** The path as a unitary family: the state at s is e^{−iHs}|R⟩, `gaussianEvolution(generator, reference, s)`. */
  readonly generator: QuadraticHamiltonian;
  /** Fubini–Study length between 0 and 1. */
  readonly length: Radians;
}

/**
 * The shortest path between two pure states through Gaussian states, in the Fubini–Study metric,
 *
 *     G(s) = Δ^{s/2} G_R Δ^{s/2 T},    Δ = G_T G_R⁻¹,    length ¼‖log Δ‖,
 *
 * for the covariances G of bosons and fermions alike, where ‖log Δ‖² is the sum of the squares of the logarithms of all eigenvalues. For
 * bosons it is the only geodesic; for fermions there are others where a pair is orthogonal, ϑ = π/2, and one of the shortest is
 * taken. Each pair of normal modes moves on a hyperbolic plane or a sphere, all at the same time.
 *
 * @throws {ShapeError | DomainError} malformed or mixed states, unlike modes or statistics
 * @throws {DomainError} fermions of different parity, which no path of Gaussian states joins
 *
 * O(n³), and as much for each state on the path.
 *
 * @see Chapman, Heller, Marrochio & Pastawski, arXiv:1707.08582 (2017); Hackl & Myers, arXiv:1803.10638 (2018)
 */
export function gaussianGeodesic(reference: GaussianState, target: GaussianState): GaussianGeodesic {
  const motion = relativeMotion('gaussianGeodesic', reference, target);
  if (motion === undefined) {
    throw new DomainError('gaussianGeodesic: states of the same parity required, got one even and one odd');
  }
  const { statistics, modes } = reference;
  return {
    at: (s) => {
      if (!Number.isFinite(s)) throw new DomainError(`gaussianGeodesic: a finite place on the path required, got ${s}`);
      return { kind: 'gaussian', statistics, modes, covariance: motion.covariance(s) };
    },
    generator: { statistics, modes, matrix: motion.hamiltonian(), constant: 0 },
    length: fubiniStudyLength(statistics, motion.angles),
  };
}

/** √(½Σr²) of bosons, √(Σϑ²) of pairs of fermions: ¼‖log Δ‖. */
export function fubiniStudyLength(statistics: GaussianState['statistics'], angles: Float64Array): Radians {
  const squares = angles.reduce((sum, angle) => sum + angle * angle, 0);
  return Math.sqrt(statistics === 'boson' ? squares / 2 : squares);
}
