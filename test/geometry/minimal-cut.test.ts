import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulkGraph } from '../../src/bulk/bulk-graph.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { DomainError } from '../../src/errors.ts';
import type { CapacityGraph } from '../../src/geometry/capacity-graph.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { minimalCuts } from '../../src/geometry/minimal-cuts.ts';
import { greedyWedge } from '../../src/systems/holography/greedy-wedge.ts';
import { graphs } from './random-graph.ts';

/** Least capacity over all 2^nodes ways to give every tensor to the region or to the rest. */
function bruteForce(graph: CapacityGraph, region: readonly number[]): number {
  const inside = new Set(region.map((site) => graph.boundary[site]!));
  let least = Infinity;
  for (let side = 0; side < 2 ** graph.nodes.length; side++) {
    const bit = new Map(graph.nodes.map(({ id }, k) => [id, (side >> k) & 1]));
    const area = graph.edges
      .filter(({ leg, from, to }) => bit.get(from) !== (to === null ? (inside.has(leg) ? 1 : 0) : bit.get(to)))
      .reduce((sum, { capacity }) => sum + capacity, 0);
    least = Math.min(least, area);
  }
  return least;
}

describe('the minimal cut', () => {
  test('is the least over all bipartitions of the tensors, and its legs separate the region', () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (graph, choice) => {
        const region = graph.boundary.map((_, site) => site).filter((site) => (choice >> site) & 1);
        const { area, legs, wedge } = minimalCut(graph, region);
        expect(area).toBeCloseTo(bruteForce(graph, region), 10);
        const within = new Set(wedge);
        const inside = new Set(region.map((site) => graph.boundary[site]!));
        const crossing = graph.edges.filter(
          ({ leg, from, to }) => within.has(from) !== (to === null ? inside.has(leg) : within.has(to)),
        );
        expect(crossing.map(({ leg }) => leg)).toEqual(legs); // the cut is the edge of the wedge
        const cut = new Set(legs);
        const rest = { ...graph, edges: graph.edges.filter(({ leg }) => !cut.has(leg)) };
        expect(minimalCut(rest, region).area).toBe(0);
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  test('says what is wrong with a graph, in place of a flow that never ends', () => {
    const graph = (capacity: number, to: string | null = 'b', boundary = ['left', 'right']): CapacityGraph => ({
      nodes: ['a', 'b'].map((id, site) => ({ id, site, depth: 1 })),
      edges: [
        { leg: 'left', from: 'a', to: null, capacity: 1 },
        { leg: 'bond', from: 'a', to, capacity },
        { leg: 'right', from: 'b', to: null, capacity: 1 },
      ],
      boundary,
    });
    for (const capacity of [Number.NaN, Infinity, -1]) {
      expect(() => minimalCut(graph(capacity), [0])).toThrow(
        `finite capacities ≥ 0 required, got ${capacity} of 'bond'`,
      );
      expect(() => minimalCuts(graph(capacity), [0])).toThrow(DomainError);
      expect(() => greedyWedge(graph(capacity), [0])).toThrow(/greedyWedge: finite capacities/);
    }
    expect(() => minimalCut(graph(1, 'c'), [0])).toThrow(/nodes of the graph required, got 'bond' from a to c/);
    expect(() => minimalCut(graph(1, 'b', ['bond']), [0])).toThrow(/open legs as sites .* got 'bond'/);
  });

  test('is found at the ends of a long path', () => {
    const length = 30000;
    const path = Array.from({ length }, (_, k) => ({ leg: `${k}`, from: `${k}`, to: `${k + 1}`, capacity: 1 }));
    const graph: CapacityGraph = {
      nodes: Array.from({ length: length + 1 }, (_, k) => ({ id: `${k}`, site: k, depth: 1 })),
      edges: [
        { leg: 'left', from: '0', to: null, capacity: 2 },
        ...path,
        { leg: 'right', from: `${length}`, to: null, capacity: 2 },
      ],
      boundary: ['left', 'right'],
    };
    expect(minimalCut(graph, [1])).toMatchObject({ area: 1, legs: [`${length - 1}`] });
  });

  test('is the one nearest to the region among equals, and ignores differences that are rounding', () => {
    const row = (...capacities: number[]): CapacityGraph => ({
      nodes: ['left', 'right'].map((id, site) => ({ id, site, depth: 1 })),
      edges: [
        { leg: 'a', from: 'left', to: null, capacity: capacities[0]! },
        { leg: 'bond', from: 'left', to: 'right', capacity: capacities[1]! },
        { leg: 'b', from: 'right', to: null, capacity: capacities[2]! },
      ],
      boundary: ['a', 'b'],
    });
    expect(minimalCut(row(1, 1, 1), [0])).toEqual({ area: 1, legs: ['a'], wedge: [] });
    expect(minimalCut(row(1, 1, 1), [1])).toEqual({ area: 1, legs: ['b'], wedge: [] });
    expect(minimalCut(row(2, 1, 2), [0])).toEqual({ area: 1, legs: ['bond'], wedge: ['left'] });
    expect(minimalCut(row(2, 2, 1), [0])).toEqual({ area: 1, legs: ['b'], wedge: ['left', 'right'] });
    expect(minimalCut(row(1 + 1e-13, 1, 1), [0]).legs).toEqual(['a']);
    expect(minimalCut(row(1 + 1e-11, 1, 1), [0]).legs).toEqual(['bond']);
    expect(minimalCut(row(1, 1, 1), [])).toEqual({ area: 0, legs: [], wedge: [] });
    expect(minimalCut(row(1, 1, 1), [0, 1])).toEqual({ area: 0, legs: [], wedge: ['left', 'right'] });
  });

  test('is found though the shortest path has to be taken back', () => {
    // The first path, in a – b out, blocks both others: in a – e – f out and in c – d – b out.
    const bond = (from: string, to: string) => ({ leg: `${from}${to}`, from, to, capacity: 1 });
    const open = (from: string) => ({ leg: `open ${from}`, from, to: null, capacity: 1 });
    const graph: CapacityGraph = {
      nodes: [...'abcdef'].map((id, site) => ({ id, site, depth: 1 })),
      edges: [bond('a', 'b'), bond('a', 'e'), bond('e', 'f'), bond('c', 'd'), bond('d', 'b'), ...[...'acbf'].map(open)],
      boundary: ['open a', 'open c', 'open b', 'open f'],
    };
    expect(minimalCut(graph, [0, 1])).toEqual({ area: 2, legs: ['open a', 'open c'], wedge: [] });
    expect(minimalCut(graph, [2, 3]).area).toBe(2);
  });

  test('refuses a site that does not exist', () => {
    const graph: CapacityGraph = { nodes: [], edges: [], boundary: [] };
    expect(() => minimalCut(graph, [0])).toThrow(/sites below 0 required, got 0/);
  });
});

test('the graph of a circuit counts its layers from the boundary', () => {
  const circuit: Circuit = {
    kind: 'circuit',
    qubits: 3,
    parameters: 0,
    gates: [
      { word: 'XII', angle: 1 },
      { word: 'ZZI', angle: 1 },
      { word: 'IIY', angle: 1 },
      { word: 'IZZ', angle: 1 },
    ],
  };
  const { nodes, edges, boundary } = bulkGraph(circuit);
  const depth = Object.fromEntries(nodes.map((node) => [node.id, node.depth]));
  expect(depth).toMatchObject({
    'gate 3': 1,
    'gate 2': 2,
    'gate 1': 2,
    'gate 0': 3,
    'reference 0': 4,
    'reference 2': 3,
  });
  const site = Object.fromEntries(nodes.map((node) => [node.id, node.site]));
  expect(site).toMatchObject({ 'gate 3': 1.5, 'gate 1': 0.5, 'gate 0': 0, 'reference 2': 2 });
  expect(boundary.length).toBe(3);
  expect(edges.filter(({ to }) => to === null).map(({ leg }) => leg)).toEqual(boundary);
  expect(edges.length).toBe(3 + 6);
});
