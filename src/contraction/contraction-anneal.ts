/** @file Better contraction trees from good ones by simulated annealing. */

import type { RandomStream } from '../linalg/random.ts';
import { type BitTree, clonedTree, copyTree, makeNode, ones, treeCost } from './bit-tree.ts';

/** How a tree is annealed. */
export interface Annealing {
  /** Number of moves that are tried. */
  readonly moves: number;
  /** Temperatures at the start and at the end, in units of the logarithm of the cost. */
  readonly hot: number;
  readonly cold: number;
  /** What an entry of a product costs, in multiply-adds. */
  readonly entryCost: number;
  readonly stream: RandomStream;
  /** Asked from time to time; true means stop. */
  readonly over: () => boolean;
}

/**
 * Simulated annealing. A move exchanges a tensor with its aunt,
 *
 *     ((A B) C) → ((A C) B),
 *
 * and is accepted with probability min(1, (new/old)^(−1/T)), where old and new are the costs of both products.
 *
 * @returns the best tree met at the end of a sweep; the given one if none is better
 * @see Kalachev, Panteleev & Yung, arXiv:2108.05665 (2021)
 */
export function annealed(tree: BitTree, { moves, hot, cold, entryCost, stream, over }: Annealing): BitTree {
  const tensors = (tree.left.length + 1) >> 1;
  const products = tensors - 1;
  if (products < 2) return tree;
  let best: BitTree | undefined;
  let least = treeCost(tree, entryCost);
  const current = clonedTree(tree);
  const { left, right, size, volume } = current;
  const costsOf = pairCosts(current);
  const draw = generator(stream);
  for (let move = 0; move < moves; move++) {
    const bits = draw();
    const parent = tensors + ((bits >>> 2) % products);
    let [child, aunt] = [left[parent]!, right[parent]!];
    if (child < tensors || (aunt >= tensors && (bits & 1) === 1)) [child, aunt] = [aunt, child];
    if (child >= tensors) {
      const [stays, leaves] = (bits & 2) === 0 ? [left[child]!, right[child]!] : [right[child]!, left[child]!];
      const before = volume[child]! + volume[parent]! + entryCost * size[child]!;
      const after = costsOf(stays, aunt, leaves, entryCost);
      if (after <= before || draw() / 2 ** 32 < (before / after) ** (1 / (hot * (cold / hot) ** (move / moves)))) {
        makeNode(current, child, stays, aunt);
        makeNode(current, parent, child, leaves);
      }
    }
    if (move % products === 0 || move === moves - 1) {
      const cost = treeCost(current, entryCost);
      if (cost < least) {
        if (best === undefined) best = clonedTree(current);
        else copyTree(best, current);
        least = cost;
      }
      if (over()) break;
    }
  }
  return best ?? tree;
}

/** The cost of both products in ((A C) B); the result's entries, which do not change, are left out. */
function pairCosts({ bits, open, ends }: BitTree) {
  const { words, powers, hyper } = bits;
  const inner = new Int32Array(words);
  const { count, word, mask, total } = hyper;
  return (a: number, c: number, b: number, entryCost: number): number => {
    for (let w = 0; w < words; w++) inner[w] = open[a * words + w]! ^ open[c * words + w]!;
    for (let k = 0; k < count; k++) {
      const inside = ends[a * count + k]! + ends[c * count + k]!;
      if (inside > 0 && inside < total[k]!) inner[word[k]!]! |= mask[k]!;
      else inner[word[k]!]! &= ~mask[k]!;
    }
    let [entries, lower, upper] = [1, 1, 1];
    for (let w = 0; w < words; w++) {
      const kept = inner[w]!;
      const both = open[a * words + w]! | open[c * words + w]!;
      const all = kept | open[b * words + w]!;
      if (kept !== 0) entries *= powers[33 * w + ones(kept)]!;
      if (both !== 0) lower *= powers[33 * w + ones(both)]!;
      if (all !== 0) upper *= powers[33 * w + ones(all)]!;
    }
    return lower + upper + entryCost * entries;
  };
}

/** 32 random bits at a time by xorshift, from a seed that the stream draws: the inner loop needs two a move. */
function generator(stream: RandomStream): () => number {
  let state = 1 + stream.integer(2 ** 31 - 1);
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
