/**
 * @file Coordinates in which a network without cycles is easy to train. Entries of a tensor move the state by very
 * different amounts: those that belong to small Schmidt values hardly at all. Scaled accordingly, they all move it by
 * the same amount, and quasi-Newton methods converge in a small fraction of the steps.
 */

import { sizeOf } from '../linalg/complex.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { Objective } from '../optimise/objective.ts';
import { shapeOf } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';
import { freeOffset } from './tensor-sources.ts';
import { schmidtGauge } from './tree-gauge.ts';

/** A network in balanced gauge. */
export interface BalancedNetwork extends NetworkPoint<TensorNetwork> {
  /** Natural size of ∂ψ/∂θ_k, shape (P,): coordinates are y_k = scales_k · θ_k. */
  readonly scales: Float64Array;
}

/**
 * The same state, of norm 1, with the Schmidt values λ shared equally between the two sides of every bond, so that both
 * its Gram matrices are diag(λ), and with the natural scale ∏_bonds √λ of every tensor entry.
 *
 * @param network - free tensors, no cycles
 * @param floor - Schmidt values count as √(λ² + floor²): directions of smaller ones are not magnified further
 * @returns free tensors; bonds larger than a side of the tree can fill become smaller
 * @throws {DomainError} the network has a cycle
 *
 * @see Vidal, Phys. Rev. Lett. 91, 147902 (2003), for the gauge
 * @see Hauru, Van Damme & Haegeman, SciPost Phys. 10, 040 (2021), for scaling by the Schmidt values
 */
export function balancedGauge(network: TensorNetwork, theta: Float64Array, floor: number): BalancedNetwork {
  const gauge = schmidtGauge(network, theta, { tolerance: 0, bond: Infinity });
  const { dimensions, nodes } = gauge.network;
  const entries = gauge.theta.slice();
  const scales = new Float64Array(entries.length).fill(1);
  nodes.forEach((node, index) => {
    const offset = freeOffset(node.tensor);
    if (offset === null) return;
    const shape = shapeOf(node, dimensions);
    node.legs.forEach((leg, axis) => {
      const values = gauge.values[leg];
      if (values === undefined) return;
      const roots = values.map((x) => Math.sqrt(Math.hypot(x, floor)));
      const stride = 2 * sizeOf(shape.slice(axis + 1));
      for (let k = 0; k < 2 * sizeOf(shape); k++) {
        const root = roots[Math.floor(k / stride) % shape[axis]!]!;
        const at = offset + k;
        entries[at] = gauge.rootSide[leg] === index ? entries[at]! / root : entries[at]! * root;
        scales[at] = scales[at]! * root;
      }
    });
  });
  return { network: gauge.network, theta: entries, scales };
}

/** The objective in coordinates y_k = scales_k · θ_k. */
export function scaledObjective(objective: Objective, scales: Float64Array): Objective {
  return (y) => {
    const { value, gradient } = objective(y.map((x, k) => x / scales[k]!));
    return { value, gradient: gradient.map((x, k) => x / scales[k]!) };
  };
}
