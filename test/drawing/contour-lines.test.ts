import { expect, test } from 'vitest';
import { contourLines } from '../../src/drawing/contour-lines.ts';
import { heatMap } from '../../src/drawing/heat-map.ts';

const grid = (n: number, f: (x: number, y: number) => number | null): readonly (readonly (number | null)[])[] =>
  Array.from({ length: n }, (_, y) => Array.from({ length: n }, (__, x) => f(x, y)));

test('the contour of a linear function is one straight line, from side to side', () => {
  const [line, ...others] = contourLines(
    grid(6, (i, j) => i + 2 * j),
    5.5,
  );
  expect(others).toEqual([]);
  for (const [x, y] of line!) expect(x + 2 * y).toBeCloseTo(5.5, 12);
  const ends = [line![0]!, line!.at(-1)!].map(([x]) => x).sort();
  expect(ends).toEqual([0, 5]);
});

test('the contour of a cone is a closed circle', () => {
  const [circle, ...others] = contourLines(
    grid(41, (i, j) => Math.hypot(i - 20, j - 20)),
    12.3,
  );
  expect(others).toEqual([]);
  for (const [x, y] of circle!) expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(12.3, 1);
  expect(circle!.at(-1)).toEqual([expect.closeTo(circle![0]![0], 12), expect.closeTo(circle![0]![1], 12)]);
  const length = circle!
    .slice(1)
    .reduce((sum, [x, y], k) => sum + Math.hypot(x - circle![k]![0], y - circle![k]![1]), 0);
  expect(length / (2 * Math.PI * 12.3)).toBeCloseTo(1, 2);
});

test('a saddle has two lines, which cut off the corners that its mean decides', () => {
  const middles = (corners: readonly (readonly number[])[]) =>
    contourLines(corners, 0).map(([[x, y] = [0, 0], [u, v] = [0, 0]]) => [(x + u) / 2 > 0.5, (y + v) / 2 > 0.5]);
  const above = middles([
    [1, -1],
    [-1, 1.5],
  ]);
  expect(above).toHaveLength(2);
  for (const [right, low] of above) expect(right).not.toBe(low); // (1, 0) and (0, 1)
  const below = middles([
    [1, -1.5],
    [-1, 1],
  ]);
  expect(below).toHaveLength(2);
  for (const [right, low] of below) expect(right).toBe(low);
});

test('squares with a missing entry have none, and lines end there', () => {
  expect(
    contourLines(
      grid(3, (x, y) => (x === 1 && y === 1 ? null : x)),
      0.5,
    ),
  ).toEqual([]);
  const broken = contourLines(
    grid(7, (x, y) => (y === 3 ? null : x)),
    2.5,
  );
  expect(broken.map((line) => line.length)).toEqual([3, 3]);
  expect(
    contourLines(
      [
        [0, Number.NaN],
        [1, 1],
      ],
      0.5,
    ),
  ).toEqual([]);
});

test('a heat map draws a line for each contour that it meets, with its value', () => {
  const values = grid(4, (x, y) => x - y) as (readonly number[])[];
  const names = values.map((_, k) => String(k));
  const map = {
    title: 'saddle',
    quantity: 'x − y',
    rowsLabel: 'y',
    columnsLabel: 'x',
    rows: names,
    columns: names,
    values,
  };
  const svg = heatMap({ ...map, contours: [-1.5, 0.5, 7] });
  expect(svg.match(/stroke-opacity/g)).toHaveLength(2);
  expect(svg).toContain('−1.5');
  expect(heatMap(map)).not.toContain('stroke-opacity');
});
