import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { timelikeDirections } from '../../src/simplicial/signature.ts';

describe('timelike directions', () => {
  test.each([1, 2, 3, 4])('are those of the space of which the simplex is taken: %i dimensions', (d) => {
    const stream = randomStream(d, 'points');
    for (let times = 0; times <= d; times++) {
      for (let trial = 0; trial < 20; trial++) {
        const points = Array.from({ length: d + 1 }, () => Array.from({ length: d }, () => stream.normal()));
        const data = Float64Array.from(points.flatMap((p) => points.map((q) => squareOf(p, q, times))));
        expect(timelikeDirections({ rows: d + 1, cols: d + 1, data })).toBe(times);
      }
    }
  });

  test('are counted where edges are null', () => {
    // Two light rays in the plane.
    const points = [
      [0, 0],
      [1, 1],
      [1, -1],
    ];
    const data = Float64Array.from(points.flatMap((p) => points.map((q) => squareOf(p, q, 1))));
    expect(timelikeDirections({ rows: 3, cols: 3, data })).toBe(1);
  });
});

const squareOf = (p: readonly number[], q: readonly number[], times: number): number =>
  p.reduce((sum, x, k) => sum + (k < times ? -1 : 1) * (x - q[k]!) ** 2, 0);
