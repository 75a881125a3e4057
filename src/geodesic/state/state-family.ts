/** @file Families of equally long geodesics of states between the same ends: why an end may be conjugate without a shorter path. */

import { SingularValueDecomposition } from '../../linalg/dense-real.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import { rankOfDisplacements } from '../unitary/geodesic-family.ts';
import { horizontalFrame } from './horizontal-frame.ts';
import type { StateMetric } from './metric-space.ts';
import { type StateEnds, shotJacobian } from './shot-jacobian.ts';
import { speedAt, stepsOf } from './state-flow.ts';
import { polishedStateShot, type StateShot } from './state-shooting.ts';

/** How far the costate is moved, relative to its length. */
const SHARE = 0.02;
/** Lengths that differ by less, relatively, are equal. */
const EQUAL = 1e-8;
/** Residual at which the end is met again. */
const TOLERANCE = 1e-10;
const LEAST_STEPS = 32;

/**
 * Dimension of the family of geodesics of the same length around one of them, as far as it is found: the costate is moved
 * along each Jacobi field that vanishes at the end, and the end met again by Newton's method. The result is the rank of those
 * displacements that survive at an unchanged length.
 *
 * @param multiplicity - how many fields vanish at the end
 *
 * @see familyDimension, the same for unitaries
 *
 * Cost of a singular value decomposition of the Jacobian, and of Newton's method for each field.
 */
export function stateFamilyDimension(
  metric: StateMetric,
  ends: StateEnds,
  { costate, flow }: StateShot,
  multiplicity: number,
): number {
  const steps = Math.max(LEAST_STEPS, stepsOf(flow));
  const { matrix } = shotJacobian(metric, ends, costate, steps);
  const { rightSingularVectors } = new SingularValueDecomposition(matrix);
  const { vectorOf } = horizontalFrame(ends.from.interleaved);
  const fields = Array.from({ length: multiplicity }, (_, k) =>
    vectorOf(Float64Array.from(rightSingularVectors.getColumn(matrix.columns - 1 - k))),
  );
  const step = SHARE * length(costate);
  const speed = speedAt(metric, flow.points[0]!);
  return rankOfDisplacements(fields, (field) => {
    const options = { tolerance: TOLERANCE, maxSteps: 30 };
    const shot = polishedStateShot(metric, ends, plus(costate, step, field), options);
    const equal = Math.abs(speedAt(metric, shot.flow.points[0]!) - speed) <= EQUAL * speed;
    if (!(equal && shot.residual <= 10 * TOLERANCE)) return undefined;
    return { moved: plus(shot.costate, -1, costate), step };
  });
}
