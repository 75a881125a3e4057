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
 * and is accepted with probability min(1, (new/old)^(−1/T)), where old and new are the costs of both products. Logarithms
 * are `roughLog2`, so that the compiled kernel `annealTree` makes the same moves to the last bit.
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
  const draw = generator(seedOf(stream));
  const cooling = coolingOf(hot, cold, moves, products);
  let temperature = hot;
  for (let move = 1; move <= moves; move++) {
    const bits = draw();
    const parent = tensors + ((bits >>> 2) % products);
    let [child, aunt] = [left[parent]!, right[parent]!];
    if (child < tensors || (aunt >= tensors && (bits & 1) === 1)) [child, aunt] = [aunt, child];
    if (child >= tensors) {
      const [stays, leaves] = (bits & 2) === 0 ? [left[child]!, right[child]!] : [right[child]!, left[child]!];
      const before = volume[child]! + volume[parent]! + entryCost * size[child]!;
      const after = costsOf(stays, aunt, leaves, entryCost);
      const rise = roughLog2(after) - roughLog2(before);
      if (rise <= 0 || rise < -temperature * roughLog2((draw() + 1) / 2 ** 32)) {
        makeNode(current, child, stays, aunt);
        makeNode(current, parent, child, leaves);
      }
    }
    if (move % products === 0 || move === moves) {
      const cost = treeCost(current, entryCost);
      if (cost < least) {
        if (best === undefined) best = clonedTree(current);
        else copyTree(best, current);
        least = cost;
      }
      temperature *= cooling;
      if (over()) break;
    }
  }
  return best ?? tree;
}

/** The factor of the temperature after every sweep of as many moves as there are products. */
export const coolingOf = (hot: number, cold: number, moves: number, products: number): number =>
  (cold / hot) ** (products / moves);

/** A seed of the generator. */
export const seedOf = (stream: RandomStream): number => 1 + stream.integer(2 ** 31 - 1);

const numbers = new Float64Array(1);
const halves = new Uint32Array(numbers.buffer);

/** log₂ x for x > 0 with the fraction of x's mantissa in place of its logarithm: too small by at most 0.086. */
export function roughLog2(x: number): number {
  numbers[0] = x;
  const high = halves[1]!;
  return (high >>> 20) - 1023 + (high & 0xfffff) / 2 ** 20;
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

/** 32 random bits at a time by xorshift; the inner loop needs up to two a move. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
