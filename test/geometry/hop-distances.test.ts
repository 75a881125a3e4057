import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CapacityGraph } from '../../src/geometry/capacity-graph.ts';
import { graphDistances } from '../../src/geometry/graph-curvature.ts';
import { gridGraph, meraGraph } from '../../src/geometry/graph-families.ts';
import { hopDistances, hopGraph, siteHops } from '../../src/geometry/hop-distances.ts';

test('hops are the shortest paths of edges of length one, −1 where none leads', () => {
  const pairs = fc.array(
    fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a !== b),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(pairs, (bonds) => {
      const graph: CapacityGraph = {
        nodes: Array.from({ length: 8 }, (_, k) => ({ id: `n${k}`, site: k, depth: 1 })),
        edges: bonds.map(([a, b], k) => ({ leg: `b${k}`, from: `n${a}`, to: `n${b}`, capacity: 1 })),
        boundary: [],
      };
      const all = graphDistances({ nodes: 8, edges: bonds.map(([a, b]) => [a, b, 1] as const) });
      const prepared = hopGraph(graph);
      all.forEach((row, k) => {
        const expected = row.map((d) => (d === Infinity ? -1 : d));
        expect([...hopDistances(graph, `n${k}`)]).toEqual(expected);
        expect([...hopDistances(prepared, `n${k}`)]).toEqual(expected);
      });
    }),
    { seed: 6, numRuns: 100 },
  );
});

test('hops between sites are those of their tensors', () => {
  const grid = siteHops(gridGraph(4, 5), 6); // row 1, column 1
  expect([grid[6], grid[0], grid[19]]).toEqual([0, 2, 5]);
  const mera = siteHops(meraGraph({ sites: 16 }), 1);
  expect(mera[2]).toBe(0); // one disentangler holds both
  expect(() => siteHops(gridGraph(2, 2), 4)).toThrow(/a site below 4 required, got 4/);
  expect(() => hopDistances(gridGraph(2, 2), 'top')).toThrow(/a node of the graph required, got 'top'/);
});
