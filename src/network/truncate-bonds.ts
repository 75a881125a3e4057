/** @file Smaller bonds for a trained network: what its complexity penalty has made superfluous is removed. */

import type { NetworkPoint } from '../network-point.ts';
import type { TensorNetwork } from './tensor-network.ts';
import { schmidtGauge } from './tree-gauge.ts';
import { isTree } from './tree-messages.ts';

/**
 * The network with every bond cut down to the Schmidt values that matter. The new state has norm 1.
 *
 * @param tolerance - greatest Schmidt weight Σ p that may be lost at each bond, e.g. 1e-10
 * @param bond - greatest bond dimension that may stay, default unlimited
 * @returns the smaller network and its parameters; a network with cycles comes back as it is, since no bond of it has
 *   Schmidt values
 *
 * @see Vidal, Phys. Rev. Lett. 91, 147902 (2003)
 */
export function truncateBonds(
  network: TensorNetwork,
  theta: Float64Array,
  tolerance: number,
  bond = Infinity,
): NetworkPoint<TensorNetwork> {
  if (!isTree(network)) return { network, theta };
  const { network: smaller, theta: entries } = schmidtGauge(network, theta, { tolerance, bond });
  return { network: smaller, theta: entries };
}
