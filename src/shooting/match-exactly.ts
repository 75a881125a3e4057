/** @file Geodesics that meet their target exactly. */

import { dot } from '../linalg/real-vector.ts';
import { levenbergMarquardt, type Residuals } from '../optimise/levenberg-marquardt.ts';
import type { Solution } from '../solution.ts';
import { begin, type Found, type Match, type MatchOptions, measured } from './match-search.ts';
import { midpointShot } from './midpoint.ts';
import { endOf, shootVarying } from './shoot.ts';
import type { ShootingSpace } from './shooting-space.ts';

/** Options of an exact match. */
export interface ExactMatchOptions extends MatchOptions {
  /** Greatest |r_i| that counts as met; default 1e-12. */
  readonly tolerance?: number;
}

/** Directions in which momenta move the point by less than this share of the greatest, as a square, count as idle. */
const RESOLVED = 1e-14;
/** Midpoint steps are given up here, for their end is not that of the geodesic. */
const COARSE = 1e-6;

/**
 * The geodesic on which r(q(1)) = 0, by the method of Levenberg and Marquardt from rest: first on midpoint steps, then on those by which
 * it is measured. Of several solutions near the start it finds one of little energy, not surely the least: take several starts.
 *
 * @param residuals - r and its derivatives by q(1): `endAt` for points, `stateEnd` for states
 * @returns the shortest of those that meet the tolerance, or else the one that misses least
 * @throws {ShapeError} q has another dimension
 * @throws {DomainError} a number of starts or steps that is none
 *
 * Cost of a step 2·steps variations for each momentum allowed, and their number cubed: up to some 200 of them.
 */
export function matchExactly(
  space: ShootingSpace,
  q: Float64Array,
  residuals: Residuals,
  options: ExactMatchOptions = {},
): Solution<Match> {
  const { steps = 10, measuredSteps = 20, maxSteps = 200, tolerance = 1e-12 } = options;
  const search = begin(space, q, options, RESOLVED, true);
  const { coordinates } = search;
  const coarse: Residuals = (u) => {
    const shot = midpointShot(space, { q, p: coordinates.momentumOf(u) }, steps);
    return through(
      residuals,
      shot.end.q,
      units(coordinates.size).map((e) => shot.tangent(coordinates.momentumOf(e))),
    );
  };
  const fine: Residuals = (u) => {
    const momenta = units(coordinates.size).map(coordinates.momentumOf);
    const shot = shootVarying(space, { q, p: coordinates.momentumOf(u) }, momenta, measuredSteps);
    const moved = shot.vectors.at(-1)!.map((change) => change.subarray(0, space.dimension));
    return through(residuals, endOf(shot).q, moved);
  };
  const missed = (end: Float64Array): number => greatest(residuals(end)?.values ?? Float64Array.of(Infinity));
  const found = search.starts.map((start): Found => {
    const first = levenbergMarquardt(coarse, start, { tolerance: Math.max(tolerance, COARSE), maxSteps });
    const last = levenbergMarquardt(fine, first.value, { tolerance, maxSteps });
    const miss = greatest(fine(last.value)?.values ?? Float64Array.of(Infinity));
    const { energy } = space.flow({ q, p: coordinates.momentumOf(last.value) });
    const value = miss <= tolerance ? energy : 1e9 * (1 + miss); // exact ones come first
    return { u: last.value, value, result: last.result, steps: first.steps + last.steps };
  });
  return measured(space, q, search, found, missed, options);
}

/** r(q) and its derivatives along the moves of q, one column for each. */
function through(residuals: Residuals, q: Float64Array, moves: readonly Float64Array[]): ReturnType<Residuals> {
  const at = residuals(q);
  if (at === null) return null;
  const rows = at.values.length;
  const jacobian = new Float64Array(rows * moves.length);
  for (let i = 0; i < rows; i++) {
    const row = at.jacobian.subarray(i * q.length, (i + 1) * q.length);
    moves.forEach((move, k) => {
      jacobian[i * moves.length + k] = dot(row, move);
    });
  }
  return { values: at.values, jacobian };
}

const greatest = (values: Float64Array): number => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

const units = (size: number): readonly Float64Array[] =>
  Array.from({ length: size }, (_, k) => Float64Array.from({ length: size }, (_, i) => Number(i === k)));
