import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitTree, makeNode, pathOf, treeCost } from '../../src/contraction/bit-tree.ts';
import { annealed } from '../../src/contraction/contraction-anneal.ts';
import { pathCost } from '../../src/contraction/contraction-cost.ts';
import { type ContractionPath, contractionGraph } from '../../src/contraction/contraction-graph.ts';
import { greedyPath } from '../../src/contraction/contraction-greedy.ts';
import { contractionPath, sequentialPath } from '../../src/contraction/contraction-path.ts';
import { reconfigured } from '../../src/contraction/contraction-reconfigure.ts';
import { sweepPath } from '../../src/contraction/contraction-sweep.ts';
import { coarser, hypergraph } from '../../src/contraction/hypergraph.ts';
import { bisected } from '../../src/contraction/hypergraph-cut.ts';
import { entryCostOf, programNanoseconds, STANDARD_TIMES } from '../../src/engine/time-model.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { arbitraryHypernetwork } from '../network/random-network.ts';

const never = (): boolean => false;

test('a tree of bits has the costs of its path, hyper-indices included, before and after it is rearranged', () => {
  fc.assert(
    fc.property(arbitraryHypernetwork(9), fc.nat(9), ({ legs, dimensions, output }, seed) => {
      const graph = contractionGraph(legs, dimensions, output);
      const agrees = (tree: ReturnType<typeof bitTree>): void => {
        const { flops, writes } = pathCost(legs, dimensions, pathOf(tree), output);
        expect(treeCost(tree, 0)).toBe(flops / 8);
        expect(treeCost(tree, 3)).toBe(flops / 8 + 3 * writes);
      };
      const tree = bitTree(graph, sequentialPath(legs.length));
      agrees(tree);
      const stream = randomStream(seed, 'anneal');
      const other = annealed(tree, { moves: 200, hot: 3, cold: 1, entryCost: 0, stream, over: never });
      agrees(other);
      agrees(reconfigured(other, 3));
    }),
    { seed: 3, numRuns: 150 },
  );
});

test('legs of different dimensions are told apart', () => {
  const legs = Array.from({ length: 40 }, (_, k) => `e${k}`);
  const dimensions = Object.fromEntries(legs.map((leg, k) => [leg, 2 + (k % 3)]));
  const size = (list: readonly string[]) => list.reduce((product, leg) => product * dimensions[leg]!, 1);
  const graph = contractionGraph([legs, legs.slice(0, 20), legs.slice(20)], dimensions, []);
  const tree = bitTree(graph, sequentialPath(3));
  expect([tree.size[3], tree.volume[3]]).toEqual([size(legs.slice(20)), size(legs)]);
  makeNode(tree, 3, 1, 2);
  expect([tree.size[3], tree.volume[3]]).toEqual([size(legs), size(legs)]);
});

/** Two complete graphs with one edge between them. */
function barbell(size: number) {
  const edges: { pins: number[]; weight: number }[] = [{ pins: [0, size], weight: 1 }];
  for (const first of [0, size]) {
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) edges.push({ pins: [first + a, first + b], weight: 1 });
    }
  }
  return hypergraph(new Float64Array(2 * size).fill(1), edges);
}

test('two complete graphs are cut at the edge between them', () => {
  for (const size of [5, 40, 90]) {
    const side = bisected(barbell(size), 0.1, randomStream(size, 'barbell'));
    expect(new Set(side.subarray(0, size)).size).toBe(1);
    expect(side[size]).toBe(1 - side[0]!);
    expect(new Set(side.subarray(size)).size).toBe(1);
  }
});

/** A lattice of side × length vertices. */
function lattice(side: number, length: number) {
  const edges: { pins: number[]; weight: number }[] = [];
  for (let i = 0; i < side * length; i++) {
    if ((i + 1) % side > 0) edges.push({ pins: [i, i + 1], weight: 1 });
    if (i + side < side * length) edges.push({ pins: [i, i + side], weight: 1 });
  }
  return edges;
}

test('a lattice of 8 × 20 is cut across into halves of similar weight', () => {
  const edges = lattice(8, 20);
  const side = bisected(hypergraph(new Float64Array(160).fill(1), edges), 0.1, randomStream(1, 'lattice'));
  const cut = edges.filter(({ pins }) => side[pins[0]!] !== side[pins[1]!]).length;
  expect(cut).toBe(8);
  const ones = side.reduce((sum, x) => sum + x, 0);
  expect(Math.max(ones, 160 - ones)).toBeLessThanOrEqual(88);
});

test('a coarser hypergraph keeps the weight of the vertices, and of every cut between joined ones', () => {
  const edges = [...lattice(6, 6), { pins: [0, 7, 14, 21], weight: 5 }];
  const graph = hypergraph(new Float64Array(36).fill(1), edges);
  const { coarse, into } = coarser(graph, 6, randomStream(2, 'coarse'));
  expect(coarse.vertexWeights.reduce((sum, x) => sum + x, 0)).toBe(36);
  const stream = randomStream(3, 'sides');
  const side = Uint8Array.from(coarse.vertexWeights, () => stream.integer(2));
  const cutOf = (
    list: readonly { readonly pins: Iterable<number>; readonly weight: number }[],
    of: (pin: number) => number,
  ) => list.reduce((sum, { pins, weight }) => sum + (new Set([...pins].map(of)).size > 1 ? weight : 0), 0);
  const coarseEdges = Array.from(coarse.weights, (weight, e) => ({
    weight,
    pins: coarse.pins.subarray(coarse.first[e]!, coarse.first[e + 1]!),
  }));
  expect(cutOf(coarseEdges, (pin) => side[pin]!)).toBe(cutOf(edges, (pin) => side[into[pin]!]!));
});

const legsOf = (count: number, edges: readonly { readonly pins: readonly number[] }[]): string[][] => {
  const legs: string[][] = Array.from({ length: count }, () => []);
  edges.forEach(({ pins }, e) => {
    for (const pin of pins) legs[pin]!.push(`e${e}`);
  });
  return legs;
};
const twos = (legs: readonly (readonly string[])[]) => Object.fromEntries(legs.flat().map((leg) => [leg, 2]));

test('a sweep along a ladder needs intermediates of its width only, from wherever it starts', () => {
  const legs = legsOf(120, lattice(3, 40));
  for (let seed = 0; seed < 5; seed++) {
    const path = sweepPath(contractionGraph(legs, twos(legs), []), randomStream(seed, 'sweep'));
    expect(pathCost(legs, twos(legs), path, []).peak).toBeLessThanOrEqual(2 ** 4);
  }
});

test('networks in several pieces are swept too', () => {
  const legs = [['a', 'b'], ['a', 'b'], ['c'], ['c'], []];
  const path = sweepPath(contractionGraph(legs, twos(legs), []), randomStream(1, 'sweep'));
  expect(path.flat().sort((x, y) => x - y)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('a hyper-network gets more than greedy: sixteen factors of four variables each are contracted optimally', () => {
  const legs = Array.from({ length: 16 }, (_, k) => [0, 1, 2, 3].map((j) => `x${(k + 5 * j) % 16}`));
  const cost = (path: ContractionPath): number => pathCost(legs, twos(legs), path, []).flops;
  const minimise = 'operations';
  const optimal = cost(contractionPath(legs, twos(legs), [], { optimal: 16, minimise }));
  const greedy = cost(greedyPath(contractionGraph(legs, twos(legs), [])));
  expect(greedy).toBeGreaterThan(optimal);
  expect(cost(contractionPath(legs, twos(legs), [], { steps: 2000, minimise }))).toBe(optimal);
});

test('the time of a product is that of its multiply-adds, its entries and its call', () => {
  const product = { kind: 'product', to: 2, left: 0, right: 1, batch: 2, rows: 3, columns: 5, inner: 7 } as const;
  const instructions = [{ ...product, adjointLeft: false, adjointRight: false }];
  const program = { inputs: 2, sizes: [42, 70, 30], outputs: [2], instructions };
  const { multiplyAdd, entry, call } = STANDARD_TIMES;
  expect(programNanoseconds(program, STANDARD_TIMES)).toBeCloseTo(210 * multiplyAdd + 142 * entry + call, 10);
});

test('with entries at a price the path writes fewer of them, and operations alone are never more than with it', () => {
  const legs = legsOf(64, lattice(8, 8));
  const cost = (minimise: 'operations' | typeof STANDARD_TIMES) =>
    pathCost(legs, twos(legs), contractionPath(legs, twos(legs), [], { minimise, steps: 60_000 }), []);
  const dear = { ...STANDARD_TIMES, entry: 1000 };
  const [operations, time] = [cost('operations'), cost(dear)];
  expect(operations.flops).toBeLessThanOrEqual(time.flops);
  expect(time.flops / 8 + entryCostOf(dear) * time.writes).toBeLessThanOrEqual(
    operations.flops / 8 + entryCostOf(dear) * operations.writes,
  );
});
