import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromLinearPath, linearPath } from '../../src/contraction/contraction-format.ts';
import type { ContractionPath } from '../../src/contraction/contraction-graph.ts';

test('the example of the opt_einsum documentation: its linear path as pairs', () => {
  // einsum('ij,jk,kl,lm') contracted from the right: [(2, 3), (1, 2), (0, 1)]
  const path: ContractionPath = [
    [2, 3],
    [1, 4],
    [0, 5],
  ];
  expect(linearPath(path, 4)).toEqual([
    [2, 3],
    [1, 2],
    [0, 1],
  ]);
});

test('reading a linear path undoes writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(fc.nat(1000)), (tensors, draws) => {
      const alive = Array.from({ length: tensors }, (_, k) => k);
      const path: [number, number][] = [];
      const take = () => alive.splice(draws.next().value! % alive.length, 1)[0]!;
      while (alive.length > 1) {
        path.push([take(), take()].sort((a, b) => a - b) as [number, number]);
        alive.push(tensors + path.length - 1);
      }
      expect(fromLinearPath(linearPath(path, tensors), tensors)).toEqual(path);
    }),
    { seed: 31, numRuns: 60 },
  );
});

test('steps of one or many tensors, and a path that stops early, are read as pairs', () => {
  expect(fromLinearPath([[0, 1, 2]], 3)).toEqual([
    [0, 1],
    [3, 2],
  ]);
  expect(fromLinearPath([[0], [0, 1]], 3)).toEqual([
    [1, 2],
    [0, 3],
  ]);
  expect(fromLinearPath([], 2)).toEqual([[0, 1]]);
  expect(() => fromLinearPath([[0, 3]], 3)).toThrow(/different positions below 3 required, got \[0,3\]/);
  expect(() => fromLinearPath([[1, 1]], 3)).toThrow(/different positions/);
});
