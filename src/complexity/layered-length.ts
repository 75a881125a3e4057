/** @file The length of a circuit whose commuting gates act at the same time. */

import { angleAt, type Circuit } from '../circuit/circuit.ts';
import { commutingLayers } from '../circuit/layers.ts';
import type { Objective } from '../optimise/objective.ts';
import { gateWeights, type LengthOptions } from './circuit-length.ts';
import type { PenaltyMetric } from './penalty-metric.ts';

/**
 * Length of the circuit as a path of layers, each one exponential of commuting words,
 *
 *     L(θ) = ½ Σ_layers √(Σ_P w(P) a_P²),
 *
 * with a_P the sum of the angles about P in the layer. It is a true path, so it bounds the complexity from above, and
 * it is no longer than `circuitLength`, which takes the gates one after another. At a = 0 the derivative is taken to
 * be 0.
 *
 * @throws {DomainError} a gate's word has infinite weight
 */
export function layeredLength(circuit: Circuit, metric: PenaltyMetric, options: LengthOptions = {}): Objective {
  const { smoothing = 0 } = options;
  const weights = gateWeights(circuit, metric);
  const layers = commutingLayers(circuit);
  /** For each gate the first gate of its layer about the same word; the angles of such gates add. */
  const first = circuit.gates.map(({ word }, g) =>
    circuit.gates.findIndex((other, k) => layers[k] === layers[g] && other.word === word),
  );
  return (theta) => {
    const sums = new Float64Array(circuit.gates.length);
    circuit.gates.forEach(({ angle }, g) => {
      sums[first[g]!] = sums[first[g]!]! + angleAt(angle, theta);
    });
    const squares = new Float64Array(Math.max(0, ...layers) + 1);
    sums.forEach((sum, g) => {
      if (first[g] === g) squares[layers[g]!] = squares[layers[g]!]! + weights[g]! * sum * sum;
    });
    const lengths = squares.map((square) => Math.sqrt(square + smoothing * smoothing));
    const gradient = new Float64Array(theta.length);
    circuit.gates.forEach(({ angle }, g) => {
      if (typeof angle === 'number' || lengths[layers[g]!] === 0) return;
      const slope = (weights[g]! * sums[first[g]!]!) / (2 * lengths[layers[g]!]!);
      gradient[angle.parameter] = gradient[angle.parameter]! + (angle.scale ?? 1) * slope;
    });
    return { value: lengths.reduce((sum, length) => sum + length - smoothing, 0) / 2, gradient };
  };
}
