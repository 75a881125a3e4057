/** @file Orthogonal filters of two channels: Daubechies' family, computed, and any other, checked. */

import { DomainError } from '../../errors.ts';
import { Matrix, solveReal } from '../../linalg/dense-real.ts';

/** The most vanishing moments for which the factorisation keeps 14 digits. */
const MOST_MOMENTS = 10;
/** Deviation from orthogonality of a given filter that counts as rounding. */
const TOLERANCE = 1e-10;
/** Newton's steps halve the error until they square it; a bound that is never met. */
const MOST_STEPS = 100;
/** Relative change of the coefficients after which the last step is done on the taps themselves. */
const NEARLY = 1e-12;

/** Daubechies' filters by their number of taps, 'd4' with two vanishing moments; or the taps of any orthogonal filter. */
export type WaveletFilter =
  | 'haar'
  | 'd4'
  | 'd6'
  | 'd8'
  | 'd10'
  | 'd12'
  | 'd14'
  | 'd16'
  | 'd18'
  | 'd20'
  | readonly number[];

/**
 * The taps h₀ … h_{2K−1} of Daubechies' orthogonal filter with K vanishing moments, of minimal phase,
 *
 *     Σ_t h_t h_{t+2s} = δ_s0,    Σ_t h_t = √2,    Σ_t (−1)^t t^k h_t = 0 for k < K.
 *
 * H(z) = √2 ((1 + z)/2)^K A(z), where A(z)A(1/z) = Σ_{k<K} C(K − 1 + k, k) y^k, y = (2 − z − 1/z)/4, is factorised by
 * Newton's method on the coefficients of A, with a last step on the equations above.
 *
 * @param moments - K, from 1 (Haar) to 10
 * @returns shape (2K,), orthogonal to about 1e-15
 * @throws {DomainError} another number of moments
 *
 * @see Daubechies, Comm. Pure Appl. Math. 41, 909 (1988); Wilson, SIAM J. Numer. Anal. 6, 1 (1969), for the factorisation
 */
export function daubechiesFilter(moments: number): readonly number[] {
  if (!(Number.isInteger(moments) && moments >= 1 && moments <= MOST_MOMENTS)) {
    throw new DomainError(`daubechiesFilter: 1 to ${MOST_MOMENTS} vanishing moments required, got ${moments}`);
  }
  let taps = minimalPhaseFactor(halfBand(moments));
  for (let k = 0; k < moments; k++) {
    taps = [...taps, 0].map((tap, t) => (tap + (taps[t - 1] ?? 0)) / 2);
  }
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return polished(taps.map((tap) => (tap * Math.SQRT2) / sum));
}

/**
 * The taps of a filter: Daubechies' by name, others as they are, checked.
 *
 * @throws {DomainError} taps that are odd in number, not finite or not orthogonal, Σ_t h_t h_{t+2s} ≠ δ_s0
 */
export function tapsOf(caller: string, filter: WaveletFilter): readonly number[] {
  if (filter === 'haar') return daubechiesFilter(1);
  if (typeof filter === 'string') return daubechiesFilter(Number(filter.slice(1)) / 2);
  if (filter.length === 0 || filter.length % 2 === 1) {
    throw new DomainError(`${caller}: an even number of taps required, got ${filter.length}`);
  }
  for (let shift = 0; shift < filter.length; shift += 2) {
    const product = filter.reduce((sum, tap, t) => sum + tap * (filter[t + shift] ?? 0), 0);
    const wanted = shift === 0 ? 1 : 0;
    if (!(Math.abs(product - wanted) <= TOLERANCE)) {
      throw new DomainError(`${caller}: Σ h_t h_{t+${shift}} = ${wanted} required, got ${product}`);
    }
  }
  return filter;
}

/** g_t = (−1)^t h_{2K−1−t}: the filter of the wavelets, orthogonal to all even shifts of h. */
export function highPass(taps: readonly number[]): readonly number[] {
  return taps.toReversed().map((tap, t) => (t % 2 === 0 ? tap : -tap));
}

/** Coefficients r_0 … r_{K−1} of Σ_k C(K − 1 + k, k) y^k as a polynomial in z and 1/z, r_s = r_{−s}. */
function halfBand(moments: number): readonly number[] {
  return Array.from({ length: moments }, (_, s) => {
    let sum = 0;
    for (let k = s; k < moments; k++) {
      sum += (binomial(moments - 1 + k, k) * binomial(2 * k, k + s)) / 4 ** k;
    }
    return s % 2 === 0 ? sum : -sum;
  });
}

/** a with Σ_i a_i a_{i+s} = r_s and all zeros on one side of the unit circle. */
function minimalPhaseFactor(r: readonly number[]): readonly number[] {
  let a = r.map((_, i) => (i === 0 ? Math.sqrt(r[0]!) : 0));
  for (let step = 0; step < MOST_STEPS; step++) {
    const at = (i: number): number => a[i] ?? 0;
    const defect = r.map((wanted, s) => wanted - a.reduce((sum, x, i) => sum + x * at(i + s), 0));
    const change = solution(
      r.map((_, s) => r.map((__, i) => at(i + s) + at(i - s))),
      defect,
    );
    a = a.map((x, i) => x + change[i]!);
    if (Math.max(...change.map(Math.abs)) <= NEARLY * a[0]!) break;
  }
  return a;
}

/** One step of Newton's method on orthogonality and vanishing moments. */
function polished(h: readonly number[]): readonly number[] {
  const moments = h.length / 2;
  const at = (t: number): number => h[t] ?? 0;
  const order = [...Array(moments).keys()];
  // Powers of places around the middle, so that the equations are of one size.
  const weight = (k: number, t: number): number => (t % 2 === 0 ? 1 : -1) * ((t + 0.5) / moments - 1) ** k;
  const sum = (term: (t: number) => number): number => h.reduce((total, _, t) => total + term(t), 0);
  const defect = [
    ...order.map((s) => (s === 0 ? 1 : 0) - sum((t) => at(t) * at(t + 2 * s))),
    ...order.map((k) => -sum((t) => weight(k, t) * at(t))),
  ];
  const slope = [
    ...order.map((s) => h.map((_, t) => at(t + 2 * s) + at(t - 2 * s))),
    ...order.map((k) => h.map((_, t) => weight(k, t))),
  ];
  const change = solution(slope, defect);
  return h.map((tap, t) => tap + change[t]!);
}

const solution = (rows: number[][], right: number[]): readonly number[] =>
  solveReal(new Matrix(rows), Matrix.columnVector(right)).to1DArray();

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return Math.round(value);
}
