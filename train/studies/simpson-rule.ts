/** @file Simpson's rule. */

/**
 * Integral over [0, 1] of a function known at equal steps, exact for cubics.
 *
 * @param values - an odd number, three or more
 */
export function simpsonRule(values: readonly number[]): number {
  const last = values.length - 1;
  const sum = values.reduce((total, value, k) => total + value * (k === 0 || k === last ? 1 : k % 2 === 1 ? 4 : 2), 0);
  return sum / (3 * last);
}
