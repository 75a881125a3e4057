import { describe, expect, test } from 'vitest';
import {
  distortionBetween,
  jaccardIndex,
  mantelTest,
  relativeNeighbours,
} from '../../src/geometry/table-comparison.ts';
import { randomStream } from '../../src/linalg/random.ts';

const line = (n: number, power = 1): number[][] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => Math.abs(i - j) ** power));

describe('Mantel’s test', () => {
  test('of a table with itself has r = 1, which only the labels and their mirror image have', () => {
    const { correlation, probability } = mantelTest(line(9), line(9), 999)!;
    expect(correlation).toBeCloseTo(1, 12);
    expect(probability).toBeLessThan(0.005);
  });

  test('of unrelated tables has p as likely above as below a half', () => {
    const { uniform } = randomStream(3, 'tables');
    const random = (): number[][] => {
      const table = line(8);
      for (let i = 0; i < 8; i++) {
        for (let j = 0; j < i; j++) {
          table[i]![j] = uniform();
          table[j]![i] = table[i]![j]!;
        }
      }
      return table;
    };
    const found = Array.from({ length: 40 }, () => mantelTest(random(), random(), 99)!.probability);
    expect(found.filter((p) => p <= 0.5).length).toBeGreaterThan(10);
    expect(found.filter((p) => p > 0.5).length).toBeGreaterThan(10);
    expect(found.filter((p) => p <= 0.05).length).toBeLessThan(8);
  });

  test('leaves out infinite pairs, and is null where there is nothing to correlate', () => {
    const [a, b]: (number | null)[][][] = [line(4), line(4)];
    b![0]![3] = b![3]![0] = null;
    expect(mantelTest(a!, b!, 9)!.correlation).toBeCloseTo(1, 12);
    expect(
      mantelTest(
        [
          [0, 1],
          [1, 0],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toBeNull();
    expect(mantelTest(line(4), line(4, 0))).toBeNull();
    expect(() => mantelTest(line(3), line(4))).toThrow('two square tables of 3 rows');
    expect(() => mantelTest(line(3), line(3), -1)).toThrow('number of permutations required, got -1');
  });
});

describe('distortion', () => {
  test('ignores a factor; of r against r² on a line of three it is 1/3', () => {
    const scaled = line(6).map((row) => row.map((d) => 7 * d));
    expect(distortionBetween(line(6), scaled)!.distortion).toBeCloseTo(0, 12);
    expect(distortionBetween(line(6), scaled)!.factor).toBeCloseTo(1 / 7, 12);
    // |1 − λ| = |2 − 4λ| at λ = 3/5: 2/5 of 2
    const found = distortionBetween(line(3), line(3, 2))!;
    expect(found.factor).toBeCloseTo(0.6, 8);
    expect(found.distortion).toBeCloseTo(0.2, 8);
    expect(
      distortionBetween(
        [
          [0, null],
          [null, 0],
        ],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toBeNull();
  });
});

describe('relative neighbours', () => {
  test('of a line, however stretched, are its steps; of equal distances all pairs', () => {
    const steps = [0, 1, 2, 3].map((k) => [k, k + 1]);
    for (const power of [1, 2, 0.5]) expect(relativeNeighbours(line(5, power))).toEqual(steps);
    expect(relativeNeighbours(line(4).map((row) => row.map((d) => Math.min(1, d))))).toHaveLength(6);
    expect(
      relativeNeighbours([
        [0, null],
        [null, 0],
      ]),
    ).toEqual([]);
  });

  test('of a line of unequal steps are its steps', () => {
    const places = [0, 1, 3, 7];
    const edges = relativeNeighbours(places.map((x) => places.map((y) => Math.abs(x - y))));
    expect(edges).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test('are compared by the share of edges in both', () => {
    expect(
      jaccardIndex(
        [
          [0, 1],
          [1, 2],
        ],
        [
          [2, 1],
          [2, 3],
        ],
      ),
    ).toBeCloseTo(1 / 3, 15);
    expect(jaccardIndex([], [])).toBeNull();
  });
});
