/** @file The length of a circuit of blocks: each block costs the norm of its generator. */

import { type BlockCircuit, blockCircuit, blockLayers, gateGenerators, placed } from '../circuit/block-circuit.ts';
import { DomainError } from '../errors.ts';
import type { Objective } from '../optimise/objective.ts';
import type { LengthOptions } from './circuit-length.ts';
import { checkMetric } from './controls.ts';
import { type PenaltyMetric, penaltyWeight } from './penalty-metric.ts';

/**
 * Length of a circuit of blocks, whose gates on different qubits act at the same time,
 *
 *     L(h) = Σ_layers √(Σ_gates |H_g|²),        |H_g|² = Σ_P w_P h_P².
 *
 * A layer is the path exp(−itΣ_g H_g), t from 0 to 1, of constant speed. So the circuit is a true path, and L bounds the
 * complexity of what it makes from above. Where a layer has no gate the derivative is taken to be 0.
 *
 * @param options - smoothing ε: each layer's √x becomes √(x + ε²) − ε
 * @returns a function of the coefficients h, shape (P,)
 * @throws {DomainError} a word has infinite weight: the metric does not allow it
 */
export function blockLength(
  circuit: BlockCircuit,
  metric: PenaltyMetric,
  { smoothing = 0 }: LengthOptions = {},
): Objective {
  const { weights, layerOf, layers } = weighed(circuit, metric);
  return (generators) => {
    gateGenerators(circuit, generators);
    const squares = new Float64Array(layers);
    generators.forEach((h, k) => {
      squares[layerOf[k]!] = squares[layerOf[k]!]! + weights[k]! * h * h;
    });
    const lengths = squares.map((square) => Math.sqrt(square + smoothing * smoothing));
    return {
      value: lengths.reduce((sum, length) => sum + length - smoothing, 0),
      gradient: generators.map((h, k) => (h === 0 ? 0 : (weights[k]! * h) / lengths[layerOf[k]!]!)),
    };
  };
}

/**
 * Energy ½∫F²dt of a circuit of blocks that takes the same time for each layer,
 *
 *     E(h) = ½ layers · Σ_P w_P h_P²,        L² ≤ 2E, with equality if all layers are of one length.
 *
 * @throws {DomainError} a word has infinite weight
 */
export function blockEnergy(circuit: BlockCircuit, metric: PenaltyMetric): Objective {
  const { weights, layers } = weighed(circuit, metric);
  return (generators) => {
    gateGenerators(circuit, generators);
    return {
      value: generators.reduce((sum, h, k) => sum + (layers * weights[k]! * h * h) / 2, 0),
      gradient: generators.map((h, k) => layers * weights[k]! * h),
    };
  };
}

/** The circuit with a block on each of the given sets of qubits, by all words that the metric allows. */
export function allowedBlocks(
  metric: PenaltyMetric,
  qubits: number,
  placements: readonly (readonly number[])[],
): BlockCircuit {
  checkMetric(metric, qubits, true);
  return blockCircuit(qubits, placements, (word) => penaltyWeight(metric, word) < Infinity);
}

/** The weight and the layer of each coefficient, and the number of layers. */
function weighed(circuit: BlockCircuit, metric: PenaltyMetric) {
  checkMetric(metric, circuit.qubits, true);
  const gateLayers = blockLayers(circuit);
  const weights = circuit.gates.flatMap(({ sites, words }) =>
    words.map((word) => {
      const onRegister = placed(word, sites, circuit.qubits);
      const weight = penaltyWeight(metric, onRegister);
      if (weight < Infinity) return weight;
      throw new DomainError(
        `blockLength: words of finite weight required, got ${onRegister}, which the metric forbids`,
      );
    }),
  );
  const layerOf = circuit.gates.flatMap(({ words }, g) => words.map(() => gateLayers[g]!));
  return { weights, layerOf, layers: Math.max(0, ...gateLayers.map((layer) => layer + 1)) };
}
