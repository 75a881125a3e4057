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
