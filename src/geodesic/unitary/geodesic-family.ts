/** @file Families of equally long geodesics between the same ends: why an end may be conjugate without a shorter path. */

import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { Matrix, SingularValueDecomposition } from '../../linalg/dense-real.ts';
import { dot, length, plus } from '../../linalg/real-vector.ts';
import { polishedShot, type Shot } from './shooting.ts';

/** How far the momentum is moved, relative to its length, in turn until a member of the family is met. */
const SHARES = [0.02, -0.02, 0.005, -0.005];
/** Lengths that differ by less, relatively, are equal. */
const EQUAL = 1e-8;

/**
 * Dimension of the family of geodesics to V of the same length around one of them, as far as it is found: the momentum is
 * moved along each Jacobi field that vanishes at the end, and the end met again by Newton's method. The result is the rank of those
 * displacements that survive at an unchanged length.
 *
 * A geodesic without conjugate points before the end is a minimum among its neighbours, though not the only one, if the
 * family has as many dimensions as fields vanish at the end (a non-degenerate critical manifold of the energy).
 *
 * @param fields - Jacobi fields δL(0) that vanish at the end, orthonormal
 */
export function familyDimension(
  metric: RightInvariantMetric,
  target: ComplexMatrix,
  { momentum, flow }: Shot,
  fields: readonly Float64Array[],
  tolerance: number,
): number {
  return rankOfDisplacements(fields, (field) => {
    for (const share of SHARES) {
      const step = share * length(momentum);
      const shot = polishedShot(metric, target, plus(momentum, step, field), { tolerance, maxSteps: 30 });
      if (Math.abs(shot.flow.speed - flow.speed) > EQUAL * flow.speed || shot.residual > 10 * tolerance) continue;
      return { moved: plus(shot.momentum, -1, momentum), step };
    }
    return undefined;
  });
}

/** Singular values of displacements per step: 1 along a family, 0 where Newton's method has led back. */
const FAMILY_MEMBER = 0.1;

/**
 * In how many directions geodesics move along Jacobi fields when their end is met again.
 *
 * @param fields - orthonormal
 * @param displaced - how far the geodesic lies from the given one after `step` along the field and Newton; undefined if it
 *   is not equally long
 */
export function rankOfDisplacements(
  fields: readonly Float64Array[],
  displaced: (field: Float64Array) => { readonly moved: Float64Array; readonly step: number } | undefined,
): number {
  if (fields.length === 0) return 0;
  const displacements = fields.map((field) => {
    const found = displaced(field);
    return fields.map((other) => (found === undefined ? 0 : dot(found.moved, other) / found.step));
  });
  const { diagonal } = new SingularValueDecomposition(new Matrix(displacements));
  return diagonal.filter((value) => value > FAMILY_MEMBER).length;
}
