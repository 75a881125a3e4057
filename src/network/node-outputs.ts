/** @file The direction of time in a network of gates and isometries. */

import { byKind } from '../by-kind.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';

/**
 * The legs by which a node acts on what comes later: outputs of gates and isometries, all legs of a constant.
 *
 * @throws {DomainError} a free tensor: it has no direction in time
 */
export function outputsOf(node: NetworkNode, network: Pick<TensorNetwork, 'dimensions'>): readonly Leg[] {
  const outputs = directedOutputs(node, network);
  if (outputs !== null) return outputs;
  throw new DomainError(`outputsOf: gates and isometries required, got a free tensor ${node.id}`);
}

/** The legs that `outputsOf` gives; null for a free tensor, which has no direction in time. */
export function directedOutputs(
  { legs, tensor }: NetworkNode,
  { dimensions }: Pick<TensorNetwork, 'dimensions'>,
): readonly Leg[] | null {
  const count = outputCount(
    tensor,
    legs.map((leg) => dimensions[leg]!),
  );
  return count === null ? null : legs.slice(0, count);
}

/** How many legs, from the first on, are outputs. */
const outputCount = byKind<TensorSource, [shape: readonly number[]], number | null>({
  constant: (_, shape) => shape.length,
  free: () => null,
  isometry: ({ rows }, shape) => {
    let [size, count] = [1, 0];
    while (size < rows) size *= shape[count++]!;
    return count;
  },
  rotation: (_, shape) => shape.length / 2,
  block: (_, shape) => shape.length / 2,
  stabiliser: (_, shape) => shape.length,
});
