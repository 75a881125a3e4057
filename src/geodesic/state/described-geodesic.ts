/** @file A path to a state as `stateGeodesic` returns it, with its certificate. */

import { greatestLowerBound } from '../../complexity/best-lower-bound.ts';
import { norm } from '../../linalg/vector.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { lengthUncertainty } from '../../path/length-uncertainty.ts';
import { missedBy, speeds, velocityAt } from '../../path/state-path.ts';
import type { FoundPath } from './found-path.ts';
import { metricOf } from './generators.ts';
import { mendedUncertainty } from './mending.ts';
import { type StateCertificate, stateCertificate, unreachableCertificate } from './state-certificate.ts';
import { speedAt } from './state-flow.ts';
import type { StateLowerBounds } from './state-lower-bounds.ts';

/** A path of K slices from the reference state to (nearly) the target, with what is known of its quality. */
export interface SlicedGeodesic {
  readonly words: readonly string[];
  /** h[k][P], slice by slice from the reference on; H_k acts for the time 1/K. */
  readonly velocity: readonly (readonly number[])[];
  readonly slices: number;
  /** Σ_k F(H_k)/K: the length of this very path. */
  readonly length: number;
  /** (1/2K) Σ_k F(H_k)². */
  readonly energy: number;
  /** 1 − |⟨target|ψ⟩|² at the end of the path. */
  readonly infidelity: number;
  /** max F / min F − 1; 0 on a geodesic. */
  readonly speedVariation: number;
  /** length²/(2·energy): at most 1, and 1 at constant speed. */
  readonly straightness: number;
  /** Length with K/2 slices, (K + 1)/2 for an odd K; Infinity if the path found with so few misses the target. */
  readonly coarseLength: number;
  readonly lowerBound: number;
  /** How much `length` may be off for a path to the target itself, by `HeldDirections.unresolved`, `mendedUncertainty` or `lengthUncertainty`; null where that is not known. */
  readonly uncertainty: number | null;
  /** What the length is, in words: an upper bound, unless it meets the lower one. */
  readonly status: string;
  /** Length of each start on K/2 slices: exact for few qubits; for many after the same number of steps, near the target. */
  readonly starts: readonly number[];
}

/** A shortest path to a pure state. */
export interface StateGeodesic extends SlicedGeodesic {
  /** The least length found, of the geodesic or else of the sliced path; Infinity if the target is unreachable. */
  readonly complexity: number;
  /** The geodesic near the path: `stateFlow` from the reference with this costate; null if none was polished. */
  readonly geodesic: {
    /** p(0), interleaved, shape (2ⁿ,). */
    readonly costate: readonly number[];
    readonly length: number;
    /** Sine of the Fubini–Study distance of its end from the target. */
    readonly residual: number;
  } | null;
  /**
   * Where one-qubit words weigh 0: the rotation exp(−i Σ a_P P) that costs nothing and leads from the end of the path to
   * the target; null elsewhere.
   */
  readonly freeRotation: { readonly words: readonly PauliWord[]; readonly coefficients: readonly number[] } | null;
  readonly certificate: StateCertificate;
}

/** What was found, with its certificate. */
export function described(found: FoundPath, tolerance: number, lowerBounds: StateLowerBounds): StateGeodesic {
  const { problem, x, shot } = found;
  const { freeWords = [] } = problem;
  const speed = speeds(problem, x);
  const length = mean(speed);
  const energy = speed.reduce((sum, F) => sum + F * F, 0) / (2 * speed.length);
  const greatest = Math.max(...speed);
  const infidelity = missedBy(problem, x);
  const residual = Math.sqrt(infidelity);
  const costate = norm({ length: problem.to.length, interleaved: found.costate });
  const uncertainty =
    found.held?.unresolved ??
    (found.mending === null ? lengthUncertainty(costate, residual, length) : mendedUncertainty(found.mending, length));
  const sliced = { length, residual, uncertainty };
  const certificate = stateCertificate(found, sliced, tolerance, lowerBounds);
  const geodesic = shot && {
    costate: Array.from(shot.costate),
    length: speedAt(metricOf(problem), shot.flow.points[0]!),
    residual: shot.residual,
  };
  return {
    words: problem.controls.words,
    velocity: velocityAt(problem, x)
      .map((h) => Array.from(h, (coefficient) => 0 - coefficient))
      .reverse(),
    slices: problem.slices,
    length,
    energy,
    infidelity,
    speedVariation: greatest > 1e-9 ? greatest / Math.min(...speed) - 1 : 0,
    straightness: energy > 1e-18 ? length ** 2 / (2 * energy) : 1,
    coarseLength: found.coarseLength,
    lowerBound: greatestLowerBound(lowerBounds).bound,
    uncertainty,
    status: certificate.status,
    starts: found.starts.map(({ coarseLength }) => coarseLength),
    complexity: Math.min(length, geodesic?.length ?? Infinity),
    geodesic: geodesic ?? null,
    freeRotation:
      freeWords.length === 0
        ? null
        : { words: freeWords, coefficients: Array.from(x.subarray(x.length - freeWords.length), (a) => 0 - a) },
    certificate,
  };
}

/** No path at all. */
export function nothing(words: readonly PauliWord[], slices: number, reason: string): StateGeodesic {
  const certificate = unreachableCertificate(reason);
  return {
    words,
    velocity: [],
    slices,
    length: Infinity,
    energy: Infinity,
    infidelity: 1,
    speedVariation: 0,
    straightness: 1,
    coarseLength: Infinity,
    lowerBound: Infinity,
    uncertainty: null,
    status: certificate.status,
    starts: [],
    complexity: Infinity,
    geodesic: null,
    freeRotation: null,
    certificate,
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
