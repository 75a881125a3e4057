/**
 * @file Integrals along the geodesics of the hyperbolic plane: what the entropies of intervals see of the curvature in the bulk.
 */

import { DomainError } from '../errors.ts';
import { gaussLegendre } from '../linalg/gauss-legendre.ts';

/** The geodesic whose ends are at centre ± halfWidth on the boundary, in units of sites. */
export interface IntervalGeodesic {
  readonly centre: number;
  /** > 0; on a ring less than half of the circumference. */
  readonly halfWidth: number;
}

/** A point of the bulk: place along the boundary and depth z > 0, both in sites. */
export interface BulkPoint {
  readonly x: number;
  readonly z: number;
}

/** What the boundary is. */
export interface BulkOptions {
  /** Sites N of a ring, with the metric (dx² + dz²)(2π/N)²/sinh²(2πz/N); default Infinity, the half-plane (dx² + dz²)/z². */
  readonly circumference?: number;
}

/**
 * The point of a geodesic at the arc length s from its deepest point: x = x₀ + R tanh s, z = R sech s on the half-plane. On the
 * disk that a ring of N sites bounds, with α = 2πR/N,
 *
 *     tan 2π(x − x₀)/N = tanh s · tan α,    sinh 2πz/N = sin α/√(sinh²s + cos²α),
 *
 * x modulo N, and z = ∞ at the centre.
 *
 * @throws {DomainError} a half-width that is not between 0 and N/2
 */
export function geodesicPoint(
  geodesic: IntervalGeodesic,
  s: number,
  { circumference = Infinity }: BulkOptions = {},
): BulkPoint {
  const { centre, halfWidth } = geodesic;
  if (!(halfWidth > 0 && 2 * halfWidth < circumference)) {
    throw new DomainError(`geodesicPoint: a half-width between 0 and ${circumference / 2} required, got ${halfWidth}`);
  }
  if (circumference === Infinity) return { x: centre + halfWidth * Math.tanh(s), z: halfWidth / Math.cosh(s) };
  const unit = circumference / (2 * Math.PI);
  const alpha = halfWidth / unit;
  const angle = Math.atan2(Math.tanh(s) * Math.sin(alpha), Math.cos(alpha));
  const z = unit * Math.asinh(Math.sin(alpha) / Math.hypot(Math.sinh(s), Math.cos(alpha)));
  return { x: centre + unit * angle, z };
}

/** Arc lengths at which a geodesic is sampled: z falls to 1e-8 of its greatest value at the last. */
const FARTHEST = 19;
const STEP = 0.05;

/**
 * The X-ray transform of a function of the bulk, ∫_γ f ds along a geodesic.
 *
 * @param field - f, finite, O(z) or less towards the boundary
 * @throws {DomainError} as `geodesicPoint`
 *
 * By the trapezoidal rule in the arc length, which converges exponentially for analytic f; 761 evaluations.
 */
export function xRayTransform(
  field: (point: BulkPoint) => number,
  geodesic: IntervalGeodesic,
  options: BulkOptions = {},
): number {
  const steps = Math.round(FARTHEST / STEP);
  let sum = 0;
  for (let k = -steps; k <= steps; k++) sum += field(geodesicPoint(geodesic, k * STEP, options));
  return STEP * sum;
}

/** Nodes and weights of the integral over the angle. */
const [POINTS, WEIGHTS] = gaussLegendre(96);

/**
 * The first-order change of the length of a geodesic, with its ends fixed, in the metric in Fefferman–Graham gauge
 * [dz² + (1 + z²h)dx²]/z²,
 *
 *     δL = ½R² ∫₀^π h(x₀ + R cos θ, R sin θ) sin³θ dθ.
 *
 * @param perturbation - h, smooth
 * @throws {DomainError} a half-width that is not positive
 */
export function geodesicLengthChange(
  perturbation: (point: BulkPoint) => number,
  { centre, halfWidth }: IntervalGeodesic,
): number {
  if (!(halfWidth > 0)) throw new DomainError(`geodesicLengthChange: a half-width > 0 required, got ${halfWidth}`);
  const sum = POINTS.reduce((total, point, k) => {
    const theta = (Math.PI * (point + 1)) / 2;
    const at = { x: centre + halfWidth * Math.cos(theta), z: halfWidth * Math.sin(theta) };
    return total + WEIGHTS[k]! * perturbation(at) * Math.sin(theta) ** 3;
  }, 0);
  return (Math.PI / 4) * halfWidth ** 2 * sum;
}

/** Step of the differences in log z. */
const LOG_STEP = 2e-3;

/**
 * The first-order change of the Gaussian curvature of the same metric, δK = −½ z ∂z(z³ ∂z h), with ∂ log z in place of z ∂z:
 *
 *     δK = −½ z² (∂² + 2∂)h,    ∂ = ∂/∂ log z,
 *
 * by central differences of fourth order. By the Hamiltonian constraint it is 8πGρ on a slice that is symmetric in time.
 */
export function perturbationCurvature(perturbation: (point: BulkPoint) => number, { x, z }: BulkPoint): number {
  const h = (steps: number): number => perturbation({ x, z: z * Math.exp(steps * LOG_STEP) });
  const [far, near] = [
    [h(-2), h(2)],
    [h(-1), h(1)],
  ] as const;
  const first = (far[0] - 8 * near[0] + 8 * near[1] - far[1]) / (12 * LOG_STEP);
  const second = (16 * (near[0] + near[1]) - far[0] - far[1] - 30 * h(0)) / (12 * LOG_STEP ** 2);
  return -0.5 * z ** 2 * (second + 2 * first);
}
