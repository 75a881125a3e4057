/** @file Counts of permutations and of their words that are known in closed form. */

import { DomainError } from '../../errors.ts';

function checkDegree(name: string, degree: number): void {
  if (!(Number.isInteger(degree) && degree >= 1 && degree <= 100)) {
    throw new DomainError(`${name}: a degree from 1 to 100 required, got ${degree}`);
  }
}

/** Coefficients of a product of polynomials Π_k p_k(x). */
const product = (factors: readonly (readonly bigint[])[]): readonly bigint[] =>
  factors.reduce<readonly bigint[]>(
    (own, factor) =>
      Array.from({ length: own.length + factor.length - 1 }, (_, d) =>
        factor.reduce((sum, value, k) => sum + value * (own[d - k] ?? 0n), 0n),
      ),
    [1n],
  );

/**
 * Numbers of permutations of n sites that need d transpositions, d = 0 … n − 1: those with n − d cycles, the unsigned Stirling
 * numbers of the first kind, with Σ_d c_d x^d = Π_k (1 + kx). Their mean distance is n − H_n.
 */
export function permutationsByTranspositions(degree: number): readonly bigint[] {
  checkDegree('permutationsByTranspositions', degree);
  return product(Array.from({ length: degree - 1 }, (_, k) => [1n, BigInt(k + 1)]));
}

/**
 * Numbers of permutations of n sites with d inversions, d = 0 … n(n − 1)/2: those that need d swaps of neighbours of a chain,
 * the Mahonian numbers, with Σ_d c_d x^d = Π_k (1 + x + … + x^k). Their mean distance is n(n − 1)/4.
 */
export function permutationsByInversions(degree: number): readonly bigint[] {
  checkDegree('permutationsByInversions', degree);
  return product(Array.from({ length: degree - 1 }, (_, k) => Array.from({ length: k + 2 }, () => 1n)));
}

/**
 * The number of words of L transpositions whose product is a given cycle of all n sites,
 *
 *     N_L = (1/n!) Σ_k (−1)^k C(n−1, k) [n(n − 1 − 2k)/2]^L;
 *
 * the first that is not 0 is N_{n−1} = n^{n−2} (Dénes).
 *
 * @see Jackson, Trans. Amer. Math. Soc. 299, 785 (1987)
 */
export function cycleWords(degree: number, length: number): bigint {
  checkDegree('cycleWords', degree);
  if (!(Number.isInteger(length) && length >= 0)) {
    throw new DomainError(`cycleWords: a whole length required, got ${length}`);
  }
  const n = BigInt(degree);
  let [sum, binomial] = [0n, 1n];
  for (let k = 0n; k < n; k++) {
    // n(n − 1 − 2k) is even: n is, or n − 1 is.
    const base = (n * (n - 1n - 2n * k)) / 2n;
    sum += (k % 2n === 0n ? 1n : -1n) * binomial * base ** BigInt(length);
    binomial = (binomial * (n - 1n - k)) / (k + 1n);
  }
  return sum / factorial(degree);
}

/**
 * The number of shortest words of neighbour swaps whose product is the reversal of n sites, as many as standard Young tableaux of
 * staircase shape,
 *
 *     C(n, 2)! / (1^{n−1} 3^{n−2} 5^{n−3} ⋯ (2n − 3)¹).
 *
 * @see Stanley, Eur. J. Combin. 5, 359 (1984)
 */
export function reversalWords(degree: number): bigint {
  checkDegree('reversalWords', degree);
  const hooks = Array.from({ length: degree - 1 }, (_, k) => BigInt(2 * k + 1) ** BigInt(degree - 1 - k));
  return factorial((degree * (degree - 1)) / 2) / hooks.reduce((a, b) => a * b, 1n);
}

const factorial = (n: number): bigint => Array.from({ length: n }, (_, k) => BigInt(k + 1)).reduce((a, b) => a * b, 1n);
