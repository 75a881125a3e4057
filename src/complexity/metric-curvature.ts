/**
 * @file Curvature of a right-invariant metric, in closed algebraic form: it is the same at every unitary. A
 * right-invariant metric is a left-invariant one seen through U ↦ U†, so that Arnold's and Milnor's formulas hold.
 */

import { DomainError } from '../errors.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from '../linalg/matrix.ts';
import type { PauliWord } from '../operator/pauli.ts';
import {
  commuteAt,
  coordinatesOf,
  coordinatesOfSum,
  indexOfWord,
  matrixOf,
  wordAt,
} from '../operator/pauli-coordinates.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import type { RightInvariantMetric } from './right-invariant-metric.ts';

/**
 * Sectional curvature of the plane of two Hamiltonians, K = ⟨R(x, y)y, x⟩ / (|x|²|y|² − ⟨x, y⟩²), with the Levi-Civita
 * connection
 *
 *     ∇_x y = ½([x, y] + G⁻¹([x, Gy] + [y, Gx])),    [x, y] = i(xy − yx).
 *
 * Positive on a sphere: SU(2) with all weights 1 is the unit three-sphere, K = 1.
 *
 * @throws {DomainError} a weight is infinite (sub-Riemannian metrics have no curvature), or the Hamiltonians are
 *          parallel
 *
 * O(8ⁿ).
 */
export function metricSectionalCurvature(metric: RightInvariantMetric, x: PauliSum, y: PauliSum): number {
  checkFinite(metric);
  const [a, b] = [coordinatesOfSum(x), coordinatesOfSum(y)];
  const area = inner(metric, a, a) * inner(metric, b, b) - inner(metric, a, b) ** 2;
  if (!(area > 1e-14 * inner(metric, a, a) * inner(metric, b, b))) {
    throw new DomainError(`metricSectionalCurvature: two directions required, got an area of square ${area}`);
  }
  const nabla = (u: Float64Array, v: Float64Array): Float64Array => connection(metric, u, v);
  const first = nabla(a, nabla(b, b));
  const second = nabla(b, nabla(a, b));
  const third = nabla(bracket(a, b), b);
  return (
    inner(
      metric,
      first.map((h, p) => h - second[p]! - third[p]!),
      a,
    ) / area
  );
}

/**
 * Sectional curvature of the plane of two Pauli words, by Milnor's formula. Words that commute span a flat plane; two
 * that do not commute generate, with their product, a totally geodesic three-sphere: for the weights a, b of the words
 * and c of the product,
 *
 *     K = (2c(a + b) + (a − b)² − 3c²) / (abc).
 *
 * @throws {DomainError} a weight is infinite
 *
 * @see Milnor, Adv. Math. 21, 293 (1976)
 */
export function wordSectionalCurvature(metric: RightInvariantMetric, first: PauliWord, second: PauliWord): number {
  checkFinite(metric);
  return wordCurvature(metric, indexOfWord(first), indexOfWord(second));
}

/**
 * Ricci curvature Ric(P̂, P̂) along each word, of unit length in the metric, shape (4ⁿ,); 0 for the identity. Words are
 * principal directions, for conjugation by a word, an isometry, changes the sign of every word that anticommutes
 * with it.
 *
 * @throws {DomainError} a weight is infinite
 *
 * O(16ⁿ).
 */
export function metricRicciCurvature(metric: RightInvariantMetric): Float64Array {
  checkFinite(metric);
  return metric.inverseWeights.map((_, p) => {
    let sum = 0;
    if (p > 0) for (let q = 1; q < metric.inverseWeights.length; q++) sum += wordCurvature(metric, p, q);
    return sum;
  });
}

/** Scalar curvature Σ_P Ric(P̂, P̂). O(16ⁿ). */
export function metricScalarCurvature(metric: RightInvariantMetric): number {
  return metricRicciCurvature(metric).reduce((sum, ricci) => sum + ricci, 0);
}

function wordCurvature({ inverseWeights }: RightInvariantMetric, p: number, q: number): number {
  if (commuteAt(p, q, inverseWeights.length)) return 0;
  const [a, b, c] = [1 / inverseWeights[p]!, 1 / inverseWeights[q]!, 1 / inverseWeights[p ^ q]!];
  return (2 * c * (a + b) + (a - b) ** 2 - 3 * c * c) / (a * b * c);
}

function connection({ inverseWeights }: RightInvariantMetric, x: Float64Array, y: Float64Array): Float64Array {
  const lowered = (v: Float64Array): Float64Array => v.map((h, p) => (p === 0 ? 0 : h / inverseWeights[p]!));
  const one = bracket(x, lowered(y));
  const two = bracket(y, lowered(x));
  return bracket(x, y).map((h, p) => (h + inverseWeights[p]! * (one[p]! + two[p]!)) / 2);
}

/** i(xy − yx). */
function bracket(x: Float64Array, y: Float64Array): Float64Array {
  const product = multiply(matrixOf(x), matrixOf(y));
  return coordinatesOf(scaledMatrix([0, 1], addScaledMatrix(product, [-1, 0], adjoint(product))));
}

function inner({ inverseWeights }: RightInvariantMetric, x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, h, p) => (p === 0 ? 0 : sum + (h * y[p]!) / inverseWeights[p]!), 0);
}

function checkFinite({ qubits, inverseWeights }: RightInvariantMetric): void {
  const forbidden = inverseWeights.findIndex((inverse, p) => p > 0 && inverse === 0);
  if (forbidden > 0) {
    throw new DomainError(`metric curvature: finite weights required, got Infinity at ${wordAt(forbidden, qubits)}`);
  }
}
