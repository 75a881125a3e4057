import { expect, test } from 'vitest';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import { annealedEntropies } from '../../../src/systems/random-network/annealed-entropies.ts';
import { domainWall } from '../../../src/systems/random-network/domain-wall.ts';
import { withRandomBulkState } from '../../../src/systems/random-network/random-bulk-state.ts';
import { graphOf } from './small-graphs.ts';

/** Six tensors in a ring, each with a boundary leg and a bulk leg. */
const ring = (bulk: number) => {
  const graph = graphOf(
    6,
    Array.from({ length: 6 }, (_, k) => [k, (k + 1) % 6, 1e4] as const),
    [
      ...Array.from({ length: 6 }, (_, k) => [k, 1e8] as const),
      ...Array.from({ length: 6 }, (_, k) => [k, bulk] as const),
    ],
  );
  return { ...graph, boundary: graph.boundary.slice(0, 6) };
};
const bulkLegs = ['s6', 's7', 's8', 's9', 's10', 's11'];

test('a random pure state in the bulk leaves the boundary pure, and is a bond between all that it joins', () => {
  const graph = withRandomBulkState(ring(10), bulkLegs);
  const { entropy } = annealedEntropies(graph);
  expect(entropy([0, 1, 2, 3, 4, 5])).toBeCloseTo(0, 12);
  expect(entropy([0, 1])).toBeCloseTo(entropy([2, 3, 4, 5]), 10);
  // Two of six legs of dimension 10 are in the wedge: S = 2 ln 10⁴ + 2 ln 10.
  expect(entropy([0, 1])).toBeCloseTo(2 * Math.log(1e4) + 2 * Math.log(10), 1);
  expect(minimalCut(graph, [0, 1]).area).toBeCloseTo(2 * Math.log(1e4) + 2 * Math.log(10), 10);
});

test('what becomes a bond is no reference any more', () => {
  const graph = { ...ring(10), references: bulkLegs };
  expect(withRandomBulkState(graph, bulkLegs.slice(0, 4)).references).toEqual(bulkLegs.slice(4));
  expect(() => annealedEntropies(withRandomBulkState(graph, bulkLegs))).not.toThrow();
});

test('a maximally mixed bulk adds its entropy inside the wedge, and the whole boundary is mixed', () => {
  const { entropy } = annealedEntropies(ring(10));
  expect(entropy([0, 1, 2, 3, 4, 5])).toBeCloseTo(6 * Math.log(10), 3);
  const { tensors } = domainWall(ring(10), [0, 1]);
  expect(tensors[0]!.share).toBeGreaterThan(0.98);
  // Bulk legs that hold more than the boundary: the wall is at the boundary, no tensor is with the region.
  const black = domainWall(ring(1e12), [0, 1, 2, 3, 4, 5]);
  expect(black.cut.wedge).toEqual([]);
  for (const { share } of black.tensors) expect(share).toBeLessThan(1e-3);
});

test('only open legs of the bulk take a state', () => {
  expect(() => withRandomBulkState(ring(2), ['s0'])).toThrow(/'s0'/);
  expect(() => withRandomBulkState(ring(2), ['b0'])).toThrow(/'b0'/);
  expect(() => withRandomBulkState(ring(2), [])).toThrow(/required/);
  expect(() => withRandomBulkState(ring(2), ['s6'], 'n0')).toThrow(/'n0'/);
});
