/** @file The complete elliptic integral of the first kind. */

import { DomainError } from '../errors.ts';

/**
 * Complete elliptic integral of the first kind of modulus k,
 *
 *     K(k) = ∫₀^{π/2} dθ/√(1 − k² sin²θ) = π/(2 AGM(1, k′)),    k′ = √(1 − k²),
 *
 * by the arithmetic–geometric mean, which doubles its digits with every step.
 *
 * @param complement - k′, 0 < k′ ≤ 1, from which K is exact to rounding also near k = 1
 * @throws {DomainError} k′ outside that range
 *
 * @see Abramowitz & Stegun, 17.6
 */
export function completeEllipticIntegral(complement: number): number {
  if (!(complement > 0 && complement <= 1)) {
    throw new DomainError(`completeEllipticIntegral: 0 < k′ ≤ 1 required, got ${complement}`);
  }
  let [a, b] = [1, complement];
  while (a - b > Number.EPSILON * a) [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
  return Math.PI / (a + b);
}
