import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import {
  type BulkPoint,
  geodesicLengthChange,
  geodesicPoint,
  perturbationCurvature,
  xRayTransform,
} from '../../src/gravity/x-ray-transform.ts';

describe('geodesics of the hyperbolic plane', () => {
  test('have arc length as their parameter and geodesic ends, on the half-plane and on the disk', () => {
    for (const circumference of [Infinity, 100]) {
      for (const halfWidth of [3, 20, 24]) {
        const at = (s: number): BulkPoint => geodesicPoint({ centre: 7, halfWidth }, s, { circumference });
        for (const s of [-2, -0.4, 0, 1.1]) {
          const h = 1e-5;
          const [a, b] = [at(s - h), at(s + h)];
          const { z } = at(s);
          const scale = circumference === Infinity ? 1 / z : (2 * Math.PI) / 100 / Math.sinh((2 * Math.PI * z) / 100);
          expect((Math.hypot(b.x - a.x, b.z - a.z) / (2 * h)) * scale).toBeCloseTo(1, 7);
        }
        expect(at(19).x).toBeCloseTo(7 + halfWidth, 6);
        expect(at(-19).x).toBeCloseTo(7 - halfWidth, 6);
      }
    }
  });

  test('of a ring obey cosh σ cos α = cos θ, and are semicircles where the ring is large', () => {
    const [circumference, halfWidth] = [60, 11];
    const unit = circumference / (2 * Math.PI);
    for (const s of [0, 0.7, -2]) {
      const { x, z } = geodesicPoint({ centre: 0, halfWidth }, s, { circumference });
      expect(Math.cosh(z / unit) * Math.cos(halfWidth / unit)).toBeCloseTo(Math.cos(x / unit), 12);
      const far = geodesicPoint({ centre: 0, halfWidth }, s, { circumference: 1e6 });
      const flat = geodesicPoint({ centre: 0, halfWidth }, s);
      expect(far.x).toBeCloseTo(flat.x, 6);
      expect(far.z).toBeCloseTo(flat.z, 6);
    }
    expect(() => geodesicPoint({ centre: 0, halfWidth: 30 }, 0, { circumference })).toThrow(DomainError);
  });
});

describe('the X-ray transform', () => {
  test('of z² on the half-plane is 2R², of sinh⁻²ρ-like depth on the disk its closed form', () => {
    expect(xRayTransform(({ z }) => z * z, { centre: 3, halfWidth: 5 })).toBeCloseTo(50, 9);
    // 1/cosh²ρ along a geodesic at the distance d from the centre: cosh ρ = cosh d cosh s, ∫ = 2/cosh²d = 2 sin²α
    const unit = 80 / (2 * Math.PI);
    const field = ({ z }: BulkPoint): number => Math.tanh(z / unit) ** 2;
    const alpha = 13 / unit;
    expect(xRayTransform(field, { centre: 1, halfWidth: 13 }, { circumference: 80 })).toBeCloseTo(
      2 * Math.sin(alpha) ** 2,
      9,
    );
  });
});

describe('a perturbed metric', () => {
  test('h = 1 and h = zⁿ change lengths and curvature by closed forms', () => {
    expect(geodesicLengthChange(() => 1, { centre: 0, halfWidth: 3 })).toBeCloseTo(0.5 * 9 * (4 / 3), 11);
    expect(perturbationCurvature(() => 1, { x: 0, z: 2 })).toBeCloseTo(0, 12);
    for (const n of [1, 2, 3]) {
      expect(perturbationCurvature(({ z }) => z ** n, { x: 0, z: 1.3 })).toBeCloseTo(
        -0.5 * n * (n + 2) * 1.3 ** (n + 2),
        7,
      );
    }
    expect(() => geodesicLengthChange(() => 1, { centre: 0, halfWidth: 0 })).toThrow(DomainError);
  });

  test('δL is the second-order remainder of the length in the metric itself', () => {
    const h = ({ x, z }: BulkPoint): number => 0.3 * Math.exp(-((x - 1) ** 2) - z ** 2);
    const length = (size: number): number => {
      // the first-order length needs the unperturbed curve alone: ∫ √(g) on the semicircle, less the unperturbed one
      const steps = 4000;
      let sum = 0;
      for (let k = 0; k < steps; k++) {
        const theta = (Math.PI * (k + 0.5)) / steps;
        const at = { x: 2 * Math.cos(theta), z: 2 * Math.sin(theta) };
        const stretched = Math.sqrt(1 + size * at.z ** 2 * h(at) * Math.sin(theta) ** 2);
        sum += ((stretched - 1) * Math.PI) / steps / Math.sin(theta);
      }
      return sum;
    };
    const exact = geodesicLengthChange(h, { centre: 0, halfWidth: 2 });
    expect((length(1e-4) - length(-1e-4)) / 2e-4).toBeCloseTo(exact, 6);
  });
});
