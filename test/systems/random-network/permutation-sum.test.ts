import { expect, test } from 'vitest';
import { minima, permutationSum, permutationSumValue } from '../../../src/systems/random-network/permutation-sum.ts';
import { symmetricGroup } from '../../../src/systems/random-network/symmetric-group.ts';
import { graphOf } from './small-graphs.ts';

test('sums beyond the usual range keep their logarithm: 40 tensors that hang on nothing have 24⁴⁰ configurations', () => {
  const bonds = Array.from({ length: 39 }, (_, k) => [k, k + 1, 1] as const);
  const sum = permutationSum(graphOf(40, bonds, [[0, 1]]), { order: 4 });
  expect(permutationSumValue(sum, []).logarithm).toBeCloseTo(40 * Math.log(24), 10);
  expect(minima(sum, []).logarithm).toBeCloseTo(40 * Math.log(24), 10);
  expect(minima(sum, []).number / 24 ** 40).toBeCloseTo(1, 12);
});

test('the symmetric group is a metric space with the distances of its Cayley graph', () => {
  const { order, distances, longCycle, cycles, degree } = symmetricGroup(4);
  expect(order).toBe(24);
  expect(cycles[longCycle]).toEqual([4]);
  expect(distances[longCycle]).toBe(degree - 1);
  const at = (a: number, b: number): number => distances[a * order + b]!;
  const all = [...Array(order).keys()];
  for (const a of all) {
    expect(all.map((b) => at(a, b)).filter((distance) => distance === 1).length).toBe(6); // transpositions
    expect(all.filter((b) => at(a, b) !== at(b, a) || (at(a, b) === 0) !== (a === b))).toEqual([]);
    expect(all.filter((b) => all.some((c) => at(a, c) > at(a, b) + at(b, c)))).toEqual([]);
  }
});
