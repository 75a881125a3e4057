/**
 * @file A contraction tree for searches that try millions of rearrangements. The open legs of a node are bits, legs of
 * one dimension share words, and the product of the dimensions in a word is looked up by its number of bits.
 */

import type { ContractionGraph, ContractionPath } from './contraction-graph.ts';

/** Hyper-legs: their number in the graph, word, bit as a mask, and number of ends. */
export interface HyperLegs {
  readonly count: number;
  readonly leg: Int32Array;
  readonly word: Int32Array;
  readonly mask: Int32Array;
  readonly total: Int32Array;
}

/** How the legs of a graph are numbered by bits. */
export interface LegBits {
  /** Number of 32-bit words of a set of legs. */
  readonly words: number;
  /** Dimension^k of every word, at 33·word + k. */
  readonly powers: Float64Array;
  /** Word and bit of every leg of the graph. */
  readonly places: Int32Array;
  /** Legs with more than two ends, which have to be counted. */
  readonly hyper: HyperLegs;
}

/** Nodes 0 … N − 1 are the tensors, the others products of two nodes; the last node is the root. */
export interface BitTree {
  readonly graph: ContractionGraph;
  readonly bits: LegBits;
  /** Open legs of every node, `words` each. */
  readonly open: Int32Array;
  /** Ends of every hyper-leg inside every node. */
  readonly ends: Uint16Array;
  /** Children of the product nodes; −1 for tensors. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Entries of every node, and multiply-adds of the product that makes it, 0 for tensors. */
  readonly size: Float64Array;
  readonly volume: Float64Array;
}

function legBits({ dimensions, totals }: ContractionGraph): LegBits {
  const order = [...dimensions.keys()].sort((a, b) => dimensions[a]! - dimensions[b]! || a - b);
  const places = new Int32Array(dimensions.length);
  const wordDimensions: number[] = [];
  let free = 32;
  order.forEach((leg) => {
    if (free === 32 || wordDimensions.at(-1) !== dimensions[leg]) {
      wordDimensions.push(dimensions[leg]!);
      free = 0;
    }
    places[leg] = 32 * (wordDimensions.length - 1) + free++;
  });
  const powers = Float64Array.from({ length: 33 * wordDimensions.length }, (_, at) => {
    return wordDimensions[Math.floor(at / 33)]! ** (at % 33);
  });
  const leg = Int32Array.from(order.filter((own) => totals[own]! > 2));
  const hyper = {
    count: leg.length,
    leg,
    word: leg.map((own) => places[own]! >> 5),
    mask: leg.map((own) => 1 << (places[own]! & 31)),
    total: leg.map((own) => totals[own]!),
  };
  return { words: wordDimensions.length, powers, places, hyper };
}

/** The tree of a path. O(tensors · legs). */
export function bitTree(graph: ContractionGraph, path: ContractionPath): BitTree {
  const bits = legBits(graph);
  const tensors = graph.tensors.length;
  const nodes = tensors + path.length;
  const { words, places, hyper } = bits;
  const tree: BitTree = {
    graph,
    bits,
    open: new Int32Array(nodes * words),
    ends: new Uint16Array(nodes * hyper.count),
    left: new Int32Array(nodes).fill(-1),
    right: new Int32Array(nodes).fill(-1),
    size: new Float64Array(nodes),
    volume: new Float64Array(nodes),
  };
  graph.tensors.forEach(({ legs, size }, node) => {
    for (const leg of legs) {
      const place = places[leg]!;
      tree.open[node * words + (place >> 5)]! |= 1 << (place & 31);
    }
    for (let k = 0; k < hyper.count; k++) tree.ends[node * hyper.count + k] = legs.includes(hyper.leg[k]!) ? 1 : 0;
    tree.size[node] = size;
  });
  path.forEach(([a, b], k) => {
    makeNode(tree, tensors + k, a, b);
  });
  return tree;
}

/** Makes `node` the product of two others. O(words + hyper-legs). */
export function makeNode({ bits, open, ends, left, right, size, volume }: BitTree, node: number, a: number, b: number) {
  const { words, powers, hyper } = bits;
  left[node] = a;
  right[node] = b;
  for (let w = 0; w < words; w++) open[node * words + w] = open[a * words + w]! ^ open[b * words + w]!;
  const { count, word, mask, total } = hyper;
  for (let k = 0; k < count; k++) {
    const inside = ends[a * count + k]! + ends[b * count + k]!;
    ends[node * count + k] = inside;
    if (inside > 0 && inside < total[k]!) open[node * words + word[k]!]! |= mask[k]!;
    else open[node * words + word[k]!]! &= ~mask[k]!;
  }
  let [entries, products] = [1, 1];
  for (let w = 0; w < words; w++) {
    const kept = open[node * words + w]!;
    const all = open[a * words + w]! | open[b * words + w]!;
    if (kept !== 0) entries *= powers[33 * w + ones(kept)]!;
    if (all !== 0) products *= powers[33 * w + ones(all)]!;
  }
  size[node] = entries;
  volume[node] = products;
}

/** Number of ones of a 32-bit word. */
export function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The cost of all products: multiply-adds, and `entryCost` for every entry of a product. */
export function treeCost({ size, volume, left }: BitTree, entryCost: number): number {
  let total = 0;
  for (let node = (left.length + 1) >> 1; node < left.length; node++) total += volume[node]! + entryCost * size[node]!;
  return total;
}

/** Makes a tree equal to another one of the same graph. */
export function copyTree(to: BitTree, from: BitTree): void {
  for (const name of ['open', 'ends', 'left', 'right', 'size', 'volume'] as const) to[name].set(from[name]);
}

/** A tree equal to this one, to be rearranged. */
export function clonedTree(tree: BitTree): BitTree {
  const { open, ends, left, right, size, volume } = tree;
  const slices = { open: open.slice(), ends: ends.slice(), left: left.slice(), right: right.slice() };
  return { ...tree, ...slices, size: size.slice(), volume: volume.slice() };
}

/** The tree's path, children before their parents; without recursion, as trees can be deep. */
export function pathOf({ left, right }: BitTree): ContractionPath {
  const tensors = (left.length + 1) / 2;
  const name = Int32Array.from(left, (_, node) => (node < tensors ? node : -1));
  const path: [number, number][] = [];
  const stack = left.length > tensors ? [left.length - 1] : [];
  while (stack.length > 0) {
    const node = stack[stack.length - 1]!;
    const [a, b] = [left[node]!, right[node]!];
    if (name[a] === -1 || name[b] === -1) {
      if (name[b] === -1) stack.push(b);
      if (name[a] === -1) stack.push(a);
      continue;
    }
    stack.pop();
    path.push([Math.min(name[a]!, name[b]!), Math.max(name[a]!, name[b]!)]);
    name[node] = tensors + path.length - 1;
  }
  return path;
}
