/** @file What sites know of each other after every layer of a circuit. */

import { anglesAt, type Circuit } from '../circuit/circuit.ts';
import { rotatedStabilisers, stabiliserGroupOfCircuit } from '../circuit/clifford-circuit.ts';
import { stringOf } from '../circuit/free-fermion-program.ts';
import { commutingLayers } from '../circuit/layers.ts';
import { DomainError } from '../errors.ts';
import { generatedEntropies } from '../generative/generated-entropies.ts';
import { entropiesOfStabilisers } from '../stabiliser/stabiliser-entropy.ts';
import { informationTable } from '../state/mutual-information.ts';
import type { InformationFrame } from './light-cones.ts';

/** An angle that is further from a multiple of π/2 is not one. */
const ROUNDING = 1e-9;
/** Most qubits that are followed by amplitudes. */
const MOST_BY_AMPLITUDES = 14;

/**
 * Mutual information of all pairs of qubits after each layer of commuting gates, time 0 being the reference. The layers
 * are those of `lightCones`. Clifford circuits are followed by their stabiliser group, hundreds of qubits; others by
 * amplitudes up to 14 qubits, by covariances if they are free fermions: 100 qubits, more if their states are real.
 *
 * @param theta - parameters, shape (P,)
 * @throws {ShapeError} theta does not have the circuit's number of parameters
 * @throws {DomainError} a circuit whose states are out of reach
 *
 * Clifford circuits of 300 qubits and 40 layers take 10 s.
 */
export function circuitFrames(
  circuit: Circuit,
  theta: Float64Array = new Float64Array(0),
): readonly InformationFrame[] {
  const layerOfGate = commutingLayers(circuit);
  const angles = anglesAt(circuit, theta);
  const quarters = Array.from(angles, (angle) => Math.round(angle / (Math.PI / 2)));
  const isClifford = angles.every((angle, gate) => Math.abs(angle - (quarters[gate]! * Math.PI) / 2) <= ROUNDING);
  const layers = layerOfGate.reduce((most, layer) => Math.max(most, layer + 1), 0);
  const gatesOf = (layer: number): readonly number[] =>
    layerOfGate.flatMap((own, gate) => (own === layer ? [gate] : []));
  if (isClifford) return cliffordFrames(circuit, quarters, layers, gatesOf);
  if (circuit.qubits > MOST_BY_AMPLITUDES && stringOf(circuit) === null) {
    throw new DomainError(
      `circuitFrames: at most ${MOST_BY_AMPLITUDES} qubits, free fermions or Clifford gates required, got ${circuit.qubits} qubits`,
    );
  }
  return Array.from({ length: layers + 1 }, (_, time) => {
    const gates = circuit.gates.filter((__, gate) => layerOfGate[gate]! < time);
    const information = informationTable(generatedEntropies({ ...circuit, gates }, theta));
    if (information.length !== circuit.qubits) {
      throw new DomainError(
        `circuitFrames: at most 100 qubits of free fermions in a complex state required, got ${circuit.qubits}`,
      );
    }
    return { time, information };
  });
}

function cliffordFrames(
  circuit: Circuit,
  quarters: readonly number[],
  layers: number,
  gatesOf: (layer: number) => readonly number[],
): readonly InformationFrame[] {
  let group = stabiliserGroupOfCircuit({ ...circuit, gates: [], parameters: 0 }, new Float64Array(0));
  const frames: InformationFrame[] = [{ time: 0, information: informationTable(entropiesOfStabilisers(group)) }];
  for (let layer = 0; layer < layers; layer++) {
    const gates = gatesOf(layer);
    group = rotatedStabilisers(
      group,
      gates.map((gate) => circuit.gates[gate]!.word),
      gates.map((gate) => ((quarters[gate]! % 4) + 4) % 4),
    );
    frames.push({ time: layer + 1, information: informationTable(entropiesOfStabilisers(group)) });
  }
  return frames;
}
