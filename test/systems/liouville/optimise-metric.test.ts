import { describe, expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import {
  type DomainSide,
  diskDomain,
  halfDiskDomain,
  halfPlaneDomain,
  liouvilleFunctional,
  optimiseMetric,
  polygonDomain,
  rectangleDomain,
  sideLength,
} from '../../../src/systems/liouville/index.ts';
import { greatestError, meanError, slopes } from './fields.ts';

const upperHalfPlane = (_: number, z: number): number => -Math.log(z);
const vacuum = { kind: 'values', phi: upperHalfPlane } as const;
const epsilon = 1 / 8;
const cutoff = { kind: 'cutoff', epsilon } as const;
const geodesic = { kind: 'geodesic' } as const;

describe('closed forms', () => {
  test('the half plane is e^φ = 1/z, to second order in the step', () => {
    const errors = [32, 64, 128].map((n) => {
      const domain = rectangleDomain([-0.5, epsilon], 1 / n, [n, n], {
        bottom: cutoff,
        right: vacuum,
        top: vacuum,
        left: vacuum,
      });
      const { value, result } = optimiseMetric(domain);
      expect(result).toBe('converged');
      return greatestError(value, upperHalfPlane);
    });
    expect(errors[2]).toBeLessThan(5e-4);
    for (const slope of slopes(errors)) expect(slope).toBeGreaterThan(1.9);
  });

  test('so is it with triangles that grow with the depth, at sides that are geodesics', () => {
    const errors = [2, 3, 4].map((refinements) => {
      const { value } = optimiseMetric(halfPlaneDomain({ epsilon, doublings: 4, cells: 1, refinements }));
      return greatestError(value, upperHalfPlane);
    });
    expect(errors[2]).toBeLessThan(1e-3);
    for (const slope of slopes(errors)) expect(slope).toBeGreaterThan(1.7);
    const sides = { bottom: cutoff, right: geodesic, top: vacuum, left: geodesic };
    const { value } = optimiseMetric(rectangleDomain([0, epsilon], 1 / 64, [8, 64], sides));
    expect(greatestError(value, upperHalfPlane)).toBeLessThan(3e-3); // vertical lines are geodesics
  });

  test('a strip is e^φ = k/cos kz with cos kd = kε', () => {
    const d = 0.5;
    let k = 0;
    for (let j = 0; j < 200; j++) k = (Math.acos(k * epsilon) / d + k) / 2;
    const errors = [32, 64].map((n) => {
      const sides = { bottom: cutoff, right: geodesic, top: cutoff, left: geodesic };
      const { value } = optimiseMetric(rectangleDomain([0, -d], 1 / n, [n / 4, n], sides));
      return greatestError(value, (_, z) => Math.log(k / Math.cos(k * z)));
    });
    expect(errors[1]).toBeLessThan(2e-3);
    expect(slopes(errors)[0]).toBeGreaterThan(1.8);
  });

  test('a disk is e^φ = 2A/(A² − r²) with 2A = (A² − 1)/ε', () => {
    const A = epsilon + Math.sqrt(1 + epsilon ** 2);
    const errors = [0.025, 0.0125].map((step) => {
      const { value } = optimiseMetric(diskDomain(1, step, cutoff));
      return greatestError(value, (x, y) => Math.log((2 * A) / (A * A - x * x - y * y)));
    });
    expect(errors[1]).toBeLessThan(5e-4);
    expect(slopes(errors)[0]).toBeGreaterThan(1.8);
  });

  test('a half disk whose arc is a geodesic is a piece of the half plane: an entanglement wedge', () => {
    const errors = [0.025, 0.0125].map((step) =>
      greatestError(optimiseMetric(halfDiskDomain(1, epsilon, step)).value, upperHalfPlane),
    );
    expect(errors[1]).toBeLessThan(6e-4);
    expect(slopes(errors)[0]).toBeGreaterThan(1.8);
  });

  test('the arc of the wedge has the length of the geodesic between its ends; one at the cutoff is longer', () => {
    const exact = 2 * Math.asinh(Math.sqrt(1 - epsilon ** 2) / epsilon);
    const errors = [0.025, 0.0125].map(
      (step) => sideLength(optimiseMetric(halfDiskDomain(1, epsilon, step)).value, 1) - exact,
    );
    expect(Math.abs(errors[1]! / exact)).toBeLessThan(1e-3);
    expect(Math.log2(errors[0]! / errors[1]!)).toBeGreaterThan(1.8);
    expect(sideLength(optimiseMetric(halfDiskDomain(1, epsilon, 0.02, cutoff)).value, 1)).toBeGreaterThan(3 * exact);
    expect(() => sideLength(optimiseMetric(halfDiskDomain(1, epsilon, 0.025)).value, 2)).toThrow(
      'a side from 0 to 1 required, got 2',
    );
  });

  test('a corner between two free sides is straightened: a quarter disk becomes the half disk of w²', () => {
    const B = 2 * epsilon + Math.sqrt(1 + 4 * epsilon ** 2); // e^φ = 4B|w|/(B² − |w|⁴), at the rim 1/ε
    const sides: readonly DomainSide[] = [
      { from: [0, 0], condition: geodesic },
      { from: [1, 0], turn: Math.PI / 2, condition: cutoff },
      { from: [0, 1], condition: geodesic },
    ];
    const errors = [0.02, 0.01].map((step) =>
      greatestError(
        optimiseMetric(polygonDomain(sides, step)).value,
        (x, y) => Math.log((4 * B * Math.hypot(x, y)) / (B * B - Math.hypot(x, y) ** 4)),
        (x, y) => Math.hypot(x, y) > 0.4,
      ),
    );
    expect(errors[1]).toBeLessThan(1e-3);
    expect(slopes(errors)[0]).toBeGreaterThan(1.7);
  });

  test('in the middle of a box of side 1 with a small cutoff e^φ is twice the inverse conformal radius', () => {
    const gamma = 3.625609908221908; // Γ(1/4)
    const radius = (4 * Math.sqrt(Math.PI)) / gamma ** 2;
    // e^φ = 1/ε is met a distance ε inside of the box on which e^φ diverges
    const middle = [1 / 16, 1 / 32].map((small) => {
      const n = 8 / small;
      const domain = rectangleDomain([-0.5, -0.5], 1 / n, [n, n], { kind: 'cutoff', epsilon: small });
      const { value } = optimiseMetric(domain);
      const at = value.phi.findIndex(
        (_, i) => Math.hypot(value.mesh.points[2 * i]!, value.mesh.points[2 * i + 1]!) < 1e-9,
      );
      return Math.exp(value.phi[at]!) * radius * (1 + 2 * small);
    });
    expect(middle[0]).toBeCloseTo(2, 1);
    expect(Math.abs(middle[1]! - 2)).toBeLessThan(0.5 * Math.abs(middle[0]! - 2));
  });

  test('any polygon that lies in the half plane, with the values of it, has them inside', () => {
    const corners = [
      [-1, 1],
      [0.2, 0.6],
      [1.5, 1.4],
      [0.4, 1.5],
      [0.1, 3],
      [-0.6, 2.2],
    ] as const;
    const sides: readonly DomainSide[] = corners.map((from, k) => ({
      from,
      condition: vacuum,
      turn: k === 3 ? -0.6 : 0,
    }));
    const errors = [0.05, 0.025, 0.0125].map((step) =>
      meanError(optimiseMetric(polygonDomain(sides, step)).value, upperHalfPlane),
    );
    expect(errors[2]).toBeLessThan(1e-5);
    for (const slope of slopes(errors)) expect(slope).toBeGreaterThan(1.95);
  });

  test('the action of the half plane is (c/12π)·width·(1/ε − 1/z), and of the corners log e^φ', () => {
    const [n, deepest] = [128, 1 + epsilon];
    const domain = rectangleDomain([0, epsilon], 1 / n, [n / 2, n], {
      bottom: cutoff,
      right: vacuum,
      top: vacuum,
      left: vacuum,
    });
    const corners = 2 * Math.PI * (-Math.log(epsilon) - Math.log(deepest)); // 2·(π/2) at each
    const exact = (2 / (24 * Math.PI)) * (2 * 0.5 * (1 / epsilon - 1 / deepest) + corners);
    expect(optimiseMetric(domain, { centralCharge: 2 }).value.action / exact).toBeCloseTo(1, 3);
  });
});

describe('laws', () => {
  const box = rectangleDomain([0, 0], 1 / 32, [32, 32], cutoff);

  test('the functional is least at the solution, and convex on lines', () => {
    const { mesh, phi } = optimiseMetric(box).value;
    const least = liouvilleFunctional(mesh, phi);
    const stream = randomStream(1, 'variations');
    const isFree = phi.map((_, i) => (mesh.turning[i] === 0 && phi[i]! < -Math.log(epsilon) - 1e-9 ? 1 : 0));
    for (let trial = 0; trial < 10; trial++) {
      const f = isFree.map((free) => free * (stream.uniform() - 0.5));
      const moved = (t: number): number =>
        liouvilleFunctional(
          mesh,
          phi.map((value, i) => value + t * f[i]!),
        );
      for (const t of [-1, -0.1, 0.1, 1]) expect(moved(t)).toBeGreaterThan(least);
      expect((moved(1e-3) - moved(-1e-3)) / 2e-3).toBeCloseTo(0, 5); // the first variation vanishes
      expect(moved(0.3) + moved(0.7)).toBeLessThan(moved(0) + moved(1));
    }
  });

  test('the solution scales: lengths and cutoff times λ subtract log λ', () => {
    const larger = rectangleDomain([0, 0], 3 / 32, [32, 32], { kind: 'cutoff', epsilon: 3 * epsilon });
    const [small, large] = [box, larger].map((domain) => optimiseMetric(domain).value.phi);
    expect(Math.max(...small!.map((value, i) => Math.abs(large![i]! - value + Math.log(3))))).toBeLessThan(1e-8);
  });

  test('the area of a wedge between geodesics obeys Gauss and Bonnet', () => {
    // Half disk: −area + k·(bottom) + angles = 0, with k = 1 at z = const, π/2 − arcsin ε between bottom and arc
    const { mesh, phi } = optimiseMetric(halfDiskDomain(1, epsilon, 0.0125)).value;
    const area = phi.reduce((sum, value, i) => sum + mesh.areas[i]! * Math.exp(2 * value), 0);
    const bottom = (2 * Math.sqrt(1 - epsilon ** 2)) / epsilon;
    const turns = 2 * (Math.PI / 2 + Math.asin(epsilon));
    expect(area).toBeCloseTo(bottom + turns - 2 * Math.PI, 1);
  });

  test('a smaller cutoff gives a greater e^φ everywhere', () => {
    const [coarse, fine] = [0.125, 0.1].map(
      (size) => optimiseMetric(rectangleDomain([0, 0], 1 / 64, [64, 64], { kind: 'cutoff', epsilon: size })).value.phi,
    );
    expect(coarse!.every((value, i) => value < fine![i]!)).toBe(true);
  });
});

describe('refusals', () => {
  const message = (work: () => unknown): string => {
    try {
      work();
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  test('meshes that do not resolve the cutoff are refused, with the spacing that would', () => {
    const domain = rectangleDomain([0, 0], 1 / 16, [16, 16], cutoff);
    expect(message(() => optimiseMetric(domain))).toMatch(/resolves the cutoff.*ε\/4 = 0.0313.*got 0.0625/s);
  });

  test('a domain of geodesics alone has no minimum', () => {
    const domain = rectangleDomain([0, 0], 1 / 16, [16, 16], geodesic);
    expect(message(() => optimiseMetric(domain))).toContain('geodesics alone, for which there is no minimum');
  });

  test('too many nodes are refused before they are made', () => {
    expect(message(() => optimiseMetric(rectangleDomain([0, 0], 1e-4, [8192, 8192], cutoff)))).toContain(
      'at most 1200000 nodes',
    );
  });

  test('values that are not one for each node are refused', () => {
    const { mesh, phi } = optimiseMetric(rectangleDomain([0, 0], 1 / 32, [4, 4], cutoff)).value;
    expect(message(() => liouvilleFunctional(mesh, phi.slice(1)))).toContain(
      '25 values and areas required, got 24 and 25',
    );
  });

  test('numbers out of range are named', () => {
    const free = rectangleDomain([0, 0], 1 / 64, [16, 16], { kind: 'cutoff', epsilon: -1 });
    expect(message(() => optimiseMetric(free))).toContain('a positive cutoff required, got -1');
    const values = rectangleDomain([0, 0], 1 / 64, [16, 16], { kind: 'values', phi: () => Number.NaN });
    expect(message(() => optimiseMetric(values))).toContain(
      'finite values of φ on the boundary required, got NaN at (',
    );
    expect(
      message(() => optimiseMetric(rectangleDomain([0, 0], 1 / 64, [16, 16], cutoff), { centralCharge: 0 })),
    ).toContain('got 0');
    expect(message(() => rectangleDomain([0, 0], 0, [4, 4], cutoff))).toContain('positive step required');
    expect(message(() => rectangleDomain([0, 0], 1, [4.5, 4], cutoff))).toContain('got 4.5 × 4');
    expect(message(() => halfPlaneDomain({ epsilon: 0, doublings: 3 }))).toContain('positive cutoff required, got 0');
    expect(message(() => halfPlaneDomain({ epsilon: 1, doublings: 3, refinements: 1 }))).toContain(
      '2 to 10 refinements required, got 3, 2 and 1',
    );
    expect(message(() => halfDiskDomain(1, 2, 0.1))).toContain('between 0 and the radius 1 required, got 2');
  });

  test('boundaries that cross, run clockwise or have no extent are refused', () => {
    const through = (corners: readonly (readonly [number, number])[]): readonly DomainSide[] =>
      corners.map((from) => ({ from, condition: cutoff }));
    expect(
      message(() =>
        polygonDomain(
          through([
            [0, 0],
            [1, 1],
            [1, 0],
            [0, 1],
          ]),
          0.03,
        ),
      ),
    ).toContain('sides counter-clockwise that do not cross');
    expect(
      message(() =>
        polygonDomain(
          through([
            [0, 0],
            [0, 1],
            [1, 1],
            [1, 0],
          ]),
          0.03,
        ),
      ),
    ).toContain('sides counter-clockwise');
    expect(message(() => polygonDomain(through([[0, 0]]), 0.03))).toContain('at least two sides required, got 1');
    expect(
      message(() =>
        polygonDomain(
          through([
            [0, 0],
            [0, 0],
            [1, 1],
          ]),
          0.03,
        ),
      ),
    ).toContain('each apart from the next');
  });
});
