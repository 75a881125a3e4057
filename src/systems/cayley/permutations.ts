/** @file Circuits of SWAPs: the symmetric group with the transpositions of a coupling topology. */

import { DomainError } from '../../errors.ts';
import { type Lattice, lattice } from '../../operator/lattice.ts';
import { type CayleyGenerator, type CayleyGraph, cayleyGraph } from './cayley-graph.ts';

/** 10! is the last factorial below 2²⁵. */
const MOST_SITES = 10;

/**
 * S_n with the SWAPs of a coupling topology. An element p carries what is at site k to site p(k); the code is its number in
 * lexicographic order, so the identity is 0 and the reversal n! − 1. With all pairs the distance is n − cycles(p), with
 * neighbours of a chain it is the number of inversions.
 *
 * @param coupling - pairs that may be swapped; n from 2 to 10
 * @throws {DomainError} another number of sites, no pair at all, or an edge that leaves the sites or occurs twice
 */
export function permutationGroup(coupling: Lattice): CayleyGraph {
  const n = coupling.sites;
  if (!(Number.isInteger(n) && n >= 2 && n <= MOST_SITES)) {
    throw new DomainError(`permutationGroup: from 2 to ${MOST_SITES} sites required, got ${n}`);
  }
  const { edges } = lattice(n, coupling.edges);
  const images = new Uint8Array(n);
  return cayleyGraph({
    name: `S_${n}`,
    order: factorial(n),
    multiplicity: 1,
    codes: factorial(n),
    identity: 0,
    generators: edges.map(([a, b]) => swapGenerator(n, a, b)),
    neighbours: (code, into) => {
      writeImages(code, images);
      edges.forEach(([a, b], k) => {
        swapValues(images, a, b);
        into[k] = rankOf(images);
        swapValues(images, a, b);
      });
    },
  });
}

function swapGenerator(n: number, a: number, b: number): CayleyGenerator {
  const images = new Uint8Array(n);
  const apply = (code: number): number => {
    writeImages(code, images);
    swapValues(images, a, b);
    return rankOf(images);
  };
  const conjugate = (code: number): number => {
    writeImages(code, images);
    swapValues(images, a, b);
    [images[a], images[b]] = [images[b]!, images[a]!];
    return rankOf(images);
  };
  return { name: `SWAP(${a},${b})`, apply, conjugate };
}

function swapValues(images: Uint8Array, a: number, b: number): void {
  for (let k = 0; k < images.length; k++) {
    if (images[k] === a) images[k] = b;
    else if (images[k] === b) images[k] = a;
  }
}

/**
 * The code of a permutation.
 *
 * @param images - p(0), …, p(n − 1)
 * @throws {DomainError} no permutation of 2 to 10 sites
 */
export function permutationCode(images: readonly number[]): number {
  const n = images.length;
  const sorted = [...images].sort((a, b) => a - b);
  if (n < 2 || n > MOST_SITES || sorted.some((image, k) => image !== k)) {
    throw new DomainError(
      `permutationCode: each of 0 … n − 1 once required, n from 2 to ${MOST_SITES}, got [${images.join(', ')}]`,
    );
  }
  return rankOf(Uint8Array.from(images));
}

/** The images p(0), …, p(n − 1) of the permutation with this code. */
export function permutationImages(code: number, n: number): readonly number[] {
  const images = new Uint8Array(n);
  writeImages(code, images);
  return [...images];
}

/** Lexicographic number: Σ_k (n − 1 − k)!·#{later images that are smaller}, by Horner's rule. */
function rankOf(images: Uint8Array): number {
  const n = images.length;
  let rank = 0;
  for (let k = 0; k < n; k++) {
    let smaller = 0;
    for (let j = k + 1; j < n; j++) if (images[j]! < images[k]!) smaller++;
    rank = rank * (n - k) + smaller;
  }
  return rank;
}

/** The inverse of `rankOf`, from the last image to the first. */
function writeImages(code: number, images: Uint8Array): void {
  const n = images.length;
  let rest = code;
  for (let k = n - 1; k >= 0; k--) {
    const base = n - k;
    const digit = rest % base;
    rest = (rest - digit) / base;
    images[k] = digit;
    for (let j = k + 1; j < n; j++) if (images[j]! >= digit) images[j]!++;
  }
}

/** n!, exact to n = 18. */
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
