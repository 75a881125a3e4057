/** @file Networks written down as nodes with output and input legs; the parameters are laid out in node order. */

import type { Leg } from '../contraction/contraction-graph.ts';
import { sizeOf } from '../linalg/complex.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';

/** A node with the dimensions of its legs: outputs towards the boundary, inputs from the bulk. */
export interface NodeShape {
  readonly id: string;
  readonly outputs: readonly (readonly [Leg, number])[];
  readonly inputs: readonly (readonly [Leg, number])[];
}

/**
 * The network of the given nodes, all trainable.
 *
 * @param boundary - legs of the state's sites, in order
 * @param form - 'free': no constraint; 'isometric': every node is an isometry from its inputs to its outputs
 * @param environment - legs that are traced out
 */
export function networkOfShapes(
  shapes: readonly NodeShape[],
  boundary: readonly Leg[],
  form: 'free' | 'isometric',
  environment: readonly Leg[] = [],
): TensorNetwork {
  let parameters = 0;
  const dimensions: Record<Leg, number> = {};
  const nodes = shapes.map(({ id, outputs, inputs }): NetworkNode => {
    const offset = parameters;
    const [rows, columns] = [outputs, inputs].map((legs) => sizeOf(legs.map(([, dimension]) => dimension))) as [
      number,
      number,
    ];
    parameters += 2 * rows * columns;
    for (const [leg, dimension] of [...outputs, ...inputs]) dimensions[leg] = dimension;
    const tensor: TensorSource =
      form === 'free' ? { kind: 'free', offset } : { kind: 'isometry', offset, rows, columns };
    return { id, legs: [...outputs, ...inputs].map(([leg]) => leg), tensor };
  });
  return { kind: 'network', parameters, dimensions, nodes, boundary, bulk: [], environment };
}
