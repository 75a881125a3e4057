/** @file Nielsen's metric as a diagonal in Pauli coordinates. */

import { DomainError, ShapeError } from '../errors.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { wordAt } from '../operator/pauli-coordinates.ts';
import { checkMetric } from './controls.ts';
import { type PenaltyMetric, penaltyWeight } from './penalty-metric.ts';

/**
 * The right-invariant metric ⟨H, J⟩ = Σ_P w_P h_P j_P on SU(2ⁿ), given by its inverse, which is finite for every
 * penalty.
 */
export interface RightInvariantMetric {
  readonly qubits: number;
  /** 1/w_P for each of the 4ⁿ words; 0 for words that are no controls and for the identity. */
  readonly inverseWeights: Float64Array;
}

/** Most qubits accepted: six have 4096 Pauli coordinates. */
const MOST_QUBITS = 6;

/**
 * The metric with these weights of words.
 *
 * @param weight - w_P > 0, or Infinity for a word that is no control
 * @throws {ShapeError} no qubit, or more than six
 * @throws {DomainError} a weight not above 0
 */
export function weightedMetric(qubits: number, weight: (word: PauliWord) => number): RightInvariantMetric {
  if (!(Number.isInteger(qubits) && qubits >= 1 && qubits <= MOST_QUBITS)) {
    throw new ShapeError(`right-invariant metric: 1 to ${MOST_QUBITS} qubits required, got ${qubits}`);
  }
  const inverseWeights = new Float64Array(4 ** qubits);
  for (let p = 1; p < inverseWeights.length; p++) {
    const word = wordAt(p, qubits);
    const w = weight(word);
    if (!(w > 0)) throw new DomainError(`right-invariant metric: weights above 0 required, got ${w} at ${word}`);
    inverseWeights[p] = 1 / w;
  }
  return { qubits, inverseWeights };
}

/**
 * A penalty metric on n qubits as the table of its inverse weights, in which the curvature, the exponential map's momenta and the
 * lower bounds are computed: G⁻¹ = diag(1/w_P), symmetric, positive semidefinite.
 *
 * @param metric - by size, range, letters or single words
 * @returns 1/w_P for all 4ⁿ words in the order of `coordinatesOf`; 0 for words that are no controls
 * @throws {ShapeError | DomainError} n outside 1 … 6, or the metric is invalid (see `checkMetric`)
 */
export function rightInvariantMetric(metric: PenaltyMetric, qubits: number): RightInvariantMetric {
  checkMetric(metric, qubits);
  return weightedMetric(qubits, (word) => penaltyWeight(metric, word));
}

/** H = G⁻¹L, the velocity of a momentum: h_P = l_P / w_P. */
export function velocityOf({ inverseWeights }: RightInvariantMetric, momentum: Float64Array): Float64Array {
  return momentum.map((l, p) => l * inverseWeights[p]!);
}

/**
 * L = GH, the momentum of a velocity: l_P = w_P h_P.
 *
 * @throws {DomainError} a component along a word that is no control
 */
export function momentumOf({ qubits, inverseWeights }: RightInvariantMetric, velocity: Float64Array): Float64Array {
  return velocity.map((h, p) => {
    if (h !== 0 && inverseWeights[p] === 0) {
      throw new DomainError(`velocity: words of finite weight required, got ${h} at ${wordAt(p, qubits)}`);
    }
    return h === 0 ? 0 : h / inverseWeights[p]!;
  });
}

/** F(H) = √⟨L, H⟩, the speed of the geodesic with this momentum. */
export function speedOf({ inverseWeights }: RightInvariantMetric, momentum: Float64Array): number {
  return Math.sqrt(momentum.reduce((sum, l, p) => sum + l * l * inverseWeights[p]!, 0));
}
