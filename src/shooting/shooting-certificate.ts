/** @file What is known of the quality of a shot. */

import { randomStream } from '../linalg/random.ts';
import { dot, length, plus } from '../linalg/real-vector.ts';
import { jacobians, unitDisplacements } from './jacobians.ts';
import { endOf, type Shot, shoot, shootCarrying } from './shoot.ts';
import type { ShootingSpace } from './shooting-space.ts';

/** The certificate of a geodesic. All but the last are 0 for an exact one. */
export interface ShootingCertificate {
  /** Greatest |H(t) − H(0)|/H(0) along the shot. */
  readonly energyDrift: number;
  /** Distance of the end from that with twice as many steps, greatest difference of a coordinate. */
  readonly integrationError: number;
  /** Greatest |⟨p(t), δq(t)⟩ − ⟨p(0), δq(0)⟩|/(|p(0)||δq(0)|) over displacements that are carried along: the coadjoint action. */
  readonly coadjointResidual: number;
  /** Greatest change of an invariant, relative to the greatest of them at the start. */
  readonly invariantDrift: number;
  /** Least determinant of the derivative of the map at a point of q, at any time: positive where nothing folds. Null where q is no list of points. */
  readonly leastJacobian: number | null;
}

/** Random displacements whose pairing with the momentum is followed. */
const PROBES = 3;

/**
 * Measures a shot. Cost that of three shots, and of the displacements carried along.
 *
 * @param seed - of the displacements; default 0
 */
export function shootingCertificate(space: ShootingSpace, shot: Shot, seed = 0): ShootingCertificate {
  const start = shot.points[0]!;
  const steps = shot.points.length - 1;
  const stream = randomStream(seed, 'displacements');
  const probes = Array.from({ length: PROBES }, () => start.q.map(() => stream.normal()));
  const { pointDimension: d } = space;
  const units = d === undefined ? [] : unitDisplacements(space.dimension, d);
  const { points, vectors } = shootCarrying(space, start, [...probes, ...units], steps, shot.time);
  const energy = space.flow(start).energy;
  const drift = points.map((point) => Math.abs(space.flow(point).energy - energy));
  const paired = points.flatMap(({ p }, k) =>
    probes.map((probe, m) => {
      const size = length(start.p) * length(probe);
      return size === 0 ? 0 : Math.abs(dot(p, vectors[k]![m]!) - dot(start.p, probe)) / size;
    }),
  );
  const double = endOf(shoot(space, start.q, start.p, 2 * steps, shot.time));
  const invariants = points.map((point) => Object.values(space.invariants(point)));
  const scale = Math.max(...invariants[0]!.map(Math.abs), Number.MIN_VALUE);
  return {
    energyDrift: energy === 0 ? 0 : Math.max(...drift) / energy,
    integrationError: greatest(plus(double.q, -1, endOf(shot).q)),
    coadjointResidual: Math.max(...paired),
    invariantDrift: Math.max(...invariants.flatMap((at) => at.map((x, k) => Math.abs(x - invariants[0]![k]!)))) / scale,
    leastJacobian:
      d === undefined
        ? null
        : vectors.reduce(
            (least, at) => jacobians(at.slice(PROBES), d).reduce((a, b) => Math.min(a, b), least),
            Infinity,
          ),
  };
}

const greatest = (values: Float64Array): number => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
