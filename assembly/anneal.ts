/**
 * @file Simulated annealing of a contraction tree, move for move that of `contraction-anneal.ts`, which is its definition,
 * for a worker that searches beside the calculation.
 *
 * Record: words of a set of legs, nodes, hyper-legs (i32); addresses (u32) of the powers of the words' dimensions, of word, mask
 * and total of the hyper-legs, of the current and the best tree, of the published children, of scratch for one set; at 44
 * bytes of a tree (u32), 1 for stop (i32), 1 while published children have not been fetched (i32); at 56 the costs of the best
 * tree and of the published one (f64).
 *
 * A tree: entries and multiply-adds of every node (f64), its open legs, left and right children (i32), ends of the
 * hyper-legs (u16).
 */

import { log2, ones } from './rough';

/** Anneals from the best tree, writes better ones over it and publishes their children. */
export function annealTree(record: usize, moves: i32, seed: i32, hot: f64, cooling: f64, entryCost: f64): void {
  const nodes = load<i32>(record, 4);
  const current = <usize>load<u32>(record, 28);
  const best = <usize>load<u32>(record, 32);
  const bytes = <usize>load<u32>(record, 44);
  const tensors = (nodes + 1) >> 1;
  const products = tensors - 1;
  if (products < 2) return;
  memory.copy(current, best, bytes);
  const size = current;
  const volume = size + (<usize>nodes << 3);
  const left = volume + (<usize>nodes << 3) + (<usize>(nodes * load<i32>(record)) << 2);
  const right = left + (<usize>nodes << 2);
  let least = load<f64>(record, 56);
  let temperature = hot;
  let state = seed;
  for (let move = 1; move <= moves; move++) {
    state = next(state);
    const bits = <u32>state;
    const parent = tensors + <i32>((bits >> 2) % <u32>products);
    let child = load<i32>(left + (<usize>parent << 2));
    let aunt = load<i32>(right + (<usize>parent << 2));
    if (child < tensors || (aunt >= tensors && (bits & 1) === 1)) {
      const other = child;
      child = aunt;
      aunt = other;
    }
    if (child >= tensors) {
      const one = load<i32>(left + (<usize>child << 2));
      const two = load<i32>(right + (<usize>child << 2));
      const stays = (bits & 2) === 0 ? one : two;
      const leaves = (bits & 2) === 0 ? two : one;
      const at = <usize>child << 3;
      const before = load<f64>(volume + at) + load<f64>(volume + (<usize>parent << 3)) + entryCost * load<f64>(size + at);
      const rise = log2(pairCost(record, stays, aunt, leaves, entryCost)) - log2(before);
      let accepted = rise <= 0;
      if (!accepted) {
        state = next(state);
        accepted = rise < -temperature * log2((<f64>(<u32>state) + 1) / 4294967296);
      }
      if (accepted) {
        makeNode(record, child, stays, aunt);
        makeNode(record, parent, child, leaves);
      }
    }
    if (move % products !== 0 && move !== moves) continue;
    let cost: f64 = 0;
    for (let node = <usize>tensors; node < <usize>nodes; node++) {
      cost += load<f64>(volume + (node << 3)) + entryCost * load<f64>(size + (node << 3));
    }
    if (cost < least) {
      memory.copy(best, current, bytes);
      least = cost;
    }
    if (least < load<f64>(record, 64) && atomic.load<i32>(record + 52) === 0) {
      memory.copy(<usize>load<u32>(record, 36), best + (left - current), <usize>nodes << 3);
      store<f64>(record, least, 64);
      atomic.store<i32>(record + 52, 1);
    }
    temperature *= cooling;
    if (atomic.load<i32>(record + 48) !== 0) break;
  }
  store<f64>(record, least, 56);
}

// @ts-ignore: decorator
@inline
function next(given: i32): i32 {
  let state = given;
  state ^= state << 13;
  state ^= <i32>(<u32>state >> 17);
  state ^= state << 5;
  return state;
}

/** The legs of the product of two nodes, written to `to`; the ends of hyper-legs to `counts`, unless that is 0. */
function joinLegs(record: usize, a: i32, b: i32, to: usize, counts: usize): void {
  const words = load<i32>(record);
  const nodes = load<i32>(record, 4);
  const hyper = load<i32>(record, 8);
  const open = <usize>load<u32>(record, 28) + (<usize>nodes << 4);
  const ends = open + (<usize>(nodes * (words + 2)) << 2);
  const first = open + (<usize>(a * words) << 2);
  const second = open + (<usize>(b * words) << 2);
  for (let w: usize = 0; w < <usize>words << 2; w += 4) store<i32>(to + w, load<i32>(first + w) ^ load<i32>(second + w));
  const firstEnds = ends + (<usize>(a * hyper) << 1);
  const secondEnds = ends + (<usize>(b * hyper) << 1);
  for (let k: usize = 0; k < <usize>hyper; k++) {
    const inside = <i32>load<u16>(firstEnds + (k << 1)) + <i32>load<u16>(secondEnds + (k << 1));
    if (counts !== 0) store<u16>(counts + (k << 1), <u16>inside);
    const place = to + (<usize>load<i32>(<usize>load<u32>(record, 16) + (k << 2)) << 2);
    const mask = load<i32>(<usize>load<u32>(record, 20) + (k << 2));
    const kept = inside > 0 && inside < load<i32>(<usize>load<u32>(record, 24) + (k << 2));
    store<i32>(place, kept ? load<i32>(place) | mask : load<i32>(place) & ~mask);
  }
}

/** The cost of both products in ((A C) B), without the entries of the result. */
function pairCost(record: usize, a: i32, c: i32, b: i32, entryCost: f64): f64 {
  const words = load<i32>(record);
  const powers = <usize>load<u32>(record, 12);
  const inner = <usize>load<u32>(record, 40);
  const open = <usize>load<u32>(record, 28) + (<usize>load<i32>(record, 4) << 4);
  joinLegs(record, a, c, inner, 0);
  let entries: f64 = 1;
  let lower: f64 = 1;
  let upper: f64 = 1;
  for (let w: usize = 0; w < <usize>words; w++) {
    const kept = load<i32>(inner + (w << 2));
    const both = load<i32>(open + ((<usize>(a * words) + w) << 2)) | load<i32>(open + ((<usize>(c * words) + w) << 2));
    const all = kept | load<i32>(open + ((<usize>(b * words) + w) << 2));
    const row = powers + ((33 * w) << 3);
    if (kept !== 0) entries *= load<f64>(row + (ones(kept) << 3));
    if (both !== 0) lower *= load<f64>(row + (ones(both) << 3));
    if (all !== 0) upper *= load<f64>(row + (ones(all) << 3));
  }
  return lower + upper + entryCost * entries;
}

/** Makes a node of the current tree the product of two others. */
function makeNode(record: usize, node: i32, a: i32, b: i32): void {
  const words = load<i32>(record);
  const nodes = load<i32>(record, 4);
  const hyper = load<i32>(record, 8);
  const powers = <usize>load<u32>(record, 12);
  const size = <usize>load<u32>(record, 28);
  const open = size + (<usize>nodes << 4);
  const left = open + (<usize>(nodes * words) << 2);
  const to = open + (<usize>(node * words) << 2);
  joinLegs(record, a, b, to, left + (<usize>nodes << 3) + (<usize>(node * hyper) << 1));
  store<i32>(left + (<usize>node << 2), a);
  store<i32>(left + (<usize>(nodes + node) << 2), b);
  let entries: f64 = 1;
  let products: f64 = 1;
  for (let w: usize = 0; w < <usize>words; w++) {
    const kept = load<i32>(to + (w << 2));
    const all = load<i32>(open + ((<usize>(a * words) + w) << 2)) | load<i32>(open + ((<usize>(b * words) + w) << 2));
    const row = powers + ((33 * w) << 3);
    if (kept !== 0) entries *= load<f64>(row + (ones(kept) << 3));
    if (all !== 0) products *= load<f64>(row + (ones(all) << 3));
  }
  store<f64>(size + (<usize>node << 3), entries);
  store<f64>(size + (<usize>(nodes + node) << 3), products);
}
