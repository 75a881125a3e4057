/** @file What is known of the quality of a path to a state. */

import { greatestLowerBound } from '../../complexity/best-lower-bound.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import { counted, significant } from '../../number-format.ts';
import type { ExtrapolatedLength } from '../../path/extrapolated-length.ts';
import { isCertain, lengthUncertainty } from '../../path/length-uncertainty.ts';
import type { PathProblem } from '../../path/state-path.ts';
import type { FoundPath, StartedPath } from './found-path.ts';
import { metricOf } from './generators.ts';
import { heldPhrase } from './held-directions.ts';
import { speedAt, stateFlow, stepsOf } from './state-flow.ts';
import { NO_PATH, type StateLowerBounds } from './state-lower-bounds.ts';
import type { StateShot } from './state-shooting.ts';
import { type SymmetricPaths, symmetricPhrase } from './symmetric-paths.ts';

/** The certificate that every path to a state carries. */
export interface StateCertificate {
  /** What the length is worth, in words: shortest, upper bound, not converged. */
  readonly status: string;
  /** The sine of the Fubini–Study distance from the target: of the geodesic, or of the sliced path if there is none. */
  readonly residual: number;
  /** How much the length of a path to the target itself may differ, by `mendedUncertainty` or `lengthUncertainty`; null for a path without length. */
  readonly uncertainty: number | null;
  /** Of the sliced path: its length when the miss is mended, to first order; null if the Jacobian of its end is not known. */
  readonly lengthAtTarget: number | null;
  /** Of the geodesic: max F / min F − 1 of its integration. null without one, as those below. */
  readonly speedVariation: number | null;
  /** Of the geodesic: greatest |(ψ, p) − (ψ, p)'| / |(ψ, p)| of two integrations, one with twice the steps. */
  readonly costateResidual: number | null;
  /** Lengths of the shortest sliced paths found with K/2 and K slices: they fall as 1/K² to that of the geodesic. */
  readonly slicedLengths: readonly { readonly slices: number; readonly length: number }[];
  /** What these converge to, with its uncertainty; null if the two are not on one sheet. Of a limit, not of a path. */
  readonly extrapolated: ExtrapolatedLength | null;
  /** Of the sliced path: |x + Jᵀp|/|x|, 0 where it obeys Pontryagin's principle slice by slice; null if that was not computed. */
  readonly slicedSlope: number | null;
  /** Whether the sliced path was found to be a minimum: no random direction led to one along which it becomes shorter; null as above. */
  readonly slicedMinimum: boolean | null;
  /**
   * Of the sliced path: where float64 does not resolve all directions of the end, which are met, level by level of the singular values of
   * its derivative, and by how much the others make it longer at most, to second order; null if all are met.
   */
  readonly held: {
    readonly levels: readonly {
      /** Directions with singular values above this share of the greatest are kept. */
      readonly level: number;
      /** How many are kept, and of how many. */
      readonly kept: number;
      readonly directions: number;
      /** The smallest singular value that is kept, as a share of the greatest. */
      readonly smallest: number;
      /** √(2·energy). */
      readonly length: number;
      /** |x + Jᵀp|/|x| with p in the directions kept. */
      readonly slope: number;
      /** How far the path has to move to meet its end in the directions kept. */
      readonly natural: number;
      /** The miss |c| in all directions. */
      readonly miss: number;
    }[];
    readonly unresolved: number;
  } | null;
  readonly starts: readonly StartedPath[];
  /** Lengths that the starts led to, of geodesics where known, to four decimals, and how often. */
  readonly histogram: readonly { readonly length: number; readonly count: number }[];
  readonly lowerBounds: StateLowerBounds;
  /** Conjugate points in (0, 1), with multiplicity; null if they were not counted. */
  readonly conjugatePoints: number | null;
  /** Multiplicity of the end as a conjugate point: families of equally long geodesics make it one; null if not counted. */
  readonly conjugateAtEnd: number | null;
  /** Dimension of the family of equally long geodesics around this one, by symmetries or as found; null if not counted. */
  readonly family: number | null;
  /** Where only symmetric paths were searched: which, and whether a shorter one was found beside them; null elsewhere. */
  readonly symmetric: SymmetricPaths | null;
}

/** The certificate of what was found. `residual`, `length` and `uncertainty` are those of the sliced path. */
export function stateCertificate(
  found: FoundPath,
  sliced: Sliced,
  tolerance: number,
  lowerBounds: StateLowerBounds,
): StateCertificate {
  const { problem, shot, points, starts, coarseLength } = found;
  const lengths = starts.map((one) => Number((one.geodesicLength ?? one.length).toFixed(4)));
  const distinct = [...new Set(lengths)].sort((a, b) => a - b);
  return {
    status: statusOf(found, sliced, { tolerance, lowerBounds }),
    residual: shot?.residual ?? sliced.residual,
    uncertainty: shot === undefined ? sliced.uncertainty : shotUncertainty(problem, shot),
    lengthAtTarget: found.mending && sliced.length + found.mending.change,
    speedVariation: shot === undefined ? null : speedVariation(problem, shot),
    costateResidual: shot === undefined ? null : costateResidual(problem, shot),
    slicedLengths: [
      { slices: Math.ceil(problem.slices / 2), length: coarseLength },
      { slices: problem.slices, length: sliced.length },
    ],
    extrapolated: found.extrapolated,
    slicedSlope: found.slope,
    slicedMinimum: found.minimum,
    held: found.held === undefined ? null : { levels: found.held.levels, unresolved: found.held.unresolved },
    starts,
    histogram: distinct.map((one) => ({ length: one, count: lengths.filter((other) => other === one).length })),
    lowerBounds,
    conjugatePoints: points?.count ?? null,
    conjugateAtEnd: points?.atEnd ?? null,
    family: points?.family ?? null,
    symmetric: found.symmetric ?? null,
  };
}

/** What is known of the sliced path. */
interface Sliced {
  readonly residual: number;
  readonly length: number;
  readonly uncertainty: number | null;
}

/** Of a geodesic by shooting: its end is as far from the target as the residual and the integration say. */
function shotUncertainty(
  problem: PathProblem,
  { costate, residual, integrationError, flow }: StateShot,
): number | null {
  return lengthUncertainty(length(costate), residual + integrationError, speedAt(metricOf(problem), flow.points[0]!));
}

function statusOf(
  { problem, shot, points, starts, symmetric, held }: FoundPath,
  sliced: Sliced,
  known: {
    readonly tolerance: number;
    readonly lowerBounds: StateLowerBounds;
  },
): string {
  const { tolerance, lowerBounds } = known;
  const missed = sliced.residual ** 2;
  const of = missed <= tolerance ? 'the target' : `a state at infidelity ${significant(missed)} from the target`;
  const found = shot === undefined ? sliced.length : speedAt(metricOf(problem), shot.flow.points[0]!);
  const { bound } = greatestLowerBound(lowerBounds);
  if (Math.min(found, sliced.length) <= bound * (1 + 1e-6) + 1e-12)
    return `least length for ${of}: it meets the lower bound`;
  const where = symmetric === undefined ? '' : `, ${symmetricPhrase(symmetric)}`;
  const among = `best of ${counted(starts.length, 'start')}${where}`;
  if (shot === undefined) return `upper bound for ${of}, ${among}${held === undefined ? '' : `, ${heldPhrase(held)}`}`;
  if (points === undefined) return `geodesic to the target, an upper bound, ${among}`;
  if (points.count > 0) {
    return `geodesic with ${counted(points.count, 'conjugate point')}, no minimum, an upper bound, ${among}`;
  }
  if (points.atEnd > points.family) {
    return `geodesic without conjugate points before its end, which is conjugate, an upper bound, ${among}`;
  }
  const uncertainty = shotUncertainty(problem, shot);
  if (!isCertain(uncertainty, found)) {
    return `geodesic without conjugate points, its length uncertain by ${significant(uncertainty!)}, an upper bound, ${among}`;
  }
  return `certified local minimum, an upper bound, ${among}`;
}

function speedVariation(problem: PathProblem, { flow }: StateShot): number {
  const speeds = flow.points.map((point) => speedAt(metricOf(problem), point));
  const least = Math.min(...speeds);
  return least > 1e-12 ? Math.max(...speeds) / least - 1 : 0;
}

function costateResidual(problem: PathProblem, { flow, costate }: StateShot): number {
  const start = { state: problem.to.interleaved, costate };
  const double = stateFlow(metricOf(problem), start, 2 * stepsOf(flow)).points;
  const apart = (a: Float64Array, b: Float64Array): number => length(plus(a, -1, b));
  const differences = flow.points.map(({ state, costate: p }, k) =>
    Math.hypot(apart(state, double[2 * k]!.state), apart(p, double[2 * k]!.costate)),
  );
  return Math.max(...differences) / Math.hypot(1, length(costate));
}

/** Of two states that no path joins. */
export function unreachableCertificate(reason: string): StateCertificate {
  return {
    status: `unreachable: ${reason}`,
    residual: 1,
    uncertainty: null,
    lengthAtTarget: null,
    speedVariation: null,
    costateResidual: null,
    slicedLengths: [],
    extrapolated: null,
    slicedSlope: null,
    slicedMinimum: null,
    held: null,
    starts: [],
    histogram: [],
    lowerBounds: NO_PATH,
    conjugatePoints: null,
    conjugateAtEnd: null,
    family: null,
    symmetric: null,
  };
}
