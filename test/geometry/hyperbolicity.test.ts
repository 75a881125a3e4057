import { describe, expect, test } from 'vitest';
import { hyperbolicity } from '../../src/geometry/hyperbolicity.ts';
import { randomStream } from '../../src/linalg/random.ts';

const cycle = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => Math.min(Math.abs(i - j), n - Math.abs(i - j))),
  );
const descending = (a: number, b: number): number => b - a;

describe('Gromov hyperbolicity', () => {
  test('is 0 for a tree and n/4 for a cycle of n edges', () => {
    const tree = [
      [0, 1, 2, 2, 3],
      [1, 0, 1, 1, 2],
      [2, 1, 0, 2, 3],
      [2, 1, 2, 0, 1],
      [3, 2, 3, 1, 0],
    ];
    expect(hyperbolicity(tree)).toEqual({ delta: 0, mean: 0, relative: 0 });
    expect(hyperbolicity(cycle(4))).toEqual({ delta: 1, mean: 1, relative: 1 });
    expect(hyperbolicity(cycle(5))).toEqual({ delta: 0.5, mean: 0.5, relative: 0.5 });
    expect(hyperbolicity(cycle(8)).delta).toBe(2);
    expect(hyperbolicity(cycle(12)).delta).toBe(3);
  });

  test('of the corners of a square in the plane is √2 − 1, the diagonals being opposite in any order', () => {
    const side = Math.SQRT1_2;
    for (const [x, y, z] of [
      [1, side, side],
      [side, 1, side],
      [side, side, 1],
    ] as const) {
      // Opposite pairs: 01|23 at x, 02|13 at y, 03|12 at z.
      const { delta, relative } = hyperbolicity([
        [0, x, y, z],
        [x, 0, z, y],
        [y, z, 0, x],
        [z, y, x, 0],
      ]);
      expect(delta).toBeCloseTo(1 - side, 14);
      expect(relative).toBeCloseTo(2 - Math.SQRT2, 14);
    }
  });

  test('is half the gap between the two greatest sums, over all quadruples and in the mean', () => {
    const { uniform } = randomStream(7, 'metric');
    const n = 9;
    const table: number[][] = cycle(n).map((row) => row.map(() => 0));
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) table[i]![j] = table[j]![i] = 1 + uniform(); // in [1, 2]: always a metric
    }
    const gaps: number[] = [];
    for (let set = 0; set < 2 ** n; set++) {
      const chosen = [...table.keys()].filter((k) => (set >> k) & 1);
      if (chosen.length !== 4) continue;
      const [a, b, c, d] = chosen as [number, number, number, number];
      const at = (i: number, j: number): number => table[i]![j]!;
      const sums = [at(a, b) + at(c, d), at(a, c) + at(b, d), at(a, d) + at(b, c)].sort(descending);
      gaps.push((sums[0]! - sums[1]!) / 2);
    }
    const found = hyperbolicity(table);
    expect(found.delta).toBeCloseTo(Math.max(...gaps), 14);
    expect(found.mean).toBeCloseTo(gaps.reduce((sum, gap) => sum + gap) / 126, 14);
    expect(found.relative).toBeCloseTo((2 * Math.max(...gaps)) / Math.max(...table.flat()), 14);
  });

  test('of fewer than four points, or of one point many times, is 0', () => {
    const none = { delta: 0, mean: 0, relative: 0 };
    expect(hyperbolicity([])).toEqual(none);
    expect(hyperbolicity(cycle(3))).toEqual(none);
    expect(hyperbolicity(new Array(4).fill([0, 0, 0, 0]))).toEqual(none);
  });

  test('needs a table of distances', () => {
    expect(() => hyperbolicity([[0, 1]])).toThrow(/1 entries required in row 0, got 2/);
  });
});
