import { describe, expect, test } from 'vitest';
import { christoffelSymbols } from '../../src/riemann/christoffel.ts';
import { ricciTensor, riemannTensor, scalarCurvature, sectionalCurvature } from '../../src/riemann/curvature.ts';
import { type MetricField, volumeDensity } from '../../src/riemann/metric-field.ts';

/** A metric from its matrix elements. */
const field =
  (entries: (x: Float64Array) => readonly number[]): MetricField =>
  (x) => ({ rows: x.length, cols: x.length, data: Float64Array.from(entries(x)) });

const sphere = (radius: number): MetricField => field(([v]) => [radius ** 2, 0, 0, (radius * Math.sin(v!)) ** 2]);
const hyperbolicPlane = field(([, y]) => [1 / y! ** 2, 0, 0, 1 / y! ** 2]);
/** The unit three-sphere in hyperspherical angles. */
const threeSphere = field(([a, b]) => {
  const s = Math.sin(a!) ** 2;
  return [1, 0, 0, 0, s, 0, 0, 0, s * Math.sin(b!) ** 2];
});
/** Some metric without symmetry. */
const crooked = field(([x, y, z]) => {
  const [a, b, c] = [0.2 * Math.sin(y! + z!), 0.1 * x! * z!, 0.3 * Math.cos(x! - y!)];
  return [2 + Math.sin(x! * y!), a, b, a, 3 + Math.cos(z!), c, b, c, 2.5 + x! * x!];
});

describe('closed forms', () => {
  test('Christoffel symbols of the sphere are −sin ϑ cos ϑ and cot ϑ', () => {
    const gamma = christoffelSymbols(sphere(3), Float64Array.of(0.8, 0.3)).value;
    const expected = [0, 0, 0, -Math.sin(0.8) * Math.cos(0.8), 0, 1 / Math.tan(0.8), 1 / Math.tan(0.8), 0];
    gamma.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 9);
    });
  });

  test.each([0.5, 1, 3])('a sphere of radius %d has scalar curvature 2/r², 8 for the Bloch sphere', (radius) => {
    for (const v of [0.4, 1.2, 2.5]) {
      expect(Math.abs(scalarCurvature(sphere(radius), Float64Array.of(v, 1)).value - 2 / radius ** 2)).toBeLessThan(
        1e-6,
      );
    }
  });

  test('the hyperbolic plane has scalar curvature −2, everywhere', () => {
    for (const y of [0.7, 1, 5]) {
      expect(scalarCurvature(hyperbolicPlane, Float64Array.of(2, y)).value).toBeCloseTo(-2, 6);
    }
  });

  test('the unit three-sphere has Ricci tensor 2g, scalar curvature 6, sectional curvature 1', () => {
    const x = Float64Array.of(0.9, 1.3, 0.2);
    const g = threeSphere(x).data;
    ricciTensor(threeSphere, x).value.data.forEach((entry, k) => {
      expect(entry).toBeCloseTo(2 * g[k]!, 7);
    });
    expect(scalarCurvature(threeSphere, x).value).toBeCloseTo(6, 7);
    expect(sectionalCurvature(threeSphere, x, Float64Array.of(1, 2, 0), Float64Array.of(0, 1, -1)).value).toBeCloseTo(
      1,
      7,
    );
  });

  test('flat space in polar coordinates is flat', () => {
    const polar = field(([r]) => [1, 0, 0, r! ** 2]);
    for (const component of riemannTensor(polar, Float64Array.of(1.3, 2)).value) expect(component).toBeCloseTo(0, 9);
    expect(volumeDensity(polar, Float64Array.of(1.3, 2))).toBeCloseTo(1.3, 14);
  });
});

test('the Riemann tensor has its symmetries and obeys the first Bianchi identity', () => {
  const x = Float64Array.of(0.3, -0.6, 0.9);
  const tensor = riemannTensor(crooked, x).value;
  const R = (a: number, b: number, c: number, d: number): number => tensor[((a * 3 + b) * 3 + c) * 3 + d]!;
  let largest = 0;
  for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 3; b++) {
      for (let c = 0; c < 3; c++) {
        for (let d = 0; d < 3; d++) {
          largest = Math.max(largest, Math.abs(R(a, b, c, d)));
          expect(R(a, b, c, d)).toBeCloseTo(-R(b, a, c, d), 8);
          expect(R(a, b, c, d)).toBeCloseTo(-R(a, b, d, c), 8);
          expect(R(a, b, c, d)).toBeCloseTo(R(c, d, a, b), 8);
          expect(R(a, b, c, d) + R(a, c, d, b) + R(a, d, b, c)).toBeCloseTo(0, 8);
        }
      }
    }
  }
  expect(largest).toBeGreaterThan(0.01);
});

test('the scalar curvature does not depend on the coordinates', () => {
  // u ↦ x(u) with a known Jacobian pulls the crooked metric back.
  const map = (u: Float64Array): Float64Array =>
    Float64Array.of(u[0]! + 0.2 * u[1]! ** 2, u[1]! - 0.1 * u[2]!, u[2]! + 0.3 * u[0]! * u[1]!);
  const jacobian = (u: Float64Array): readonly (readonly number[])[] => [
    [1, 0.4 * u[1]!, 0],
    [0, 1, -0.1],
    [0.3 * u[1]!, 0.3 * u[0]!, 1],
  ];
  const pulledBack: MetricField = (u) => {
    const g = crooked(map(u)).data;
    const J = jacobian(u);
    const data = Float64Array.from({ length: 9 }, (_, at) => {
      let sum = 0;
      for (let a = 0; a < 3; a++) {
        for (let b = 0; b < 3; b++) sum += J[a]![Math.floor(at / 3)]! * g[a * 3 + b]! * J[b]![at % 3]!;
      }
      return sum;
    });
    return { rows: 3, cols: 3, data };
  };
  const u = Float64Array.of(0.4, 0.7, -0.2);
  expect(scalarCurvature(pulledBack, u).value).toBeCloseTo(scalarCurvature(crooked, map(u)).value, 9);
});

test('a singular metric is refused by name', () => {
  expect(() => scalarCurvature(sphere(1), Float64Array.of(0, 0))).toThrow(/a positive metric required/);
});
