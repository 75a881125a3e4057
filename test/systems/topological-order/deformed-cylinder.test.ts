import { describe, expect, test } from 'vitest';
import {
  CRITICAL_TENSION,
  cylinderTopologicalEntropy,
  deformedCylinder,
  isingCorrelation,
  isingCylinderLogNorm,
} from '../../../src/systems/topological-order/index.ts';

describe('half of an infinite cylinder', () => {
  test.each([2, 3, 6, 9])('its norm is the closed Ising sum, circumference %i', (circumference) => {
    for (const tension of [0.05, 0.3, CRITICAL_TENSION, 0.9]) {
      const { value, result } = deformedCylinder(circumference, tension);
      expect(result).toBe('converged');
      expect(value.logNorm).toBeCloseTo(isingCylinderLogNorm(circumference, tension), 12);
    }
  });

  test('neighbours are correlated as on the plane once it is wide', () => {
    expect(deformedCylinder(12, 0.2).value.correlation).toBeCloseTo(isingCorrelation(0.2), 6);
    expect(deformedCylinder(12, 0.8).value.correlation).toBeCloseTo(isingCorrelation(0.8), 6);
  });

  test('a wide torus of two has the probabilities of a ring of two', () => {
    // A ring of two vertices with two edges: 2p₊ = e^{2β}·(…); the leading eigenvector of two numbers in closed form.
    const tension = 0.37;
    const [like, unlike] = [Math.exp(-4 * tension), Math.exp(-2 * tension)];
    const matrix = [1 + like, 2 * unlike * unlike, like * (1 + like)]; // classes ++ and +−, symmetrised
    const [a, b, c] = matrix as [number, number, number];
    const lambda = (a + c) / 2 + Math.hypot((a - c) / 2, b);
    const first = b ** 2 / (b ** 2 + (lambda - a) ** 2);
    const expected = -first * Math.log(first) - (1 - first) * Math.log(1 - first);
    expect(deformedCylinder(2, tension).value.entropy).toBeCloseTo(expected, 12);
  });
});

describe('topological entropy of cylinders', () => {
  test('is ln 2 without tension, and 0 with much', () => {
    expect(cylinderTopologicalEntropy(4, 0)).toBeCloseTo(Math.LN2, 12);
    expect(cylinderTopologicalEntropy(8, 0.12) / Math.LN2).toBeCloseTo(1, 3);
    expect(cylinderTopologicalEntropy(6, 1.2)).toBeCloseTo(0, 4);
  });

  test('tends to ln 2 − 0.2544 at the critical tension', () => {
    const errors = [4, 6, 8].map(
      (length) => cylinderTopologicalEntropy(length, CRITICAL_TENSION) - (Math.LN2 - 0.2543925),
    );
    expect(Math.abs(errors[2]!)).toBeLessThan(0.01);
    expect(errors[1]! / errors[0]!).toBeLessThan(0.7);
    expect(errors[2]! / errors[1]!).toBeLessThan(0.8);
  });
});

test('circumferences and tensions out of range are refused', () => {
  expect(() => deformedCylinder(1, 0)).toThrow('a circumference from 2 to 20 required, got 1');
  expect(() => deformedCylinder(4, -1)).toThrow('a finite tension ≥ 0 required, got -1');
});
