/** @file Numbers ±√(a/b) with whole a and b: what the symbols of recoupling are. */

/** The number sign·√(numerator/denominator). */
export interface ExactRoot {
  readonly sign: -1 | 0 | 1;
  readonly square: { readonly numerator: bigint; readonly denominator: bigint };
}

export const ZERO_ROOT: ExactRoot = { sign: 0, square: { numerator: 0n, denominator: 1n } };

const factorials: bigint[] = [1n];

/** n!, exactly; kept for the next call. */
export function factorial(n: number): bigint {
  for (let k = factorials.length; k <= n; k++) factorials.push(factorials[k - 1]! * BigInt(k));
  return factorials[n]!;
}

/** The product of n! over the given n. */
export const factorialProduct = (numbers: readonly number[]): bigint =>
  numbers.reduce((product, n) => product * factorial(n), 1n);

/** sum·√(numerator/denominator), as one root. */
export function exactRoot(sum: bigint, numerator: bigint, denominator: bigint): ExactRoot {
  if (sum === 0n) return ZERO_ROOT;
  return { sign: sum > 0n ? 1 : -1, square: { numerator: sum * sum * numerator, denominator } };
}

/** The same number with numerator and denominator that share no factor. */
export function reduced({ sign, square: { numerator, denominator } }: ExactRoot): ExactRoot {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { sign, square: { numerator: numerator / a, denominator: denominator / a } };
}

const bits = (n: bigint): number => 4 * n.toString(16).length;

/** The nearest number in floating point, to about one unit in the last place. */
export function rootValue({ sign, square: { numerator, denominator } }: ExactRoot): number {
  if (sign === 0) return 0;
  // The quotient gets at least 60 bits, and an even power of two, whose root is exact.
  const shift = 2 * Math.ceil((bits(denominator) - bits(numerator) + 64) / 2);
  const quotient =
    shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  return sign * Math.sqrt(Number(quotient)) * 2 ** (-shift / 2);
}
