/**
 * @file Is the vacuum a state of maximal entropy in small balls? By how much curvature changes the area of a ball, at fixed
 * volume and at fixed radius. That this is the change of an entropy, and Einstein's equation its equilibrium, rests on
 * assumptions that are returned with the numbers.
 */

import { scalarCurvature } from '../riemann/curvature.ts';
import type { Estimate } from '../riemann/estimate.ts';
import { type GeodesicBall, type GeodesicBallOptions, geodesicBalls } from '../riemann/geodesic-ball.ts';
import type { MetricField } from '../riemann/metric-field.ts';

/** A geodesic ball against a ball of flat space. */
export interface EntanglementEquilibrium {
  readonly label: 'analogy';
  /** What has to hold for the numbers to say something about gravity. */
  readonly assumptions: readonly string[];
  /** G_00 = R/2 at the centre, with R the scalar curvature of space: 8πG times the energy density. */
  readonly einstein: Estimate<number>;
  /** Area less that of a flat ball of the same volume. */
  readonly atFixedVolume: AreaChange;
  /** Area less that of a flat ball of the same radius. */
  readonly atFixedRadius: AreaChange;
}

/** A change of area with its first term in the radius. */
export interface AreaChange {
  readonly change: Estimate<number>;
  /** −Ω_{d−2} ℓ^d G_00/(d² − 1), or −Ω_{d−2} ℓ^d G_00/(3(d − 1)). */
  readonly predicted: number;
}

const ASSUMPTIONS: readonly string[] = [
  'entropy is area/4G plus the entropy of matter (Ryu–Takayanagi, Bekenstein)',
  'matter is a conformal field near its vacuum, with the modular Hamiltonian of a ball',
  'the ball is small against all radii of curvature, and the slice is symmetric in time',
];

/** Newton's method for the radius of given volume ends here, relative to the radius; the last step is taken to first order. */
const SETTLED = 1e-8;
const MOST_STEPS = 8;

/**
 * Jacobson's variation of the area of a small geodesic ball in a slice of space of dimension d − 1,
 *
 *     δA|_V = −Ω_{d−2} ℓ^d G_00/(d² − 1) + O(ℓ^{d+2}),    δA|_ℓ = −Ω_{d−2} ℓ^d G_00/(3(d − 1)) + O(ℓ^{d+2}),
 *
 * with G_00 = R/2 of the curvature R of the slice. Entropy is stationary at fixed volume if δA|_V/4G is balanced by the
 * entropy of matter, (2πΩ_{d−2} ℓ^d/(d² − 1)) T_00: Einstein's equation G_00 = 8πG T_00. The coefficient at fixed radius is another.
 * In two dimensions of constant curvature K the area is exact, P² = 4πA − KA².
 *
 * @param x - the centre, shape (P,), P = d − 1 ≥ 2
 * @param radius - ℓ > 0 of the flat ball, below the distance at which radii meet
 * @throws {ShapeError | DomainError} as `geodesicBalls`
 *
 * Cost of `geodesicBalls`, of large balls a few times that.
 *
 * @see Jacobson, arXiv:1505.04753
 */
export function entanglementEquilibrium(
  metric: MetricField,
  x: Float64Array,
  radius: number,
  options: GeodesicBallOptions = {},
): EntanglementEquilibrium {
  const n = x.length;
  const curvature = scalarCurvature(metric, x, options);
  const einstein = { value: curvature.value / 2, error: curvature.error / 2 };
  const omega = unitSphere(n);
  const [area, volume] = [omega * radius ** (n - 1), (omega * radius ** n) / n];
  const guess = radius * (1 + (curvature.value * radius ** 2) / (6 * n * (n + 2))) || radius;
  const first = ballsAt(metric, x, guess > 0 ? [radius, guess] : [radius], options);
  const atRadius = first[0]!;
  let ball = first.at(-1)!;
  let move = (volume - ball.volume.value) / ball.area.value;
  for (let step = 0; step < MOST_STEPS && Math.abs(move) > SETTLED * radius; step++) {
    ball = geodesicBalls(metric, x, [ball.radius + move], options)[0]!;
    move = (volume - ball.volume.value) / ball.area.value;
  }
  const areaAtVolume = ball.area.value * (1 + ((n - 1) * move) / ball.radius);
  const d = n + 1;
  const scale = -omega * radius ** d * einstein.value;
  return {
    label: 'analogy',
    assumptions: ASSUMPTIONS,
    einstein,
    atFixedVolume: {
      change: {
        value: areaAtVolume - area,
        error: ball.area.error + ((n - 1) / radius) * ball.volume.error,
      },
      predicted: scale / (d * d - 1),
    },
    atFixedRadius: {
      change: { value: atRadius.area.value - area, error: atRadius.area.error },
      predicted: scale / (3 * (d - 1)),
    },
  };
}

/** Balls of these radii in this order. */
function ballsAt(
  metric: MetricField,
  x: Float64Array,
  radii: readonly number[],
  options: GeodesicBallOptions,
): readonly GeodesicBall[] {
  const ascending = [...new Set(radii)].toSorted((a, b) => a - b);
  const balls = geodesicBalls(metric, x, ascending, options);
  return radii.map((radius) => balls[ascending.indexOf(radius)]!);
}

/** Ω_{n−1}, the volume of the unit sphere in n dimensions: 2π, 4π, 2π² …, by Ω_{n+1} = 2πΩ_{n−1}/n. */
function unitSphere(n: number): number {
  let [value, at] = n % 2 === 0 ? [2 * Math.PI, 2] : [4 * Math.PI, 3];
  for (; at < n; at += 2) value *= (2 * Math.PI) / at;
  return value;
}
