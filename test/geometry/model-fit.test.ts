import { describe, expect, test } from 'vitest';
import { type DiskPoint, diskDistance } from '../../src/geometry/hyperbolic-disk.ts';
import { modelFit } from '../../src/geometry/model-fit.ts';
import { randomStream } from '../../src/linalg/random.ts';

/** Three leaves at distance 1 from a centre; in the plane a triangle of side 2, its corners 2/√3 from the centre. */
const TRIPOD = [
  [0, 1, 1, 1],
  [1, 0, 2, 2],
  [1, 2, 0, 2],
  [1, 2, 2, 0],
];
const MISFIT = 3 * (2 / Math.sqrt(3) - 1) ** 2;

describe('the best space in closed form', () => {
  test('a tripod is hyperbolic; the plane misses it by 2/√3 − 1 at every leaf', () => {
    const { best, fits } = modelFit(TRIPOD);
    const flat = fits.find(({ kind }) => kind === 'euclidean')!;
    expect(flat.stress).toBeCloseTo(Math.sqrt(MISFIT / 15), 12);
    expect(flat.goodness).toBeCloseTo(1 - MISFIT / 1.5, 12); // six distances with the mean 3/2
    expect(best.kind).toBe('hyperbolic');
    expect(best.dimension).toBe(2);
  });

  test('a circle of eight unit arcs has the radius 8/2π, the least that its diameter allows', () => {
    const arcs = Array.from({ length: 8 }, (_, i) =>
      Array.from({ length: 8 }, (_, j) => Math.min(Math.abs(i - j), 8 - Math.abs(i - j))),
    );
    const { best } = modelFit(arcs, 1);
    expect(best).toMatchObject({ kind: 'spherical', dimension: 1 });
    expect(best.radius).toBeCloseTo(8 / (2 * Math.PI), 6);
    expect(best.stress).toBeLessThan(1e-6);
    expect(best.goodness).toBeCloseTo(1, 10);
  });

  test('a straight line is flat in one dimension', () => {
    const line = Array.from({ length: 6 }, (_, i) => Array.from({ length: 6 }, (_, j) => Math.abs(i - j)));
    const { best } = modelFit(line, 1);
    expect(best).toMatchObject({ kind: 'euclidean', radius: Infinity });
    expect(best.stress).toBeLessThan(1e-7);
  });
});

describe('many points', () => {
  test('of a hyperbolic plane have its radius, in two dimensions and in three', () => {
    const { uniform, normal } = randomStream(5, 'points of hyperbolic space');
    for (const dimension of [2, 3]) {
      const places = Array.from({ length: 80 }, () => {
        const direction = Array.from({ length: dimension }, normal);
        const size = Math.sinh(2 * uniform()) / Math.hypot(...direction);
        return direction.map((x) => size * x);
      });
      const time = places.map((x) => Math.hypot(1, ...x));
      const distances = places.map((x, i) =>
        places.map((y, j) => {
          const product = time[i]! * time[j]! - x.reduce((sum, value, k) => sum + value * y[k]!, 0);
          return i === j ? 0 : 1.3 * Math.acosh(Math.max(1, product));
        }),
      );
      const { best } = modelFit(distances, dimension);
      expect(best.kind).toBe('hyperbolic');
      expect(best.radius).toBeCloseTo(1.3, 6);
      expect(best.stress).toBeLessThan(1e-6);
    }
  });
});

describe('the points of a fit', () => {
  const { uniform } = randomStream(4, 'points of the disk');
  const places = Array.from({ length: 14 }, (): DiskPoint => {
    const [r, angle] = [Math.tanh(1.4 * Math.sqrt(uniform())), 2 * Math.PI * uniform()];
    return [0.1 + 0.85 * r * Math.cos(angle), 0.85 * r * Math.sin(angle)];
  });
  const radius = 1.7;
  const distances = places.map((a) => places.map((b) => radius * diskDistance(a, b)));

  test('on the hyperbolic plane lie on the Poincaré disk at the given distances, around their centre', () => {
    const { best } = modelFit(distances);
    expect(best.kind).toBe('hyperbolic');
    expect(best.radius).toBeCloseTo(radius, 6);
    const points = best.points!.map(([x, y]): DiskPoint => [x!, y!]);
    points.forEach((a, i) => {
      points.forEach((b, j) => {
        expect(best.radius * diskDistance(a, b)).toBeCloseTo(distances[i]![j]!, 4);
      });
    });
    // The centre of mass on the hyperboloid, (1 + |z|², 2z)/(1 − |z|²), is (·, 0).
    const mass = points.map(([x, y]) => {
      const defect = 1 - x * x - y * y;
      return [(2 * x) / defect, (2 * y) / defect] as const;
    });
    for (const axis of [0, 1] as const) expect(mass.reduce((sum, x) => sum + x[axis], 0)).toBeCloseTo(0, 8);
  });

  test('on the plane and the sphere have the distances that the stress is of', () => {
    const { fits } = modelFit(distances);
    for (const { kind, points, radius: r, stress } of fits) {
      if (kind === 'hyperbolic') continue;
      const distance = (a: readonly number[], b: readonly number[]): number => {
        const chord = Math.hypot(...a.map((x, k) => x - b[k]!));
        return kind === 'euclidean' ? chord : 2 * r * Math.asin(chord / 2);
      };
      const misfit = points!.flatMap((a, i) => points!.map((b, j) => (distances[i]![j]! - distance(a, b)) ** 2));
      const total = distances.flat().reduce((sum, d) => sum + d * d, 0);
      expect(Math.sqrt(misfit.reduce((sum, x) => sum + x, 0) / total)).toBeCloseTo(stress, 6);
    }
  });
});
