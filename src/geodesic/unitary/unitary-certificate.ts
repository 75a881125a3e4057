/** @file What is known of the quality of a geodesic to a unitary. */

import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import { multiply } from '../../linalg/matrix.ts';
import { dot, length, plus } from '../../linalg/real-vector.ts';
import { counted, significant } from '../../number-format.ts';
import { indexOfWord } from '../../operator/pauli-coordinates.ts';
import { isCertain, lengthUncertainty } from '../../path/length-uncertainty.ts';
import { localLogarithm } from './free-rotations.ts';
import { familyDimension } from './geodesic-family.ts';
import { movingSymmetries } from './isometries.ts';
import { type ConjugatePoints, conjugatePoints } from './jacobi-fields.ts';
import { jacobiSteps, type Shot } from './shooting.ts';
import { isOutsideControls, type UnitaryLowerBounds, unitaryLowerBounds } from './unitary-bounds.ts';
import { type Candidate, problemOf, type UnitarySearch } from './unitary-candidate.ts';
import { reachingPath, sampledPath } from './unitary-path.ts';

/** The certificate that every reported geodesic carries. */
export interface UnitaryCertificate {
  /** What the length is worth, in words: shortest, upper bound, not converged. */
  readonly status: string;
  /** √Σ z_P² with V†U(1) ∼ exp(−iZ), a bi-invariant distance; null if no path was found. */
  readonly residual: number | null;
  /**
   * How much the length may be off for a path to V itself, |L|·residual/length (`lengthUncertainty`); null where an infinite penalty
   * leaves a part of the momentum of an unpolished path unknown.
   */
  readonly uncertainty: number | null;
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
  /** Conjugate points before the end, with multiplicity; null if they were not counted. */
  readonly conjugatePoints: number | null;
  /** How the end itself is conjugate to the start; null if the conjugate points were not counted. */
  readonly end: {
    readonly multiplicity: number;
    /** In how many directions symmetries of metric and target move the geodesic, each of which accounts for one. */
    readonly symmetries: number;
    /** Dimension of the family of equally long geodesics that was found, symmetric or not. */
    readonly family: number;
  } | null;
  /** Dimension of the other momenta of the same path, for infinite penalties; null if not counted. */
  readonly corank: number | null;
}

/**
 * The certificate of the best candidate.
 *
 * @param conjugate - conjugate points of the best candidate, if they were counted
 * @param wanted - the part that costs as much as the search: sliced paths of K and 2K slices
 */
export function certificateOf(
  search: UnitarySearch,
  best: Candidate | undefined,
  candidates: readonly Candidate[],
  conjugate: ConjugatePoints | undefined,
  wanted: { readonly slicedLengths: boolean },
): UnitaryCertificate {
  const { weights, unitary, tolerance, phase, freeWords } = search;
  const lowerBounds = unitaryLowerBounds(weights, unitary, { phase, rotating: freeWords.length > 0 });
  const shot = best?.shot;
  const end = conjugate === undefined || shot === undefined ? null : endOf(search, shot, conjugate);
  const compared = wanted.slicedLengths && shot !== undefined && shot.residual <= tolerance ? shot : undefined;
  const starts = candidates.map(({ start, length, residual }) => {
    return { start, length: residual <= tolerance ? length : null };
  });
  const lengths = starts.flatMap(({ length }) => (length === null ? [] : [Number(length.toFixed(6))]));
  const distinct = [...new Set(lengths)].sort((a, b) => a - b);
  return {
    status: statusOf(search, best, { lowerBounds, conjugate, end, starts: starts.length }),
    residual: best?.residual ?? null,
    uncertainty: best === undefined ? null : uncertaintyOf(weights, best),
    ...speedChecks(weights, best),
    momentumResidual: shot?.flow.momentumResidual ?? 0,
    slicedLengths: compared === undefined ? [] : slicedLengths(search, compared),
    starts,
    histogram: distinct.map((length) => ({ length, count: lengths.filter((other) => other === length).length })),
    lowerBounds,
    conjugatePoints: conjugate?.count ?? null,
    end,
    corank: conjugate?.otherMomenta.length ?? null,
  };
}

/** L is constant up to the turn by U, so its length at the end is that at the start. */
function uncertaintyOf(
  { inverseWeights }: RightInvariantMetric,
  { shot, momentum, residual, length: L }: Candidate,
): number | null {
  const known = shot !== undefined || inverseWeights.every((inverse, p) => p === 0 || inverse > 0);
  return known ? lengthUncertainty(length(momentum), residual, L) : null;
}

function statusOf(
  { weights, unitary, tolerance }: UnitarySearch,
  best: Candidate | undefined,
  known: {
    readonly lowerBounds: UnitaryLowerBounds;
    readonly conjugate: ConjugatePoints | undefined;
    readonly end: UnitaryCertificate['end'];
    readonly starts: number;
  },
): string {
  if (best === undefined) {
    return isOutsideControls(weights, unitary)
      ? 'unreachable: the controls do not generate the target'
      : 'nothing found';
  }
  if (best.residual > tolerance) return `not converged: the best path ends at distance ${significant(best.residual)}`;
  const { biInvariant, weyl = 0 } = known.lowerBounds;
  if (best.length <= Math.max(biInvariant, weyl) * (1 + 1e-9) + 1e-12) return 'least length: it meets a lower bound';
  const among = `best of ${counted(known.starts, 'start')}`;
  if (best.shot === undefined) return `upper bound, by the direct method, ${among}`;
  const { conjugate, end } = known;
  if (conjugate === undefined || end === null) return `geodesic, an upper bound, ${among}`;
  if (conjugate.count > 0) {
    const points = `geodesic with ${counted(conjugate.count, 'conjugate point')}`;
    return conjugate.otherMomenta.length > 0
      ? `${points} for one of its momenta, an upper bound, ${among}`
      : `${points}, no minimum, an upper bound, ${among}`;
  }
  const { multiplicity, family } = end;
  if (multiplicity > family) return `geodesic whose end is conjugate to its start, an upper bound, ${among}`;
  const uncertainty = uncertaintyOf(weights, best);
  if (!isCertain(uncertainty, best.length)) {
    return `geodesic without conjugate points, its length uncertain by ${significant(uncertainty!)}, an upper bound, ${among}`;
  }
  const alike = multiplicity > 0 ? ` in a family of dimension ${multiplicity} of equally long geodesics` : '';
  return `certified local minimum${alike}, an upper bound, ${among}`;
}

function endOf(
  { weights, unitary, tolerance }: UnitarySearch,
  shot: Shot,
  { atEnd }: ConjugatePoints,
): UnitaryCertificate['end'] {
  const multiplicity = atEnd.length;
  const symmetries = multiplicity === 0 ? 0 : movingSymmetries(weights, shot.flow, unitary);
  const family =
    multiplicity > symmetries ? familyDimension(weights, unitary, shot, atEnd, tolerance / 10) : symmetries;
  return { multiplicity, symmetries, family };
}

/**
 * Conjugate points of a shot; steps in which Jacobi fields turn by at most half a radian resolve every one. Where the path
 * has other momenta, that of least norm is tried, too, and the one with fewer points counts: one momentum without any
 * suffices for a minimum.
 */
export function conjugatePointsOf(
  weights: RightInvariantMetric,
  { flow, momentum }: Shot,
): ConjugatePoints | undefined {
  const steps = Math.max(12, jacobiSteps(weights, momentum, 0.5));
  const points = conjugatePoints(weights, flow, momentum, steps);
  if (points === undefined || points.count === 0 || points.otherMomenta.length === 0) return points;
  const least = points.otherMomenta.reduce((l, ν) => plus(l, -dot(l, ν), ν), momentum);
  const others = conjugatePoints(weights, flow, least, steps);
  return others !== undefined && others.count < points.count ? others : points;
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
function slicedLengths(search: UnitarySearch, { flow, target }: Shot): UnitaryCertificate['slicedLengths'] {
  const { freeWords, unitary, slices } = search;
  const A = freeWords.length > 0 ? localLogarithm(multiply(target, unitary, { adjointA: true })) : undefined;
  const rotation = freeWords.map((word) => A?.[indexOfWord(word)] ?? 0);
  return [slices, 2 * slices].map((count) => {
    const problem = problemOf(search, count);
    const { length, infidelity } = reachingPath(problem, sampledPath(problem, flow, rotation), 150, flow.momentumAt(1));
    return { slices: count, length, infidelity };
  });
}
