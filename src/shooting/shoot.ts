/** @file Geodesics from their momentum at the start. */

import { DomainError, ShapeError } from '../errors.ts';
import { rungeKutta } from '../linalg/runge-kutta.ts';
import type { PhasePoint, ShootingSpace } from './shooting-space.ts';

/** A geodesic, sampled at equal steps. */
export interface Shot {
  readonly time: number;
  /** At the times k·time/steps, k = 0…steps. */
  readonly points: readonly PhasePoint[];
  /** √(2H)·|time|, with H at the start. */
  readonly length: number;
}

/** A shot with vectors that move along with it. */
export interface AccompaniedShot extends Shot {
  /** At the times of the shot, as many vectors as were given. */
  readonly vectors: readonly (readonly Float64Array[])[];
}

/**
 * The geodesic from a point with a momentum, by the Runge–Kutta method of order 8: one function for landmarks, pictures, rigid bodies and
 * quantum states.
 *
 * @param q - shape (dimension,)
 * @param p - shape (dimension,)
 * @param time - default 1; a negative one runs backwards
 * @throws {ShapeError} q or p of another dimension
 * @throws {DomainError} a number of steps that is none, or a value that is not finite
 *
 * Cost 11·steps flows.
 *
 * @example
 * ```ts
 * import { gaussianKernel, landmarkSpace, shoot } from 'bulkweave/shooting';
 *
 * const space = landmarkSpace(gaussianKernel(1), 2);
 * const shot = shoot(space, Float64Array.of(0, 0, 1, 0), Float64Array.of(0, 1, 0, 1), 16);
 * console.log(shot.length); // 1.792501
 * ```
 */
export function shoot(space: ShootingSpace, q: Float64Array, p: Float64Array, steps: number, time = 1): Shot {
  const { vectors: _, ...shot } = integrated(space, { q, p }, [], () => q, { steps, time });
  return shot;
}

/**
 * A shot whose velocity carries displacements along, as the derivative of the group element of each time does. Of points it gives the Jacobian of
 * the map (`jacobians`); ⟨p(t), δq(t)⟩ stays what it was, since J moves by the coadjoint action.
 *
 * @param displacements - δq, shape (dimension,) each
 * @throws {ShapeError | DomainError} as `shoot`
 */
export const shootCarrying = (
  space: ShootingSpace,
  start: PhasePoint,
  displacements: readonly Float64Array[],
  steps: number,
  time = 1,
): AccompaniedShot =>
  integrated(space, start, displacements, (point, displacement) => space.carry(point, displacement), { steps, time });

/**
 * A shot and how it moves with its momentum at the start: the derivative of what is computed.
 *
 * @param momenta - δp at the start, shape (dimension,) each
 * @returns as `vectors` (δq, δp) one after the other, shape (2·dimension,) each
 * @throws {ShapeError | DomainError} as `shoot`
 */
export function shootVarying(
  space: ShootingSpace,
  start: PhasePoint,
  momenta: readonly Float64Array[],
  steps: number,
  time = 1,
): AccompaniedShot {
  const changes = momenta.map((dp) => joined({ q: new Float64Array(space.dimension), p: dp }));
  const slope: Slope = (point, change) => joined(space.variation(point, parted(change)));
  return integrated(space, start, changes, slope, { steps, time });
}

type Slope = (point: PhasePoint, vector: Float64Array) => Float64Array;

function integrated(
  space: ShootingSpace,
  start: PhasePoint,
  vectors: readonly Float64Array[],
  slopeOf: Slope,
  { steps, time }: { readonly steps: number; readonly time: number },
): AccompaniedShot {
  checkStart(space, start, steps);
  const first = joined(start);
  const places: number[] = [];
  const size = vectors.reduce((at, vector) => {
    places.push(at);
    return at + vector.length;
  }, first.length);
  const y = new Float64Array(size);
  y.set(first);
  vectors.forEach((vector, k) => {
    y.set(vector, places[k]!);
  });
  const pointIn = (all: Float64Array): PhasePoint => parted(all.subarray(0, first.length));
  const vectorIn = (all: Float64Array, k: number): Float64Array =>
    all.subarray(places[k]!, places[k]! + vectors[k]!.length);
  const advance = rungeKutta<Float64Array>({
    make: () => new Float64Array(size),
    copy: (to, from) => to.set(from),
    add: (to, from, factor) => {
      for (let k = 0; k < to.length; k++) to[k] = to[k]! + factor * from[k]!;
    },
  });
  const taken = [y.slice()];
  for (let step = 0; step < steps; step++) {
    advance(y, time / steps, (slope, at) => {
      const point = pointIn(at);
      slope.set(joined(space.flow(point)));
      vectors.forEach((_, k) => {
        slope.set(slopeOf(point, vectorIn(at, k)), places[k]!);
      });
    });
    taken.push(y.slice());
  }
  return {
    time,
    points: taken.map(pointIn),
    length: Math.sqrt(2 * Math.max(0, space.flow(start).energy)) * Math.abs(time),
    vectors: taken.map((all) => vectors.map((_, k) => vectorIn(all, k))),
  };
}

function joined({ q, p }: PhasePoint): Float64Array {
  const both = new Float64Array(q.length + p.length);
  both.set(q);
  both.set(p, q.length);
  return both;
}

const parted = (both: Float64Array): PhasePoint => ({
  q: both.subarray(0, both.length / 2),
  p: both.subarray(both.length / 2),
});

/** Where a shot ends. */
export const endOf = ({ points }: Shot): PhasePoint => points.at(-1)!;

/** Checks a point, its momentum and a number of steps. */
export function checkStart({ dimension }: ShootingSpace, { q, p }: PhasePoint, steps: number): void {
  if (q.length !== dimension || p.length !== dimension) {
    throw new ShapeError(`shoot: q and p of ${dimension} numbers required, got ${q.length} and ${p.length}`);
  }
  if (!(q.every(Number.isFinite) && p.every(Number.isFinite))) {
    throw new DomainError('shoot: finite q and p required, got NaN or Infinity');
  }
  if (!(Number.isInteger(steps) && steps >= 1)) {
    throw new DomainError(`shoot: a whole number of steps of at least 1 required, got ${steps}`);
  }
}
