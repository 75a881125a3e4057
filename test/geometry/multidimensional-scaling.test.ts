import { describe, expect, test } from 'vitest';
import {
  checkDistances,
  embeddingDimension,
  multidimensionalScaling,
  stressOf,
} from '../../src/geometry/multidimensional-scaling.ts';
import { randomStream } from '../../src/linalg/random.ts';

/** Three leaves at distance 1 from a centre: B has the eigenvalues 2, 2, 0, −1/4. */
const TRIPOD = [
  [0, 1, 1, 1],
  [1, 0, 2, 2],
  [1, 2, 0, 2],
  [1, 2, 2, 0],
];
/** The leaves fit in the plane as a triangle of side 2, its corners 2/√3 from the centre. */
const MISFIT = 3 * (2 / Math.sqrt(3) - 1) ** 2;

/** Corners of a rectangle with the sides 2a and 2b: B has the eigenvalues 4a², 4b², 0, 0. */
const rectangle = (a: number, b: number) => {
  const corners = [
    [a, b],
    [a, -b],
    [-a, -b],
    [-a, b],
  ] as const;
  return corners.map(([x, y]) => corners.map(([u, v]) => Math.hypot(x - u, y - v)));
};

describe('multidimensional scaling in closed form', () => {
  test('a tripod', () => {
    const { eigenvalues, participation, negativeShare, dimension, points, stress } = multidimensionalScaling(TRIPOD);
    [2, 2, 0, -1 / 4].forEach((value, k) => {
      expect(eigenvalues[k]).toBeCloseTo(value, 13);
    });
    expect(participation).toBeCloseTo(2, 13);
    expect(negativeShare).toBeCloseTo(1 / 17, 13);
    expect(dimension).toBe(2);
    expect(Math.hypot(...points[0]!)).toBeCloseTo(0, 13);
    for (const leaf of points.slice(1)) expect(Math.hypot(...leaf)).toBeCloseTo(2 / Math.sqrt(3), 13);
    expect(stress).toBeCloseTo(Math.sqrt(MISFIT / 15), 13);
  });

  test('a rectangle, of which one axis may hold enough', () => {
    const long = multidimensionalScaling(rectangle(5, 1));
    expect(long.eigenvalues[0]).toBeCloseTo(100, 11);
    expect(long.eigenvalues[1]).toBeCloseTo(4, 11);
    expect(long.participation).toBeCloseTo(104 ** 2 / (100 ** 2 + 4 ** 2), 12);
    expect(long.dimension).toBe(1); // holds 100/104 of the sum, more than 0.95
    for (const point of long.points) expect(Math.abs(point[0]!)).toBeCloseTo(5, 12);
    // Two distances of 2 become 0, two of √104 become 10; two of 10 are kept.
    const misfit = 2 * 2 ** 2 + 2 * (Math.sqrt(104) - 10) ** 2;
    expect(long.stress).toBeCloseTo(Math.sqrt(misfit / (2 * (4 + 104 + 100))), 12);
    expect(multidimensionalScaling(rectangle(5, 1), undefined, 0.97).dimension).toBe(2);
    expect(multidimensionalScaling(rectangle(3, 1)).dimension).toBe(2); // one axis holds only 0.9
    expect(multidimensionalScaling(rectangle(3, 1), undefined, 0.89).dimension).toBe(1);
  });

  test('points at one place have no dimension, and two points at most two', () => {
    const same = multidimensionalScaling([
      [0, 0],
      [0, 0],
    ]);
    expect(same).toMatchObject({ participation: 0, stress: 0, negativeShare: 0 });
    expect(embeddingDimension(same)).toBe(0);
    const two = [
      [0, 1],
      [1, 0],
    ];
    expect(multidimensionalScaling(two, 5).dimension).toBe(2);
    expect(multidimensionalScaling(two).points.map(([x]) => Math.abs(x!))).toEqual([
      expect.closeTo(0.5, 14),
      expect.closeTo(0.5, 14),
    ]);
  });

  test('along every axis the point farthest from the middle has a positive coordinate', () => {
    const { normal } = randomStream(8, 'points');
    for (let trial = 0; trial < 10; trial++) {
      const given = Array.from({ length: 7 }, () => [3 * normal(), normal(), 0.3 * normal()]);
      const table = given.map((a) => given.map((b) => Math.hypot(...a.map((x, k) => x - b[k]!))));
      const { points } = multidimensionalScaling(table, 3);
      for (const axis of [0, 1, 2]) {
        const along = points.map((point) => point[axis]!);
        expect(Math.max(...along)).toBeGreaterThan(-Math.min(...along));
      }
    }
  });

  test('stress is relative to the distances', () => {
    expect(stressOf([[0], [4]], [[0], [3]])).toBeCloseTo(1 / 4, 15);
    // Distances 3, 4, 5 of points at 3, 4, √41: only the last is wrong.
    const points = [
      [0, 0],
      [3, 0],
      [-1, 4],
    ];
    const fitted = [3, Math.sqrt(17), Math.sqrt(32)];
    const given = [3, 4, 5];
    const misfit = given.reduce((sum, d, k) => sum + (d - fitted[k]!) ** 2, 0);
    expect(
      stressOf(
        [
          [0, 3, 4],
          [3, 0, 5],
          [4, 5, 0],
        ],
        points,
      ),
    ).toBeCloseTo(Math.sqrt(misfit / 50), 14);
  });
});

describe('the dimension of an embedding', () => {
  test.each([
    [[8, 4, 1, 0.9, 1e-9], 2], // the gap behind the first half is not counted
    [[3, 2, 1e-3], 2],
    [[9, 8, 7, 1, 0.9, 0.8], 3],
    [[4, 1, 0.2], 2],
    [[5, 1, 0.25], 1],
    [[1, 0, 0, 0], 1],
    [[1, 1e-13, 1e-30, 0], 1], // below 1e-12 of the greatest: rounding
    [[2e6, 1, 1e-9], 1],
    [[0, 0], 0],
    [[-1, -2], 0],
    [[], 0],
  ])('of the eigenvalues %j is %d, before the greatest ratio', (eigenvalues, dimension) => {
    expect(embeddingDimension({ eigenvalues })).toBe(dimension);
  });
});

test('tables of distances may be unsymmetric by rounding, relative to the distance', () => {
  const table = (d: number, other: number) => [
    [0, d],
    [other, 0],
  ];
  expect(() => checkDistances(table(1000, 1000 + 5e-7))).not.toThrow();
  expect(() => checkDistances(table(0.1, 0.1 + 5e-10))).not.toThrow();
  expect(() => checkDistances(table(1000, 1000 + 2e-6))).toThrow(/symmetric/);
  expect(() => checkDistances(table(1, 1 + 2e-9))).toThrow(/symmetric/);
  expect(() => checkDistances(table(-1, -1))).toThrow(/got -1 at \(0, 1\)/);
  expect(() => checkDistances(table(Infinity, Infinity))).toThrow(/got Infinity/);
  expect(() => checkDistances(table(Number.NaN, Number.NaN))).toThrow(/got NaN/);
  expect(() =>
    checkDistances([
      [0, 1, 2],
      [1, 0, 3],
      [2, 3],
    ]),
  ).toThrow(/3 entries required in row 2, got 2/);
});
