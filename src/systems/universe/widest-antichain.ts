/** @file The most elements of a causal set that are all at once: the widest piece of space. */

import type { CausalRelations } from './causal-set.ts';

/** Partners in a matching of earlier to later elements; −1 where there is none. */
interface Matching {
  /** The later partner of each element as an earlier one. */
  readonly later: Int32Array;
  /** The earlier partner of each element as a later one. */
  readonly earlier: Int32Array;
}

/**
 * The number of elements of a widest antichain, by Dilworth's theorem: as many chains as it takes to cover the set, which is
 * the number of elements less a maximal matching of earlier to later ones.
 *
 * Cost O(elements² √elements/32) at worst, by the method of Hopcroft and Karp on bits.
 * @see Dilworth, Ann. Math. 51, 161 (1950); Fulkerson, Proc. AMS 7, 701 (1956)
 */
export function widestAntichain(relations: CausalRelations): number {
  const { elements, words } = relations;
  const matching = { later: new Int32Array(elements).fill(-1), earlier: new Int32Array(elements).fill(-1) };
  for (let matched = 0; ; ) {
    const level = levels(relations, matching);
    const unseen = new Uint32Array(words).fill(0xffffffff);
    let found = 0;
    for (let e = 0; e < elements; e++) {
      if (matching.earlier[e] === -1 && isAugmented(relations, matching, e, level, unseen)) found++;
    }
    if (found === 0) return elements - matched;
    matched += found;
  }
}

/** Breadth-first numbers of the elements as later ones, from those without a partner; −1 where they are not reached. */
function levels({ elements, words, past }: CausalRelations, { later, earlier }: Matching): Int32Array {
  const level = new Int32Array(elements).fill(-1);
  const unseen = new Uint32Array(words).fill(0xffffffff);
  const queue: number[] = [];
  for (let e = 0; e < elements; e++) {
    if (earlier[e] !== -1) continue;
    level[e] = 0;
    queue.push(e);
  }
  for (const e of queue) {
    for (let w = 0; w < words; w++) {
      let open = past[e * words + w]! & unseen[w]!;
      unseen[w]! &= ~open;
      for (; open !== 0; open &= open - 1) {
        const next = later[32 * w + lowestBit(open)]!;
        if (next < 0 || level[next] !== -1) continue;
        level[next] = level[e]! + 1;
        queue.push(next);
      }
    }
  }
  return level;
}

/** Whether a path of alternating pairs begins at the later element `start`; it is then taken. */
function isAugmented(
  { elements, words, past }: CausalRelations,
  { later, earlier }: Matching,
  start: number,
  level: Int32Array,
  unseen: Uint32Array,
): boolean {
  const stack: { readonly later: number; readonly by: number }[] = [{ later: start, by: -1 }];
  const places = new Map<number, number>();
  const nextOpen = (e: number): number => {
    for (let w = places.get(e) ?? 0; w < words; w++) {
      places.set(e, w);
      const open = past[e * words + w]! & unseen[w]!;
      if (open !== 0) return 32 * w + lowestBit(open);
    }
    return elements;
  };
  while (stack.length > 0) {
    const at = stack.at(-1)!.later;
    const p = nextOpen(at);
    if (p === elements) {
      stack.pop();
      continue;
    }
    unseen[p >> 5]! &= ~(1 << (p & 31));
    const next = later[p]!;
    if (next === -1) {
      let by = p;
      for (const entry of stack.reverse()) {
        later[by] = entry.later;
        earlier[entry.later] = by;
        by = entry.by;
      }
      return true;
    }
    if (level[next] === level[at]! + 1) stack.push({ later: next, by: p });
  }
  return false;
}

const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);
