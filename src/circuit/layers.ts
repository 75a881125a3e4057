import { commute, support } from '../operator/pauli.ts';
import type { Circuit } from './circuit.ts';

/**
 * Layers of rotations that can act at the same time: a gate joins the first layer after every earlier gate with which
 * it does not commute. All gates of a layer commute, so a layer is one exponential exp(−i Σ_g a_g P_g/2).
 *
 * @returns the layer of each gate, from 0, in the order of the gates
 *
 * Cost a comparison of words for each pair of gates that share a qubit, once for each that they share.
 */
export function commutingLayers({ gates, qubits }: Circuit): readonly number[] {
  const layers: number[] = [];
  const gatesAt = Array.from({ length: qubits }, (): number[] => []);
  gates.forEach(({ word }, g) => {
    let layer = 0;
    for (const qubit of support(word)) {
      for (const earlier of gatesAt[qubit]!) {
        if (layers[earlier]! >= layer && !commute(word, gates[earlier]!.word)) layer = layers[earlier]! + 1;
      }
      gatesAt[qubit]!.push(g);
    }
    layers.push(layer);
  });
  return layers;
}

/** Number of layers of commuting gates; 0 without gates. */
export const layerCount = (circuit: Circuit): number =>
  Math.max(0, ...commutingLayers(circuit).map((layer) => layer + 1));
