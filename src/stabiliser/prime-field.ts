/** @file Arithmetic modulo a prime, the field GF(p). */

import { DomainError } from '../errors.ts';

/** The largest prime below 2¹⁶: products of two digits stay exact. */
const LARGEST_PRIME = 65521;

/**
 * Checks that a number is a prime of at most 65521.
 *
 * @throws {DomainError} it is not
 */
export function checkPrime(prime: number, name = 'prime'): void {
  if (isPrime(prime) && prime <= LARGEST_PRIME) return;
  throw new DomainError(`${name}: a prime of at most ${LARGEST_PRIME} required, got ${prime}`);
}

function isPrime(n: number): boolean {
  if (!Number.isInteger(n) || n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/** The representative 0 … p − 1 of an integer. */
export function modulo(value: number, prime: number): number {
  const rest = value % prime;
  return rest < 0 ? rest + prime : rest;
}

/** 1/a in GF(p), for a ≠ 0 in 1 … p − 1, by Euclid's algorithm. */
export function inverseModulo(value: number, prime: number): number {
  let [a, b, u, v] = [value, prime, 1, 0];
  while (b !== 0) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [u, v] = [v, u - quotient * v];
  }
  return modulo(u, prime);
}
