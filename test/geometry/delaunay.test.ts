import { describe, expect, test } from 'vitest';
import { delaunay } from '../../src/geometry/delaunay.ts';
import { angleDeficits } from '../../src/geometry/graph-curvature.ts';
import { randomStream } from '../../src/linalg/random.ts';

type Point = readonly [number, number];

const area = (a: Point, b: Point, c: Point): number =>
  ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) / 2;

describe('the Delaunay triangulation', () => {
  const { normal } = randomStream(2, 'points');
  const points = Array.from({ length: 60 }, (): Point => [normal(), 3 * normal() + 7]);
  const triangles = delaunay(points);

  test('has no point inside of a circle through three corners', () => {
    for (const [a, b, c] of triangles) {
      const [p, q, r] = [points[a]!, points[b]!, points[c]!];
      expect(area(p, q, r)).toBeGreaterThan(0);
      points.forEach((s, k) => {
        if (k === a || k === b || k === c) return;
        // the in-circle determinant, positive inside for corners counter-clockwise
        const rows = [p, q, r].map(([x, y]) => [x - s[0], y - s[1], (x - s[0]) ** 2 + (y - s[1]) ** 2] as const);
        const [[a1, b1, c1], [a2, b2, c2], [a3, b3, c3]] = rows as [
          readonly [number, number, number],
          readonly [number, number, number],
          readonly [number, number, number],
        ];
        const inside = a1 * (b2 * c3 - b3 * c2) - b1 * (a2 * c3 - a3 * c2) + c1 * (a2 * b3 - a3 * b2);
        expect(inside).toBeLessThan(1e-4);
      });
    }
  });

  test('is a disk: V − E + F = 1, and its flat deficits vanish inside and add up to 2π around', () => {
    const edges = new Set(
      triangles.flatMap(([a, b, c]) =>
        [
          [a, b],
          [b, c],
          [c, a],
        ].map((edge) => edge.sort((x, y) => x! - y!).join()),
      ),
    );
    expect(points.length - edges.size + triangles.length).toBe(1);
    const corners = angleDeficits(triangles, (a, b) =>
      Math.hypot(points[a]![0] - points[b]![0], points[a]![1] - points[b]![1]),
    );
    for (const { deficit, onEdge } of corners) if (!onEdge) expect(deficit).toBeCloseTo(0, 10);
    expect(corners.reduce((sum, { deficit }) => sum + deficit, 0)).toBeCloseTo(2 * Math.PI, 10);
  });

  test('of a lattice has two triangles for each square', () => {
    const lattice = Array.from({ length: 30 }, (_, k): Point => [k % 6, Math.floor(k / 6)]);
    const found = delaunay(lattice);
    expect(found.reduce((sum, [a, b, c]) => sum + area(lattice[a]!, lattice[b]!, lattice[c]!), 0)).toBeCloseTo(20, 10);
    expect(found.filter(([a, b, c]) => area(lattice[a]!, lattice[b]!, lattice[c]!) > 1e-9)).toHaveLength(40);
  });

  test('wants three different points of a plane', () => {
    expect(() => delaunay([[0, 0]])).toThrow('at least three points required, got 1');
    expect(() =>
      delaunay([
        [0, 0],
        [1, 1],
        [0, Number.NaN],
      ]),
    ).toThrow('two finite coordinates required, got [0,NaN]');
    expect(() =>
      delaunay([
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
    ).toThrow('not all equal');
  });
});
