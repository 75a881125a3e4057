/** @file A metric on parameter space, as a function; its inverse, volume, and derivatives. */

import { EigenvalueDecomposition } from 'ml-matrix';
import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { romberg } from '../linalg/romberg.ts';

/** A Riemannian metric in coordinates: x of shape (P,) to the symmetric positive matrix g_ij(x), shape (P, P). */
export interface MetricField {
  (x: Float64Array): RealMatrix;
  /** The metric's exact derivatives, where they are known; without them they are taken by differences. */
  readonly derivatives?: (x: Float64Array) => MetricDerivatives;
}

/** Derivatives of a metric at a point, each entry of shape (P, P). */
export interface MetricDerivatives {
  /** first[k] = ∂_k g. */
  readonly first: readonly Float64Array[];
  /** second[k][l] = ∂_k∂_l g. */
  readonly second: readonly (readonly Float64Array[])[];
}

/** How derivatives are taken. */
export interface DifferenceOptions {
  /** Largest step of the central differences, in units of the coordinates; default 0.08. */
  readonly step?: number;
}

/** The metric at a point with its inverse and its derivatives. */
export interface MetricJet {
  readonly dimension: number;
  /** g_ij and g^ij, shape (P, P). */
  readonly metric: Float64Array;
  readonly inverse: Float64Array;
  /** first[k] = ∂_k g, shape (P, P). */
  readonly first: readonly Float64Array[];
}

/**
 * g, g⁻¹ and ∂_k g at x. Derivatives are exact where the field has them; else central differences with steps h, h/2, h/4, extrapolated twice (Richardson):
 * the error is O(h⁶), and rounding is amplified by 1/h only.
 *
 * @throws {DomainError} the metric is not finite or not invertible at x
 *
 * Cost 6P + 1 evaluations of the metric.
 */
export function metricJet(metric: MetricField, x: Float64Array, options: DifferenceOptions = {}): MetricJet {
  const { step = 0.08 } = options;
  const g = metric(x).data;
  const exact = metric.derivatives?.(x).first;
  if (exact !== undefined) return { dimension: x.length, metric: g, inverse: inverseMetric(g, x.length), first: exact };
  const first = Array.from(x, (_, k) =>
    richardson(step, (h) =>
      combine([
        [1 / (2 * h), at(metric, x, [k, h])],
        [-1 / (2 * h), at(metric, x, [k, -h])],
      ]),
    ),
  );
  return { dimension: x.length, metric: g, inverse: inverseMetric(g, x.length), first };
}

/**
 * ∂_k∂_l g at x for all k, l, symmetric in both pairs; same differences as `metricJet`, rounding amplified by 1/h².
 *
 * Cost 6P² + 3 evaluations of the metric.
 */
export function secondDerivatives(
  metric: MetricField,
  x: Float64Array,
  options: DifferenceOptions = {},
): readonly (readonly Float64Array[])[] {
  const { step = 0.08 } = options;
  if (metric.derivatives !== undefined) return metric.derivatives(x).second;
  const g = metric(x).data;
  const table: Float64Array[][] = Array.from(x, () => []);
  for (let k = 0; k < x.length; k++) {
    for (let l = 0; l <= k; l++) {
      const second = richardson(step, (h) => {
        const s = 1 / (h * h);
        if (k === l)
          return combine([
            [s, at(metric, x, [k, h])],
            [-2 * s, g],
            [s, at(metric, x, [k, -h])],
          ]);
        const corner = (a: number, b: number): readonly [number, Float64Array] => [
          (Math.sign(a * b) * s) / 4,
          at(metric, x, [k, a], [l, b]),
        ];
        return combine([corner(h, h), corner(h, -h), corner(-h, h), corner(-h, -h)]);
      });
      table[k]![l] = second;
      table[l]![k] = second;
    }
  }
  return table;
}

/** √det g, the density of the Riemannian volume in the coordinates. */
export function volumeDensity(metric: MetricField, x: Float64Array): number {
  return Math.sqrt(spectrum(metric(x).data, x.length).values.reduce((product, value) => product * value, 1));
}

/** The inverse g^ij of a positive metric, shape (P, P). */
function inverseMetric(g: Float64Array, dimension: number): Float64Array {
  const { values, vectors } = spectrum(g, dimension);
  const inverse = new Float64Array(dimension * dimension);
  values.forEach((value, k) => {
    for (let i = 0; i < dimension; i++) {
      for (let j = 0; j < dimension; j++) {
        const at = i * dimension + j;
        inverse[at] = inverse[at]! + (vectors[i]![k]! * vectors[j]![k]!) / value;
      }
    }
  });
  return inverse;
}

function spectrum(g: Float64Array, dimension: number) {
  if (!g.every(Number.isFinite)) throw new DomainError('metric field: a finite metric required, got NaN or Infinity');
  const rows = Array.from({ length: dimension }, (_, i) => Array.from(g.subarray(i * dimension, (i + 1) * dimension)));
  const decomposition = new EigenvalueDecomposition(rows, { assumeSymmetric: true });
  const values = decomposition.realEigenvalues;
  if (!(Math.min(...values) > 1e-12 * Math.max(...values))) {
    throw new DomainError(
      `metric field: a positive metric required, got the eigenvalues ${values.join(', ')}; leave out null directions`,
    );
  }
  return { values, vectors: decomposition.eigenvectorMatrix.to2DArray() };
}

/** g at x with some coordinates moved. */
function at(metric: MetricField, x: Float64Array, ...moves: readonly (readonly [number, number])[]): Float64Array {
  const moved = x.slice();
  for (const [k, distance] of moves) moved[k] = moved[k]! + distance;
  return metric(moved).data;
}

/** Σ factor · array. */
function combine(terms: readonly (readonly [number, Float64Array])[]): Float64Array {
  const sum = new Float64Array(terms[0]![1].length);
  for (const [factor, array] of terms) for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + factor * array[i]!;
  return sum;
}

/** A second-order difference, extrapolated from h, h/2, h/4 to sixth order. */
function richardson(h: number, difference: (h: number) => Float64Array): Float64Array {
  let row: readonly Float64Array[] = [];
  for (const step of [h, h / 2, h / 4]) row = romberg(row, difference(step));
  return row[2]!;
}
