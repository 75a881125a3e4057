/** @file The symmetric group S_n as a metric space: what the n copies of a random tensor average to. */

import { DomainError } from '../../errors.ts';

/** S_n with its elements numbered; the identity is number 0. */
export interface SymmetricGroup {
  readonly degree: number;
  /** n!. */
  readonly order: number;
  /** Lengths of the cycles of every element, fixed points included. */
  readonly cycles: readonly (readonly number[])[];
  /** n − (number of cycles of a⁻¹b), the least number of transpositions from a to b, at a·order + b. */
  readonly distances: Uint8Array;
  /** Number of the cycle (1 2 … n). */
  readonly longCycle: number;
}

/** The table of distances has n!² entries. */
const MOST_COPIES = 5;
const known = new Map<number, SymmetricGroup>();

/**
 * The symmetric group of the given degree.
 *
 * @param degree - n, from 2 to 5
 * @throws {DomainError} another degree
 */
export function symmetricGroup(degree: number): SymmetricGroup {
  if (!(Number.isInteger(degree) && degree >= 2 && degree <= MOST_COPIES)) {
    throw new DomainError(`symmetricGroup: a degree from 2 to ${MOST_COPIES} required, got ${degree}`);
  }
  const group = known.get(degree) ?? tabulated(degree);
  known.set(degree, group);
  return group;
}

function tabulated(degree: number): SymmetricGroup {
  const elements = permutations(degree);
  const order = elements.length;
  const cycles = elements.map(cycleLengths);
  const inverses = elements.map((element) => element.map((_, k) => element.indexOf(k)));
  const distances = new Uint8Array(order * order);
  inverses.forEach((inverse, a) => {
    elements.forEach((element, b) => {
      distances[a * order + b] = degree - cycleLengths(element.map((image) => inverse[image]!)).length;
    });
  });
  const longCycle = elements.findIndex((element) => element.every((image, k) => image === (k + 1) % degree));
  return { degree, order, cycles, distances, longCycle };
}

/** All permutations of 0 … n − 1 as lists of images, in lexicographic order. */
function permutations(degree: number): readonly (readonly number[])[] {
  const extended = (start: readonly number[]): readonly (readonly number[])[] =>
    start.length === degree
      ? [start]
      : [...Array(degree).keys()].filter((k) => !start.includes(k)).flatMap((k) => extended([...start, k]));
  return extended([]);
}

function cycleLengths(element: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  return [...element.keys()].flatMap((start) => {
    let length = 0;
    for (let at = start; !seen.has(at); at = element[at]!) {
      seen.add(at);
      length++;
    }
    return length > 0 ? [length] : [];
  });
}
