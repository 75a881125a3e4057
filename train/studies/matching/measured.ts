/** @file What the study keeps of every geodesic, whatever it moves. */

import type { Match } from '../../../src/shooting/match-search.ts';
import { scaleCentroid } from '../../../src/shooting/scale-centroid.ts';
import { endOf, type Shot, shoot } from '../../../src/shooting/shoot.ts';
import type { ShootingCertificate } from '../../../src/shooting/shooting-certificate.ts';
import type { PhasePoint, ShootingSpace } from '../../../src/shooting/shooting-space.ts';

/** A geodesic as a row of the table. */
export interface MeasuredPath {
  readonly name: string;
  readonly unknowns: number;
  readonly length: number;
  readonly mismatch: number;
  readonly certificate: ShootingCertificate;
  /** (t, mean wave number), from coarse to fine where it grows. */
  readonly scale: readonly (readonly [time: number, waveNumber: number])[];
}

/** Greatest relative change of the mean wave number from the start to the end. */
export const drift = ({ scale }: MeasuredPath): number => scale.at(-1)![1] / scale[0]![1] - 1;

export const measuredPath = (
  name: string,
  unknowns: number,
  { shot, length, mismatch, certificate }: Match,
  waveNumber: (point: PhasePoint) => number,
): MeasuredPath => ({ name, unknowns, length, mismatch, certificate, scale: scalesOf(shot, waveNumber) });

const scalesOf = (
  { points }: Shot,
  waveNumber: (point: PhasePoint) => number,
): readonly (readonly [number, number])[] =>
  points.map((point, k) => [k / (points.length - 1), waveNumber(point)] as const);

/** The mean wave number of a field. */
export const fieldScale =
  (space: ShootingSpace) =>
  (point: PhasePoint): number =>
    scaleCentroid(space.scales(point));

/** A word of range r spans r + 1 sites: its wave number is 1/(r + 1). */
export const wordScale =
  (space: ShootingSpace) =>
  (point: PhasePoint): number =>
    scaleCentroid(space.scales(point).map(({ scale, power }) => ({ scale: 1 / (scale + 1), power })));

/** A collision of two peakons against its closed forms. */
export interface Peakons {
  readonly fast: number;
  readonly slow: number;
  readonly momenta: readonly [number, number];
  readonly shifts: readonly [number, number];
  readonly nearest: number;
}

/** Fast behind slow, from far apart to far apart. */
export function collision(space: ShootingSpace, fast: number, slow: number): Peakons {
  const apart = 26;
  const time = (2 * apart) / (fast - slow);
  const start = { q: Float64Array.of(-apart, 0), p: Float64Array.of(fast, slow) };
  const whole = shoot(space, start.q, start.p, 320, time);
  const { q, p } = endOf(whole);
  return {
    fast,
    slow,
    momenta: [p[0]!, p[1]!],
    shifts: [q[0]! - slow * time, q[1]! - (fast * time - apart)],
    nearest: nearest(space, whole),
  };
}

/** Where the momenta are equal, the distance is least: bisection in time, from the last step before. */
function nearest(space: ShootingSpace, { points, time }: Shot): number {
  const k = points.findLastIndex(({ p }) => p[0]! > p[1]!);
  const { q, p } = points[k]!;
  let [low, high] = [0, time / (points.length - 1)];
  const after = (t: number): PhasePoint => endOf(shoot(space, q, p, 4, t));
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    const at = after(middle);
    if (at.p[0]! > at.p[1]!) low = middle;
    else high = middle;
  }
  const end = after(high);
  return end.q[1]! - end.q[0]!;
}
