/** @file The sum over all circuits against the shortest one. */

import { DomainError } from '../../errors.ts';
import { conjugateGradientSolve } from '../../linalg/conjugate-gradient-solve.ts';
import { plus } from '../../linalg/real-vector.ts';
import type { Solution } from '../../solution.ts';
import { type GroupTable, neighbourSum } from './group-table.ts';
import { shortestWordCounts } from './word-counts.ts';

/** The sum over all words with the product g, each of weight x^length; all shapes (elements,). */
export interface PathSum {
  /** x, the weight of one gate. */
  readonly weight: number;
  /** Z_g(x) = Σ_L N_L(g) x^L. */
  readonly sum: Float64Array;
  /** ⟨L⟩ = x ∂ ln Z_g/∂x. */
  readonly meanLength: Float64Array;
  /** N_min(g) x^{C(g)}/Z_g, the share of the shortest words. */
  readonly minimalShare: Float64Array;
  /** Entropy of the word, ln Z_g − ⟨L⟩ ln x, in nats. */
  readonly entropy: Float64Array;
}

export interface PathSumOptions {
  /**
   * 'series' adds length by length, all terms positive, so that every Z_g is exact up to rounding; 'conjugate-gradients'
   * solves (1 − xA)Z = δ, exact relative to the greatest Z. Default: the series where it takes at most 1000 terms.
   */
  readonly method?: 'series' | 'conjugate-gradients';
}

/** Terms of the series that are left out are below this share of every sum. */
const REST = 1e-17;
const SERIES_TERMS = 1000;
const MOST_TERMS = 100_000;

/**
 * The discrete path integral of all elements at once, Z(x) = (1 − xA)⁻¹δ with the adjacency matrix A. It exists for
 * 0 < x < 1/|generators|, where as many words are added as taken away by the weight.
 *
 * @throws {DomainError} x outside (0, 1/generators), or so near to its end that the series needs 10⁵ terms
 *
 * Cost O(edges) for each term or step.
 */
export function pathSum(table: GroupTable, weight: number, options: PathSumOptions = {}): Solution<PathSum> {
  const rate = weight * table.generators;
  if (!(rate > 0 && rate < 1)) {
    throw new DomainError(`pathSum: a weight between 0 and 1/${table.generators} required, got ${weight}`);
  }
  // What is left out, Σ_{L>T} N_L x^L ≤ rate^{T+1}/(1 − rate), is compared with x^diameter, the least that any Z_g can be.
  const least = Math.log(REST * (1 - rate) ** 2) + table.distances.at(-1)! * Math.log(weight);
  const terms = Math.ceil(least / Math.log(rate));
  const { method = terms <= SERIES_TERMS ? 'series' : 'conjugate-gradients' } = options;
  if (method === 'series') {
    if (terms > MOST_TERMS) throw new DomainError(`pathSum: a weight further from 1/${table.generators} required`);
    return { value: described(table, weight, ...series(table, weight, terms)), result: 'converged', steps: terms };
  }
  const apply = (x: Float64Array): Float64Array => plus(x, -weight, neighbourSum(table, x));
  const solved = (b: Float64Array) => conjugateGradientSolve(apply, b, { tolerance: 1e-13, maxSteps: 10_000 });
  const source = new Float64Array(table.elements);
  source[0] = 1;
  const sum = solved(source);
  // x ∂Z/∂x = (1 − xA)⁻¹ xA Z = (1 − xA)⁻¹ Z − Z.
  const twice = solved(sum.value);
  const slope = plus(twice.value, -1, sum.value);
  const result = sum.result === 'converged' ? twice.result : sum.result;
  return { value: described(table, weight, sum.value, slope), result, steps: sum.steps + twice.steps };
}

/** Z and x ∂Z/∂x, term by term. */
function series(table: GroupTable, weight: number, terms: number): readonly [Float64Array, Float64Array] {
  const [sum, slope] = [new Float64Array(table.elements), new Float64Array(table.elements)];
  let term = new Float64Array(table.elements);
  term[0] = 1;
  for (let length = 0; length <= terms; length++) {
    for (let element = 0; element < table.elements; element++) {
      sum[element]! += term[element]!;
      slope[element]! += length * term[element]!;
    }
    term = neighbourSum(table, term).map((value) => weight * value);
  }
  return [sum, slope];
}

function described(table: GroupTable, weight: number, sum: Float64Array, slope: Float64Array): PathSum {
  const shortest = shortestWordCounts(table);
  const meanLength = slope.map((value, k) => value / sum[k]!);
  return {
    weight,
    sum,
    meanLength,
    minimalShare: sum.map((value, k) => (shortest[k]! * weight ** table.distances[k]!) / value),
    entropy: sum.map((value, k) => Math.log(value) - meanLength[k]! * Math.log(weight)),
  };
}
