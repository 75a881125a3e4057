import fc from 'fast-check';
import type { CapacityGraph } from '../../src/geometry/capacity-graph.ts';

/** A random graph of up to 6 tensors, with up to 8 bonds and 4 boundary legs and an environment leg. */
export const graphs = fc
  .record({
    nodes: fc.integer({ min: 1, max: 6 }),
    bonds: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 4 })), { maxLength: 8 }),
    open: fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 })), { minLength: 2, maxLength: 5 }),
  })
  .map(({ nodes, bonds, open }): CapacityGraph => {
    const id = (k: number): string => `n${k % nodes}`;
    const inner = bonds
      .filter(([a, b]) => a % nodes !== b % nodes)
      .map(([a, b, d], k) => ({ leg: `b${k}`, from: id(a), to: id(b), capacity: Math.log(d) }));
    const outer = open.map(([a, d], k) => ({ leg: `s${k}`, from: id(a), to: null, capacity: Math.log(d) }));
    return {
      nodes: Array.from({ length: nodes }, (_, k) => ({ id: `n${k}`, site: k, depth: 1 })),
      edges: [...inner, ...outer],
      boundary: outer.slice(0, -1).map(({ leg }) => leg), // the last open leg is environment
    };
  });
