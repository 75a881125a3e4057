import { describe, expect, test } from 'vitest';
import {
  coneOfOperator,
  diskDomain,
  legendreQ1,
  optimiseMetric,
  polygonDomain,
  rectangleDomain,
  superposedResponse,
} from '../../../src/systems/liouville/index.ts';
import { greatestError, slopes } from './fields.ts';

const epsilon = 1 / 4;

describe('a cone', () => {
  test('at the centre of a disk is e^φ = 2aB r^{a−1}/(B² − r^{2a}), to second order', () => {
    for (const a of [0.9, 0.6]) {
      const B = a * epsilon + Math.sqrt(1 + (a * epsilon) ** 2);
      const errors = [0.05, 0.025].map((step) => {
        const { value, result } = optimiseMetric(diskDomain(1, step, { kind: 'cutoff', epsilon }), {
          sources: [{ at: [0, 0], a }],
        });
        expect(result).toBe('converged');
        const exact = (x: number, y: number): number => Math.log((2 * a * B) / (B * B - Math.hypot(x, y) ** (2 * a)));
        return greatestError({ ...value, phi: value.regular }, exact);
      });
      expect(errors[1]).toBeLessThan(1e-3);
      expect(slopes(errors)[0]).toBeGreaterThan(1.7);
    }
  });

  test('anywhere in the half plane is that of the disk, moved there by an isometry', () => {
    const a = 0.8;
    const exact = (x: number, y: number): number => {
      const far = x * x + (y + 1) ** 2;
      const r = Math.sqrt((x * x + (y - 1) ** 2) / far);
      return Math.log((4 * a * r ** (a - 1)) / ((1 - r ** (2 * a)) * far));
    };
    const corners = [
      [-1, 0.2],
      [1, 0.3],
      [1.2, 2],
      [-0.9, 2.1],
    ] as const;
    const sides = corners.map((from) => ({ from, condition: { kind: 'values', phi: exact } as const }));
    const errors = [0.04, 0.02].map((step) => {
      const { value } = optimiseMetric(polygonDomain(sides, step), { sources: [{ at: [0, 1], a }] });
      return greatestError(value, exact, (x, y) => Math.hypot(x, y - 1) > 1e-3);
    });
    expect(errors[1]).toBeLessThan(3e-4);
    expect(slopes(errors)[0]).toBeGreaterThan(1.8);
  });

  test('beside a geodesic is one of two cones that are mirror images', () => {
    const values = {
      kind: 'values',
      phi: (x: number, y: number) => -Math.log(y) + superposedResponse(both, [x, y]),
    } as const;
    const [right, left] = [{ at: [0.5, 1], a: 0.7 } as const, { at: [-0.5, 1], a: 0.7 } as const];
    const both = [right, left];
    const n = 64;
    const whole = optimiseMetric(rectangleDomain([-1, 0.5], 1 / n, [2 * n, n], values), { sources: both }).value;
    const half = optimiseMetric(
      rectangleDomain([0, 0.5], 1 / n, [n, n], {
        bottom: values,
        right: values,
        top: values,
        left: { kind: 'geodesic' },
      }),
      { sources: [right] },
    ).value;
    const phiAt = (metric: typeof half, x: number, y: number): number =>
      metric.phi[
        metric.phi.findIndex(
          (_, i) => Math.hypot(metric.mesh.points[2 * i]! - x, metric.mesh.points[2 * i + 1]! - y) < 1e-9,
        )
      ]!;
    for (const [x, y] of [
      [0, 1],
      [0.25, 1],
      [0, 0.75],
      [0.75, 1.25],
    ] as const) {
      expect(phiAt(half, x, y)).toBeCloseTo(phiAt(whole, x, y), 3);
    }
  });
});

test('cones of an operator agree to first order in h/c, and differ by 72(h/c)² then', () => {
  for (const ratio of [1e-3, 1e-4]) {
    const { pathIntegral, gravity, firstLaw } = coneOfOperator(3 * ratio, 3);
    expect(1 - pathIntegral).toBeCloseTo(firstLaw, 14);
    expect((pathIntegral - gravity) / ratio ** 2).toBeCloseTo(72, ratio === 1e-3 ? -1 : 0);
  }
  expect(coneOfOperator(0, 1)).toEqual({ pathIntegral: 1, gravity: 1, firstLaw: 0 });
  expect(() => coneOfOperator(1 / 24, 1)).toThrow('0 ≤ h < c/24');
});

describe('back-reaction', () => {
  test('Q₁ solves Legendre’s equation, and both its forms agree', () => {
    const h = 1e-3;
    for (const x of [1.2, 1.9, 3, 10]) {
      const [below, at, above] = [x - h, x, x + h].map(legendreQ1) as [number, number, number];
      const [slope, bend] = [(above - below) / (2 * h), (above - 2 * at + below) / h ** 2];
      expect((1 - x * x) * bend - 2 * x * slope + 2 * at).toBeCloseTo(0, 3);
    }
    expect(legendreQ1(2)).toBeCloseTo(Math.log(3) - 1, 14);
    expect(legendreQ1(2 - 1e-12)).toBeCloseTo(legendreQ1(2), 11);
    expect(() => legendreQ1(1)).toThrow('an argument > 1 required, got 1');
  });

  test('is the derivative of the cone by 1 − a', () => {
    const point = [0.3, 1.7] as const;
    const r = Math.hypot(0.3, 0.7) / Math.hypot(0.3, 2.7);
    const cone = (a: number): number => Math.log((a * r ** (a - 1)) / (1 - r ** (2 * a)));
    const h = 1e-4;
    const slope = (cone(1 - h) - cone(1 + h)) / 2;
    expect(superposedResponse([{ at: [0, 1], a: 1 - h }], point)).toBeCloseTo(slope, 9);
  });

  test('several sources: the nonlinear solution differs from the sum of responses to second order', () => {
    const remainders = [0.2, 0.1].map((s) => {
      const sources = [
        { at: [-0.35, 1] as const, a: 1 - s },
        { at: [0.4, 1.4] as const, a: 1 - 0.7 * s },
      ];
      const linear = (x: number, y: number): number => -Math.log(y) + superposedResponse(sources, [x, y]);
      const domain = rectangleDomain([-1.5, 0.25], 3 / 128, [128, 128], { kind: 'values', phi: linear });
      const isApart = (x: number, y: number): boolean =>
        sources.every(({ at }) => Math.hypot(x - at[0], y - at[1]) > 0.1);
      return greatestError(optimiseMetric(domain, { sources }).value, linear, isApart);
    });
    for (const slope of slopes(remainders)) expect(Math.abs(slope - 2)).toBeLessThan(0.15);
  });
});

test('sources that are none are refused', () => {
  const domain = rectangleDomain([0, 0], 1 / 32, [32, 32], { kind: 'cutoff', epsilon });
  expect(() => optimiseMetric(domain, { sources: [{ at: [0.5, 0.5], a: 0 }] })).toThrow(
    'a > 0 required, got a = 0 at (0.5,0.5)',
  );
  const source = { at: [0.5, 0.5], a: 0.5 } as const;
  expect(() => optimiseMetric(domain, { sources: [source, source] })).toThrow('sources at different places required');
  for (const at of [
    [2, 0.5],
    [1, 0.5],
    [0, 0],
  ] as const) {
    expect(() => optimiseMetric(domain, { sources: [{ at, a: 0.5 }] })).toThrow(
      `inside of the domain required, got one at (${at})`,
    );
  }
  expect(() => superposedResponse([source], [0, 0])).toThrow('points with y > 0 required, got (0,0)');
});
