/**
 * @file Unitaries up to rotations of single qubits that cost nothing. If weights depend on supports only, U = K(t)Ũ(t) with
 * rotations K leaves the cost of Ũ' = −i(K†HK)Ũ as it is: all rotations can be moved to one end, V = Ũ(1)k, and Ũ is driven by
 * words of more qubits alone. Its momentum has no one-qubit words: they are conserved along the path, and 0 where the end is free.
 */

import { type Controls, checkMetric, controlWords, splitControls } from '../../complexity/controls.ts';
import { type PenaltyMetric, penaltyWeight } from '../../complexity/penalty-metric.ts';
import {
  type RightInvariantMetric,
  rightInvariantMetric,
  weightedMetric,
} from '../../complexity/right-invariant-metric.ts';
import { type ComplexMatrix, identityMatrix } from '../../linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, multiply, trace } from '../../linalg/matrix.ts';
import { unitaryLogarithm } from '../../linalg/normal-eigen.ts';
import { length } from '../../linalg/real-vector.ts';
import { type PauliWord, place } from '../../operator/pauli.ts';
import { coordinatesOf, indexOfWord, matrixOf, wordAt } from '../../operator/pauli-coordinates.ts';
import { oneParameterGroup } from './nested-geodesic.ts';

/** A metric as the search for unitaries needs it. */
export interface UnitaryControls {
  /** Where one-qubit words are free they weigh as much as the lightest others, but no momentum has them. */
  readonly weights: RightInvariantMetric;
  readonly controls: Controls;
  /** One-qubit words of weight 0; none if they cost something. */
  readonly freeWords: readonly PauliWord[];
}

/** exp(−i Σ_P a_P P), which costs nothing. */
export interface FreeRotation {
  readonly words: readonly PauliWord[];
  readonly coefficients: readonly number[];
}

/**
 * The metric on n qubits, whose one-qubit words may weigh 0.
 *
 * @throws {ShapeError | DomainError} n outside 1 … 6, or the metric is invalid (see `splitControls`)
 */
export function unitaryControls(metric: PenaltyMetric, qubits: number): UnitaryControls {
  if (metric.sizeWeights?.[0] !== 0) {
    const weights = rightInvariantMetric(metric, qubits);
    return { weights, controls: controlWords(metric, qubits), freeWords: [] };
  }
  checkMetric(metric, qubits, true);
  const { controls, freeWords } = splitControls(metric, qubits);
  const lightest = Math.min(...controls.weights);
  const weights = weightedMetric(qubits, (word) => (freeWords.includes(word) ? lightest : penaltyWeight(metric, word)));
  return { weights, controls, freeWords };
}

/** exp(−i Σ a_P P) for the free words P, as coordinates of Σ a_P P. */
export function rotationCoordinates(freeWords: readonly PauliWord[], a: ArrayLike<number>): Float64Array {
  const coordinates = new Float64Array(4 ** (freeWords[0]?.length ?? 0));
  freeWords.forEach((word, j) => {
    coordinates[indexOfWord(word)] = a[j]!;
  });
  return coordinates;
}

/** exp(−i Σ h_P P) of these coordinates. */
export const exponentialOf = (coordinates: Float64Array): ComplexMatrix => oneParameterGroup(coordinates)(1);

/** k†Ak in coordinates, for a product k of rotations about the free words and an A without these. */
export function turnedBack(coordinates: Float64Array, k: ComplexMatrix, freeWords: readonly PauliWord[]): Float64Array {
  const turned = coordinatesOf(multiply(multiply(k, matrixOf(coordinates), { adjointA: true }), k));
  turned[0] = 0;
  for (const word of freeWords) turned[indexOfWord(word)] = 0;
  return turned;
}

/**
 * The a of least norm with exp(−i Σ a_P P) ∼ k, for a product k of rotations of single qubits, in coordinates: on each qubit the
 * shorter way, |a| ≤ π/2.
 *
 * @returns `undefined` if k is no product of rotations
 */
export function localLogarithm(k: ComplexMatrix): Float64Array | undefined {
  const qubits = Math.log2(k.rows);
  const [row, column] = placeOfGreatest(k);
  const coordinates = new Float64Array(4 ** qubits);
  for (let q = 0; q < qubits; q++) {
    const bit = 2 ** (qubits - 1 - q);
    const at = (i: number, j: number): number => ((row & ~bit) | (i * bit)) * k.cols + ((column & ~bit) | (j * bit));
    const entries = [at(0, 0), at(0, 1), at(1, 0), at(1, 1)].flatMap((p) => [
      ...k.interleaved.subarray(2 * p, 2 * p + 2),
    ]);
    const scale = Math.hypot(...entries) / Math.SQRT2;
    const factor = { rows: 2, cols: 2, interleaved: Float64Array.from(entries, (x) => x / scale) };
    const square = multiply(factor, factor, { adjointA: true });
    if (!(frobeniusNorm(addScaledMatrix(square, [-1, 0], identityMatrix(2))) < 1e-9)) return undefined;
    const axis = coordinatesOf(unitaryLogarithm(factor)).map((x, p) => (p === 0 ? 0 : -x));
    const angle = length(axis);
    const share = angle > Math.PI / 2 ? 1 - Math.PI / angle : 1;
    for (const p of [1, 2, 3]) {
      coordinates[indexOfWord(place(qubits, { [q]: wordAt(p, 1) }))] = share * axis[p]!;
    }
  }
  const [re, im] = trace(multiply(exponentialOf(coordinates), k, { adjointA: true }));
  return Math.hypot(re, im) > k.rows * (1 - 1e-9) ? coordinates : undefined;
}

function placeOfGreatest({ cols, interleaved }: ComplexMatrix): readonly [row: number, column: number] {
  let [greatest, best] = [0, 0];
  for (let at = 0; 2 * at < interleaved.length; at++) {
    const size = Math.hypot(interleaved[2 * at]!, interleaved[2 * at + 1]!);
    if (size > greatest) [greatest, best] = [size, at];
  }
  return [Math.floor(best / cols), best % cols];
}
