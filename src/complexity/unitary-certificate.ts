/** @file What is known of the quality of a geodesic to a unitary. */

import type { UnitaryFlow } from './exponential-map.ts';
import { conjugatePoints } from './jacobi-fields.ts';
import type { RightInvariantMetric } from './right-invariant-metric.ts';
import { jacobiSteps, type Shot } from './shooting.ts';
import { isOutsideControls, type UnitaryLowerBounds, unitaryLowerBounds } from './unitary-bounds.ts';
import { reachingPath, sampledPath, unitaryPathProblem } from './unitary-path.ts';
import type { Candidate, UnitarySearch } from './unitary-search.ts';

/** Every reported geodesic carries one. */
export interface UnitaryCertificate {
  /** What the length is, in words. */
  readonly status: string;
  /** √Σ z_P² with V†U(1) ∼ exp(−iZ), a bi-invariant distance; null if no path was found. */
  readonly residual: number | null;
  /** max F / min F − 1 over the path, from H(t) = G⁻¹(U L(0) U†). */
  readonly speedVariation: number;
  /** length²/(2·energy): at most 1, and 1 at constant speed. */
  readonly straightness: number;
  /** The integrator's own |L − U L(0) U†|/|L| per step; 0 for closed forms. */
  readonly momentumResidual: number;
  /** Shortest sliced paths near the geodesic that end at V: upper bounds, converging as 1/K². */
  readonly slicedLengths: readonly { readonly slices: number; readonly length: number; readonly infidelity: number }[];
  /** Length that each start led to; null where it did not arrive. */
  readonly starts: readonly { readonly start: string; readonly length: number | null }[];
  /** Lengths found, to six decimals, and how often. */
  readonly histogram: readonly { readonly length: number; readonly count: number }[];
  readonly lowerBounds: UnitaryLowerBounds;
  /** Conjugate points in (0, 1], with multiplicity; null if they were not counted. */
  readonly conjugatePoints: number | null;
}

/**
 * The certificate of the best candidate.
 *
 * @param wanted - the parts that cost as much as the search: conjugate points, sliced paths of K and 2K slices
 */
export function certificateOf(
  search: UnitarySearch,
  best: Candidate | undefined,
  candidates: readonly Candidate[],
  wanted: { readonly conjugatePoints: boolean; readonly slicedLengths: boolean },
): UnitaryCertificate {
  const { weights, unitary, tolerance } = search;
  const lowerBounds = unitaryLowerBounds(weights, unitary);
  const shot = best?.shot;
  const conjugate = shot !== undefined && wanted.conjugatePoints ? conjugateCount(weights, shot) : null;
  const compared = wanted.slicedLengths && shot !== undefined && shot.residual <= tolerance ? shot : undefined;
  const starts = candidates.map(({ start, length, residual }) => {
    return { start, length: residual <= tolerance ? length : null };
  });
  const lengths = starts.flatMap(({ length }) => (length === null ? [] : [Number(length.toFixed(6))]));
  const distinct = [...new Set(lengths)].sort((a, b) => a - b);
  return {
    status: statusOf(search, best, { lowerBounds, conjugate, starts: starts.length }),
    residual: best?.residual ?? null,
    ...speedChecks(weights, best),
    momentumResidual: shot?.flow.momentumResidual ?? 0,
    slicedLengths: compared === undefined ? [] : slicedLengths(search, compared.flow),
    starts,
    histogram: distinct.map((length) => ({ length, count: lengths.filter((other) => other === length).length })),
    lowerBounds,
    conjugatePoints: conjugate,
  };
}

function statusOf(
  { weights, unitary, tolerance }: UnitarySearch,
  best: Candidate | undefined,
  known: { readonly lowerBounds: UnitaryLowerBounds; readonly conjugate: number | null; readonly starts: number },
): string {
  if (best === undefined) {
    return isOutsideControls(weights, unitary)
      ? 'unreachable: the controls do not generate the target'
      : 'nothing found';
  }
  if (best.residual > tolerance)
    return `not converged: the best path ends at distance ${best.residual.toExponential(1)}`;
  const { biInvariant, weyl = 0 } = known.lowerBounds;
  if (best.length <= Math.max(biInvariant, weyl) * (1 + 1e-9) + 1e-12) return 'least length: it meets a lower bound';
  const among = `best of ${known.starts} starts`;
  if (best.shot === undefined) return `upper bound, by the direct method, ${among}`;
  if (known.conjugate === null) return `geodesic, an upper bound, ${among}`;
  if (known.conjugate === 0) return `certified local minimum, an upper bound, ${among}`;
  return `geodesic with ${known.conjugate} conjugate points, no minimum, an upper bound, ${among}`;
}

/** Steps in which Jacobi fields turn by at most half a radian resolve every conjugate point. */
function conjugateCount(weights: RightInvariantMetric, { flow, momentum }: Shot): number | null {
  const steps = Math.max(12, jacobiSteps(weights, momentum, 0.5));
  return conjugatePoints(weights, flow, momentum, steps)?.count ?? null;
}

const SAMPLES = 17;

function speedChecks(
  { inverseWeights }: RightInvariantMetric,
  best: Candidate | undefined,
): Pick<UnitaryCertificate, 'speedVariation' | 'straightness'> {
  if (best === undefined) return { speedVariation: 0, straightness: 1 };
  const { shot, path } = best;
  const velocities =
    shot === undefined ? path : Array.from({ length: SAMPLES }, (_, k) => shot.flow.velocityAt(k / (SAMPLES - 1)));
  const speeds = velocities.map((H) =>
    Math.sqrt(H.reduce((sum, h, p) => (h === 0 ? sum : sum + (h * h) / inverseWeights[p]!), 0)),
  );
  const [greatest, least] = [Math.max(...speeds), Math.min(...speeds)];
  const mean = speeds.reduce((sum, F) => sum + F, 0) / speeds.length;
  const square = speeds.reduce((sum, F) => sum + F * F, 0) / speeds.length;
  return {
    speedVariation: least > 1e-12 ? greatest / least - 1 : 0,
    straightness: square > 1e-24 ? mean ** 2 / square : 1,
  };
}

/** With K and 2K slices. */
function slicedLengths(
  { controls, unitary, slices }: UnitarySearch,
  flow: UnitaryFlow,
): UnitaryCertificate['slicedLengths'] {
  return [slices, 2 * slices].map((count) => {
    const problem = unitaryPathProblem(controls, count, unitary);
    const { length, infidelity } = reachingPath(problem, sampledPath(problem, flow), 150, flow.momentumAt(1));
    return { slices: count, length, infidelity };
  });
}
