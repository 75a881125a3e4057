/**
 * @file Which parts of the bulk can be read from which part of the boundary, and how finely: Fisher information as the
 * resolution of parameters, gates, layers and tensors.
 */

import { byKind } from '../by-kind.ts';
import { blockLayers } from '../circuit/block-circuit.ts';
import { commutingLayers } from '../circuit/layers.ts';
import { type GenerativeNetwork, siteDimensions } from '../generative/generative-network.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { networkOfBlocks } from '../network/from-block-circuit.ts';
import { parametersOf } from '../network/node-tensor.ts';
import type { NetworkNode, TensorNetwork } from '../network/tensor-network.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { regionFisherInformation } from './erasure.ts';
import { fisherSpectrum } from './fisher-spectrum.ts';
import { quantumFisherInformation } from './quantum-fisher-information.ts';

/** What a region of the boundary says about every parameter. */
export interface Inferability {
  readonly region: readonly number[];
  /** F of the region's state, shape (P, P). */
  readonly fisher: RealMatrix;
  /** Number of independent directions of θ that the region sees. */
  readonly rank: number;
  /**
   * √(F⁺)_kk per copy of the state, in units of the parameter (radians for angles); null where it cannot be inferred.
   */
  readonly resolution: readonly (number | null)[];
  /** Resolution of the best-seen direction, 1/√λ_max(F): no combination of parameters is seen more finely. */
  readonly finest: number | null;
}

/**
 * What a region of the boundary, by default all of it, says about the parameters of the network.
 *
 * @param theta - parameters, shape (P,)
 * @param region - sites that are read
 * @throws {DomainError} a site of the region does not exist or occurs twice
 *
 * Cost as `quantumFisherInformation` for the whole boundary, as `regionFisherInformation` for a part; and O(P³) on top
 * of it.
 */
export function inferability(
  network: GenerativeNetwork,
  theta: Float64Array,
  region: readonly number[] = [...siteDimensions(network).keys()],
): Inferability {
  const whole = complementOf(region, siteDimensions(network).length).length === 0;
  const fisher = whole ? quantumFisherInformation(network, theta) : regionFisherInformation(network, theta, region);
  const { rank, resolution, eigenvalues } = fisherSpectrum(fisher);
  return {
    region,
    fisher,
    rank,
    resolution: rank === 0 ? resolution.map(() => null) : resolution,
    finest: rank === 0 ? null : 1 / Math.sqrt(eigenvalues[0]!),
  };
}

/** A part of the network: a gate, a layer, a tensor. */
export interface ParameterGroup {
  readonly id: string;
  /** Indices of its parameters; a shared parameter belongs to every part that uses it. */
  readonly parameters: readonly number[];
}

/** The gates of a circuit that have a parameter, its blocks, or the trainable tensors of a network. */
export const partsOf = byKind<GenerativeNetwork, [], readonly ParameterGroup[]>({
  circuit: ({ gates }) =>
    gates.flatMap(({ word, angle }, g) =>
      typeof angle === 'number' ? [] : [{ id: `${g} ${word}`, parameters: [angle.parameter] }],
    ),
  'block-circuit': (circuit) => partsOfNetwork(networkOfBlocks(circuit)),
  network: partsOfNetwork,
});

function partsOfNetwork(network: TensorNetwork): readonly ParameterGroup[] {
  return network.nodes.flatMap((node) => {
    const parameters = parametersOf(node, network);
    return parameters.length === 0 ? [] : [{ id: node.id, parameters }];
  });
}

/** Layers of gates that act at the same time, see `commutingLayers`; the tensors one by one for a network. */
export const layersOf = byKind<GenerativeNetwork, [], readonly ParameterGroup[]>({
  circuit: (circuit) => {
    const layers = commutingLayers(circuit);
    return Array.from({ length: Math.max(-1, ...layers) + 1 }, (_, layer) => {
      const own = circuit.gates.flatMap(({ angle }, g) =>
        layers[g] === layer && typeof angle !== 'number' ? [angle.parameter] : [],
      );
      return { id: `layer ${layer}`, parameters: [...new Set(own)] };
    });
  },
  'block-circuit': (circuit) => {
    const layers = blockLayers(circuit);
    const parts = networkOfBlocks(circuit).nodes.slice(-circuit.gates.length);
    const range = ({ tensor }: NetworkNode) => ('words' in tensor ? tensor.words.map((_, k) => tensor.offset + k) : []);
    return Array.from({ length: Math.max(-1, ...layers) + 1 }, (_, layer) => ({
      id: `layer ${layer}`,
      parameters: circuit.gates.flatMap((_gate, g) => (layers[g] === layer ? range(parts[g]!) : [])),
    }));
  },
  network: partsOf,
});

/** What a region says about a part of the network. */
export interface GroupInferability {
  readonly id: string;
  /** Σ F_kk over its parameters: how much the state moves with them. */
  readonly information: number;
  /** How many of its parameters can be inferred, all others being unknown. */
  readonly identifiable: number;
  /** The finest resolution among these; null if there is none. */
  readonly resolution: number | null;
}

/** What a region says about the parts of the network. */
export function groupInferability(
  { fisher, resolution }: Pick<Inferability, 'fisher' | 'resolution'>,
  groups: readonly ParameterGroup[],
): readonly GroupInferability[] {
  return groups.map(({ id, parameters }) => {
    const known = parameters.map((k) => resolution[k]!).filter((value) => value !== null);
    return {
      id,
      information: parameters.reduce((sum, k) => sum + fisher.data[k * (fisher.rows + 1)]!, 0),
      identifiable: known.length,
      resolution: known.length === 0 ? null : Math.min(...known),
    };
  });
}

/**
 * The Planck length of a circuit's bulk: no angle of a rotation exp(−iaP/2) can be read from a single copy of the state
 * more finely than 1 radian, because F ≤ (spread of the generator)² = 1 whatever the rest of the circuit; from N copies
 * not more finely than 1/√N. An angle that s gates share, with scales c_g, is seen at most Σ|c_g| times as finely.
 *
 * @param copies - N, number of copies of the state that are measured
 * @returns least resolution of each parameter in radians, shape (P,); Infinity if no gate depends on it
 *
 * @see Giovannetti, Lloyd & Maccone, Phys. Rev. Lett. 96, 010401 (2006)
 */
export function leastResolution(network: GenerativeNetwork & { readonly kind: 'circuit' }, copies = 1): Float64Array {
  const spread = new Float64Array(network.parameters);
  for (const { angle } of network.gates) {
    if (typeof angle !== 'number') {
      spread[angle.parameter] = spread[angle.parameter]! + Math.abs(angle.scale ?? 1);
    }
  }
  return spread.map((value) => 1 / (value * Math.sqrt(copies)));
}
