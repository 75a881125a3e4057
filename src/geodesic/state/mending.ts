/** @file What it takes to mend the miss of a path that ends beside its target, by the Jacobian of its end point. */

import { dot, length } from '../../linalg/real-vector.ts';
import type { EndPointJacobian } from './end-point-jacobian.ts';

/** The move m of least norm with Jm = −c. */
export interface Mending {
  /** x·m/|x|: how much longer it makes the path, to first order; p·c/L with p the multiplier, x = −Jᵀp, of a shortest path. */
  readonly change: number;
  /** |m|: the length changes by no more, except that J changes on a way that is not short. */
  readonly move: number;
}

/**
 * The move onto the target with the Jacobian at x.
 *
 * @param energySlope - x, with 0 for entries that cost nothing
 */
export function mending(
  { natural, coordinatesOf }: EndPointJacobian,
  energySlope: Float64Array,
  miss: Float64Array,
): Mending {
  const coordinates = natural(miss);
  const size = length(energySlope);
  const change = size > 0 ? -dot(coordinatesOf(energySlope), coordinates) / size : 0;
  return { change, move: length(coordinates) };
}

/**
 * How much the length of a path to the target may differ from L: by |m|, for the triangle inequality. Where the target takes many
 * brackets, m is long however small the miss is, which |p|·|c|/L does not tell of a path that is shortest for its own end; and as
 * J changes on the way, the change of first order is no bound.
 *
 * @returns null for a path without length
 */
export const mendedUncertainty = ({ move }: Mending, pathLength: number): number | null =>
  pathLength > NO_LENGTH ? move : null;

const NO_LENGTH = 1e-12;
