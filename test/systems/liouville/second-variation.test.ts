import { describe, expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import {
  layeredStability,
  liouvilleFunctional,
  optimiseLayers,
  optimiseMetric,
  rectangleDomain,
  secondVariation,
  stabilityModes,
} from '../../../src/systems/liouville/index.ts';
import { slopes } from './fields.ts';

const geodesic = { kind: 'geodesic' } as const;
const closedForm = (ratio: number, n: number): number => 1 / 4 + ((n * Math.PI) / Math.log(ratio)) ** 2;

/** ε ≤ z ≤ 9ε of the half plane between two vertical geodesics. */
function slab(n: number) {
  const sides = {
    bottom: { kind: 'cutoff', epsilon: 1 / 4 },
    right: geodesic,
    top: { kind: 'values', phi: (_: number, z: number) => -Math.log(z) },
    left: geodesic,
  } as const;
  return optimiseMetric(rectangleDomain([0, 1 / 4], 1 / n, [n / 4, 2 * n], sides)).value;
}

test('the lowest eigenvalues are 1/4 + (nπ/log(z₁/ε))², 0.894907 at ratio 50', () => {
  expect(closedForm(50, 1)).toBeCloseTo(0.894907, 6);
  const errors = [250, 500, 1000].map((layers) => {
    const values = layeredStability(optimiseLayers({ epsilon: 1, depth: 50, layers }).value, 2);
    expect(Math.abs(values[1]! - closedForm(50, 2))).toBeLessThan(1e-3);
    return Math.abs(values[0]! - closedForm(50, 1));
  });
  expect(errors[2]).toBeLessThan(2e-6);
  for (const slope of slopes(errors)) expect(slope).toBeGreaterThan(1.9);
});

describe('on a mesh', () => {
  test('the lowest mode is that of the layers, √z sin(π log(z/ε)/log(z₁/ε))', () => {
    const metric = slab(64);
    const { value, result } = stabilityModes(metric, 1);
    expect(result).toBe('converged');
    expect(value[0]!.eigenvalue).toBeCloseTo(closedForm(9, 1), 2);
    const { points } = metric.mesh;
    const shape = metric.phi.map(
      (_, i) => Math.sqrt(points[2 * i + 1]!) * Math.sin((Math.PI * Math.log(4 * points[2 * i + 1]!)) / Math.log(9)),
    );
    const [overlap, size, norm] = shape.reduce(
      ([a, b, c], f, i) => {
        const m = metric.areas[i]! * Math.exp(2 * metric.phi[i]!);
        return [a + m * f * value[0]!.mode[i]!, b + m * f * f, c + m * value[0]!.mode[i]! ** 2] as const;
      },
      [0, 0, 0] as readonly [number, number, number],
    );
    expect(norm).toBeCloseTo(1, 8);
    expect(overlap ** 2 / size).toBeCloseTo(1, 3);
  });

  test('the second variation is that of the functional', () => {
    const metric = slab(32);
    const { mesh, phi } = metric;
    const stream = randomStream(3, 'variation');
    const f = phi.map((value, i) => {
      const z = mesh.points[2 * i + 1]!;
      return z < 0.25 + 1e-9 || z > 2.25 - 1e-9 ? 0 : (stream.uniform() - 0.5) * Math.exp(value / 2);
    });
    const h = 1e-3;
    const [below, at, above] = [-h, 0, h].map((t) =>
      liouvilleFunctional(
        mesh,
        phi.map((value, i) => value + t * f[i]!),
      ),
    ) as [number, number, number];
    const expected = secondVariation(metric, f);
    expect((above - 2 * at + below) / (2 * h * h) / expected).toBeCloseTo(1, 4);
    expect(expected).toBeGreaterThan(0);
  });
});

test('numbers of modes and values that do not fit are refused', () => {
  const { value } = optimiseLayers({ epsilon: 1, depth: 50, layers: 40 });
  expect(() => layeredStability(value, 39)).toThrow('1 to 38 eigenvalues required, got 39');
  const metric = slab(16);
  expect(() => stabilityModes(metric, 0)).toThrow('modes required, got 0');
  expect(() => secondVariation(metric, new Float64Array(3))).toThrow('values required, got 3');
});
