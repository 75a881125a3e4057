/** @file The least value of a quadratic function within a ball, from a dense matrix. */

import type { RealMatrix } from './matrix.ts';
import { dot, length } from './real-vector.ts';
import { type SymmetricForm, scaledTriangle, symmetricForm } from './symmetric-form.ts';
import { tridiagonalEigenvalues } from './tridiagonal-eigenvalues.ts';
import type { TrustRegionStep } from './trust-region-steps.ts';

/** A step, and the matrix that led to it. */
export interface DenseTrustRegionStep extends TrustRegionStep {
  /** b ↦ −(H + τ)⁻¹b with the shift τ of the step. */
  readonly answer: (b: Float64Array) => Float64Array;
}

/** Bisections of the shift. */
const BISECTIONS = 80;
/** How far above the lowest eigenvalue a shift stays, as a share of the largest. */
const APART = 1e-14;

/**
 * The step s that makes g·s + ½s·Hs least within |s| ≤ r: (H + τ)s = −g with the least τ ≥ 0 that makes H + τ positive and the step short
 * enough, in the basis in which H is tridiagonal.
 *
 * @param hessian - H, symmetric, definite or not, shape (n, n)
 * @param gradient - g, shape (n,)
 * @returns r ↦ the step, O(n²) each; where g has no part along the lowest eigenvectors it may stay inside of the ball
 *
 * O(4n³/3).
 *
 * @see Moré & Sorensen, SIAM J. Sci. Stat. Comput. 4, 553 (1983)
 */
export function denseTrustRegion(
  hessian: RealMatrix,
  gradient: Float64Array,
): (radius: number) => DenseTrustRegionStep {
  const { rows: n, data } = hessian;
  const form = symmetricForm(scaledTriangle('denseTrustRegion', data, n), n);
  const diagonal = form.diagonal.map((x) => x * form.scale);
  const beside = form.offDiagonal.map((x) => x * form.scale);
  const g = transformed(form, gradient, 'into');
  const values = tridiagonalEigenvalues(diagonal, beside);
  const lowest = values[0]!;
  const least = Math.max(0, APART * Math.max(Math.abs(values[n - 1]!), Math.abs(lowest)) - lowest);
  const at = (shift: number): Float64Array => shiftedSolution(diagonal, beside, shift, g);
  return (radius) => {
    let s = at(least);
    let shift = least;
    if (length(s) > radius) {
      let [low, high] = [least, least + length(g) / radius];
      for (let i = 0; i < BISECTIONS && high - low > 1e-10 * high; i++) {
        const middle = low > 0 && high > 100 * low ? Math.sqrt(low * high) : (low + high) / 2;
        if (length(at(middle)) > radius) low = middle;
        else high = middle;
      }
      shift = high;
      s = at(shift);
    }
    const image = s.map(
      (x, i) => diagonal[i]! * x + (i > 0 ? beside[i - 1]! * s[i - 1]! : 0) + (i + 1 < n ? beside[i]! * s[i + 1]! : 0),
    );
    return {
      move: transformed(form, s, 'out of'),
      decrease: -dot(g, s) - dot(s, image) / 2,
      answer: (b) =>
        transformed(form, shiftedSolution(diagonal, beside, shift, transformed(form, b, 'into')), 'out of'),
    };
  };
}

/** −(T + shift)⁻¹g for a positive T + shift. */
function shiftedSolution(diagonal: Float64Array, beside: Float64Array, shift: number, g: Float64Array): Float64Array {
  const n = g.length;
  const pivots = new Float64Array(n);
  const z = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const factor = i === 0 ? 0 : beside[i - 1]! / pivots[i - 1]!;
    pivots[i] = diagonal[i]! + shift - (i === 0 ? 0 : factor * beside[i - 1]!);
    z[i] = -g[i]! - (i === 0 ? 0 : factor * z[i - 1]!);
  }
  for (let i = n - 1; i >= 0; i--) {
    z[i] = (z[i]! - (i + 1 < n ? beside[i]! * z[i + 1]! : 0)) / pivots[i]!;
  }
  return z;
}

/** Qᵀx or Qx for Q = H_{n−1}…H₂. */
function transformed({ reflectors }: SymmetricForm, x: Float64Array, direction: 'into' | 'out of'): Float64Array {
  const n = x.length;
  const y = x.slice();
  for (let step = 2; step < n; step++) {
    const k = direction === 'into' ? n + 1 - step : step;
    const v = reflectors.subarray(k * n, k * n + k);
    let share = 0;
    for (let i = 0; i < k; i++) share += v[i]! * y[i]!;
    for (let i = 0; i < k; i++) y[i]! -= 2 * share * v[i]!;
  }
  return y;
}
