/** @file Complexity of Gaussian states: lengths of the shortest circuits of quadratic gates. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import type { Radians } from '../units.ts';
import { fubiniStudyLength } from './gaussian-geodesic.ts';
import type { GaussianState, Statistics } from './gaussian-state.ts';
import { relativeMotion } from './relative-covariance.ts';

/** Lengths of the shortest path in a basis of generators, with Nielsen's two costs. */
export interface BasisLengths {
  /** The modes that the generators act on: of the problem, or as given. */
  readonly basis: 'normal modes' | 'modes';
  /** ∫ √(Σ w h²). */
  readonly f2: number;
  /** ∫ Σ w|h|. */
  readonly f1: number;
}

/** How far a pure Gaussian state is from another. */
export interface GaussianComplexity {
  readonly statistics: Statistics;
  /** Squeezings r of the relative normal modes, shape (n,), or angles ϑ of pairs, shape (⌊n/2⌋,); descending. */
  readonly angles: Float64Array;
  /** ¼‖log Δ‖, through Gaussian states: √(½Σr²), √(Σϑ²). Infinity between fermions of different parity. */
  readonly fubiniStudy: Radians;
  /** arccos|⟨R|T⟩|, through any states: never longer. */
  readonly unrestricted: Radians;
  /** With weight 1 in normal modes, the shortest of all: f2 = √(Σr²), √(½Σϑ²); f1 = Σr, Σϑ. */
  readonly normalModes: BasisLengths;
  /** Of the same path in the modes as given: upper bounds of the shortest in this basis. */
  readonly modes: BasisLengths;
}

/** What gates cost. */
export interface GaussianComplexityOptions {
  /**
   * The weight w ≥ 0 of generators that join the modes i and j, or with i = j act on one; default 1. With
   * weights of at least 1 the lengths in normal modes remain lower bounds.
   */
  readonly weights?: (i: number, j: number) => number;
}

/**
 * Complexity of a pure Gaussian state by quadratic gates, from a reference that is a pure Gaussian state. Generators:
 *
 *     bosons    ½(x_i p_j + p_j x_i), p_i p_j and x_i x_j for i < j, p_i²/√2 and x_i²/√2, in quadratures scaled so that the
 *               reference is the vacuum: those of GL(n) where x and p are uncorrelated
 *     fermions  iγ_a γ_b, a < b: words of letters under the Jordan–Wigner transformation
 *
 * f2 and f1 are the costs √(Σh²) and Σ|h| of their coefficients. With weight 1, no path in any orthonormal basis is shorter than
 * f2 and f1 in normal modes: f2 since the metric is invariant, f1 since a generator of coefficient h moves the singular values,
 * or the angles, by no more than |h| in all. For bosons f2 = √2 · the Fubini–Study length, for fermions f2 = it/√2.
 *
 * A reference of oscillators of another frequency is `gaussianVacuum('boson', n, frequency)`; what is given for it decides
 * the complexity as much as the target does.
 *
 * @throws {ShapeError | DomainError} malformed or mixed states, unlike modes or statistics
 * @throws {DomainError} a weight that is negative or not finite
 *
 * O(n³), 2000 modes without x–p correlations; `oscillatorComplexity` for more.
 *
 * @see Jefferson & Myers, arXiv:1707.08570 (2017); Hackl & Myers, arXiv:1803.10638 (2018)
 */
export function gaussianComplexity(
  reference: GaussianState,
  target: GaussianState,
  { weights = () => 1 }: GaussianComplexityOptions = {},
): GaussianComplexity {
  const motion = relativeMotion('gaussianComplexity', reference, target);
  const { statistics } = reference;
  if (motion === undefined) {
    const none = { f2: Infinity, f1: Infinity };
    return {
      statistics,
      angles: new Float64Array(0),
      fubiniStudy: Infinity,
      unrestricted: Math.PI / 2,
      normalModes: { basis: 'normal modes', ...none },
      modes: { basis: 'modes', ...none },
    };
  }
  const { angles } = motion;
  const fubiniStudy = fubiniStudyLength(statistics, angles);
  const f1 = angles.reduce((sum, angle) => sum + angle, 0);
  const coefficients = statistics === 'boson' ? bosonCoefficients : fermionCoefficients;
  const modes = weighted(coefficients(motion.velocity(), reference.modes), weights);
  return {
    statistics,
    angles,
    fubiniStudy,
    unrestricted: unrestrictedDistance(statistics, angles),
    normalModes: { basis: 'normal modes', f2: fubiniStudy * (statistics === 'boson' ? Math.SQRT2 : Math.SQRT1_2), f1 },
    modes: { basis: 'modes', ...modes },
  };
}

/** arccos of Π cosh^−½ r or Π cos ϑ, without cancellation. */
export function unrestrictedDistance(statistics: Statistics, angles: Float64Array): Radians {
  const log = angles.reduce(
    (sum, angle) =>
      statistics === 'boson'
        ? sum - Math.log1p(Math.sinh(angle) ** 2) / 2
        : sum + Math.log1p(-Math.min(1, Math.sin(angle) ** 2)),
    0,
  ); // of |⟨R|T⟩|²
  return Math.atan2(Math.sqrt(-Math.expm1(log)), Math.exp(log / 2));
}

/** A coefficient of a generator that joins the modes i and j. */
type Coefficient = readonly [i: number, j: number, h: number];

function weighted(terms: Iterable<Coefficient>, weights: (i: number, j: number) => number): { f2: number; f1: number } {
  let [squares, f1] = [0, 0];
  for (const [i, j, h] of terms) {
    const w = weights(i, j);
    if (!(w >= 0 && w < Infinity)) {
      throw new DomainError(`gaussianComplexity: finite weights ≥ 0 required, got ${w} for modes ${i} and ${j}`);
    }
    squares += w * h * h;
    f1 += w * Math.abs(h);
  }
  return { f2: Math.sqrt(squares), f1 };
}

/** Of κ = ((a, b), (b, −a)), or of a: a_ij of ½(x_i p_j + p_j x_i); b_ij of p_i p_j and x_i x_j alike; √2 b_ii on one mode. */
function* bosonCoefficients({ rows, data }: RealMatrix, n: number): Generator<Coefficient> {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      yield [i, j, data[i * rows + j]!];
      if (rows === n) continue;
      const b = data[i * rows + n + j]!;
      if (i !== j) yield [i, j, b];
      else for (let copy = 0; copy < 2; copy++) yield [i, i, b * Math.SQRT1_2];
    }
  }
}

/** h_ab/2 of iγ_a γ_b. */
function* fermionCoefficients({ rows, data }: RealMatrix): Generator<Coefficient> {
  for (let a = 0; a < rows; a++) {
    for (let b = a + 1; b < rows; b++) yield [a >> 1, b >> 1, data[a * rows + b]! / 2];
  }
}
