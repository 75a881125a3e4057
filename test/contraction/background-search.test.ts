import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annealingMemory, backgroundSearch } from '../../src/contraction/background-search.ts';
import { bitTree, pathOf, treeCost } from '../../src/contraction/bit-tree.ts';
import { annealed, coolingOf, seedOf } from '../../src/contraction/contraction-anneal.ts';
import { pathCost } from '../../src/contraction/contraction-cost.ts';
import { contractionGraph } from '../../src/contraction/contraction-graph.ts';
import { greedyPath } from '../../src/contraction/contraction-greedy.ts';
import { sequentialPath } from '../../src/contraction/contraction-path.ts';
import { engineModule } from '../../src/engine/heap.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { arbitraryHypernetwork } from '../network/random-network.ts';

type Anneal = (record: number, moves: number, seed: number, hot: number, cooling: number, entryCost: number) => void;

test('the compiled annealing makes the moves of its definition, hyper-indices included', () => {
  const module = engineModule();
  fc.assert(
    fc.property(arbitraryHypernetwork(9), fc.nat(50), ({ legs, dimensions, output }, seed) => {
      const tree = bitTree(contractionGraph(legs, dimensions, output), sequentialPath(legs.length));
      const options = { moves: 300, hot: 2, cold: 0.1, entryCost: 2.5 };
      const ours = annealed(tree, { ...options, stream: randomStream(seed, 'moves'), over: () => false });
      const { memory, best, record } = annealingMemory(tree, options.entryCost);
      const { annealTree } = new WebAssembly.Instance(module, { env: { memory } }).exports as { annealTree: Anneal };
      const cooling = coolingOf(options.hot, options.cold, options.moves, legs.length - 1);
      const state = seedOf(randomStream(seed, 'moves'));
      annealTree(record, options.moves, state, options.hot, cooling, options.entryCost);
      const nodes = tree.left.length;
      expect([...best]).toEqual([...ours.left, ...ours.right]);
      const theirs = pathOf({ ...tree, left: best.slice(0, nodes), right: best.slice(nodes) });
      expect(treeCost(bitTree(tree.graph, theirs), 2.5)).toBe(treeCost(ours, 2.5));
    }),
    { seed: 11, numRuns: 100 },
  );
});

/** A grid of 9 × 9 tensors with bonds of 2. */
function grid(): string[][] {
  const legs: string[][] = Array.from({ length: 81 }, () => []);
  for (let i = 0; i < 81; i++) {
    for (const [name, j, inside] of [
      ['h', i + 1, (i + 1) % 9 > 0],
      ['v', i + 9, i + 9 < 81],
    ] as const) {
      if (!inside) continue;
      legs[i]!.push(`${name}${i}`);
      legs[j]!.push(`${name}${i}`);
    }
  }
  return legs;
}

test('a worker finds better paths while this thread does not give way', () => {
  const legs = grid();
  const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, 2]));
  const graph = contractionGraph(legs, dimensions, []);
  const path = greedyPath(graph);
  const stream = randomStream(1, 'background');
  const search = backgroundSearch(graph, path, { moves: 200_000, entryCost: 0, stream })!;
  const costs = [pathCost(legs, dimensions, path, []).flops];
  const pause = new Int32Array(new SharedArrayBuffer(4));
  while (!search.ended()) {
    Atomics.wait(pause, 0, 0, 5); // blocks, as a calculation would
    const better = search.better();
    if (better !== undefined) costs.push(pathCost(legs, dimensions, better, []).flops);
  }
  const last = search.better();
  if (last !== undefined) costs.push(pathCost(legs, dimensions, last, []).flops);
  expect(costs.length).toBeGreaterThan(1);
  expect(costs).toEqual([...costs].sort((a, b) => b - a));
  expect(costs.at(-1)).toBeLessThan(0.7 * costs[0]!);
  expect(search.better()).toBeUndefined();
});

test('a search that is stopped ends', () => {
  const legs = grid();
  const graph = contractionGraph(legs, Object.fromEntries(legs.flat().map((leg) => [leg, 2])), []);
  const stream = randomStream(2, 'background');
  const search = backgroundSearch(graph, greedyPath(graph), { moves: 2e9, entryCost: 0, stream })!;
  search.stop();
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let look = 0; look < 4000 && !search.ended(); look++) Atomics.wait(pause, 0, 0, 5);
  expect(search.ended()).toBe(true);
});
