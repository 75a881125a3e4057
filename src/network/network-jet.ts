/** @file The state of a tensor network with its partial derivatives of any order. */

import { byKind } from '../by-kind.ts';
import { generatorMatrix } from '../circuit/block-circuit.ts';
import { angleAt } from '../circuit/circuit.ts';
import { type ArrayJet, contractJet } from '../contraction/contract-jet.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { exponentialDerivative } from '../linalg/differentiable-exponential.ts';
import { scaledMatrix } from '../linalg/matrix.ts';
import { type MultiIndex, multiIndices } from '../linalg/multi-index.ts';
import { statePlan } from './network-state.ts';
import { networkTensors, nodeTensor, shapeOf } from './node-tensor.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';

/**
 * Partial derivatives of the state that a network generates, not normalised, along directions v_a of its parameters, at
 * θ + Σ_a x_a v_a with x = 0. Free tensors are linear in θ, rotations have derivatives of any order, (d/da)^r turning
 * the angle by rπ and dividing by 2^r, blocks by `exponentialDerivative`.
 *
 * @param theta - parameters, shape (P,)
 * @param directions - v_a, each of shape (P,)
 * @param order - greatest order
 * @returns by multi-index over the directions, see `contractJet`
 * @throws {ShapeError} theta has the wrong length
 *
 * Cost as `contractJet`: at most 8 · C(directions + 3, 3) contractions for third order.
 */
export function networkJet(
  network: TensorNetwork,
  theta: Float64Array,
  directions: readonly Float64Array[],
  order: number,
): ArrayJet {
  const indices = multiIndices(directions.length, order);
  const tensors = networkTensors(network, theta);
  const jets = network.nodes.map((node, index) => {
    const shape = shapeOf(node, network.dimensions);
    const jet = new Map([['', tensors[index]!.interleaved]]);
    for (const alpha of indices) {
      const derivative = alpha.length === 0 ? undefined : nodeDerivative(node, shape, theta, directions, alpha);
      if (derivative?.some((x) => x !== 0)) jet.set(alpha.join(), derivative);
    }
    return jet;
  });
  return contractJet(statePlan(network), jets, indices);
}

/** ∂^α of a node's tensor; undefined if it vanishes whatever θ. */
function nodeDerivative(
  node: NetworkNode,
  shape: readonly number[],
  theta: Float64Array,
  directions: readonly Float64Array[],
  alpha: MultiIndex,
): Float64Array | undefined {
  return derivativeOf(node.tensor, node, shape, theta, directions, alpha);
}

type Derivative = (
  source: TensorSource,
  node: NetworkNode,
  shape: readonly number[],
  theta: Float64Array,
  directions: readonly Float64Array[],
  alpha: MultiIndex,
) => Float64Array | undefined;

/** Entries that are parameters have their first derivatives only. */
const ofEntries: Derivative = (_source, node, shape, _theta, directions, alpha) =>
  alpha.length === 1 ? nodeTensor(node, shape, directions[alpha[0]!]!).interleaved : undefined;

const derivativeOf: Derivative = byKind({
  constant: () => undefined,
  free: ofEntries,
  isometry: ofEntries,
  rotation: ({ word, angle }, node, shape, theta, directions, alpha) => {
    if (typeof angle === 'number') return undefined;
    const { parameter, scale = 1 } = angle;
    const weight = alpha.reduce((product, a) => (product * scale * directions[a]![parameter]!) / 2, 1);
    const turned = { kind: 'rotation' as const, word, angle: angleAt(angle, theta) + alpha.length * Math.PI };
    return nodeTensor({ ...node, tensor: turned }, shape, theta).interleaved.map((x) => weight * x);
  },
  block: ({ words, offset }, _node, _shape, theta, directions, alpha) => {
    const sites = words[0]?.length ?? 0;
    const along = (x: Float64Array): ComplexMatrix =>
      scaledMatrix([0, -1], generatorMatrix(words, x.subarray(offset, offset + words.length), sites));
    return words.length === 0
      ? undefined
      : exponentialDerivative(
          along(theta),
          alpha.map((a) => along(directions[a]!)),
        ).interleaved;
  },
  stabiliser: () => undefined,
});
