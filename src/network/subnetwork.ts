/** @file A part of a network as a network of its own. */

import { byKind } from '../by-kind.ts';
import { parametersOf } from './node-tensor.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';

/** Some nodes of a network, and which of its parameters are theirs. */
export interface Subnetwork {
  readonly network: TensorNetwork;
  /** Indices into the parameters of the whole, in the order of the part. */
  readonly parameters: readonly number[];
}

/**
 * The network of some nodes. Parameters that none of them has are left out; the others keep their order.
 *
 * @param nodes - of the network, possibly with constants besides
 * @param open - what becomes of the legs that dangle
 */
export function subnetwork(
  network: TensorNetwork,
  nodes: readonly NetworkNode[],
  open: Pick<TensorNetwork, 'boundary' | 'bulk' | 'environment'>,
  dimensions: TensorNetwork['dimensions'] = network.dimensions,
): Subnetwork {
  const parameters = [...new Set(nodes.flatMap((node) => parametersOf(node, { dimensions })))].sort((a, b) => a - b);
  const places = new Map(parameters.map((parameter, place) => [parameter, place]));
  const legs = new Set(nodes.flatMap((node) => node.legs));
  return {
    network: {
      kind: 'network',
      parameters: parameters.length,
      dimensions: Object.fromEntries([...legs].map((leg) => [leg, dimensions[leg]!])),
      nodes: nodes.map((node) => ({ ...node, tensor: moved(node.tensor, places) })),
      ...open,
    },
    parameters,
  };
}

/** θ of the part at θ of the whole. */
export function parametersOfPart({ parameters }: Subnetwork, theta: Float64Array): Float64Array {
  return Float64Array.from(parameters, (parameter) => theta[parameter]!);
}

/** The same tensor with its parameters elsewhere. */
const moved = byKind<TensorSource, [places: ReadonlyMap<number, number>], TensorSource>({
  constant: (source) => source,
  free: (source, places) => ({ ...source, offset: places.get(source.offset)! }),
  isometry: (source, places) => ({ ...source, offset: places.get(source.offset)! }),
  rotation: (source, places) => {
    const { angle } = source;
    return typeof angle === 'number'
      ? source
      : { ...source, angle: { ...angle, parameter: places.get(angle.parameter)! } };
  },
  block: (source, places) => (source.words.length === 0 ? source : { ...source, offset: places.get(source.offset)! }),
  stabiliser: (source) => source,
});
