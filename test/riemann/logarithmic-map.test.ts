import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { exponentialMap } from '../../src/riemann/exponential-map.ts';
import { categoricalDistance, categoricalMetric } from '../../src/riemann/families/categorical.ts';
import { exponentialDistance, exponentialMetric } from '../../src/riemann/families/exponential.ts';
import { normalDistance, normalMetric } from '../../src/riemann/families/normal.ts';
import { checkGeodesic } from '../../src/riemann/geodesic.ts';
import { geodesicBetween, geodesicDistance, logarithmicMap } from '../../src/riemann/logarithmic-map.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';

const vector = (...entries: readonly number[]): Float64Array => Float64Array.from(entries);
const diagonal =
  (entries: (x: Float64Array) => readonly number[]): MetricField =>
  (x) => {
    const data = new Float64Array(x.length ** 2);
    entries(x).forEach((entry, k) => {
      data[k * (x.length + 1)] = entry;
    });
    return { rows: x.length, cols: x.length, data };
  };
const sphere = diagonal(([v]) => [1, Math.sin(v!) ** 2]);
const greatCircle = ([v, phi]: Float64Array, [w, psi]: Float64Array): number =>
  Math.acos(Math.cos(v!) * Math.cos(w!) + Math.sin(v!) * Math.sin(w!) * Math.cos(phi! - psi!));

describe('distances of families, near and far, with exact derivatives', () => {
  test.each([
    [
      [0, 0.1],
      [1, 0.1],
    ],
    [
      [0, 0.01],
      [10, 5],
    ],
    [
      [0, 1e-3],
      [3, 1e-3],
    ],
    [
      [2, 1e-2],
      [2, 100],
    ],
  ])('normal %j to %j', (a, b) => {
    const found = geodesicDistance(normalMetric, vector(...a), vector(...b));
    expect(found.result).toBe('converged');
    const expected = normalDistance(vector(...a), vector(...b));
    expect(Math.abs(found.value / expected - 1)).toBeLessThan(1e-8);
    expect(Math.abs(found.value - expected)).toBeLessThan(10 * found.error);
  });

  test.each([
    [
      [0.2, 0.3],
      [0.5, 0.1],
    ],
    [
      [0.05, 0.9],
      [0.9, 0.05],
    ],
    [
      [0.01, 0.01],
      [0.01, 0.98],
    ],
    [
      [0.01, 0.98],
      [0.98, 0.01],
    ],
    [
      [0.1, 0.2, 0.3],
      [0.3, 0.1, 0.1],
    ],
    [
      [0.001, 0.001, 0.997],
      [0.997, 0.001, 0.001],
    ],
  ])('categorical %j to %j', (a, b) => {
    const found = geodesicDistance(categoricalMetric, vector(...a), vector(...b));
    expect(found.result).toBe('converged');
    const expected = categoricalDistance(vector(...a), vector(...b));
    expect(Math.abs(found.value / expected - 1)).toBeLessThan(1e-8);
    expect(Math.abs(found.value - expected)).toBeLessThan(10 * found.error);
  });
});

describe('distances with derivatives by differences', () => {
  const plain: MetricField = (x) => exponentialMetric(x);
  test('of exponential distributions are |log ratio|; with a step that is too large they say that they are not', () => {
    const [a, b] = [vector(0.1), vector(0.99)];
    const exact = exponentialDistance(a, b);
    const found = geodesicDistance(plain, a, b);
    expect(found.result).toBe('converged');
    expect(Math.abs(found.value - exact)).toBeLessThan(1e-9);
    const coarse = geodesicDistance(plain, a, b, { step: 0.08 });
    expect(Math.abs(coarse.value - exact)).toBeGreaterThan(0.01);
    expect(coarse.result).toBe('stalled');
    expect(coarse.error).toBeGreaterThan(Math.abs(coarse.value - exact));
  });

  test('of a sphere pass the pole and nearly reach the antipode', () => {
    for (const [a, b] of [
      [vector(0.3, 0), vector(0.3, 2.5)],
      [vector(1.5, 0), vector(1.6, 3)],
    ] as const) {
      const found = geodesicDistance(sphere, a, b);
      expect(found.result).toBe('converged');
      expect(Math.abs(found.value - greatCircle(a, b))).toBeLessThan(1e-8);
    }
  });

  test('of a three-sphere are angles between unit vectors', () => {
    const threeSphere = diagonal(([a, b]) => [1, Math.sin(a!) ** 2, (Math.sin(a!) * Math.sin(b!)) ** 2]);
    const unit = ([a, b, c]: Float64Array): readonly number[] => [
      Math.cos(a!),
      Math.sin(a!) * Math.cos(b!),
      Math.sin(a!) * Math.sin(b!) * Math.cos(c!),
      Math.sin(a!) * Math.sin(b!) * Math.sin(c!),
    ];
    const [p, q] = [vector(0.8, 1.1, 0.2), vector(1.6, 1.7, 1.4)];
    const angle = Math.acos(unit(p).reduce((sum, value, k) => sum + value * unit(q)[k]!, 0));
    const found = geodesicDistance(threeSphere, p, q);
    expect(found.result).toBe('converged');
    expect(Math.abs(found.value - angle)).toBeLessThan(1e-8);
  });

  test('of a product are those of its factors in squares, whatever the units', () => {
    const product = diagonal(([v, , , s]) => [1, Math.sin(v!) ** 2, 1e12 / s! ** 2, 2e12 / s! ** 2]);
    const [a, b] = [vector(0.7, 0.2), vector(1.4, 1.5)];
    const [c, d] = [vector(0, 0.5), vector(0.3, 0.9)];
    const found = geodesicDistance(product, vector(...a, ...c), vector(...b, ...d));
    expect(found.result).toBe('converged');
    const expected = Math.hypot(greatCircle(a, b), 1e6 * normalDistance(c, d));
    expect(Math.abs(found.value / expected - 1)).toBeLessThan(1e-8);
  });
});

describe('a geodesic between two points', () => {
  test('reaches the other end where shooting from one would miss it, and solves the equation', () => {
    const [a, b] = [vector(0, 1e-3), vector(3, 1e-3)];
    const { value: curve, result, error } = geodesicBetween(normalMetric, a, b);
    expect(result).toBe('converged');
    const end = curve(1).point;
    expect(Math.abs(end[0]! - 3)).toBeLessThan(1e-6 * 1e-3);
    expect(Math.abs(end[1]! / 1e-3 - 1)).toBeLessThan(1e-6);
    expect(Math.max(...error.velocity)).toBeLessThan(1e-6);
    // A half-circle over the axis in (μ/√2, σ): its top has σ = √(r² + σ₀²).
    expect(curve(0.5).point[1]).toBeCloseTo(Math.hypot(1.5 / Math.SQRT2, 1e-3), 6);
    const { speedVariation, acceleration } = checkGeodesic(normalMetric, curve, [0.05, 0.3, 0.8], 1e-4);
    expect(speedVariation).toBeLessThan(1e-7);
    expect(acceleration).toBeLessThan(1e-3); // of a speed squared of 500
  });

  test('may be asked for beyond conjugate points, by a guess: the long way round', () => {
    const [a, b] = [vector(Math.PI / 2, 0), vector(Math.PI / 2, 2)];
    const { value, result, error } = logarithmicMap(sphere, a, b, { guess: vector(0.01, -4.2) });
    expect(result).toBe('converged');
    expect(value[0]).toBeCloseTo(0, 7);
    expect(value[1]).toBeCloseTo(2, 7);
    expect(error[1]).toBeLessThan(1e-6);
  });

  test('of no length is a point', () => {
    expect(geodesicDistance(sphere, vector(1, 2), vector(1, 2))).toEqual({
      value: 0,
      error: 0,
      result: 'converged',
      steps: 0,
    });
  });
});

describe('what is wrong', () => {
  const [a, b] = [vector(0.5), vector(0.7)];

  test('is thrown, while a path that leaves the domain is a result', () => {
    const mistaken: MetricField = (x) => {
      if (x[0] !== 0.5 && x[0] !== 0.7) throw new ShapeError('metric: a mistake');
      return exponentialMetric(x);
    };
    expect(() => geodesicDistance(mistaken, a, b)).toThrow(/a mistake/);
    expect(() => exponentialMap(mistaken, a, b)).toThrow(/a mistake/);
    expect(() => geodesicDistance(exponentialMetric, a, vector(-1))).toThrow(DomainError);
    expect(() => geodesicDistance(exponentialMetric, a, vector(1, 1))).toThrow(/two points of one space/);
    const apart: MetricField = Object.assign(() => ({ rows: 1, cols: 1, data: vector(1) }), {
      domain: ([x]: Float64Array) => Math.abs(x! - 0.6) > 0.05,
    });
    const found = geodesicDistance(apart, a, b);
    expect(found.result).toBe('stalled');
    expect(found.error).toBe(Infinity);
  });

  test('derivatives that are not those of the metric do not pass for a geodesic', () => {
    const exact = normalMetric.derivatives!;
    const wrong: MetricField = Object.assign((x: Float64Array) => normalMetric(x), {
      domain: normalMetric.domain!,
      derivatives: (x: Float64Array) => ({ ...exact(x), first: exact(x).first.map((f) => f.map((v) => 1.001 * v)) }),
    });
    const found = geodesicDistance(wrong, vector(0, 0.1), vector(1, 0.3));
    expect(found.result).toBe('stalled');
    expect(found.error).toBeGreaterThan(1e-4);
  });

  test('too few steps are said', () => {
    expect(geodesicDistance(normalMetric, vector(0, 0.1), vector(1, 0.3), { maxSteps: 1 }).result).toBe('max-steps');
  });
});
