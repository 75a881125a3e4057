/** @file The direction of time in a network of gates and isometries. */

import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import type { NetworkNode, TensorNetwork } from './tensor-network.ts';

/**
 * The legs by which a node acts on what comes later: outputs of gates and isometries, all legs of a constant.
 *
 * @throws {DomainError} a free tensor: it has no direction in time
 */
export function outputsOf(
  { id, legs, tensor }: NetworkNode,
  { dimensions }: Pick<TensorNetwork, 'dimensions'>,
): readonly Leg[] {
  if (tensor.kind === 'constant') return legs;
  if (tensor.kind === 'rotation') return legs.slice(0, legs.length / 2);
  if (tensor.kind === 'free')
    throw new DomainError(`outputsOf: gates and isometries required, got a free tensor ${id}`);
  let rows = 1;
  let count = 0;
  while (rows < tensor.rows) rows *= dimensions[legs[count++]!]!;
  return legs.slice(0, count);
}
