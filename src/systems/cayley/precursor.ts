/** @file What a perturbation of the past costs, exactly: U⁻¹WU on a random walk U. */

import { DomainError } from '../../errors.ts';
import { type CayleyDistances, distanceOf } from './breadth-first.ts';
import type { WalkOptions } from './random-walk.ts';

/** The precursor of a gate under random circuits. */
export interface PrecursorGrowth {
  /** Number of elements of the form U⁻¹WU: all that the precursor can ever be. */
  readonly classSize: number;
  /** Mean least number of gates for U⁻¹WU, after 0, 1, 2, … gates of U. */
  readonly mean: readonly number[];
  /** Mean over the conjugacy class, to which the precursor settles. */
  readonly plateau: number;
}

/** Elements of a class. */
const MOST_CONJUGATES = 2 ** 20;

/**
 * The mean cost of the precursor W(t) = U⁻¹WU, U a product of t random gates. It is a random walk on the conjugacy class
 * of W, W ↦ g⁻¹Wg, and never leaves it: so it saturates at the mean of the class, long before U does at that of the group.
 *
 * @param perturbation - code of W
 * @param steps - number of gates of U
 * @throws {DomainError} a graph whose codes stand for cosets, W out of reach, steps that are no whole number, a rest outside [0, 1), or a class of more
 *   than 2²⁰ elements
 *
 * Cost O(class · generators) a step.
 */
export function precursorGrowth(
  distances: CayleyDistances,
  perturbation: number,
  steps: number,
  options: WalkOptions = {},
): PrecursorGrowth {
  const { rest = 0 } = options;
  if (!(Number.isInteger(steps) && steps >= 0 && rest >= 0 && rest < 1)) {
    throw new DomainError(`precursorGrowth: whole steps and a rest below 1 required, got ${steps} and ${rest}`);
  }
  if (distanceOf(distances, perturbation) === null) {
    throw new DomainError(`precursorGrowth: a perturbation within reach of the gates required, got ${perturbation}`);
  }
  const { codes, moves } = conjugacyClass(distances, perturbation);
  const costs = codes.map((code) => distances.table[code]!);
  let p = Float64Array.from(codes, (_, k) => (k === 0 ? 1 : 0));
  const mean: number[] = [];
  for (;;) {
    mean.push(p.reduce((sum, share, k) => sum + share * costs[k]!, 0));
    if (mean.length > steps) break;
    const next = p.map((share) => rest * share);
    for (const move of moves) {
      move.forEach((to, from) => {
        next[to]! += ((1 - rest) * p[from]!) / moves.length;
      });
    }
    p = next;
  }
  return { classSize: codes.length, mean, plateau: costs.reduce((sum, cost) => sum + cost, 0) / codes.length };
}

/** All g⁻¹…g₁⁻¹Wg₁…g, from W on, and for every generator where it takes each of them. */
function conjugacyClass(
  { graph }: CayleyDistances,
  perturbation: number,
): { readonly codes: readonly number[]; readonly moves: readonly (readonly number[])[] } {
  const codes = [perturbation];
  const numbers = new Map([[perturbation, 0]]);
  const moves = graph.generators.map((): number[] => []);
  for (let at = 0; at < codes.length; at++) {
    graph.generators.forEach(({ conjugate }, k) => {
      if (conjugate === undefined) {
        throw new DomainError(`precursorGrowth: a group whose elements can be conjugated required, got ${graph.name}`);
      }
      const code = conjugate(codes[at]!);
      const number = numbers.get(code) ?? numbers.size;
      if (number === codes.length) {
        if (number === MOST_CONJUGATES) {
          throw new DomainError(`precursorGrowth: a class of at most ${MOST_CONJUGATES} elements required`);
        }
        codes.push(code);
        numbers.set(code, number);
      }
      moves[k]!.push(number);
    });
  }
  return { codes, moves };
}
