/** @file Where a network's parameters live. */

import { sizeOf } from '../linalg/complex.ts';
import type { ManifoldPart } from '../optimise/stiefel.ts';
import { shapeOf } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';

/**
 * The network's parameter space as parts of a product manifold: flat for free tensors and angles, a Stiefel manifold
 * for every isometry. A range shared by several nodes is one part.
 */
export function manifoldOf(network: TensorNetwork): readonly ManifoldPart[] {
  const parts = new Map<number, ManifoldPart>();
  for (const node of network.nodes) {
    const source = node.tensor;
    if (source.kind === 'isometry') {
      const { offset, rows, columns } = source;
      parts.set(offset, { kind: 'stiefel', offset, rows, columns });
    } else if (source.kind === 'free') {
      const size = 2 * sizeOf(shapeOf(node, network.dimensions));
      parts.set(source.offset, { kind: 'flat', offset: source.offset, size });
    } else if (source.kind === 'rotation' && typeof source.angle !== 'number') {
      parts.set(source.angle.parameter, { kind: 'flat', offset: source.angle.parameter, size: 1 });
    }
  }
  return [...parts.values()];
}
