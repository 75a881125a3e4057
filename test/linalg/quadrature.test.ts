import { describe, expect, test } from 'vitest';
import { completeEllipticIntegral } from '../../src/linalg/elliptic-integral.ts';
import { integral, principalValue } from '../../src/linalg/quadrature.ts';

describe('integral', () => {
  test('is exact in one piece for polynomials of degree 22, not of degree 26', () => {
    const power = (n: number) => integral((x) => x ** n, -1, 1, { maxPieces: 1 }).value;
    for (const n of [0, 2, 12, 14, 20, 22]) expect(power(n)).toBeCloseTo(2 / (n + 1), 14);
    expect(Math.abs(power(26) - 2 / 27)).toBeGreaterThan(1e-10);
  });

  test('of functions on finite and infinite intervals, singular at the ends or not, is the closed form', () => {
    const cases: readonly (readonly [(x: number) => number, number, number, number])[] = [
      [Math.exp, 0, 1, Math.E - 1],
      [Math.exp, 1, 0, 1 - Math.E],
      [Math.log, 0, 1, -1],
      [(x) => 1 / Math.sqrt(x), 0, 1, 2],
      [(x) => 1 / (1 + x * x), 0, Infinity, Math.PI / 2],
      [(x) => Math.exp(-x * x), -Infinity, Infinity, Math.sqrt(Math.PI)],
      [(x) => Math.exp(-x * x), Infinity, -Infinity, -Math.sqrt(Math.PI)],
      [Math.exp, -Infinity, 2, Math.exp(2)],
      [Math.exp, 2, -Infinity, -Math.exp(2)],
      [(x) => Math.exp(-x), Infinity, 1, -Math.exp(-1)],
      [(x) => 1e-3 / (x * x + 1e-6), -1, 1, 2 * Math.atan(1e3)],
    ];
    for (const [f, from, to, expected] of cases) {
      const { value, error, result } = integral(f, from, to);
      expect(result).toBe('converged');
      expect(Math.abs(value - expected)).toBeLessThan(2e-12 * Math.abs(expected));
      expect(Math.abs(value - expected)).toBeLessThanOrEqual(error);
    }
    expect(integral(Math.exp, 3, 3).value).toBe(0);
  });

  test('says where it does not converge', () => {
    expect(integral((x) => Math.sin(1e4 * x), 0, 1, { maxPieces: 5 }).result).toBe('max-steps');
    expect(integral(() => Number.NaN, 0, 1).result).toBe('diverged');
    expect(() => integral(Math.exp, 0, Number.NaN)).toThrow(/two ends required, got 0 and NaN/);
    expect(() => integral(Math.exp, 0, 1, { tolerance: 0 })).toThrow(/a tolerance > 0/);
  });
});

describe('principal value', () => {
  test('of 1/(x − c) and with smooth factors is the closed form', () => {
    const of = (g: (x: number) => number, from: number, to: number, pole: number) =>
      principalValue(g, from, to, pole).value;
    expect(of(() => 1, 0, 3, 1)).toBeCloseTo(Math.log(2), 13);
    expect(of(() => 1, 0, 3, 2)).toBeCloseTo(-Math.log(2), 13);
    expect(of((x) => x * x, -1, 2, 0.5)).toBeCloseTo(1.5 + 0.5 * 3 + 0.25 * Math.log(1), 12);
    // PV ∫ dx/((x − c)(1 + x²)) over the line is −πc/(1 + c²); from 0 on it is −(πc/2 + log c)/(1 + c²)
    const lorentzian = (x: number): number => 1 / (1 + x * x);
    for (const c of [0.3, 1, 4]) {
      expect(of(lorentzian, -Infinity, Infinity, c)).toBeCloseTo((-Math.PI * c) / (1 + c * c), 11);
      expect(of(lorentzian, 0, Infinity, c)).toBeCloseTo(-((Math.PI * c) / 2 + Math.log(c)) / (1 + c * c), 11);
    }
    expect(() => of(lorentzian, 0, 1, 1)).toThrow(/a pole between 0 and 1 required, got 1/);
  });
});

test('the complete elliptic integral is that of the tables and of its definition', () => {
  expect(completeEllipticIntegral(1)).toBe(Math.PI / 2);
  // Abramowitz & Stegun, table 17.1, m = k² = ½ and 0.99
  expect(completeEllipticIntegral(Math.SQRT1_2)).toBeCloseTo(1.854074677301372, 14);
  expect(completeEllipticIntegral(0.1)).toBeCloseTo(3.695637362989875, 14);
  for (const k of [0.2, 0.7, 0.95]) {
    const { value } = integral((x) => 1 / Math.sqrt(1 - (k * Math.sin(x)) ** 2), 0, Math.PI / 2);
    expect(completeEllipticIntegral(Math.sqrt(1 - k * k))).toBeCloseTo(value, 12);
  }
  expect(completeEllipticIntegral(1e-8)).toBeCloseTo(Math.log(4e8), 12);
  expect(() => completeEllipticIntegral(0)).toThrow(/0 < k′ ≤ 1 required, got 0/);
});
