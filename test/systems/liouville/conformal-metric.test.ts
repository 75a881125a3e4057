import { describe, expect, test } from 'vitest';
import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import {
  type ConformalMetric,
  conformalEntropies,
  conformalField,
  interpolatedPhi,
  optimiseMetric,
  rectangleDomain,
  sampledMetric,
} from '../../../src/systems/liouville/index.ts';
import { slopes } from './fields.ts';

/** φ on a grid of n × n cells of the unit square above (0, 1/2). */
function onGrid(n: number, phi: (x: number, y: number) => number): ConformalMetric {
  const [origin, step, rows, columns] = [[0, 0.5] as const, 1 / n, n + 1, n + 1];
  const values = Float64Array.from({ length: rows * columns }, (_, k) =>
    phi((k % columns) * step, 0.5 + Math.floor(k / columns) * step),
  );
  return { origin, step, rows, columns, phi: values };
}

describe('interpolation', () => {
  test('cubic polynomials are met exactly, with their derivatives, a step beyond the grid too', () => {
    const phi = interpolatedPhi(onGrid(6, (x, y) => x ** 3 * y ** 2 - 2 * x * y ** 3 + y));
    for (const [x, y] of [
      [0.31, 0.77],
      [0, 0.5],
      [1.1, 1.6],
      [-0.1, 0.9],
    ] as const) {
      const jet = phi(x, y)!;
      expect(jet.phi).toBeCloseTo(x ** 3 * y ** 2 - 2 * x * y ** 3 + y, 10);
      expect(jet.gradient[0]).toBeCloseTo(3 * x * x * y * y - 2 * y ** 3, 9);
      expect(jet.gradient[1]).toBeCloseTo(2 * x ** 3 * y - 6 * x * y * y + 1, 9);
      expect(jet.hessian[0]).toBeCloseTo(6 * x * y * y, 8);
      expect(jet.hessian[1]).toBeCloseTo(6 * x * x * y - 6 * y * y, 8);
      expect(jet.hessian[2]).toBeCloseTo(2 * x ** 3 - 12 * x * y, 8);
    }
    expect(phi(1.3, 1)).toBeUndefined();
  });

  test('other functions are met to fourth order', () => {
    const errors = [8, 16, 32].map((n) => {
      const phi = interpolatedPhi(onGrid(n, (x, y) => Math.sin(2 * x + y)));
      return Math.max(
        ...[
          [0.41, 0.93],
          [0.87, 1.13],
          [0.03, 0.55],
        ].map(([x, y]) => Math.abs(phi(x!, y!)!.phi - Math.sin(2 * x! + y!))),
      );
    });
    for (const slope of slopes(errors)) expect(slope).toBeGreaterThan(3.3);
  });

  test('sources are added with their derivatives', () => {
    const source = { at: [0.4, 0.2], a: 0.7 } as const;
    const metric = { ...onGrid(6, () => 0), sources: [source] };
    const phi = interpolatedPhi(metric);
    const exact = (x: number, y: number): number => -0.3 * Math.log(Math.hypot(x - 0.4, y - 0.2));
    const [x, y, h] = [0.7, 0.9, 1e-4];
    const jet = phi(x, y)!;
    expect(jet.phi).toBeCloseTo(exact(x, y), 12);
    expect(jet.gradient[0]).toBeCloseTo((exact(x + h, y) - exact(x - h, y)) / (2 * h), 7);
    expect(jet.gradient[1]).toBeCloseTo((exact(x, y + h) - exact(x, y - h)) / (2 * h), 7);
    expect(jet.hessian[0]).toBeCloseTo((exact(x + h, y) - 2 * exact(x, y) + exact(x - h, y)) / h ** 2, 5);
    expect(jet.hessian[0] + jet.hessian[2]).toBeCloseTo(0, 12);
    const mixed = exact(x + h, y + h) - exact(x + h, y - h) - exact(x - h, y + h) + exact(x - h, y - h);
    expect(jet.hessian[1]).toBeCloseTo(mixed / (4 * h * h), 5);
  });
});

describe('metric fields', () => {
  test('of the half plane have R = −2, those of the sphere R = 2', () => {
    const plane = conformalField(onGrid(64, (_, y) => -Math.log(y)));
    const sphere = conformalField(onGrid(64, (x, y) => Math.log(2 / (1 + x * x + y * y))));
    const at = Float64Array.of(0.43, 0.91);
    expect(scalarCurvature(plane, at).value).toBeCloseTo(-2, 3);
    expect(scalarCurvature(sphere, at).value).toBeCloseTo(2, 3);
  });

  test('have the derivatives of e^{2φ}', () => {
    const field = conformalField(onGrid(16, (x, y) => Math.sin(2 * x + y) * y));
    const [x, y, h] = [0.43, 0.91, 1e-4];
    const g = (i: number, j: number): number => field(Float64Array.of(x + i * h, y + j * h)).data[3]!;
    const { first, second } = field.derivatives!(Float64Array.of(x, y));
    expect(first[0]![0]).toBeCloseTo((g(1, 0) - g(-1, 0)) / (2 * h), 5);
    expect(first[1]![3]).toBeCloseTo((g(0, 1) - g(0, -1)) / (2 * h), 5);
    expect(second[0]![0]![3]).toBeCloseTo((g(1, 0) - 2 * g(0, 0) + g(-1, 0)) / h ** 2, 3);
    expect(second[1]![1]![0]).toBeCloseTo((g(0, 1) - 2 * g(0, 0) + g(0, -1)) / h ** 2, 3);
    expect(second[0]![1]![0]).toBeCloseTo((g(1, 1) - g(1, -1) - g(-1, 1) + g(-1, -1)) / (4 * h * h), 3);
    expect(second[1]![0]![3]).toBe(second[0]![1]![3]);
    expect(first[0]![1]).toBe(0);
  });

  test('with a cone at a point have no curvature elsewhere', () => {
    const cone = conformalField({ ...onGrid(8, () => 0), sources: [{ at: [0.4, 0.2], a: 0.6 }] });
    expect(scalarCurvature(cone, Float64Array.of(0.5, 0.9)).value).toBeCloseTo(0, 8);
  });

  test('entropies of the half plane are (c/3) arsinh(x/2ε)', () => {
    const metric = onGrid(64, (_, y) => -Math.log(y));
    const [found] = conformalEntropies(
      metric,
      [
        [
          [0.1, 0.5],
          [0.9, 0.5],
        ],
      ],
      { centralCharge: 3 },
    );
    expect(found!.result).toBe('converged');
    expect(found!.value).toBeCloseTo(Math.asinh(0.8 / 1), 5);
  });

  test('entropies of an optimised metric converge to second order', () => {
    const epsilon = 1 / 8;
    const vacuum = { kind: 'values', phi: (_: number, z: number) => -Math.log(z) } as const;
    const errors = [32, 64].map((n) => {
      const sides = { bottom: { kind: 'cutoff', epsilon }, right: vacuum, top: vacuum, left: vacuum } as const;
      const { value } = optimiseMetric(rectangleDomain([0, epsilon], 1 / n, [n, n], sides));
      const metric = sampledMetric(value, { origin: [0, epsilon], step: 1 / n, rows: n + 1, columns: n + 1 });
      const [found] = conformalEntropies(
        metric,
        [
          [
            [0.2, epsilon],
            [0.8, epsilon],
          ],
        ],
        { centralCharge: 3 },
      );
      return Math.abs(found!.value - Math.asinh(0.6 / (2 * epsilon)));
    });
    expect(errors[1]).toBeLessThan(1e-3);
    expect(slopes(errors)[0]).toBeGreaterThan(1.8);
  });
});

test('samples are the values at nodes, linear between, and NaN outside', () => {
  const cutoff = { kind: 'cutoff', epsilon: 1 / 4 } as const;
  const { value } = optimiseMetric(rectangleDomain([0, 0], 1 / 16, [16, 16], cutoff));
  const metric = sampledMetric(value, { origin: [-1 / 32, 0], step: 1 / 32, rows: 33, columns: 33 });
  const at = (x: number, y: number): number => metric.phi[Math.round(32 * y) * 33 + Math.round(32 * x) + 1]!;
  const node = (x: number, y: number): number =>
    value.phi[
      value.phi.findIndex((_, i) => Math.hypot(value.mesh.points[2 * i]! - x, value.mesh.points[2 * i + 1]! - y) < 1e-9)
    ]!;
  expect(metric.phi[0]).toBeNaN();
  expect(at(0.5, 0.25)).toBeCloseTo(node(0.5, 0.25), 10);
  expect(at(0.5 + 1 / 32, 0.25)).toBeCloseTo((node(0.5, 0.25) + node(0.5625, 0.25)) / 2, 10);
  expect(() => conformalField(metric)).toThrow('got a grid that is not within the domain');
});

test('wrong sizes and points are refused', () => {
  const metric = onGrid(4, () => 0);
  expect(() => interpolatedPhi({ ...metric, rows: 4 })).toThrow('4 × 5 values required, got 25');
  expect(() => interpolatedPhi({ ...metric, rows: 1 })).toThrow('at least 2 rows and 2 columns');
  expect(() => interpolatedPhi({ ...metric, step: 0 })).toThrow('positive step required');
  expect(() =>
    conformalEntropies(metric, [
      [
        [0, 0.5],
        [7, 7],
      ],
    ]),
  ).toThrow('points of the grid required, got (7,7)');
  expect(() => conformalEntropies(metric, [], { centralCharge: -1 })).toThrow('got -1 and undefined');
});
