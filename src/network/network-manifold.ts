/** @file Where a network's parameters live. */

import { byKind } from '../by-kind.ts';
import { sizeOf } from '../linalg/complex.ts';
import type { ManifoldPart } from '../optimise/stiefel.ts';
import { shapeOf } from './node-tensor.ts';
import type { TensorNetwork, TensorSource } from './tensor-network.ts';

/**
 * The network's parameter space as parts of a product manifold: flat for free tensors and angles, a Stiefel manifold
 * for every isometry. A range shared by several nodes is one part.
 */
export function manifoldOf(network: TensorNetwork): readonly ManifoldPart[] {
  const parts = new Map<number, ManifoldPart>();
  for (const node of network.nodes) {
    const part = partOf(node.tensor, sizeOf(shapeOf(node, network.dimensions)));
    if (part !== null) parts.set(part.offset, part);
  }
  return [...parts.values()];
}

const partOf = byKind<TensorSource, [size: number], ManifoldPart | null>({
  constant: () => null,
  free: ({ offset }, size) => ({ kind: 'flat', offset, size: 2 * size }),
  isometry: ({ offset, rows, columns }) => ({ kind: 'stiefel', offset, rows, columns }),
  rotation: ({ angle }) => (typeof angle === 'number' ? null : { kind: 'flat', offset: angle.parameter, size: 1 }),
  block: ({ words, offset }) => (words.length === 0 ? null : { kind: 'flat', offset, size: words.length }),
  stabiliser: () => null,
});
