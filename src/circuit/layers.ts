import { commute } from '../operator/pauli.ts';
import type { Circuit } from './circuit.ts';

/**
 * Layers of rotations that can act at the same time: a gate joins the first layer after every earlier gate with which
 * it does not commute. All gates of a layer commute, so a layer is one exponential exp(−i Σ_g a_g P_g/2).
 *
 * @returns the layer of each gate, from 0, in the order of the gates
 *
 * Cost O(gates²) comparisons of words.
 */
export function commutingLayers({ gates }: Circuit): readonly number[] {
  const layers: number[] = [];
  gates.forEach(({ word }, g) => {
    let layer = 0;
    for (let earlier = 0; earlier < g; earlier++) {
      if (layers[earlier]! >= layer && !commute(word, gates[earlier]!.word)) layer = layers[earlier]! + 1;
    }
    layers.push(layer);
  });
  return layers;
}

/** Number of layers of commuting gates; 0 without gates. */
export const layerCount = (circuit: Circuit): number =>
  Math.max(0, ...commutingLayers(circuit).map((layer) => layer + 1));
