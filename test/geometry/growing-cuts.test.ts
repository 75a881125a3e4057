import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/index.ts';
import { bulkGraph } from '../../src/bulk/bulk-graph.ts';
import { DomainError } from '../../src/errors.ts';
import type { CapacityGraph } from '../../src/geometry/capacity-graph.ts';
import { growingCuts } from '../../src/geometry/growing-cuts.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { graphs } from './random-graph.ts';

/** The cuts of the same regions, each from a flow of its own. */
const oneByOne = (graph: CapacityGraph, sites: readonly number[]) =>
  sites.map((_, k) => {
    const { area, legs } = minimalCut(graph, sites.slice(0, k + 1));
    return { area, legs };
  });

describe('the cuts of a region that grows', () => {
  test('are those of each region alone, leg by leg, whatever the order in which sites join', () => {
    const orders = fc.array(fc.nat(), { maxLength: 12 });
    fc.assert(
      fc.property(graphs, orders, (graph, choices) => {
        const n = graph.boundary.length;
        const sites = n === 0 ? [] : choices.map((choice) => choice % n);
        expect(growingCuts(graph, sites)).toEqual(oneByOne(graph, sites));
      }),
      { seed: 21, numRuns: 500 },
    );
  });

  test('are those of each region alone in a circuit of 24 qubits, for every interval', () => {
    const graph = bulkGraph(brickwall(24, { depth: 6 }));
    for (let start = 0; start < 24; start += 5) {
      const sites = Array.from({ length: 24 - start }, (_, k) => start + k);
      expect(growingCuts(graph, sites)).toEqual(oneByOne(graph, sites));
    }
  });

  test('end with nothing to cut when all open legs have joined', () => {
    const graph = bulkGraph(brickwall(6, { depth: 3 }));
    const open = graph.edges.filter(({ to }) => to === null).map(({ leg }) => leg);
    const all = { ...graph, boundary: open };
    expect(growingCuts(all, [...open.keys()]).at(-1)).toEqual({ area: 0, legs: [] });
  });

  test('say which site does not exist, and what is wrong with a graph', () => {
    const graph = bulkGraph(brickwall(3, { depth: 1 }));
    expect(() => growingCuts(graph, [1, 3])).toThrow(new DomainError('growingCuts: sites below 3 required, got 3'));
    const edges = graph.edges.map((edge) => ({ ...edge, capacity: Number.NaN }));
    expect(() => growingCuts({ ...graph, edges }, [0])).toThrow(/growingCuts: finite capacities/);
  });
});
