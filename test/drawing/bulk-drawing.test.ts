import { expect, test } from 'vitest';
import type { BulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import { bulkDrawing } from '../../src/drawing/bulk-drawing.ts';
import { VERMILION } from '../../src/drawing/colours.ts';
import { middleCut } from '../../src/report/bulk-section.ts';
import { elementsOf } from './well-formed.ts';

const cut = (start: number, length: number, legs: readonly string[] = []) => ({
  start,
  length,
  entropy: 0.5,
  cut: 0.7,
  legs,
});

const bulk: BulkGeometry = {
  nodes: [
    { id: 'A', site: 0, depth: 1, information: 0 },
    { id: 'B', site: 1, depth: 2, information: 3 },
  ],
  edges: [
    { leg: 's0', from: 'A', to: null, capacity: 0.69, entropy: 0.5, length: null },
    { leg: 's1', from: 'B', to: null, capacity: 0.69, entropy: 0.5, length: null },
    { leg: 'b', from: 'A', to: 'B', capacity: 0.69, entropy: 0.25, length: 0.5 },
  ],
  boundary: ['s0', 's1'],
  cuts: [cut(0, 1, ['b'])],
  mutualInformation: [],
  distances: [],
  geodesics: [],
};

test('the boundary is on top, depth goes down, sites go to the right', () => {
  const [a, b, first, second] = elementsOf(bulkDrawing(bulk, null))
    .filter(({ name }) => name === 'circle')
    .map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)] as const);
  expect(first![1]).toBe(second![1]);
  expect(a![1]).toBeGreaterThan(first![1]);
  expect(b![1] - a![1]).toBe(a![1] - first![1]);
  expect([a![0], b![0]]).toEqual([first![0], second![0]]);
});

test('edges are wider the more entropy they carry, and those of the minimal cut are marked', () => {
  const edges = elementsOf(bulkDrawing(bulk, bulk.cuts[0]!)).filter(({ name }) => name === 'path');
  const width = edges.map(({ attributes }) => Number(attributes['stroke-width']));
  expect(width[0]! - 0.7).toBeCloseTo(2 * (width[2]! - 0.7), 2);
  expect(edges.map(({ attributes }) => attributes.stroke === VERMILION)).toEqual([false, false, true]);
});

test('the marked region is the half of the chain that begins at site 0', () => {
  expect(middleCut([cut(1, 2), cut(0, 1), cut(0, 2), cut(2, 2)], 4)).toMatchObject({ start: 0, length: 2 });
  expect(middleCut([], 4)).toBeNull();
});
