/** @file What all searches for a momentum have in common: where they begin, and how what they find is measured. */

import { DomainError, ShapeError } from '../errors.ts';
import { randomStream } from '../linalg/random.ts';
import { dot, times } from '../linalg/real-vector.ts';
import type { Result, Solution } from '../solution.ts';
import { type EnergyCoordinates, energyCoordinates } from './energy-coordinates.ts';
import { endOf, type Shot, shoot } from './shoot.ts';
import { type ShootingCertificate, shootingCertificate } from './shooting-certificate.ts';
import type { ShootingSpace } from './shooting-space.ts';

/** A geodesic to a target, with what is known of it. */
export interface Match {
  /** p at the start, shape (dimension,). */
  readonly momentum: Float64Array;
  /** The geodesic, measured in steps of order 8. */
  readonly shot: Shot;
  /** √(2H). */
  readonly length: number;
  /** How far its end misses: the mismatch, or the greatest |r_i|. */
  readonly mismatch: number;
  /** The same before anything has moved. */
  readonly before: number;
  readonly certificate: ShootingCertificate;
  /** What every start led to. */
  readonly starts: readonly MatchStart[];
}

export interface MatchStart {
  readonly length: number;
  readonly mismatch: number;
  readonly result: Result;
}

export interface MatchOptions {
  /** Midpoint steps of the search; default 10. */
  readonly steps?: number;
  /** Steps of order 8 by which the result is measured; default 20. */
  readonly measuredSteps?: number;
  /** Starts: the first at rest, the others with random momenta; default 1, or 0 beside `momenta`. */
  readonly starts?: number;
  /** Momenta to start from beside these, shape (dimension,) each. */
  readonly momenta?: readonly Float64Array[];
  /** Speed of the random starts; default 0.5. */
  readonly speed?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Steps of the search at most, for each start; default 200. */
  readonly maxSteps?: number;
}

/** Where a search begins. */
export interface Search {
  readonly coordinates: EnergyCoordinates;
  /** Coordinates of the momenta to start from. */
  readonly starts: readonly Float64Array[];
}

/** What a start led to. */
export interface Found {
  readonly u: Float64Array;
  /** By which the best is chosen. */
  readonly value: number;
  readonly result: Result;
  readonly steps: number;
}

/** Coordinates and starts; refuses options that make no sense. */
export function begin(
  space: ShootingSpace,
  q: Float64Array,
  options: MatchOptions,
  resolved: number,
  idle = false,
): Search {
  const { steps = 10, measuredSteps = 20, momenta = [], speed = 0.5, seed = 0 } = options;
  const { starts = momenta.length > 0 ? 0 : 1 } = options;
  if (q.length !== space.dimension) {
    throw new ShapeError(`match: a start of ${space.dimension} numbers required, got ${q.length}`);
  }
  const wrong = momenta.find((p) => p.length !== space.dimension);
  if (wrong !== undefined) {
    throw new ShapeError(`match: momenta of ${space.dimension} numbers required, got ${wrong.length}`);
  }
  for (const [name, count] of Object.entries({ steps, measuredSteps, starts: starts + momenta.length })) {
    if (!(Number.isInteger(count) && count >= 1)) {
      throw new DomainError(`match: ${name} of at least 1 required, got ${count}`);
    }
  }
  const coordinates = energyCoordinates(space, q, resolved, idle);
  const stream = randomStream(seed, 'momenta');
  const { size } = coordinates;
  const random = (): Float64Array => {
    const u = Float64Array.from({ length: size }, () => stream.normal());
    return times(speed / Math.sqrt(dot(u, u)), u);
  };
  return {
    coordinates,
    starts: [
      ...momenta.map(coordinates.coordinatesOf),
      ...Array.from({ length: starts }, (_, k) => (k === 0 ? new Float64Array(size) : random())),
    ],
  };
}

/** The best of the starts, measured. */
export function measured(
  space: ShootingSpace,
  q: Float64Array,
  { coordinates }: Search,
  found: readonly Found[],
  missed: (end: Float64Array) => number,
  { measuredSteps = 20, seed = 0 }: MatchOptions,
): Solution<Match> {
  const shots = found.map(({ u }) => shoot(space, q, coordinates.momentumOf(u), measuredSteps));
  const best = found.reduce((a, { value }, k) => (value < found[a]!.value ? k : a), 0);
  const shot = shots[best]!;
  const value: Match = {
    momentum: shot.points[0]!.p,
    shot,
    length: shot.length,
    mismatch: missed(endOf(shot).q),
    before: missed(q),
    certificate: shootingCertificate(space, shot, seed),
    starts: found.map(({ result }, k) => ({
      length: shots[k]!.length,
      mismatch: missed(endOf(shots[k]!).q),
      result,
    })),
  };
  return { value, result: found[best]!.result, steps: found.reduce((sum, { steps }) => sum + steps, 0) };
}
