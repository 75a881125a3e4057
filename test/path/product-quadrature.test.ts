import { describe, expect, test } from 'vitest';
import { productQuadrature } from '../../src/path/product-quadrature.ts';

/** Sizes of the terms of exp(ω s). */
const exponential = (omega: number): number[] => {
  const sizes = [1];
  while (sizes.at(-1)! > 1e-17) sizes.push((sizes.at(-1)! * omega) / sizes.length);
  return sizes;
};

describe('the rule', () => {
  test.each([
    [0, 0, 1],
    [1, 0, 1],
    [1, 1, 2],
    [3, 2, 3],
    [5, 4, 5],
  ])('for polynomials of degrees %d and %d has %d points, with which it is exact', (a, b, points) => {
    const rule = productQuadrature(new Array(a + 1).fill(1), new Array(b + 1).fill(1));
    expect(rule.points.length).toBe(points);
    // ∫₀¹ (1 − s)^a s^b ds = a! b!/(a + b + 1)!
    const beta = factorial(a) * factorial(b) / factorial(a + b + 1); // biome-ignore format: the formula
    const sum = rule.points.reduce((total, s, k) => total + rule.weights[k]! * (1 - s) ** a * s ** b, 0);
    expect(sum).toBeCloseTo(beta, 15);
  });

  test.each([0.05, 0.3, 1, 2, 4])('integrates exp(iω(1 − s))·exp(iω′s) to rounding, ω = %d', (omega) => {
    const sizes = exponential(omega);
    const { points, weights } = productQuadrature(sizes, sizes);
    for (const other of [omega, -omega, 0.6 * omega]) {
      // ∫₀¹ exp(iω(1 − s) + iω′s) ds = (e^{iω′} − e^{iω})/(i(ω′ − ω)), or e^{iω}.
      const difference = other - omega;
      const exact =
        difference === 0
          ? [Math.cos(omega), Math.sin(omega)]
          : [(Math.sin(other) - Math.sin(omega)) / difference, (Math.cos(omega) - Math.cos(other)) / difference];
      const phase = (s: number): number => omega * (1 - s) + other * s;
      expect(points.reduce((sum, s, k) => sum + weights[k]! * Math.cos(phase(s)), 0)).toBeCloseTo(exact[0]!, 14);
      expect(points.reduce((sum, s, k) => sum + weights[k]! * Math.sin(phase(s)), 0)).toBeCloseTo(exact[1]!, 14);
    }
  });

  test('needs few points for small terms, and one where there is nothing to integrate', () => {
    expect(productQuadrature(exponential(0.3), exponential(0.3)).points.length).toBeLessThanOrEqual(6);
    expect(productQuadrature([0, 0], [1, 1]).points.length).toBe(1);
    expect(productQuadrature([Number.NaN], [1, 1]).points.length).toBe(1);
  });
});

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
