import { expect, test } from 'vitest';
import { contourSegments } from '../../src/drawing/contour-lines.ts';
import { heatMap } from '../../src/drawing/heat-map.ts';

const grid = (n: number, f: (x: number, y: number) => number | null): readonly (readonly (number | null)[])[] =>
  Array.from({ length: n }, (_, y) => Array.from({ length: n }, (__, x) => f(x, y)));

test('contours of a linear function are straight, those of a cone circles', () => {
  for (const [x, y, u, v] of contourSegments(
    grid(6, (i, j) => i + 2 * j),
    5.5,
  )) {
    expect(x + 2 * y).toBeCloseTo(5.5, 12);
    expect(u + 2 * v).toBeCloseTo(5.5, 12);
  }
  const circle = contourSegments(
    grid(41, (i, j) => Math.hypot(i - 20, j - 20)),
    12.3,
  );
  for (const [x, y] of circle) expect(Math.hypot(x - 20, y - 20)).toBeCloseTo(12.3, 1);
  const length = circle.reduce((sum, [x, y, u, v]) => sum + Math.hypot(u - x, v - y), 0);
  expect(length / (2 * Math.PI * 12.3)).toBeCloseTo(1, 2);
});

test('a saddle has two segments that do not cross, on the sides that its mean decides', () => {
  const above = contourSegments(
    [
      [1, -1],
      [-1, 1.5],
    ],
    0,
  );
  expect(above).toHaveLength(2);
  for (const [x, y, u, v] of above) expect((x + u) / 2 > 0.5).not.toBe((y + v) / 2 > 0.5); // corners (1, 0) and (0, 1) cut off
  const below = contourSegments(
    [
      [1, -1.5],
      [-1, 1],
    ],
    0,
  );
  for (const [x, y, u, v] of below) expect((x + u) / 2 > 0.5).toBe((y + v) / 2 > 0.5);
});

test('squares with a missing entry have none', () => {
  expect(
    contourSegments(
      grid(3, (x, y) => (x === 1 && y === 1 ? null : x)),
      0.5,
    ),
  ).toEqual([]);
  expect(
    contourSegments(
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
