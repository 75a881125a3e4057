import { describe, expect, test } from 'vitest';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dihedralAngle, squaredVolume } from '../../src/simplicial/simplex-angles.ts';

/** Squared lengths between points, with the first coordinate timelike if `time` is −1. */
function squaredLengths(points: readonly (readonly number[])[], time: 1 | -1): RealMatrix {
  const n = points.length;
  const data = new Float64Array(n * n);
  points.forEach((p, i) => {
    for (let j = 0; j < i; j++) {
      const s = p.reduce((sum, x, k) => sum + (k === 0 ? time : 1) * (x - points[j]![k]!) ** 2, 0);
      data[i * n + j] = data[j * n + i] = s;
    }
  });
  return { rows: n, cols: n, data };
}

describe('simplices', () => {
  test('regular ones have known volumes and angles', () => {
    const unit = (n: number): RealMatrix => ({
      rows: n,
      cols: n,
      data: Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 0 : 1)),
    });
    expect(squaredVolume(unit(3))).toBeCloseTo(3 / 16, 14);
    expect(squaredVolume(unit(4))).toBeCloseTo(1 / 72, 14);
    expect(squaredVolume(unit(5))).toBeCloseTo(5 / 9216, 14);
    for (const d of [2, 3, 4]) {
      const [re, im] = dihedralAngle(unit(d + 1), 0, d);
      expect(re).toBeCloseTo(Math.acos(1 / d), 14);
      expect(Math.abs(im)).toBeLessThan(1e-15);
    }
  });

  test('angles around a point of the Minkowski plane add up to 2π, those around one inside a simplex too', () => {
    const stream = randomStream(2, 'points');
    for (const [time, dimension] of [
      [-1, 2],
      [1, 3],
      [-1, 3],
      [-1, 4],
    ] as const) {
      for (let trial = 0; trial < 10; trial++) {
        // A simplex, and a point inside of it that splits it into d + 1.
        const corners = Array.from({ length: dimension + 1 }, () =>
          Array.from({ length: dimension }, () => stream.normal()),
        );
        const weights = corners.map(() => 0.2 + stream.uniform());
        const total = weights.reduce((sum, w) => sum + w, 0);
        const inside = corners[0]!.map((_, k) => corners.reduce((sum, c, v) => sum + (weights[v]! / total) * c[k]!, 0));
        // Hinges at the point with d − 2 of the corners: the other three span simplices around it.
        const [a, b, c] = [0, 1, 2];
        let [re, im] = [0, 0];
        for (const [i, j] of [
          [a, b],
          [b, c],
          [a, c],
        ] as const) {
          const rest = corners.filter((_, v) => v > 2);
          const table = squaredLengths([inside, ...rest, corners[i]!, corners[j]!], time);
          const [x, y] = dihedralAngle(table, dimension - 1, dimension);
          re += x;
          im += y;
        }
        expect(Math.abs(re - 2 * Math.PI)).toBeLessThan(1e-10);
        expect(Math.abs(im)).toBeLessThan(1e-10);
      }
    }
  });

  test('a boost is imaginary, and a light ray that is crossed adds π/2', () => {
    const [right, left, up] = [
      [0, 1],
      [0, -1],
      [2, 0.3],
    ];
    const boosted = dihedralAngle(squaredLengths([[0, 0], right!, [Math.sinh(0.7), Math.cosh(0.7)]], -1), 1, 2);
    expect(boosted[0]).toBeCloseTo(0, 14);
    expect(Math.abs(boosted[1])).toBeCloseTo(0.7, 13);
    expect(dihedralAngle(squaredLengths([[0, 0], right!, up!], -1), 1, 2)[0]).toBeCloseTo(Math.PI / 2, 13);
    const flat = [right!, left!].map((side) => dihedralAngle(squaredLengths([[0, 0], side, up!], -1), 1, 2)[1]);
    expect(flat[0]! + flat[1]!).toBeCloseTo(0, 13);
  });

  test('null directions, vertices that are not there and tables that are none are refused', () => {
    const light = squaredLengths(
      [
        [0, 0],
        [1, 1],
        [0, 1],
      ],
      -1,
    );
    expect(() => dihedralAngle(light, 1, 2)).toThrow('edges that are not null across the hinge [0] required');
    expect(() => dihedralAngle(light, 1, 1)).toThrow('two different vertices below 3 required, got 1 and 1');
    const hinge = squaredLengths(
      [
        [0, 0, 0],
        [1, 1, 0],
        [0, 0, 1],
        [0, 1, 1],
      ],
      -1,
    );
    expect(() => dihedralAngle(hinge, 2, 3)).toThrow('a hinge of nonzero volume required, got a null one');
    expect(() => squaredVolume({ rows: 2, cols: 2, data: Float64Array.of(0, 1, 2, 0) })).toThrow('a symmetric table');
  });
});
