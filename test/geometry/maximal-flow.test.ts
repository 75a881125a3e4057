import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CapacityGraph } from '../../src/geometry/capacity-graph.ts';
import { maximalFlow } from '../../src/geometry/maximal-flow.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';

/** A random graph of five tensors with real capacities and five boundary legs. */
const graphs = fc
  .record({
    bonds: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.double({ min: 0, max: 3, noNaN: true })), { maxLength: 9 }),
    open: fc.array(fc.tuple(fc.nat(4), fc.double({ min: 0, max: 3, noNaN: true })), { minLength: 5, maxLength: 5 }),
  })
  .map(({ bonds, open }): CapacityGraph => {
    const inner = bonds.map(([a, b, capacity], k) => ({ leg: `b${k}`, from: `n${a}`, to: `n${b}`, capacity }));
    const outer = open.map(([a, capacity], k) => ({ leg: `s${k}`, from: `n${a}`, to: null, capacity }));
    return {
      nodes: Array.from({ length: 5 }, (_, k) => ({ id: `n${k}`, site: k, depth: 1 })),
      edges: [...inner, ...outer],
      boundary: outer.map(({ leg }) => leg),
    };
  });

test('a maximal flow fits the edges, is conserved at every tensor, and is as large as the minimal cut', () => {
  fc.assert(
    fc.property(graphs, fc.nat(31), (graph, choice) => {
      const region = graph.boundary.map((_, site) => site).filter((site) => (choice >> site) & 1);
      const { flows, total } = maximalFlow(graph, new Set(region.map((site) => graph.boundary[site]!)));
      graph.edges.forEach(({ capacity }, edge) => {
        expect(Math.abs(flows[edge]!)).toBeLessThanOrEqual(capacity + 1e-12);
      });
      for (const { id } of graph.nodes) {
        const out = graph.edges.reduce(
          (sum, { from, to }, edge) => sum + (from === id ? flows[edge]! : 0) - (to === id ? flows[edge]! : 0),
          0,
        );
        expect(out).toBeCloseTo(0, 10);
      }
      expect(total).toBeCloseTo(minimalCut(graph, region).area, 10);
    }),
    { seed: 3, numRuns: 300 },
  );
});
