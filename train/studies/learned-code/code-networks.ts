/** @file The networks that learn, the legs at which something may enter, and random networks on the same graphs. */

import { brickwall } from '../../../models/brickwall.ts';
import { isometricMera } from '../../../models/isometric-mera.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../../models/tree-tensor-network.ts';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import type { Leg } from '../../../src/contraction/contraction-graph.ts';
import { type GenerativeNetwork, tensorNetworkOf } from '../../../src/generative/generative-network.ts';
import { sizeOf } from '../../../src/linalg/complex.ts';
import type { RandomStream } from '../../../src/linalg/random.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { directedOutputs } from '../../../src/network/node-outputs.ts';
import { nodeTensor } from '../../../src/network/node-tensor.ts';
import { quditsOfLeg, sourceOfGroup } from '../../../src/network/stabiliser-source.ts';
import type { NetworkNode, TensorNetwork } from '../../../src/network/tensor-network.ts';
import { isometryShape } from '../../../src/network/tensor-sources.ts';
import { bondsOf } from '../../../src/network/tree-messages.ts';
import { support } from '../../../src/operator/pauli.ts';
import { randomStabiliserState } from '../../../src/stabiliser/random-stabilisers.ts';
import { stabiliserEntropy } from '../../../src/stabiliser/stabiliser-entropy.ts';

/** A network, and the legs at which something may enter, with their depths below the boundary. */
export interface CodeNetwork {
  readonly name: 'circuit' | 'tree' | 'MERA' | 'MPS';
  readonly network: GenerativeNetwork;
  readonly tensors: TensorNetwork;
  readonly legs: readonly { readonly leg: Leg; readonly depth: number }[];
}

export function codeNetworks(qubits: number, bond: number, depth: number): readonly CodeNetwork[] {
  const dimensions = new Array<number>(qubits).fill(2);
  const networks = {
    circuit: brickwall(qubits, { depth, block: 'so4' }),
    tree: treeTensorNetwork(dimensions, { bond, form: 'isometric' }),
    MERA: isometricMera(qubits, { bond }),
    MPS: matrixProductState(dimensions, { bond, form: 'isometric' }),
  } as const satisfies Readonly<Record<CodeNetwork['name'], GenerativeNetwork>>;
  return (Object.keys(networks) as CodeNetwork['name'][]).map((name) => codeNetwork(name, networks[name]));
}

/** All bonds; of a circuit the wires that enter a block. */
export function codeNetwork(name: CodeNetwork['name'], network: GenerativeNetwork): CodeNetwork {
  const tensors = tensorNetworkOf(network);
  const depths = new Map(bulkGraph(network).nodes.map(({ id, depth }) => [id, depth]));
  const legs = bondsOf(tensors).flatMap(({ leg, nodes }) => {
    const taker = nodes.map((index) => tensors.nodes[index]!).find((node) => !makes(node, tensors, leg))!;
    return isEntrance(taker) ? [{ leg, depth: depths.get(taker.id)! }] : [];
  });
  return { name, network, tensors, legs };
}

const makes = (node: NetworkNode, network: TensorNetwork, leg: Leg): boolean =>
  directedOutputs(node, network)!.includes(leg);

/** Tensors, and the first rotation of each block of two qubits. */
const isEntrance = ({ tensor }: NetworkNode): boolean =>
  tensor.kind !== 'rotation' || (support(tensor.word).length === 2 && tensor.word === 'XY');

/** Haar-random isometries; uniformly random angles. */
export const haarPoint = ({ tensors }: CodeNetwork, stream: RandomStream): Float64Array =>
  initialParameters(tensors, stream);

/** Uniformly random stabiliser isometries; angles that are multiples of π/2. */
export function stabiliserPoint({ tensors }: CodeNetwork, stream: RandomStream): Float64Array {
  const theta = Float64Array.from({ length: tensors.parameters }, () => (Math.PI / 2) * stream.integer(4));
  for (const node of tensors.nodes) {
    if (node.tensor.kind !== 'isometry') continue;
    const shape = node.legs.map((leg) => tensors.dimensions[leg]!);
    theta.set(stabiliserIsometry(shape, isometryShape(node.tensor)!.columns, stream), node.tensor.offset);
  }
  return theta;
}

/** A random stabiliser state is √columns⁻¹ times an isometry if its input legs are maximally mixed. */
function stabiliserIsometry(shape: readonly number[], columns: number, stream: RandomStream): Float64Array {
  const qubits = shape.map((dimension) => quditsOfLeg(dimension, 2)!).reduce((sum, count) => sum + count, 0);
  const inputs = Math.log2(columns);
  const inner = Array.from({ length: inputs }, (_, k) => qubits - inputs + k);
  for (;;) {
    const group = randomStabiliserState(stream, 2, qubits);
    if (stabiliserEntropy(group, inner) < (inputs - 0.5) * Math.LN2) continue;
    const node = { id: '', legs: [], tensor: sourceOfGroup(group) };
    const { interleaved } = nodeTensor(node, [sizeOf(shape)], new Float64Array(0));
    return interleaved.map((x) => x * Math.sqrt(columns));
  }
}
