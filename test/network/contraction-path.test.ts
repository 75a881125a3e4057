import { expect, test } from 'vitest';
import { contractionPath, greedyPath, pathCost, sequentialPath } from '../../src/network/contraction-path.ts';

/** Legs of ⟨a|b⟩ for two chains of n sites, node by node in turn. */
function zipped(n: number): string[][] {
  return Array.from({ length: n }, (_, k) =>
    ['a', 'b'].map((side) => [...(k > 0 ? [`${side}${k}`] : []), `s${k}`, ...(k + 1 < n ? [`${side}${k + 1}`] : [])]),
  ).flat();
}
const chainDimensions = (n: number, bond: number) =>
  Object.fromEntries(
    zipped(n)
      .flat()
      .map((leg) => [leg, leg.startsWith('s') ? 2 : bond]),
  );

test('the cost of a matrix product is eight operations for each of its mnk multiplications', () => {
  const cost = pathCost(
    [
      ['i', 'k'],
      ['k', 'j'],
    ],
    { i: 3, k: 5, j: 7 },
    [[0, 1]],
  );
  expect(cost).toEqual({ flops: 8 * 3 * 5 * 7, peak: 21 });
});

test('a product of three matrices starts with the cheaper pair', () => {
  const dimensions = { a: 2, b: 100, c: 2, d: 100 };
  expect(
    contractionPath(
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ],
      dimensions,
    )[0],
  ).toEqual([0, 1]);
  const other = { a: 100, b: 2, c: 100, d: 2 };
  expect(
    contractionPath(
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ],
      other,
    )[0],
  ).toEqual([1, 2]);
});

test('the overlap of two matrix-product states costs O(n d χ³), without exponential intermediates', () => {
  for (const n of [16, 64]) {
    const bond = 8;
    const path = contractionPath(zipped(n), chainDimensions(n, bond));
    const { flops, peak } = pathCost(zipped(n), chainDimensions(n, bond), path);
    expect(flops).toBeLessThanOrEqual(8 * n * 2 * 2 * bond ** 3);
    expect(peak).toBeLessThanOrEqual(2 * bond ** 2);
  }
});

test('greedy is never worse than the order of the nodes on a tree whose order is bad', () => {
  // A star of matrices around a centre, leaves listed first: in order, the open centre legs multiply up.
  const legs = [
    ['a', 'x'],
    ['b', 'y'],
    ['c', 'z'],
    ['x', 'y', 'z'],
  ];
  const dimensions = { a: 2, b: 2, c: 2, x: 50, y: 50, z: 50 };
  const greedy = pathCost(legs, dimensions, greedyPath(legs, dimensions));
  expect(greedy.flops).toBeLessThan(pathCost(legs, dimensions, sequentialPath(4)).flops);
  expect(pathCost(legs, dimensions, contractionPath(legs, dimensions)).flops).toBeLessThanOrEqual(greedy.flops);
});

test('the same network gives the same path, and every tensor is used once', () => {
  const n = 9;
  const path = contractionPath(zipped(n), chainDimensions(n, 3));
  expect(contractionPath(zipped(n), chainDimensions(n, 3))).toEqual(path);
  const used = path.flat().sort((a, b) => a - b);
  expect(used).toEqual(Array.from({ length: 4 * n - 2 }, (_, k) => k));
});
