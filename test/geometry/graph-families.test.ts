import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { bulkGraph } from '../../src/bulk/bulk-graph.ts';
import type { CapacityGraph } from '../../src/geometry/capacity-graph.ts';
import { chainGraph, gridGraph, meraGraph, treeGraph } from '../../src/geometry/graph-families.ts';
import { siteHops } from '../../src/geometry/hop-distances.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import { entropiesOfState } from '../../src/state/region-entropies.ts';
import { networkOfGraph } from '../../src/systems/random-network/network-of-graph.ts';

const interval = (start: number, length: number, sites: number): readonly number[] =>
  Array.from({ length }, (_, k) => (start + k) % sites);
/** Bonds of the minimal cut. */
const bonds = (graph: CapacityGraph, start: number, length: number): number =>
  Math.round(minimalCut(graph, interval(start, length, graph.boundary.length)).area / Math.LN2);
const greatest = (graph: CapacityGraph, length: number, open: boolean, step = 1): number => {
  const sites = graph.boundary.length;
  const places = open ? sites - length + 1 : sites;
  const starts = Array.from({ length: Math.ceil(places / step) }, (_, k) => k * step);
  return Math.max(...starts.map((start) => bonds(graph, start, length)));
};

describe('distances in a MERA of effective sites', () => {
  test('are D(3^k) = 2k + 1 in the ternary one', () => {
    const hops = siteHops(meraGraph({ sites: 3 ** 7, branching: 3, variant: 'sites' }), 0);
    expect([0, 1, 2, 3, 4, 5, 6].map((k) => hops[3 ** k])).toEqual([1, 3, 5, 7, 9, 11, 13]);
  });

  test.each([1, 2, 3, 4])('with %i levels are min over w of 2w + r/3^w, linear beyond the range 3^T', (levels) => {
    const sites = 3 ** 4 * 12;
    const hops = siteHops(meraGraph({ sites, branching: 3, levels, variant: 'sites' }), 0);
    for (let r = 3 ** levels; 2 * r <= sites; r += 3 ** levels) {
      const law = Math.min(...Array.from({ length: levels + 1 }, (_, w) => 2 * w + r / 3 ** w));
      expect(hops[r]).toBe(law);
    }
  });

  test('of tensors grow as the logarithm, too: two bonds or three for each level', () => {
    for (const branching of [2, 3] as const) {
      const levels = branching === 2 ? 11 : 7;
      const hops = siteHops(meraGraph({ sites: branching ** levels, branching }), 0);
      const steps = Array.from(
        { length: levels - 2 },
        (_, k) => hops[branching ** (k + 2)]! - hops[branching ** (k + 1)]!,
      );
      for (const step of steps) expect(step).toBeLessThanOrEqual(6);
      expect(steps.reduce((sum, step) => sum + step, 0) / steps.length).toBeGreaterThan(1.5);
    }
  });
});

describe('minimal cuts', () => {
  test('of an open chain are one bond at an end and two inside, on a ring two', () => {
    const open = chainGraph(12);
    const ring = chainGraph(12, { ring: true });
    for (let length = 2; length <= 10; length++) {
      expect(bonds(open, 0, length)).toBe(1);
      expect(bonds(open, 1, length)).toBe(length === 11 ? 1 : 2);
      expect(greatest(open, length, true)).toBeLessThanOrEqual(2);
      expect(greatest(ring, length, false)).toBe(2);
    }
    expect(chainGraph(2, { ring: true })).toEqual(chainGraph(2));
  });

  test('of a tree are at most 2(b − 1) log_b L', () => {
    const [binary, ternary] = [treeGraph(64), treeGraph(81, { branching: 3 })];
    for (const length of [2, 3, 4, 7, 8, 16, 31]) {
      expect(greatest(binary, length, true, 3)).toBeLessThanOrEqual(2 * Math.log2(length) + 1e-9);
    }
    for (const length of [3, 4, 9, 14, 27]) {
      expect(greatest(ternary, length, true, 5)).toBeLessThanOrEqual((4 * Math.log(length)) / Math.log(3) + 1e-9);
    }
    expect(bonds(binary, 0, 32)).toBe(1); // half of it hangs on one bond
  });

  test('of a MERA grow with the logarithm of the length, of a grid with the edge', () => {
    const mera = meraGraph({ sites: 128 });
    const cuts = [4, 8, 16, 32].map((length) => greatest(mera, length, false, 5));
    cuts.slice(1).forEach((cut, k) => {
      expect(cut - cuts[k]!).toBeGreaterThanOrEqual(1);
      expect(cut - cuts[k]!).toBeLessThanOrEqual(2 * 2);
    });
    const shallow = meraGraph({ sites: 128, levels: 2 });
    expect(greatest(shallow, 16, false, 5)).toBe(greatest(shallow, 32, false, 5)); // a finite range has an area law
    const grid = gridGraph(6, 6);
    const square = [14, 15, 20, 21]; // 2 × 2 inside, four sites against eight bonds
    expect(Math.round(minimalCut(grid, square).area / Math.LN2)).toBe(4);
    const wide = gridGraph(6, 6, { site: 16 });
    expect(Math.round(minimalCut(wide, square).area / Math.LN2)).toBe(8);
  });
});

describe('the families', () => {
  test('are the graphs of the models: the same cuts for all intervals', () => {
    const same = (graph: CapacityGraph, model: CapacityGraph): void => {
      expect(graph.edges.length).toBe(model.edges.length);
      for (let length = 1; length < 16; length++) {
        const cuts = (one: CapacityGraph) => interval(0, 16, 16).map((start) => bonds(one, start, length));
        expect(cuts(graph)).toEqual(cuts(model));
      }
    };
    const mera = bulkGraph(isometricMera(16, { bond: 2 }));
    // The model ends in a top of two legs; here a last layer and a top of one leg take its place.
    const levels3 = meraGraph({ sites: 16, levels: 3 });
    const [top, other] = ['top 3,0', 'top 3,1'];
    const joined: CapacityGraph = {
      ...levels3,
      nodes: levels3.nodes.filter(({ id }) => id !== other),
      edges: levels3.edges.map((edge) => (edge.to === other ? { ...edge, to: top } : edge)),
    };
    same(joined, mera);
    const tree = treeTensorNetwork(new Array(16).fill(2), { bond: 2 });
    const cuts = (graph: CapacityGraph) =>
      [2, 3, 5, 8].flatMap((length) => interval(0, 16 - length, 16).map((start) => bonds(graph, start, length)));
    expect(cuts(treeGraph(16))).toEqual(cuts(bulkGraph(tree)));
  });

  test.each([
    ['an open chain', chainGraph(8)],
    ['a ring', chainGraph(8, { ring: true })],
    ['a tree', treeGraph(8)],
    ['a ternary tree', treeGraph(9, { branching: 3 })],
    ['a binary MERA', meraGraph({ sites: 8 })],
    ['a ternary MERA', meraGraph({ sites: 9, branching: 3 })],
    ['a MERA of one level', meraGraph({ sites: 8, levels: 1 })],
    ['a grid', gridGraph(3, 3)],
  ])('bound the entropy of every region of any state on %s', (_, graph) => {
    const network = networkOfGraph(graph);
    const sites = graph.boundary.length;
    const { normal } = randomStream(3, 'families');
    const theta = Float64Array.from({ length: network.parameters }, () => normal());
    const entropies = entropiesOfState(normalised(networkState(network, theta)), new Array(sites).fill(2));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** sites - 2 }), (choice) => {
        const region = interval(0, sites, sites).filter((site) => (choice >> site) & 1);
        expect(entropies.entropy(region)).toBeLessThanOrEqual(minimalCut(graph, region).area + 1e-9);
      }),
      { seed: 1, numRuns: 12 },
    );
    expect(entropies.entropy([0])).toBeGreaterThan(1e-3);
  });

  test('have tensors of the right number of legs, each site on one', () => {
    for (const branching of [2, 3] as const) {
      const { nodes, edges, boundary } = meraGraph({
        sites: 54 * (branching - 1),
        branching,
        levels: branching === 2 ? 1 : 3,
      });
      const legs = new Map(nodes.map(({ id }) => [id, 0]));
      for (const { from, to } of edges) {
        legs.set(from, legs.get(from)! + 1);
        if (to !== null) legs.set(to, legs.get(to)! + 1);
      }
      for (const [id, count] of legs) {
        expect(count).toBe(id.startsWith('u') ? 4 : id.startsWith('w') ? branching + 1 : 1);
      }
      expect(new Set(boundary).size).toBe(54 * (branching - 1));
    }
  });

  test('have places: across by the sites below, deeper with every step', () => {
    const { nodes } = meraGraph({ sites: 8, levels: 2 });
    const at = Object.fromEntries(nodes.map(({ id, site, depth }) => [id, [site, depth]]));
    expect(at).toMatchObject({
      'u 1,0': [1.5, 1],
      'u 1,3': [-0.5, 1], // across the seam of the ring
      'w 1,3': [6.5, 2],
      'u 2,0': [3.5, 3],
      'w 2,1': [5.5, 4],
      'top 2,1': [5.5, 5],
    });
    expect(treeGraph(8).nodes.at(-1)).toEqual({ id: 'w 3,0', site: 3.5, depth: 3 });
    expect(meraGraph({ sites: 9, branching: 3, variant: 'sites' }).nodes[10]).toMatchObject({ site: 4, depth: 2 });
  });

  test('say what is wrong', () => {
    expect(() => treeGraph(12)).toThrow(/a power of 2 sites required, got 12/);
    expect(() => meraGraph({ sites: 12, levels: 3 })).toThrow(/a multiple of 2\^3 sites required, got 12/);
    expect(() => meraGraph({ sites: 7 })).toThrow(/levels required, got 0/);
    expect(() => chainGraph(0)).toThrow(/between 1 and 4000000 sites required, got 0/);
    expect(() => gridGraph(1e4, 1e4)).toThrow(/tensors required/);
    expect(() => chainGraph(3, { bond: 1.5 })).toThrow(/whole dimensions ≥ 1 required, got 1.5/);
  });
});
