import { expect, test } from 'vitest';
import { axisShares, embeddingDrawing } from '../../src/drawing/embedding-drawing.ts';
import { multidimensionalScaling } from '../../src/geometry/multidimensional-scaling.ts';
import { brokenNumbers, elementsOf } from './well-formed.ts';

/** Corners of a rectangle of sides 4 and 2. */
const corners = [
  [0, 0],
  [4, 0],
  [4, 2],
  [0, 2],
] as const;
const rectangle = multidimensionalScaling(corners.map(([x, y]) => corners.map(([u, v]) => Math.hypot(x - u, y - v))));

const circles = (svg: string) =>
  elementsOf(svg)
    .filter(({ name }) => name === 'circle')
    .map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)] as const);

test('distances on paper are in proportion to those between the sites, the longest along the first axis', () => {
  const places = circles(embeddingDrawing(rectangle));
  const apart = (a: number, b: number) => Math.hypot(places[a]![0] - places[b]![0], places[a]![1] - places[b]![1]);
  expect(apart(0, 1) / apart(1, 2)).toBeCloseTo(2, 3);
  expect(apart(0, 2) / apart(1, 2)).toBeCloseTo(Math.sqrt(5), 3);
  expect(Math.abs(places[0]![0] - places[1]![0])).toBeCloseTo(apart(0, 1), 3);
});

test('each axis has its share of the extent: here 4² and 2² of 20', () => {
  const shares = axisShares(rectangle);
  expect(shares[0]).toBeCloseTo(0.8, 10);
  expect(shares[1]).toBeCloseTo(0.2, 10);
  const svg = embeddingDrawing(rectangle);
  expect(svg).toContain('axis 1, 80 %');
  expect(svg).toContain('axis 2, 20 %');
});

test('the name of the first axis keeps clear of the points', () => {
  for (const height of [0.2, -0.2, 0]) {
    const line = [0, 1, 2, 3, 4].map((x) => [x, x === 4 ? height : -height / 4]); // the last one near the axis's end
    const svg = embeddingDrawing(
      multidimensionalScaling(line.map(([x, y]) => line.map(([u, v]) => Math.hypot(x! - u!, y! - v!)))),
    );
    const [tag] = svg.match(/<text[^>]*>axis 1/)!;
    const at = (coordinate: string): number => Number(tag.match(new RegExp(` ${coordinate}="([^"]*)"`))![1]);
    const middle = at('x') + (tag.includes('"end"') ? -38 : 38);
    for (const [x, y] of circles(svg)) {
      expect(Math.abs(x - middle) > 38 + 13 || Math.abs(y - (at('y') - 6)) > 6 + 13).toBe(true);
    }
  }
});

test('points that coincide, and none at all, are drawn without broken numbers', () => {
  const one = multidimensionalScaling([
    [0, 0],
    [0, 0],
  ]);
  expect(circles(embeddingDrawing(one)).length).toBe(2);
  expect(embeddingDrawing(one)).toContain('>0, 1</text>');
  expect(brokenNumbers(embeddingDrawing(one))).toEqual([]);
  expect(brokenNumbers(embeddingDrawing({ ...one, points: [], eigenvalues: [] }))).toEqual([]);
});
