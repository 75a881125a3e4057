/**
 * @file A better order of contraction, searched for by a worker while this thread calculates. Tree and result are in a
 * memory that both share, since a loop of gradients never returns to where messages are received.
 */

import { engineModule } from '../engine/heap.ts';
import { workerStart } from '../engine/threads.ts';
import type { RandomStream } from '../linalg/random.ts';
import { type BitTree, bitTree, pathOf, treeCost } from './bit-tree.ts';
import { coolingOf, seedOf } from './contraction-anneal.ts';
import type { ContractionGraph, ContractionPath } from './contraction-graph.ts';

/** A search that goes on by itself. */
export interface BackgroundSearch {
  /** The best path found, if it is better than all that were fetched before. */
  readonly better: () => ContractionPath | undefined;
  /** Whether the search has ended. */
  readonly ended: () => boolean;
  readonly stop: () => void;
}

/** One annealing: moves, seed, temperature, and its factor after every sweep. */
type Round = readonly [moves: number, seed: number, hot: number, cooling: number];

interface Search {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly rounds: readonly Round[];
  readonly entryCost: number;
}

/** Places in the record, see `assembly/anneal.ts`; the record is at the start of the memory, after the compiler's part. */
const RECORD = 1024;
const STOP = 48;
const PUBLISHED = 52;
const LEAST = 56;
const PUBLISHED_COST = 64;
const ENDED = 72;
const RECORD_BYTES = 128;

/** The worker. A string, because a worker cannot be started from TypeScript or from a bundle. */
const WORK = `function work({ module, memory, rounds, entryCost }) {
  const { annealTree } = new WebAssembly.Instance(module, { env: { memory } }).exports;
  const words = new Int32Array(memory.buffer, ${RECORD}, ${RECORD_BYTES / 4});
  for (const round of rounds) {
    if (Atomics.load(words, ${STOP / 4}) === 0) annealTree(${RECORD}, ...round, entryCost);
  }
  Atomics.store(words, ${ENDED / 4}, 1);
}`;

/** Annealings of one search, and their temperatures in turn. */
const ROUNDS = 12;
const HOT = [0.3, 0.15, 1] as const;
const COLD = 0.01;

/**
 * Searches from a path on; undefined where there is no worker or no WebAssembly.
 *
 * @param moves - of simulated annealing, some three million a second
 * @param entryCost - what an entry of a product costs, in multiply-adds
 */
export function backgroundSearch(
  graph: ContractionGraph,
  path: ContractionPath,
  { moves, entryCost, stream }: { readonly moves: number; readonly entryCost: number; readonly stream: RandomStream },
): BackgroundSearch | undefined {
  const start = workerStart<Search>(WORK);
  if (start === undefined || path.length < 2 || globalThis.WebAssembly === undefined) return undefined;
  const tree = bitTree(graph, path);
  const { memory, best, published } = annealingMemory(tree, entryCost);
  const each = Math.ceil(moves / ROUNDS);
  const rounds = Array.from({ length: ROUNDS }, (_, k): Round => {
    const hot = HOT[k % HOT.length]!;
    return [each, seedOf(stream), hot, coolingOf(hot, COLD, each, path.length)];
  });
  start({ module: engineModule(), memory, rounds, entryCost });
  const words = new Int32Array(memory.buffer, RECORD, RECORD_BYTES / 4);
  const costs = new Float64Array(memory.buffer, RECORD, RECORD_BYTES / 8);
  let fetched = treeCost(tree, entryCost);
  const ended = (): boolean => Atomics.load(words, ENDED / 4) !== 0;
  return {
    better: () => {
      const isPublished = Atomics.load(words, PUBLISHED / 4) !== 0;
      if (!isPublished && !ended()) return undefined;
      // Once the worker has ended the best tree is at rest, and nothing more is published.
      const [children, cost] = ended() ? [best, costs[LEAST / 8]!] : [published, costs[PUBLISHED_COST / 8]!];
      if (!(cost < fetched)) return undefined;
      fetched = cost;
      const [left, right] = [0, 1].map((side) =>
        children.slice(side * tree.left.length, (side + 1) * tree.left.length),
      );
      Atomics.store(words, PUBLISHED / 4, 0);
      return pathOf({ ...tree, left: left!, right: right! });
    },
    ended,
    stop: () => Atomics.store(words, STOP / 4, 1),
  };
}

/**
 * A shared memory with the record and the tree, for the kernel `annealTree`.
 *
 * @returns also the children, left and right, of the best and of the published tree, and the address of the record
 */
export function annealingMemory(tree: BitTree, entryCost: number) {
  const { words, powers, hyper } = tree.bits;
  const nodes = tree.left.length;
  const treeBytes = rounded(16 * nodes + 4 * nodes * (words + 2) + 2 * nodes * hyper.count);
  const tables = [powers, hyper.word, hyper.mask, hyper.total];
  let top = RECORD + RECORD_BYTES;
  const reserve = (bytes: number): number => {
    top += rounded(bytes);
    return top - rounded(bytes);
  };
  const addresses = tables.map(({ byteLength }) => reserve(byteLength));
  const [current, best] = [reserve(treeBytes), reserve(treeBytes)];
  const [published, scratch] = [reserve(8 * nodes), reserve(4 * words)];
  const pages = Math.ceil(top / 65536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const { buffer } = memory;
  const record = new Int32Array(buffer, RECORD, RECORD_BYTES / 4);
  record.set([words, nodes, hyper.count, ...addresses, current, best, published, scratch, treeBytes]);
  new Float64Array(buffer, RECORD + LEAST, 2).fill(treeCost(tree, entryCost));
  tables.forEach((table, k) => {
    new Uint8Array(buffer, addresses[k]!).set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
  });
  let at = best;
  for (const part of [tree.size, tree.volume, tree.open, tree.left, tree.right, tree.ends]) {
    new Uint8Array(buffer, at).set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    at += part.byteLength;
  }
  const children = new Int32Array(buffer, best + 16 * nodes + 4 * nodes * words, 2 * nodes);
  return { memory, best: children, published: new Int32Array(buffer, published, 2 * nodes), record: RECORD };
}

const rounded = (bytes: number): number => Math.ceil(bytes / 64) * 64;
