/** @file The entanglement of a random pure state: what a single random tensor has. */

import { DomainError } from '../errors.ts';
import type { Nats } from '../units.ts';

/**
 * Page's formula: the mean von Neumann entropy of a subsystem of dimension a ≤ b in a pure state uniform in a ⊗ b,
 *
 *     E S = Σ_{k=b+1}^{ab} 1/k − (a − 1)/(2b)  ≈  ln a − a/(2b).
 *
 * @param region - dimension of the region
 * @param rest - dimension of its complement
 * @throws {DomainError} a dimension that is not a positive integer
 *
 * To 1e-14 relative to ln(ab), for dimensions up to 1e150.
 *
 * @see Page, Phys. Rev. Lett. 71, 1291 (1993); Foong & Kanno, Phys. Rev. Lett. 72, 1148 (1994)
 */
export function pageEntropy(region: number, rest: number): Nats {
  checkDimensions('pageEntropy', region, rest);
  const [a, b] = [Math.min(region, rest), Math.max(region, rest)];
  return a === 1 ? 0 : harmonic(a * b) - harmonic(b) - (a - 1) / (2 * b);
}

/** Sums of logarithms from which ln a − a/(2b) is Page's formula to double precision. */
const ASYMPTOTIC = 30;

/** Page's formula by the logarithms of the dimensions, for any number of sites: `pageEntropy(eˣ, eʸ)`. */
export function typicalEntropy(region: Nats, rest: Nats): Nats {
  if (region + rest < ASYMPTOTIC) return pageEntropy(Math.round(Math.exp(region)), Math.round(Math.exp(rest)));
  const [less, more] = [Math.min(region, rest), Math.max(region, rest)];
  return less - Math.exp(less - more) / 2;
}

/**
 * Lubkin's formula: the mean purity of a subsystem of dimension a in a pure state uniform in a ⊗ b,
 *
 *     E Tr ρ² = (a + b)/(ab + 1).
 *
 * @throws {DomainError} a dimension that is not a positive integer
 *
 * @see Lubkin, J. Math. Phys. 19, 1028 (1978)
 */
export function meanPurity(region: number, rest: number): number {
  checkDimensions('meanPurity', region, rest);
  return (region + rest) / (region * rest + 1);
}

function checkDimensions(name: string, ...dimensions: readonly number[]): void {
  const wrong = dimensions.find((dimension) => !(Number.isInteger(dimension) && dimension >= 1));
  if (wrong !== undefined) throw new DomainError(`${name}: positive integers as dimensions required, got ${wrong}`);
}

/** 1 + ½ + … + 1/n, by the Euler–Maclaurin series above 20. */
function harmonic(n: number): number {
  if (n <= 20) return Array.from({ length: n }, (_, k) => 1 / (k + 1)).reduce((sum, term) => sum + term, 0);
  const EULER = 0.5772156649015329;
  const square = 1 / (n * n);
  return Math.log(n) + EULER + 1 / (2 * n) - square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square / 240)));
}
