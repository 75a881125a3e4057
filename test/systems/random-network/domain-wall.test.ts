import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import { annealedResponse } from '../../../src/systems/random-network/annealed-entropies.ts';
import { domainWall } from '../../../src/systems/random-network/domain-wall.ts';
import { graphOf, graphs, momentByHand, regionOf } from './small-graphs.ts';

/** Areas of the cuts of all sets of tensors. */
function allCuts({ nodes, edges, boundary }: CapacityGraph, region: readonly number[]): readonly number[] {
  const inside = new Set(region.map((site) => boundary[site]!));
  return Array.from({ length: 2 ** nodes.length }, (_, mask) => {
    const inner = new Set(nodes.filter((_, k) => (mask >> k) & 1).map(({ id }) => id));
    const crossing = edges.filter(
      ({ leg, from, to }) => inner.has(from) !== (to === null ? inside.has(leg) : inner.has(to)),
    );
    return crossing.reduce((sum, { capacity }) => sum + capacity, 0);
  });
}

test('the wall on every edge is the mean distance over all configurations, and its excess the response', () => {
  fc.assert(
    fc.property(graphs, fc.nat(15), fc.constantFrom(2, 3), (graph, mask, order) => {
      const region = regionOf(mask, 4);
      const { edges, entropy, cut } = domainWall(graph, region, { order });
      const byHand = momentByHand(graph, new Set(region.map((site) => graph.boundary[site]!)), order).walls;
      const response = annealedResponse(graph, region, { order });
      expect(entropy).toBeCloseTo(response.entropy, 10);
      expect(cut).toEqual({ ...minimalCut(graph, region), area: expect.closeTo(cut.area, 10) });
      edges.forEach(({ leg, wall, background }, edge) => {
        expect(leg).toBe(graph.edges[edge]!.leg);
        expect(wall).toBeCloseTo(byHand[edge]! / (order - 1), 10);
        expect(wall - background).toBeCloseTo(response.gradient[edge]!, 10);
      });
    }),
    { seed: 5, numRuns: 10 },
  );
});

test('minimal cuts are counted, ties included: all bonds alike', () => {
  const whole = fc
    .record({
      bonds: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 9 }),
      legs: fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
    })
    .map(({ bonds, legs }) =>
      graphOf(
        6,
        bonds.map(([a, b]) => [a, b, 3]),
        legs.map((a) => [a, 3]),
      ),
    );
  fc.assert(
    fc.property(whole, fc.nat(15), (graph, mask) => {
      const region = regionOf(mask, 4);
      const [areas, none] = [allCuts(graph, region), allCuts(graph, [])];
      const least = Math.min(...areas);
      const count = areas.filter((area) => area < least + 1e-9).length / none.filter((area) => area < 1e-9).length;
      const { minimalCuts, limit, cut } = domainWall(graph, region);
      expect(minimalCuts).toBe(count);
      expect(cut.area).toBeCloseTo(least, 10);
      expect(limit).toBeCloseTo(least - Math.log(count), 10);
    }),
    { seed: 6, numRuns: 25 },
  );
});

test('a chain of 101 equal bonds has 101 minimal cuts, each with a share of the wall, and large bonds reach the limit', () => {
  const ends = graphOf(
    100,
    Array.from({ length: 99 }, (_, k) => [k, k + 1, 1e8] as const),
    [
      [0, 1e8],
      [99, 1e8],
    ],
  );
  const { entropy, minimalCuts, limit, edges, tensors } = domainWall(ends, [0]);
  expect(minimalCuts).toBe(101);
  expect(entropy).toBeCloseTo(limit, 5);
  expect(limit).toBeCloseTo(Math.log(1e8) - Math.log(101), 12);
  for (const { wall } of edges) expect(wall).toBeCloseTo(1 / 101, 5);
  tensors.forEach(({ share }, k) => {
    expect(share).toBeCloseTo((100 - k) / 101, 5);
  });
});

test('of order 3 the wall of a chain may split in two: m + 3m(m − 1)/2 configurations on m bonds', () => {
  // From the cycle to the identity along m bonds: one step of length 2, or two of length 1 by one of 3 transpositions.
  const bonds = 5;
  const chain = graphOf(
    bonds - 1,
    [
      [0, 1, 2],
      [1, 2, 2],
      [2, 3, 2],
    ],
    [
      [0, 2],
      [3, 2],
    ],
  );
  const expected = bonds + (3 * bonds * (bonds - 1)) / 2;
  expect(domainWall(chain, [0], { order: 3 }).minimalCuts).toBe(expected);
  const large = { ...chain, edges: chain.edges.map((edge) => ({ ...edge, capacity: 20 })) };
  const { entropy, limit, tensors } = domainWall(large, [0], { order: 3 });
  expect(entropy).toBeCloseTo(limit, 6);
  expect(limit).toBeCloseTo(20 - Math.log(expected) / 2, 10);
  // From one end to the other the share falls from near 1 to near 0, by the same from tensor to tensor.
  tensors.forEach(({ share }, k) => {
    expect(share).toBeCloseTo((bonds - 1 - k) / bonds, 5);
  });
});
