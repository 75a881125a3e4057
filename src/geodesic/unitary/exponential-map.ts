/** @file The exponential map of a complexity metric: where the geodesic with a given start leads. */

import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { momentumOf, type RightInvariantMetric, speedOf, velocityOf } from '../../complexity/right-invariant-metric.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { multiply } from '../../linalg/matrix.ts';
import {
  coordinatesOf,
  coordinatesOfSum,
  indexOfWord,
  matrixOf,
  sumOfCoordinates,
} from '../../operator/pauli-coordinates.ts';
import type { PauliSum } from '../../operator/pauli-sum.ts';
import { type FlowOptions, integratedFlow } from './euler-arnold.ts';
import { unitaryControls } from './free-rotations.ts';
import { nestedGeodesic } from './nested-geodesic.ts';

/** How a geodesic starts: with H(0), or with L(0) = G H(0), of which an infinite penalty needs all. */
export type GeodesicStart = { readonly velocity: PauliSum } | { readonly momentum: PauliSum };

/** A geodesic U(t) from U(0) = 1 at constant speed. */
export interface UnitaryFlow {
  /** U(t), for any t between 0 and the end. */
  readonly unitaryAt: (time: number) => ComplexMatrix;
  /** L(t) = U(t) L(0) U(t)†, in Pauli coordinates. */
  readonly momentumAt: (time: number) => Float64Array;
  /** H(t) = G⁻¹L(t), in Pauli coordinates. */
  readonly velocityAt: (time: number) => Float64Array;
  /** F(H). */
  readonly speed: number;
  readonly method: 'closed form' | 'Taylor series';
  /** Steps of the integrator; 0 for a closed form. */
  readonly steps: number;
  /** The integrator's own estimate of its error per step, relative to |L|; 0 for a closed form. */
  readonly momentumResidual: number;
}

/** A point that the exponential map reaches, and how. */
export interface GeodesicPoint {
  readonly unitary: ComplexMatrix;
  /** H at the end. */
  readonly velocity: PauliSum;
  /** L at the end. */
  readonly momentum: PauliSum;
  /** speed · |time|. */
  readonly length: number;
  readonly flow: UnitaryFlow;
}

/**
 * The geodesic of a penalty metric that starts at 1 with a given velocity or momentum, U' = −iHU, H = G⁻¹L,
 * L(t) = U L(0) U†. Weights that nest have closed forms (see `nestedGeodesic`); all others are integrated to rounding
 * accuracy.
 *
 * Identity terms are left out, so that det U = 1. Where one-qubit words weigh 0, neither velocity nor momentum has any: the
 * geodesic is one up to free rotations.
 *
 * @param start - n ≤ 6 qubits
 * @returns U(time), H and L there, and the whole path
 * @throws {ShapeError | DomainError} more than six qubits, an invalid metric, or a velocity along a word that is no
 *         control
 */
export function exponentialMap(metric: PenaltyMetric, start: GeodesicStart, time = 1): GeodesicPoint {
  const given = 'velocity' in start ? start.velocity : start.momentum;
  const { weights, freeWords } = unitaryControls(metric, given.qubits);
  const coordinates = coordinatesOfSum(given);
  const free = freeWords.find((word) => coordinates[indexOfWord(word)] !== 0);
  if (free !== undefined) {
    throw new DomainError(`exponentialMap: no words that are free required in velocity and momentum, got ${free}`);
  }
  const momentum = 'velocity' in start ? momentumOf(weights, coordinates) : coordinates;
  const flow = unitaryFlow(weights, momentum, time);
  return {
    unitary: flow.unitaryAt(time),
    velocity: sumOfCoordinates(flow.velocityAt(time)),
    momentum: sumOfCoordinates(flow.momentumAt(time)),
    length: flow.speed * Math.abs(time),
    flow,
  };
}

/**
 * The geodesic with momentum L(0), shape (4ⁿ,), in closed form if there is one and the options do not ask for the
 * integrator, by giving an order or a number of steps.
 *
 * @throws {DomainError} momentum or time not finite
 */
export function unitaryFlow(
  metric: RightInvariantMetric,
  momentum: Float64Array,
  time = 1,
  options: FlowOptions = {},
): UnitaryFlow {
  if (!(Number.isFinite(time) && momentum.every(Number.isFinite))) {
    throw new DomainError(`geodesic: a finite momentum and time required, got time ${time}`);
  }
  const asked = options.order !== undefined || options.steps !== undefined;
  const closed = asked ? undefined : nestedGeodesic(metric, momentum);
  const integrated = closed === undefined ? integratedFlow(metric, momentum, time, options) : undefined;
  const unitaryAt = closed ?? integrated!.at;
  const first = matrixOf(momentum);
  const momentumAt = (t: number): Float64Array => {
    const u = unitaryAt(t);
    return coordinatesOf(multiply(multiply(u, first), u, { adjointB: true }));
  };
  return {
    unitaryAt,
    momentumAt,
    velocityAt: (t) => velocityOf(metric, momentumAt(t)),
    speed: speedOf(metric, momentum),
    method: closed === undefined ? 'Taylor series' : 'closed form',
    steps: integrated?.steps ?? 0,
    momentumResidual: integrated?.momentumResidual ?? 0,
  };
}
