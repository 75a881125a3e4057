import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CapacityGraph } from '../../src/geometry/capacity-graph.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { minimalCuts } from '../../src/geometry/minimal-cuts.ts';
import { graphs } from './random-graph.ts';

const sitesOf = (graph: CapacityGraph, choice: number): readonly number[] =>
  graph.boundary.map((_, site) => site).filter((site) => (choice >> site) & 1);

/** The wedges of least cut, without tensors that are joined to no open leg, by trying all bipartitions. */
function bruteForce(graph: CapacityGraph, region: readonly number[]): readonly (readonly string[])[] {
  const inside = new Set(region.map((site) => graph.boundary[site]!));
  const nodes = joined(graph);
  const cuts = Array.from({ length: 2 ** nodes.length }, (_, side) => {
    const wedge = nodes.filter((_, k) => (side >> k) & 1);
    const legs = graph.edges.filter(
      ({ leg, from, to }) => wedge.includes(from) !== (to === null ? inside.has(leg) : wedge.includes(to)),
    );
    return { area: legs.reduce((sum, { capacity }) => sum + capacity, 0), wedge };
  });
  const least = Math.min(...cuts.map(({ area }) => area));
  return cuts.filter(({ area }) => area < least + 1e-9).map(({ wedge }) => wedge);
}

/** The tensors that are joined to an open leg. */
function joined(graph: CapacityGraph): readonly string[] {
  const known = new Set(graph.edges.filter(({ to }) => to === null).map(({ from }) => from));
  for (const id of known) {
    for (const { from, to } of graph.edges) if (to !== null && (from === id || to === id)) known.add(from).add(to);
  }
  return graph.nodes.map(({ id }) => id).filter((id) => known.has(id));
}

/** Equal bonds in a row between two sites: a cut in each of them. */
const row = (bonds: number): CapacityGraph => ({
  nodes: Array.from({ length: bonds - 1 }, (_, k) => ({ id: `${k}`, site: k, depth: 1 })),
  edges: Array.from({ length: bonds }, (_, k) => ({
    leg: `b${k}`,
    from: `${Math.max(0, k - 1)}`,
    to: k === 0 || k === bonds - 1 ? null : `${k}`,
    capacity: 1,
  })),
  boundary: ['b0', `b${bonds - 1}`],
});

describe('the minimal cuts', () => {
  test('are counted, the extreme ones found, as by trying all', () => {
    fc.assert(
      fc.property(graphs, fc.nat(), (graph, choice) => {
        const region = sitesOf(graph, choice);
        const { area, nearest, farthest, count } = minimalCuts(graph, region);
        const wedges = bruteForce(graph, region);
        expect(nearest).toEqual(minimalCut(graph, region));
        expect(farthest.area).toBeCloseTo(area, 10);
        expect(count).toBe(wedges.length);
        expect(farthest.wedge).toEqual(wedges.reduce((a, b) => (b.length > a.length ? b : a)));
        for (const wedge of wedges) {
          expect(farthest.wedge).toEqual(expect.arrayContaining([...wedge]));
          expect(wedge).toEqual(expect.arrayContaining([...nearest.wedge]));
        }
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  test('of a chain of n equal bonds are n, of m such chains side by side n^m', () => {
    expect(minimalCuts(row(7), [0])).toMatchObject({ area: 1, count: 7 });
    expect(minimalCuts(row(7), [0]).farthest).toEqual({ area: 1, legs: ['b6'], wedge: ['0', '1', '2', '3', '4', '5'] });
    const copies = Array.from({ length: 12 }, (_, m) => m);
    const chain = row(7);
    const beside: CapacityGraph = {
      nodes: copies.flatMap((m) => chain.nodes.map((node) => ({ ...node, id: `${m} ${node.id}` }))),
      edges: copies.flatMap((m) =>
        chain.edges.map((edge) => ({
          ...edge,
          leg: `${m} ${edge.leg}`,
          from: `${m} ${edge.from}`,
          to: edge.to === null ? null : `${m} ${edge.to}`,
        })),
      ),
      boundary: copies.flatMap((m) => [`${m} b0`, `${m} b6`]),
    };
    const left = copies.map((m) => 2 * m);
    expect(minimalCuts(beside, left)).toMatchObject({ area: 12, count: 7 ** 12 });
  });

  test('between top and bottom of an n × n grid are its n + 1 levels', () => {
    // Unit squares, each joined to its neighbours; the region is all legs at the top, and all cuts of area n are level.
    const n = 5;
    const at = (r: number, c: number): string => `${r} ${c}`;
    const cells = Array.from({ length: n * n }, (_, k) => [Math.floor(k / n), k % n] as const);
    const graph: CapacityGraph = {
      nodes: cells.map(([r, c]) => ({ id: at(r, c), site: c, depth: r })),
      edges: cells.flatMap(([r, c]) => [
        { leg: `down ${at(r, c)}`, from: at(r, c), to: r + 1 < n ? at(r + 1, c) : null, capacity: 1 },
        ...(r === 0 ? [{ leg: `up ${at(r, c)}`, from: at(r, c), to: null, capacity: 1 }] : []),
        ...(c + 1 < n ? [{ leg: `right ${at(r, c)}`, from: at(r, c), to: at(r, c + 1), capacity: 1 }] : []),
      ]),
      boundary: [...Array(n).keys()].flatMap((c) => [`up ${at(0, c)}`, `down ${at(n - 1, c)}`]),
    };
    const top = [...Array(n).keys()].map((c) => 2 * c);
    expect(minimalCuts(graph, top)).toMatchObject({ area: n, count: n + 1 });
  });
});
