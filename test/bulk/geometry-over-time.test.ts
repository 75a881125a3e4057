import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { product } from '../../datasets/product.ts';
import { quench } from '../../datasets/quench.ts';
import { geometryOverTime, type Points, procrustesAlignment } from '../../src/bulk/geometry-over-time.ts';
import { informationDistances } from '../../src/bulk/information-distances.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { ring } from '../../src/operator/lattice.ts';
import { mutualInformationMatrix } from '../../src/state/mutual-information.ts';

const cloud = (seed: number, points: number, dimension: number): Points => {
  const { normal } = randomStream(seed, 'cloud');
  return Array.from({ length: points }, () => Array.from({ length: dimension }, () => normal()));
};
const distancesOf = (points: Points, stretch: readonly number[] = []) =>
  points.map((x) => points.map((y) => Math.hypot(...x.map((value, k) => (stretch[k] ?? 1) * (value - y[k]!)))));
const largest = (a: Points, b: Points): number =>
  Math.max(...a.flatMap((x, i) => x.map((value, k) => Math.abs(value - (b[i]![k] ?? 0)))));

/** x ↦ Rx + shift, in the plane; det R = −1 if reflected. */
const motion = (points: Points, by: number, reflected: boolean, shift: readonly number[]): Points =>
  points.map(([x, y]) => {
    const v = reflected ? -y! : y!;
    return [Math.cos(by) * x! - Math.sin(by) * v + shift[0]!, Math.sin(by) * x! + Math.cos(by) * v + shift[1]!];
  });

describe('Procrustes alignment', () => {
  test('brings rotated, reflected and shifted configurations back exactly', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.double({ min: -4, max: 4, noNaN: true }),
        fc.boolean(),
        fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true })),
        (seed, by, reflected, shift) => {
          const goal = cloud(seed, 7, 2);
          const { points, rotation, residual } = procrustesAlignment(motion(goal, by, reflected, shift), goal);
          expect(largest(points, goal)).toBeLessThan(1e-12);
          expect(residual).toBeLessThan(1e-12);
          const [[a, b], [c, d]] = rotation as [[number, number], [number, number]];
          expect(a * d - b * c).toBeCloseTo(reflected ? -1 : 1, 12);
        },
      ),
      { seed: 3, numRuns: 40 },
    );
  });

  test('in four dimensions finds an orthogonal matrix that no other one beats', () => {
    const goal = cloud(1, 12, 4);
    const from = cloud(2, 12, 4);
    const { points, rotation, residual } = procrustesAlignment(from, goal);
    const identity = rotation.map((row) => rotation.map((other) => row.reduce((sum, x, k) => sum + x * other[k]!, 0)));
    expect(
      largest(
        identity,
        [0, 1, 2, 3].map((a) => [0, 1, 2, 3].map((b) => (a === b ? 1 : 0))),
      ),
    ).toBeLessThan(1e-13);
    expect(largest(distancesOf(points), distancesOf(from))).toBeLessThan(1e-12);
    const misfit = (candidate: Points): number =>
      Math.sqrt(candidate.reduce((sum, x, i) => sum + x.reduce((s, v, k) => s + (v - goal[i]![k]!) ** 2, 0), 0) / 12);
    expect(misfit(points)).toBeCloseTo(residual, 12);
    // Any turn of the aligned points about their centre is worse.
    const centre = [0, 1, 2, 3].map((k) => points.reduce((sum, x) => sum + x[k]! / 12, 0));
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
    ] as const) {
      for (const by of [-0.01, 0.01]) {
        const turned = points.map((x) => {
          const y = [...x];
          const [u, v] = [x[i]! - centre[i]!, x[j]! - centre[j]!];
          y[i] = centre[i]! + Math.cos(by) * u - Math.sin(by) * v;
          y[j] = centre[j]! + Math.sin(by) * u + Math.cos(by) * v;
          return y;
        });
        expect(misfit(turned)).toBeGreaterThan(residual);
      }
    }
  });

  test('fills missing coordinates with 0', () => {
    const line = [[-1], [0], [1]];
    const { points, residual } = procrustesAlignment(
      line,
      line.map(([x]) => [0, x! + 3]),
    );
    expect(
      largest(
        points,
        line.map(([x]) => [0, x! + 3]),
      ),
    ).toBeLessThan(1e-14);
    expect(residual).toBeLessThan(1e-14);
    expect(() => procrustesAlignment([[1]], [[1], [2]])).toThrow(ShapeError);
  });
});

describe('geometry over time', () => {
  const points = cloud(5, 8, 2);

  test('of distances that stay does not move, whatever the embedding does', () => {
    const frames = [0, 1, 2].map((time) => ({ time, distances: distancesOf(points) }));
    for (const frame of geometryOverTime(frames)) {
      expect(Math.max(...frame.displacement)).toBeLessThan(1e-12);
      expect(frame.dilation).toBe(0);
      expect(frame.shear).toBe(0);
      expect(frame.stress).toBeLessThan(1e-7);
    }
  });

  test('of a space that grows in proportion has the strain of its scale factor, no shear, and Hubble’s displacement', () => {
    const frames = [1, 1.1, 1.21].map((scale, time) => ({ time, distances: distancesOf(points, [scale, scale]) }));
    const second = geometryOverTime(frames)[1]!;
    expect(second.dilation).toBeCloseTo(Math.log(1.1), 12);
    expect(second.shear).toBeLessThan(1e-12);
    const centre = [0, 1].map((k) => points.reduce((sum, x) => sum + x[k]! / 8, 0));
    points.forEach((x, a) => {
      expect(second.displacement[a]).toBeCloseTo(0.1 * Math.hypot(x[0]! - centre[0]!, x[1]! - centre[1]!), 10);
    });
  });

  test('of a single site that moves shows that site above all, and its strains alone', () => {
    const moved = points.map((x, a) => (a === 3 ? [x[0]! + 0.4, x[1]!] : x));
    const [, frame] = geometryOverTime([
      { time: 0, distances: distancesOf(points) },
      { time: 1, distances: distancesOf(moved) },
    ]);
    const { displacement, strain } = frame!;
    expect(displacement.indexOf(Math.max(...displacement))).toBe(3);
    strain.forEach((row, a) => {
      row.forEach((value, b) => {
        if (a !== 3 && b !== 3) expect(value).toBeCloseTo(0, 12);
        else if (a !== b) {
          expect(value).toBeCloseTo(Math.log(distancesOf(moved)[a]![b]! / distancesOf(points)[a]![b]!), 12);
        }
      });
    });
  });

  test('of a stretch along one axis shears', () => {
    const [, frame] = geometryOverTime([
      { time: 0, distances: distancesOf(points) },
      { time: 1, distances: distancesOf(points, [1.2, 1 / 1.2]) },
    ]);
    expect(frame!.shear).toBeGreaterThan(0.05);
    expect(frame!.shear).toBeLessThanOrEqual(Math.log(1.2));
  });

  test('puts sites that know nothing of each other at one horizon for all times', () => {
    const frames = [
      {
        time: 0,
        distances: [
          [0, null],
          [null, 0],
        ],
      },
      {
        time: 1,
        distances: [
          [0, 2],
          [2, 0],
        ],
      },
    ];
    const still = geometryOverTime(frames)[1]!;
    expect(still.dilation).toBe(0);
    const nearer = geometryOverTime(frames, { horizon: 4, dimension: 1 })[1]!;
    expect(nearer.dilation).toBeCloseTo(-Math.LN2, 14);
    expect(nearer.displacement).toEqual([1, 1].map((x) => expect.closeTo(x, 12)));
    expect(nearer.points[0]).toHaveLength(1);
  });

  test('of a quench of the Ising ring contracts from nothing known, and keeps the symmetry of the ring', () => {
    const n = 6;
    const times = [0, 0.2, 0.4];
    const curve = quench(product(n, { polar: 0 }), transverseFieldIsing(ring(n)), times);
    const frames = times.map((time) => {
      const target = curve.at(time);
      if (target.kind !== 'pure') throw new DomainError('a pure state required');
      return {
        time,
        distances: informationDistances(
          mutualInformationMatrix(target.amplitudes, target.dimensions),
          target.dimensions,
        ),
      };
    });
    expect(frames[0]!.distances[0]![1]).toBeNull();
    const [, early, late] = geometryOverTime(frames);
    expect(early!.dilation).toBeLessThan(0);
    expect(late!.dilation).toBeLessThan(0);
    for (let a = 1; a < n; a++) expect(late!.strain[a]![(a + 1) % n]).toBeCloseTo(late!.strain[0]![1]!, 7);
  });

  test('wants one number of sites, symmetric distances and a positive horizon', () => {
    const two = [
      [0, 1],
      [1, 0],
    ];
    expect(() =>
      geometryOverTime([
        { time: 0, distances: two },
        { time: 1, distances: [[0]] },
      ]),
    ).toThrow(ShapeError);
    expect(() =>
      geometryOverTime([
        {
          time: 0,
          distances: [
            [0, 1],
            [2, 0],
          ],
        },
      ]),
    ).toThrow(DomainError);
    expect(() => geometryOverTime([{ time: 0, distances: two }], { horizon: 0 })).toThrow(DomainError);
    expect(geometryOverTime([])).toEqual([]);
  });
});
