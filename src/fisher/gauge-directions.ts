/** @file The gauge group of a tensor network, as directions of its parameters along which no state moves. */

import type { Leg } from '../contraction/contraction-graph.ts';
import { type ComplexArray, sizeOf } from '../linalg/complex.ts';
import { networkTensors } from '../network/node-tensor.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { freeOffset } from '../network/tensor-sources.ts';

/** A direction of θ that leaves the normalised state where it is. */
export interface GaugeDirection {
  /** The bond on which GL(χ) acts, or the node whose norm and phase do not matter. */
  readonly place: Leg;
  /** Shape (P,). */
  readonly direction: Float64Array;
}

/**
 * Directions of the gauge freedom of a network at θ:
 *
 * - of every bond between two free tensors, GL(χ): A → A·e^{X}, B → e^{−X}·B for the 2χ² real directions X;
 * - norm and phase of the state, by one free tensor.
 *
 * They span the null space of F for generic tensors of a tree (bonds no larger than both sides can fill), so the rank
 * of F is P − 2Σχ² − 2 for networks that are free throughout.
 *
 * @param theta - parameters, shape (P,)
 * @throws {ShapeError} theta has the wrong length
 *
 * Cost O(P) for each direction.
 */
export function gaugeDirections(network: TensorNetwork, theta: Float64Array): readonly GaugeDirection[] {
  const tensors = networkTensors(network, theta);
  const owners = new Map<Leg, number[]>();
  network.nodes.forEach(({ legs, tensor }, index) => {
    if (freeOffset(tensor) !== null) for (const leg of legs) owners.set(leg, [...(owners.get(leg) ?? []), index]);
  });
  const directions: GaugeDirection[] = [];
  for (const [leg, [left, right]] of owners) {
    if (left === undefined || right === undefined) continue;
    const dimension = network.dimensions[leg]!;
    for (let a = 0; a < dimension; a++) {
      for (let b = 0; b < dimension; b++) {
        for (const turned of [false, true]) {
          const direction = new Float64Array(network.parameters);
          move(direction, network, tensors, left, leg, [a, b], 1, turned); // A·E_ab: slice a into slice b
          move(direction, network, tensors, right, leg, [b, a], -1, turned); // −E_ab·B: slice b into slice a
          directions.push({ place: leg, direction });
        }
      }
    }
  }
  const free = network.nodes.find(({ tensor }) => freeOffset(tensor) !== null);
  if (free !== undefined) {
    const offset = freeOffset(free.tensor)!;
    const { interleaved } = tensors[network.nodes.indexOf(free)]!;
    const norm = new Float64Array(network.parameters);
    const phase = new Float64Array(network.parameters);
    for (let k = 0; k < interleaved.length; k += 2) {
      norm.set([interleaved[k]!, interleaved[k + 1]!], offset + k);
      phase.set([-interleaved[k + 1]!, interleaved[k]!], offset + k);
    }
    directions.push({ place: free.id, direction: norm }, { place: free.id, direction: phase });
  }
  return directions;
}

/** Adds factor (times i if turned) times slice `from` of a node's tensor along a leg to slice `to` of its direction. */
function move(
  direction: Float64Array,
  { nodes }: TensorNetwork,
  tensors: readonly ComplexArray[],
  index: number,
  leg: Leg,
  [from, to]: readonly [number, number],
  factor: number,
  turned: boolean,
): void {
  const { legs, tensor } = nodes[index]!;
  const offset = freeOffset(tensor);
  if (offset === null) return;
  const { shape, interleaved } = tensors[index]!;
  const axis = legs.indexOf(leg);
  const inner = sizeOf(shape.slice(axis + 1));
  const dimension = shape[axis]!;
  for (let outer = 0; outer < sizeOf(shape.slice(0, axis)); outer++) {
    for (let k = 0; k < inner; k++) {
      const source = 2 * ((outer * dimension + from) * inner + k);
      const target = offset + 2 * ((outer * dimension + to) * inner + k);
      const [re, im] = [interleaved[source]!, interleaved[source + 1]!];
      direction[target] = direction[target]! + factor * (turned ? -im : re);
      direction[target + 1] = direction[target + 1]! + factor * (turned ? re : im);
    }
  }
}
