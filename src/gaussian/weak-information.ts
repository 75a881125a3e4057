/** @file Mutual information of regions that are weakly correlated, far below the rounding of their entropies. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal, submatrix } from '../linalg/real-product.ts';
import type { Nats } from '../units.ts';
import { type GaussianState, indicesOf, restricted } from './gaussian-state.ts';
import { frameOf, majoranaForm } from './majorana-form.ts';
import { omegaConjugated, symplecticForm } from './symplectic-form.ts';

/** Relative size of the correlations below which their second order is more accurate than entropies. */
export const WEAK = 1e-7;
/** 1 − λ² or ν² − 1 of modes that count as pure, and so uncorrelated. */
const PURE = 1e-13;

/** The normal modes of a region by itself. */
export interface LocalFrame {
  /** λ or ν. */
  readonly values: Float64Array;
  /** Rows of the covariance of the whole state. */
  readonly indices: readonly number[];
  /** Takes them to normal modes, whose rows are neighbours: 2k and 2k + 1. */
  readonly inverse: RealMatrix;
}

/** The normal modes of the state of these modes. O(k³). */
export function localFrame(state: GaussianState, modes: readonly number[]): LocalFrame {
  const { covariance } = restricted(state, modes);
  const indices = indicesOf(state.statistics, state.modes, modes);
  if (state.statistics === 'fermion') {
    const form = majoranaForm(covariance);
    return { values: form.values, indices, inverse: rowsInOrder(frameOf(form), (row) => row) };
  }
  const form = symplecticForm(covariance);
  if (form === undefined) throw new DomainError('Gaussian state: a positive covariance required');
  const n = modes.length;
  const order = (row: number): number => (row >> 1) + (row % 2) * n; // x₀ p₀ x₁ p₁ …
  return { values: form.values, indices, inverse: rowsInOrder(omegaConjugated(form.S), order) }; // S⁻¹ = ΩSᵀΩᵀ
}

/**
 * The second order in the correlations Y of two regions of their mutual information, from the 2 × 2 blocks Y⁺ + Y⁻ of
 * normal modes that commute and anticommute with ((0, 1), (−1, 0)),
 *
 *     I ≈ ½ Σ_jk |Y⁺_jk|² (f(λ_j) − f(λ_k))/(λ_j − λ_k) + |Y⁻_jk|² (f(λ_j) + f(λ_k))/(λ_j + λ_k),
 *
 * f = artanh for fermions; for bosons f = −arcoth of ν in the first term, arcoth in the second. What it leaves out is
 * of fourth order. undefined where the correlations are not weak.
 *
 * @see for the metric of relative entropy, Petz & Tóth, Lett. Math. Phys. 27, 205 (1993)
 */
export function weakInformation(state: GaussianState, a: LocalFrame, b: LocalFrame): Nats | undefined {
  const block = submatrix(state.covariance, a.indices, b.indices);
  const { data, cols } = multiplyReal(multiplyReal(a.inverse, block), b.inverse, { transposeB: true });
  let [information, size] = [0, 0];
  for (let j = 0; j < a.values.length; j++) {
    for (let k = 0; k < b.values.length; k++) {
      const at = 2 * j * cols + 2 * k;
      const block = [data[at]!, data[at + 1]!, data[at + cols]!, data[at + cols + 1]!] as const;
      const term = pairTerm(state.statistics, a.values[j]!, b.values[k]!, block);
      information += term.information;
      size += term.size;
    }
  }
  return size < WEAK ? information : undefined;
}

/** The second order of I between two normal modes, and the size of their correlations relative to what they can be. */
export interface PairTerm {
  readonly information: Nats;
  readonly size: number;
}

/**
 * The term of two modes with the values s and t in the sum of `weakInformation`; those of fermions may have any sign.
 *
 * @param block - of the covariance between them, row by row
 */
export function pairTerm(
  statistics: GaussianState['statistics'],
  s: number,
  t: number,
  [w, x, y, z]: readonly [number, number, number, number],
): PairTerm {
  const [p, q] = [Math.abs((1 - s) * (1 + s)), Math.abs((1 - t) * (1 + t))];
  if (p <= PURE || q <= PURE) return { information: 0, size: 0 };
  const [plusOf, minusOf] = statistics === 'fermion' ? FERMION : BOSON;
  const [plus, minus] = [((w + z) ** 2 + (x - y) ** 2) / 2, ((w - z) ** 2 + (x + y) ** 2) / 2];
  return { information: (plus * plusOf(s, t) + minus * minusOf(s, t)) / 2, size: (plus + minus) / (p * q) };
}

type Coefficients = readonly [plus: (s: number, t: number) => number, minus: (s: number, t: number) => number];

/** (artanh s − artanh t)/(s − t) and (artanh s + artanh t)/(s + t), without cancellation. */
const FERMION: Coefficients = [
  (s, t) => quotient((s - t) / (1 - s * t), s - t, 1 / (1 - s * t)),
  (s, t) => quotient((s + t) / (1 + s * t), s + t, 1 / (1 + s * t)),
];

/** (arcoth t − arcoth s)/(s − t) and (arcoth s + arcoth t)/(s + t). */
const BOSON: Coefficients = [
  (s, t) => quotient((s - t) / (s * t - 1), s - t, 1 / (s * t - 1)),
  (s, t) => Math.atanh((s + t) / (s * t + 1)) / (s + t),
];

/** artanh(ratio)/difference, and its limit where both vanish. */
const quotient = (ratio: number, difference: number, limit: number): number =>
  Math.abs(difference) < 1e-9 ? limit : Math.atanh(ratio) / difference;

/** The columns order(0), order(1), … of a square matrix as rows. */
function rowsInOrder({ rows, data }: RealMatrix, order: (row: number) => number): RealMatrix {
  const out = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) {
    const from = order(i);
    for (let j = 0; j < rows; j++) out[i * rows + j] = data[j * rows + from]!;
  }
  return { rows, cols: rows, data: out };
}
