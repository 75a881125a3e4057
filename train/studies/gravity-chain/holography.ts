/** @file Conformal or holographic? Two intervals, and what three regions know of each other. */

import { DomainError, ShapeError } from '../../../src/errors.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { regionInformation } from '../../../src/state/mutual-information.ts';
import { tripartiteInformation } from '../../../src/state/tripartite-information.ts';
import { geodesicEntropy } from '../../../src/systems/anti-de-sitter/index.ts';

/** Mutual information of two intervals of a ring, with what free fermions and anti-de Sitter space have. */
export interface TwoIntervals {
  /** Sites of each interval, and of the gap between them. */
  readonly length: number;
  readonly gap: number;
  /** Cross ratio x = sin²(πℓ/N)/sin²(π(ℓ + g)/N). */
  readonly crossRatio: number;
  readonly information: number;
  /** (c/3) log 1/(1 − x). */
  readonly fermions: number;
  /** By Ryu–Takayanagi surfaces: max(0, (c/3) log x/(1 − x)). */
  readonly holographic: number;
}

/** What tells holographic states from others. */
export interface Holography {
  readonly intervals: readonly TwoIntervals[];
  /** I₃ of three neighbouring quarters: 0 for free fermions. */
  readonly tripartite: number;
  /** That of Ryu–Takayanagi surfaces. */
  readonly holographicTripartite: number;
}

/** Two intervals and three quarters of a ring; the reason in words where regions apart are out of reach. */
export function holographyOf(target: TargetState, centralCharge: number): Holography | string {
  const n = target.dimensions.length;
  if (n < 8) return 'at least 8 sites required';
  const entropies = regionEntropies(target);
  const range = (start: number, length: number): readonly number[] => Array.from({ length }, (_, k) => start + k);
  const quarter = Math.floor(n / 4);
  const lengths = [
    ...new Set([1 / 8, 3 / 16, 1 / 4, 5 / 16, 3 / 8].map((share) => Math.max(1, Math.round(share * n)))),
  ];
  try {
    return {
      intervals: lengths
        .filter((length) => Math.round(n / 2) > length)
        .map((length) => {
          const gap = Math.round(n / 2) - length;
          const information = regionInformation(entropies, range(0, length), range(length + gap, length));
          return { length, gap, information, ...expected(n, length, gap, centralCharge) };
        }),
      tripartite: tripartiteInformation(
        entropies,
        range(0, quarter),
        range(quarter, quarter),
        range(2 * quarter, quarter),
      ),
      holographicTripartite: threeQuarters(n, quarter, surfaceOf(n, centralCharge)),
    };
  } catch (error) {
    if (error instanceof DomainError || error instanceof ShapeError) return error.message;
    throw error;
  }
}

type Surface = (...intervals: readonly (readonly [number, number])[]) => number;

/** The area of the Ryu–Takayanagi surface of some intervals of a ring. */
function surfaceOf(n: number, centralCharge: number): Surface {
  const units = { centralCharge, circumference: n, cutoff: 1e-3 };
  return (...intervals) => geodesicEntropy({ kind: 'global', cone: 1 }, intervals, units).entropy;
}

function expected(n: number, length: number, gap: number, centralCharge: number) {
  const crossRatio = (Math.sin((Math.PI * length) / n) / Math.sin((Math.PI * (length + gap)) / n)) ** 2;
  const surface = surfaceOf(n, centralCharge);
  const [a, b] = [[0, length] as const, [length + gap, 2 * length + gap] as const];
  return {
    crossRatio,
    fermions: -(centralCharge / 3) * Math.log1p(-crossRatio),
    holographic: Math.max(0, surface(a) + surface(b) - surface(a, b)),
  };
}

/** I₃ of the first three of four intervals of `quarter` sites. */
function threeQuarters(n: number, quarter: number, surface: Surface): number {
  const one = surface([0, quarter]);
  const two = surface([0, 2 * quarter]);
  const apart = surface([0, quarter], [2 * quarter, 3 * quarter]);
  const three = 3 * quarter < n ? surface([0, 3 * quarter]) : 0;
  return 3 * one - 2 * two - apart + three;
}
