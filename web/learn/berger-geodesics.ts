/** @file The shortest rotations about Z where turning about Z is dear, in closed form. */

import type { Vector } from './bloch-sphere.ts';

/** Length of exp(−iZφ/2) itself as a path on the metric X² + Y² + λZ². */
export const straightLength = (lambda: number, phi: number): number => (Math.sqrt(lambda) * phi) / 2;

/**
 * Length of the geodesics to exp(−iZφ/2), up to its sign, that make a full turn about a slanted axis and end as a turn
 * about Z: √(π² − λ(2π − φ)²/(4(λ − 1))); Infinity where there is none, that is for φ < 2π/λ. At φ = 2π/λ they branch off
 * the straight way, which has a conjugate point there.
 *
 * With the momentum L = (a, b, c), of which c is conserved, U(t) = e^{iκZt} e^{−iL·σt} with κ = c(1 − 1/λ). For |L| = π
 * the second factor ends at −1, and the first is the rotation by −2κ = φ − 2π; the speed is √(a² + b² + c²/λ).
 */
export function detourLength(lambda: number, phi: number): number {
  if (lambda <= 1 || lambda * phi < 2 * Math.PI) return Number.POSITIVE_INFINITY;
  return Math.sqrt(Math.PI ** 2 - (lambda * (2 * Math.PI - phi) ** 2) / (4 * (lambda - 1)));
}

/** The shorter of both. */
export const bergerLength = (lambda: number, phi: number): number =>
  Math.min(straightLength(lambda, phi), detourLength(lambda, phi));

/** The path of a Bloch vector under the geodesic with this momentum, for times from 0 to 1. */
export function blochPath(start: Vector, momentum: Vector, lambda: number, steps = 120): readonly Vector[] {
  const size = Math.hypot(...momentum);
  const axis: Vector = size === 0 ? [0, 0, 1] : [momentum[0] / size, momentum[1] / size, momentum[2] / size];
  const kappa = momentum[2] * (1 - 1 / lambda);
  return Array.from({ length: steps + 1 }, (_, k) => {
    const t = k / steps;
    return rotated(rotated(start, axis, 2 * size * t), [0, 0, 1], -2 * kappa * t);
  });
}

/** The vector turned about an axis of length 1 by an angle in radians (Rodrigues). */
function rotated([x, y, z]: Vector, [a, b, c]: Vector, angle: number): Vector {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = (a * x + b * y + c * z) * (1 - cos);
  return [
    x * cos + (b * z - c * y) * sin + a * along,
    y * cos + (c * x - a * z) * sin + b * along,
    z * cos + (a * y - b * x) * sin + c * along,
  ];
}
