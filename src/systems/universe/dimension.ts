/** @file The dimension of a causal set, from numbers alone. */

import { DomainError } from '../../errors.ts';
import { type CausalRelations, intervalBetween, precedes } from './causal-set.ts';

/** ln Γ(x) for x > 0, by Lanczos' approximation, to 1e-14. */
function logGamma(x: number): number {
  const coefficients = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const t = x + 6.5;
  const sum = coefficients.reduce((total, c, k) => total + (k === 0 ? c : c / (x - 1 + k)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Share of the pairs of a causal diamond of Minkowski space of dimension d of which one came before the other. */
export const relatedShare = (d: number): number =>
  Math.exp(logGamma(d + 1) + logGamma(d / 2) - logGamma((3 * d) / 2)) / 2;

/**
 * The dimension of Minkowski space in whose causal diamonds as many pairs are related,
 *
 *     R/C(n, 2) = Γ(d + 1) Γ(d/2)/(2Γ(3d/2)).
 *
 * @param elements - of an interval, numbers below that of the relations
 * @throws {DomainError} fewer than two elements, or none of them related
 * @see Myrheim, CERN-TH-2538 (1978); Meyer, thesis, MIT (1988)
 */
export function myrheimMeyerDimension(relations: CausalRelations, elements: readonly number[]): number {
  const n = elements.length;
  let related = 0;
  for (const b of elements) for (const a of elements) if (a < b && precedes(relations, a, b)) related++;
  const share = related / ((n * (n - 1)) / 2);
  if (!(share > 0))
    throw new DomainError(`myrheimMeyerDimension: related elements required, got ${n} without relations`);
  let [low, high] = [0.5, 50];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (relatedShare(middle) > share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The dimension log₂(N/N′) from the numbers of elements of an interval and of the smaller of its two halves, for the element
 * between that makes this greatest.
 *
 * @returns NaN where no element leaves anything on both sides
 */
export function midpointDimension(relations: CausalRelations, a: number, b: number): number {
  const inside = intervalBetween(relations, a, b);
  let best = 0;
  for (const middle of inside) {
    const [below, above] = [
      inside.filter((e) => e < middle && precedes(relations, e, middle)).length,
      inside.filter((e) => e > middle && precedes(relations, middle, e)).length,
    ];
    best = Math.max(best, Math.min(below, above));
  }
  return best === 0 ? Number.NaN : Math.log2(inside.length / best);
}
