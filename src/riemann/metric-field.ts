/** @file A metric on parameter space, as a function; its domain, its inverse, its volume. */

import { DomainError, ShapeError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';

/** A Riemannian metric in coordinates: x of shape (P,) to the symmetric positive matrix g_ij(x), shape (P, P). */
export interface MetricField {
  (x: Float64Array): RealMatrix;
  /**
   * Whether a point lies within the domain of the coordinates; if absent, every point where the metric can be evaluated
   * does.
   */
  readonly domain?: (x: Float64Array) => boolean;
  /** The metric's exact derivatives, where they are known; otherwise differences are taken. */
  readonly derivatives?: (x: Float64Array) => MetricDerivatives;
}

/** Derivatives of a metric at a point, each entry of shape (P, P). */
export interface MetricDerivatives {
  /** first[k] = ∂_k g. */
  readonly first: readonly Float64Array[];
  /** second[k][l] = ∂_k∂_l g. */
  readonly second: readonly (readonly Float64Array[])[];
}

/**
 * Smallest ratio of diagonal entries of a metric, and smallest pivot of one with unit diagonal; a smaller one counts as
 * zero.
 */
const SMALLEST_RATIO = 1e-18;
const SMALLEST_PIVOT = 1e-12;

/**
 * g_ij(x), shape (P, P).
 *
 * @throws {DomainError} x lies outside the domain, or the metric there is not finite
 * @throws {ShapeError} the metric is not P × P
 */
export function metricAt(metric: MetricField, x: Float64Array): Float64Array {
  if (!x.every(Number.isFinite) || metric.domain?.(x) === false) {
    throw new DomainError(`metric field: a point inside its domain required, got (${x.join(', ')})`);
  }
  const { data } = metric(x);
  if (data.length !== x.length ** 2) {
    throw new ShapeError(`metric field: a ${x.length} × ${x.length} matrix required, got ${data.length} numbers`);
  }
  if (!data.every(Number.isFinite)) {
    throw new DomainError(`metric field: a finite metric required, got ${data.join(', ')} at (${x.join(', ')})`);
  }
  return data;
}

/** g_ij u^i v^j. */
export function innerProductOf(g: Float64Array, u: Float64Array, v: Float64Array): number {
  const p = u.length;
  return g.reduce((sum, entry, at) => sum + entry * u[Math.floor(at / p)]! * v[at % p]!, 0);
}

/** √(g_ij v^i v^j). */
export function lengthOf(g: Float64Array, v: Float64Array): number {
  return Math.sqrt(Math.max(0, innerProductOf(g, v, v)));
}

/** √g_ii, the length of each unit of the coordinates. */
export function unitLengths(g: Float64Array): Float64Array {
  const p = Math.sqrt(g.length);
  return Float64Array.from({ length: p }, (_, i) => Math.sqrt(g[i * (p + 1)]!));
}

/** √det g, the density of the Riemannian volume in the coordinates. */
export function volumeDensity(metric: MetricField, x: Float64Array): number {
  return inverseMetric(metricAt(metric, x)).density;
}

/**
 * The inverse g^ij of a positive metric, shape (P, P), and √det g, by elimination in coordinates in which g_ii = 1, so
 * that their units do not matter.
 *
 * @throws {DomainError} the metric is not positive
 */
export function inverseMetric(g: Float64Array): { readonly inverse: Float64Array; readonly density: number } {
  const p = Math.sqrt(g.length);
  const units = unitLengths(g);
  let density = units.reduce((product, unit) => product * unit, 1);
  const [least, most] = [Math.min(...units) ** 2, Math.max(...units) ** 2];
  if (!(least > SMALLEST_RATIO * most)) throw notPositive(`the diagonal entries ${Array.from(units, (u) => u * u)}`);
  const inverse = g.map((entry, at) => entry / (units[Math.floor(at / p)]! * units[at % p]!));
  for (let k = 0; k < p; k++) {
    const pivot = inverse[k * (p + 1)]!;
    if (!(pivot > SMALLEST_PIVOT)) throw notPositive(`the pivot ${pivot} in units of its diagonal`);
    density *= Math.sqrt(pivot);
    inverse[k * (p + 1)] = 1;
    for (let j = 0; j < p; j++) inverse[k * p + j] = inverse[k * p + j]! / pivot;
    for (let i = 0; i < p; i++) {
      if (i === k) continue;
      const factor = inverse[i * p + k]!;
      inverse[i * p + k] = 0;
      for (let j = 0; j < p; j++) inverse[i * p + j] = inverse[i * p + j]! - factor * inverse[k * p + j]!;
    }
  }
  return { inverse: inverse.map((entry, at) => entry / (units[Math.floor(at / p)]! * units[at % p]!)), density };
}

function notPositive(got: string): DomainError {
  return new DomainError(`metric field: a positive metric required, got ${got}; leave out null directions`);
}
