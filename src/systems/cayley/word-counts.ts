/** @file How many words of gates make an element: the discrete path integral, length by length. */

import { DomainError } from '../../errors.ts';
import { type GroupTable, neighbourSum } from './group-table.ts';

/** Limbs of 2⁴⁰: sums over up to 2¹³ neighbours stay below 2⁵³. */
const LIMB = 2 ** 40;
const LIMB_BITS = 40n;
const MOST_GENERATORS = 2 ** 13;
const MOST_ADDITIONS = 2e10;

/**
 * The numbers N_L(g) of words of L generators with the product g, for L = 0 … `longest`, exact:
 *
 *     N_0 = δ_identity,    N_{L+1}(g) = Σ_k N_L(g_k g).
 *
 * The first L with N_L(g) > 0 is the distance of g, and that N_L the number of shortest words.
 *
 * @param elements - numbers of elements in the table
 * @returns a list of N_0, N_1, … for every element
 * @throws {DomainError} a length that is no whole number, an element that does not exist, or too long a computation
 *
 * Cost O(longest · edges) additions for each 40 bits of N_L, at most 2·10¹⁰.
 */
export function wordCounts(
  table: GroupTable,
  elements: readonly number[],
  longest: number,
): readonly (readonly bigint[])[] {
  const limbs = Math.ceil((longest * Math.log2(table.generators)) / Number(LIMB_BITS)) + 1;
  checkCounts(table, elements, longest, limbs);
  let counts: readonly Float64Array[] = Array.from({ length: limbs }, () => new Float64Array(table.elements));
  counts[0]![0] = 1;
  const found: bigint[][] = elements.map(() => []);
  for (let length = 0; ; length++) {
    elements.forEach((element, k) => {
      found[k]!.push(counts.reduceRight((sum, limb) => (sum << LIMB_BITS) + BigInt(limb[element]!), 0n));
    });
    if (length === longest) return found;
    counts = counts.map((limb) => neighbourSum(table, limb));
    for (let k = 0; k + 1 < limbs; k++) carry(counts[k]!, counts[k + 1]!);
  }
}

function carry(limb: Float64Array, next: Float64Array): void {
  for (let element = 0; element < limb.length; element++) {
    const over = Math.floor(limb[element]! / LIMB);
    limb[element]! -= over * LIMB;
    next[element]! += over;
  }
}

function checkCounts(table: GroupTable, elements: readonly number[], longest: number, limbs: number): void {
  if (!(Number.isInteger(longest) && longest >= 0)) {
    throw new DomainError(`wordCounts: a whole length required, got ${longest}`);
  }
  const wrong = elements.find((element) => !(Number.isInteger(element) && element >= 0 && element < table.elements));
  if (wrong !== undefined) {
    throw new DomainError(`wordCounts: elements below ${table.elements} required, got ${wrong}`);
  }
  const additions = longest * limbs * table.elements * table.generators;
  if (table.generators > MOST_GENERATORS || additions > MOST_ADDITIONS) {
    throw new DomainError(
      `wordCounts: at most ${MOST_ADDITIONS} additions required, got ${additions} for words of ${longest}`,
    );
  }
}

/**
 * The number of shortest words of every element, by rising distance: the sum of those of its neighbours that are closer.
 * Exact below 2⁵³, else rounded.
 *
 * @returns shape (elements,)
 */
export function shortestWordCounts({ elements, generators, neighbours, distances }: GroupTable): Float64Array {
  const counts = new Float64Array(elements);
  counts[0] = 1;
  for (let element = 1; element < elements; element++) {
    for (let k = 0; k < generators; k++) {
      const other = neighbours[element * generators + k]!;
      if (distances[other]! < distances[element]!) counts[element]! += counts[other]!;
    }
  }
  return counts;
}
