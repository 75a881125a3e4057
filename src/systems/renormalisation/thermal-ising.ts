/** @file The critical Ising chain at a temperature, exactly. */

import { DomainError } from '../../errors.ts';

/** Points of the integral over momenta: the rule converges exponentially in βN. */
const POINTS = 20_000;

/**
 * Free energy per site of H = −Σ(XX + Z) at inverse temperature β: with ε(k) = 4|sin k/2|,
 *
 *     f = −(1/β) ∫ dk/2π ln(2 cosh βε(k)/2)
 *
 * for the infinite chain, and for a ring of N sites from both sectors of parity,
 *
 *     Z = ½[Π_k 2cosh βε/2 + Π_k 2sinh βε/2] over k = 2π(j + ½)/N  +  ½ Π_k 2cosh βε/2 over k = 2πj/N.
 *
 * @throws {DomainError} β that is not positive, a ring that is not of two or more sites
 *
 * @see Lieb, Schultz & Mattis, Ann. Phys. 16, 407 (1961); Pfeuty, Ann. Phys. 57, 79 (1970)
 */
export function isingFreeEnergy(beta: number, sites = Infinity): number {
  if (!(beta > 0)) throw new DomainError(`isingFreeEnergy: β > 0 required, got ${beta}`);
  if (!(sites === Infinity || (Number.isInteger(sites) && sites >= 2))) {
    throw new DomainError(`isingFreeEnergy: a ring of at least two sites required, got ${sites}`);
  }
  const n = sites === Infinity ? POINTS : sites;
  const half = (k: number): number => 2 * beta * Math.abs(Math.sin(k / 2));
  const log = (shift: number, value: (x: number) => number): number => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += value(half((2 * Math.PI * (j + shift)) / n));
    return sum;
  };
  // ln 2cosh x and ln 2sinh x without overflow.
  const even = log(0.5, (x) => x + Math.log1p(Math.exp(-2 * x)));
  if (sites === Infinity) return -even / (n * beta);
  const odd = log(0.5, (x) => x + Math.log(-Math.expm1(-2 * x)));
  const other = log(0, (x) => x + Math.log1p(Math.exp(-2 * x)));
  const logZ = even + Math.log((1 + Math.exp(odd - even) + Math.exp(other - even)) / 2);
  return -logZ / (n * beta);
}
