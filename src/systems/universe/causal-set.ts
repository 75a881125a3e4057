/**
 * @file Causal sets: events of which it is known only which came before which. Order and number are all of their geometry.
 *
 * @see Bombelli, Lee, Meyer & Sorkin, Phys. Rev. Lett. 59, 521 (1987)
 */

import { bitCount } from '../../engine/bits.ts';
import { DomainError } from '../../errors.ts';

/** A partial order of finitely many elements, by its links: pairs with nothing between them. */
export interface CausalSet {
  readonly elements: number;
  /** [earlier, later]; elements are numbered so that earlier ones have smaller numbers. */
  readonly links: readonly (readonly [number, number])[];
}

/** Who came before whom: a bit for each pair. */
export interface CausalRelations {
  readonly elements: number;
  /** 32-bit words in a row of `past`. */
  readonly words: number;
  /** Bit p of row e is set if p came before e. */
  readonly past: Uint32Array;
}

/** Most elements of a table of relations: 2¹⁵ take 128 MiB. */
const MOST_ELEMENTS = 2 ** 15;

/**
 * The transitive closure of the links.
 *
 * @throws {DomainError} more than 2¹⁵ elements, or links that are not from smaller to larger numbers of elements
 *
 * Cost O(links · elements/32), and elements²/8 bytes.
 */
export function causalRelations({ elements, links }: CausalSet): CausalRelations {
  const wrong = links.find(
    ([a, b]) => !(Number.isInteger(a) && Number.isInteger(b) && a >= 0 && a < b && b < elements),
  );
  if (!(Number.isInteger(elements) && elements >= 0 && elements <= MOST_ELEMENTS) || wrong !== undefined) {
    throw new DomainError(
      `causalRelations: at most ${MOST_ELEMENTS} elements and links from earlier to later ones required, got ${elements}${wrong ? ` and [${wrong}]` : ''}`,
    );
  }
  const words = Math.ceil(elements / 32);
  const past = new Uint32Array(words * elements);
  const into: number[][] = Array.from({ length: elements }, () => []);
  for (const [a, b] of links) into[b]!.push(a);
  for (let e = 0; e < elements; e++) {
    for (const a of into[e]!) {
      for (let w = 0; w <= a >> 5; w++) past[e * words + w]! |= past[a * words + w]!;
      past[e * words + (a >> 5)]! |= 1 << (a & 31);
    }
  }
  return { elements, words, past };
}

/** Whether a came before b. */
export const precedes = ({ words, past }: CausalRelations, a: number, b: number): boolean =>
  ((past[b * words + (a >> 5)]! >>> (a & 31)) & 1) === 1;

/** Number of pairs of which one came before the other. */
export function relatedPairs({ past }: CausalRelations): number {
  return past.reduce((sum, word) => sum + bitCount(word), 0);
}

/** Elements that came after a and before b, ascending. */
export function intervalBetween(relations: CausalRelations, a: number, b: number): readonly number[] {
  const between: number[] = [];
  for (let e = a + 1; e < b; e++) if (precedes(relations, a, e) && precedes(relations, e, b)) between.push(e);
  return between;
}

/** The causal set of some elements, in ascending order. */
export function subset(relations: CausalRelations, kept: readonly number[]): CausalSet {
  const numbers = new Map(kept.map((e, k) => [e, k]));
  const all: (readonly [number, number])[] = [];
  for (const b of kept)
    for (const a of kept) if (a < b && precedes(relations, a, b)) all.push([numbers.get(a)!, numbers.get(b)!]);
  return linksOnly(kept.length, all);
}

/**
 * The causal set of a relation, given by any pairs whose closure it is: those with something between them are left out.
 *
 * Cost O(pairs · elements/32).
 */
export function linksOnly(elements: number, pairs: readonly (readonly [number, number])[]): CausalSet {
  const { words, past } = causalRelations({ elements, links: pairs });
  const into: number[][] = Array.from({ length: elements }, () => []);
  for (const [a, b] of pairs) into[b]!.push(a);
  const links = into.flatMap((before, b) => {
    const own = [...new Set(before)];
    // a → b is no link if a came before another one of them.
    const hidden = new Uint32Array(words);
    for (const other of own) for (let w = 0; w < words; w++) hidden[w]! |= past[other * words + w]!;
    return own.filter((a) => ((hidden[a >> 5]! >>> (a & 31)) & 1) === 0).map((a) => [a, b] as const);
  });
  return { elements, links };
}

/** Elements of a longest chain, earliest first: the greatest proper time. O(links). */
export function longestChain({ elements, links }: CausalSet): readonly number[] {
  const [length, before] = [new Int32Array(elements).fill(1), new Int32Array(elements).fill(-1)];
  for (const [a, b] of [...links].sort((x, y) => x[1] - y[1])) {
    if (length[a]! + 1 > length[b]!) {
      length[b] = length[a]! + 1;
      before[b] = a;
    }
  }
  if (elements === 0) return [];
  let at = length.indexOf(length.reduce((most, value) => Math.max(most, value), 0));
  const chain: number[] = [];
  while (at >= 0) {
    chain.push(at);
    at = before[at]!;
  }
  return chain.reverse();
}
