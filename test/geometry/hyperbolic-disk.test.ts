import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bisectorPoint,
  type DiskPoint,
  diskDistance,
  diskMidpoint,
  diskReflection,
  diskTranslation,
  geodesicArc,
} from '../../src/geometry/hyperbolic-disk.ts';
import { tiling } from '../../src/geometry/tiling.ts';
import { tileLengths, tilingCoordinates } from '../../src/geometry/tiling-coordinates.ts';

const points = fc
  .tuple(fc.double({ min: 0, max: 0.97, noNaN: true }), fc.double({ min: 0, max: 7, noNaN: true }))
  .map(([r, angle]): DiskPoint => [r * Math.cos(angle), r * Math.sin(angle)]);

describe('the Poincaré disk', () => {
  test('has the distance 2 artanh r from its centre, and that of the half-plane everywhere', () => {
    expect(diskDistance([0, 0], [0.5, 0])).toBeCloseTo(Math.log(3), 14);
    expect(diskDistance([0.3, 0.2], [0.3, 0.2])).toBe(0);
    expect(diskDistance([0, 0], [1, 0])).toBe(Infinity);
    fc.assert(
      fc.property(points, points, (a, b) => {
        // Cayley: w = i(1 + z)/(1 − z), cosh d = 1 + |w − w′|²/(2 Im w Im w′).
        const [w, v] = [a, b].map(([x, y]) => {
          const size = (1 - x) ** 2 + y * y;
          return [(-2 * y) / size, (1 - x * x - y * y) / size] as const;
        }) as [DiskPoint, DiskPoint];
        const cosh = 1 + ((w[0] - v[0]) ** 2 + (w[1] - v[1]) ** 2) / (2 * w[1] * v[1]);
        expect(Math.cosh(diskDistance(a, b)) / cosh).toBeCloseTo(1, 8);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  test('is moved by translations and reflections without a change of distances', () => {
    fc.assert(
      fc.property(points, points, points, (a, z, w) => {
        const move = diskTranslation(a);
        expect(diskDistance(move(z), move(w))).toBeCloseTo(diskDistance(z, w), 7);
        expect(move([0, 0])).toEqual([a[0] + 0, a[1] + 0]);
        const back = diskTranslation([-a[0], -a[1]])(move(z));
        expect(Math.hypot(back[0] - z[0], back[1] - z[1])).toBeLessThan(1e-11);
        if (Math.hypot(a[0] - w[0], a[1] - w[1]) < 1e-3) return;
        const mirror = diskReflection(a, w);
        const image = mirror(z);
        for (const fixed of [a, w]) {
          expect(diskDistance(mirror(fixed), fixed)).toBeLessThan(1e-6);
          expect(Math.abs(diskDistance(image, fixed) - diskDistance(z, fixed))).toBeLessThan(1e-6);
        }
        const twice = mirror(image);
        expect(Math.hypot(twice[0] - z[0], twice[1] - z[1])).toBeLessThan(1e-10);
      }),
      { seed: 3, numRuns: 200 },
    );
    expect(diskReflection([0, 0], [0.5, 0])([0.2, 0.3])).toEqual([0.2, -0.3]);
    expect(() => diskTranslation([1, 0])).toThrow(/inside the unit disk required/);
    expect(() => diskReflection([0.1, 0], [0.1, 0])).toThrow(/two different points/);
  });

  test('has geodesics that are circles orthogonal to its edge, through both points, and shortest', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        if (Math.abs(a[0] * b[1] - a[1] * b[0]) < 1e-4) return;
        const { circle } = geodesicArc(a, b);
        const { centre, radius } = circle!;
        expect(centre[0] ** 2 + centre[1] ** 2).toBeCloseTo(radius ** 2 + 1, 5);
        for (const z of [a, b]) expect(Math.hypot(z[0] - centre[0], z[1] - centre[1]) / radius).toBeCloseTo(1, 8);
        // The middle of the arc halves the distance.
        const toward = [(a[0] + b[0]) / 2 - centre[0], (a[1] + b[1]) / 2 - centre[1]] as const;
        const scale = radius / Math.hypot(...toward);
        const on: DiskPoint = [centre[0] + scale * toward[0], centre[1] + scale * toward[1]];
        expect(diskDistance(a, on) + diskDistance(on, b)).toBeCloseTo(diskDistance(a, b), 5);
      }),
      { seed: 4, numRuns: 200 },
    );
    expect(geodesicArc([1, 0], [0, 1]).circle).toEqual({ centre: [1, 1], radius: 1 }); // between points at infinity
    expect(geodesicArc([-0.5, 0], [0.7, 0]).circle).toBeNull();
    expect(() => geodesicArc([1, 0], [1, 0])).toThrow(/two different points/);
  });
});

test('the middle of two points halves their distance, and every point of the bisector is as far from both', () => {
  fc.assert(
    fc.property(points, points, fc.double({ min: -2, max: 2, noNaN: true }), (a, b, distance) => {
      if (diskDistance(a, b) < 1e-2) return;
      const middle = diskMidpoint(a, b);
      expect(diskDistance(a, middle)).toBeCloseTo(diskDistance(a, b) / 2, 7);
      expect(diskDistance(b, middle)).toBeCloseTo(diskDistance(a, b) / 2, 7);
      const side = bisectorPoint(a, b, distance);
      expect(diskDistance(side, middle)).toBeCloseTo(Math.abs(distance), 6);
      expect(diskDistance(side, a)).toBeCloseTo(diskDistance(side, b), 6);
    }),
    { seed: 5, numRuns: 200 },
  );
  expect(bisectorPoint([0, -0.5], [0, 0.5], Infinity)).toEqual([1, 0]); // upwards, the right is to the right
  expect(bisectorPoint([-0.5, 0], [0.5, 0], Math.log(3))[1]).toBeCloseTo(-0.5, 14);
});

describe('coordinates of a tiling', () => {
  test.each([
    [5, 4, 6],
    [6, 4, 4],
    [7, 3, 5],
    [3, 7, 7],
    [4, 5, 6],
  ])('{%i, %i} with %i layers has sides of one length and corners at one distance from the centres', (p, q, layers) => {
    const patch = tiling(p, q, { layers });
    const { vertices, centres } = tilingCoordinates(patch);
    const { side, circumradius } = tileLengths(patch);
    const sides = patch.edges.map(({ vertices: [a, b] }) => diskDistance(vertices[a]!, vertices[b]!));
    expect(Math.max(...sides.map((length) => Math.abs(length - side)))).toBeLessThan(1e-9);
    const radii = patch.tiles.flatMap(({ vertices: corners }, tile) =>
      corners.map((vertex) => diskDistance(centres[tile]!, vertices[vertex]!)),
    );
    expect(Math.max(...radii.map((length) => Math.abs(length - circumradius)))).toBeLessThan(1e-9);
    const left = patch.tiles.map(({ vertices: corners }, tile) => {
      const [a, b, c] = [vertices[corners[0]!]!, vertices[corners[1]!]!, centres[tile]!];
      return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    });
    expect(Math.min(...left)).toBeGreaterThan(0); // counter-clockwise: the centre lies to the left of every side
  });

  test('obey the law of cosines: the sides seen from the centre span 2π/p', () => {
    const { side, circumradius } = tileLengths({ p: 5, q: 4 });
    expect(Math.cosh(side)).toBeCloseTo((1 + Math.sqrt(5)) / 2, 12); // of the right-angled pentagon
    const cosine = Math.cosh(circumradius) ** 2 - Math.sinh(circumradius) ** 2 * Math.cos((2 * Math.PI) / 5);
    expect(Math.cosh(side)).toBeCloseTo(cosine, 12);
  });
});
