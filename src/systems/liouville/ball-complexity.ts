/** @file Volumes of small balls as complexities of what is in them: Einstein's equation from balls, and Lloyd's bound. */

import { DomainError } from '../../errors.ts';
import { romberg } from '../../linalg/romberg.ts';
import type { Estimate } from '../../riemann/estimate.ts';
import { type GeodesicBallOptions, geodesicBalls } from '../../riemann/geodesic-ball.ts';
import type { MetricField } from '../../riemann/metric-field.ts';

/** A small ball of space and what its volume says. */
export interface BallComplexity {
  readonly label: 'analogy';
  /** What is assumed for the reading as complexity and energy. */
  readonly assumptions: readonly string[];
  readonly volume: number;
  /** Of a flat ball of the same radius. */
  readonly flatVolume: number;
  /** R of the slice at the centre, from volumes alone. */
  readonly scalarCurvature: Estimate<number>;
  /** G_00 = R/2 on a slice that is symmetric in time. */
  readonly einstein: Estimate<number>;
  /** Energy in the ball by Einstein's equation, G_00·flatVolume/8π, in units of 1/G. */
  readonly energy: number;
  /** Complexity that matter removes, (flatVolume − volume)/r, in units of 1/G. */
  readonly complexity: number;
  /** complexity over the time 2r in which light crosses the ball, and 2E/π of Margolus and Levitin; their ratio. */
  readonly rate: number;
  readonly bound: number;
  readonly share: number | null;
}

const ASSUMPTIONS: readonly string[] = [
  'complexity is volume/(G·r), with the radius of the ball as its length',
  'Einstein’s equation gives the energy in the ball; the slice is symmetric in time',
  'the factor between gates and volume is a convention, so the ratio to the bound is one of a family',
];

/** Radii, each half of the one before, from which the curvature is extrapolated. */
const HALVINGS = 3;

/**
 * The volume law of small geodesic balls in n dimensions,
 *
 *     V(r) = (Ω r^n/n) [1 − R r²/6(n + 2) + O(r⁴)],
 *
 * read backwards: the deficit of the volume gives R, and G_00 = R/2. With complexity = volume/(G·r) and Einstein's equation the
 * complexity that matter of energy E removes is 8πEr/3(n + 2), a rate of 4πE/3(n + 2) over the crossing time 2r, against the
 * bound 2E/π of Margolus and Levitin: 2π²/3(n + 2) of it, 1.32 in three dimensions and 1.64 in two. That is beyond the bound, in a
 * unit of complexity that is a choice.
 *
 * @param point - the centre, shape (n,)
 * @param radius - > 0, small against the radii of curvature and within the domain
 * @throws {DomainError} a radius that is not positive, or a ball that leaves the domain
 * @throws {ShapeError} fewer than two coordinates
 *
 * Cost that of `geodesicBalls`.
 *
 * @see Ge & Wang, arXiv:1708.06811
 * @see Margolus & Levitin, Physica D 120, 188 (1998)
 */
export function ballComplexity(
  metric: MetricField,
  point: Float64Array,
  radius: number,
  options: GeodesicBallOptions = {},
): BallComplexity {
  if (!(radius > 0 && radius < Infinity)) {
    throw new DomainError(`ballComplexity: a positive radius required, got ${radius}`);
  }
  const n = point.length;
  const radii = Array.from({ length: HALVINGS }, (_, k) => radius / 2 ** (HALVINGS - 1 - k));
  const balls = geodesicBalls(metric, point, radii, options);
  const flat = (r: number): number => unitBall(n) * r ** n;
  const slopes = balls.map((ball) => {
    const deficit = 1 - ball.volume.value / flat(ball.radius);
    return Float64Array.of((6 * (n + 2) * deficit) / ball.radius ** 2);
  });
  let row: readonly Float64Array[] = [];
  for (const value of slopes.reverse()) row = romberg(row, value);
  const [best, before] = [row.at(-1)![0]!, row.at(-2)![0]!];
  const scalarCurvature = { value: best, error: Math.abs(best - before) };
  const einstein = { value: best / 2, error: scalarCurvature.error / 2 };
  const [volume, flatVolume] = [balls.at(-1)!.volume.value, flat(radius)];
  const energy = (einstein.value * flatVolume) / (8 * Math.PI);
  const complexity = (flatVolume - volume) / radius;
  const [rate, bound] = [complexity / (2 * radius), (2 * energy) / Math.PI];
  return {
    label: 'analogy',
    assumptions: ASSUMPTIONS,
    volume,
    flatVolume,
    scalarCurvature,
    einstein,
    energy,
    complexity,
    rate,
    bound,
    share: Math.abs(bound) > 1e-12 * flatVolume ? rate / bound : null,
  };
}

/** The volume of the unit ball in n dimensions: 2, π, 4π/3 …, by V_n = 2πV_{n−2}/n. */
function unitBall(n: number): number {
  let [value, at] = n % 2 === 0 ? [1, 0] : [2, 1];
  for (; at < n; at += 2) value *= (2 * Math.PI) / (at + 2);
  return value;
}
