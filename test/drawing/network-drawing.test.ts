import { expect, test } from 'vitest';
import { networkDrawing } from '../../src/drawing/network-drawing.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { elementsOf } from './well-formed.ts';

/** Two leaves under one root. */
const tree: TensorNetwork = {
  kind: 'network',
  parameters: 32,
  dimensions: { s0: 2, s1: 2, s2: 2, s3: 2, l: 4, r: 4 },
  nodes: [
    { id: 'left', legs: ['s0', 's1', 'l'], tensor: { kind: 'isometry', offset: 0, rows: 4, columns: 4 } },
    { id: 'right', legs: ['s2', 's3', 'r'], tensor: { kind: 'isometry', offset: 32, rows: 4, columns: 4 } },
    { id: 'root', legs: ['l', 'r'], tensor: { kind: 'free', offset: 64 } },
  ],
  boundary: ['s0', 's1', 's2', 's3'],
  bulk: [],
  environment: [],
};

test('tensors hang below the middle of their sites, one level for each bond to the boundary', () => {
  const [left, right, root] = elementsOf(networkDrawing(tree))
    .filter(({ name }) => name === 'circle')
    .map(({ attributes }) => [Number(attributes.cx), Number(attributes.cy)] as const);
  expect(left![1]).toBe(right![1]);
  expect(root![1]).toBeGreaterThan(left![1]);
  expect(root![0]).toBeCloseTo((left![0] + right![0]) / 2, 1);
});

test('every leg is a line, wider for a greater dimension', () => {
  const widths = elementsOf(networkDrawing(tree)).flatMap(({ name, attributes }) =>
    name === 'path' ? [Number(attributes['stroke-width'])] : [],
  );
  expect(widths).toHaveLength(6);
  expect(Math.max(...widths) - 1).toBeCloseTo(2 * (Math.min(...widths) - 1), 2);
});

test('of many sites in a row every second or fifth has its number, so that numbers do not touch', () => {
  const chain = (sites: number): TensorNetwork => ({
    kind: 'network',
    parameters: 0,
    dimensions: Object.fromEntries(
      Array.from({ length: sites }, (_, k) => [
        [`s${k}`, 2],
        [`b${k}`, 2],
      ]).flat(),
    ),
    nodes: Array.from({ length: sites }, (_, k) => ({
      id: `t${k}`,
      legs: [`s${k}`, ...(k > 0 ? [`b${k - 1}`] : []), ...(k < sites - 1 ? [`b${k}`] : [])],
      tensor: { kind: 'free', offset: 0 } as const,
    })),
    boundary: Array.from({ length: sites }, (_, k) => `s${k}`),
    bulk: [],
    environment: [],
  });
  const numbersOf = (sites: number): readonly number[] =>
    [...networkDrawing(chain(sites)).matchAll(/<text[^>]*>(\d+)<\/text>/g)].map(([, site]) => Number(site));
  expect(numbersOf(8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  const numbers = numbersOf(60);
  expect(numbers[1]).toBe(2);
  expect(numbers).toHaveLength(30);
});
