/** @file Blocks that all but do nothing. */

import { length } from '../linalg/real-vector.ts';
import type { NetworkPoint } from '../network-point.ts';
import { type BlockCircuit, circuitOfBlocks, gateGenerators } from './block-circuit.ts';

/** The circuit without the blocks whose coefficients have a norm √Σ_P h_P² below the threshold. */
export function withoutIdleBlocks(
  circuit: BlockCircuit,
  generators: Float64Array,
  threshold: number,
): NetworkPoint<BlockCircuit> {
  const coefficients = gateGenerators(circuit, generators);
  const kept = [...coefficients.keys()].filter((g) => length(coefficients[g]!) >= threshold);
  return {
    network: circuitOfBlocks(
      circuit.qubits,
      kept.map((g) => circuit.gates[g]!),
      circuit.reference,
    ),
    theta: Float64Array.from(kept.flatMap((g) => [...coefficients[g]!])),
  };
}
