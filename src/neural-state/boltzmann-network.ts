/** @file A restricted Boltzmann machine as a tensor network of copy tensors. */

import type { Leg } from '../contraction/contraction-graph.ts';
import type { NetworkNode, TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import { checkTheta } from './amplitude-model.ts';
import type { BoltzmannMachine } from './boltzmann-machine.ts';

/**
 * The state of a restricted Boltzmann machine as a tensor network, exactly: every spin is a leg of dimension 2 that all its factors
 * share (a copy tensor), a bias is a vector (e^a, e^{−a}), a weight the matrix ((e^W, e^{−W}), (e^{−W}, e^W)).
 *
 *     h_0 ──■──── h_1        ■: e^{W_ij s h} on v_i and h_j
 *       ╲  ╱ ╲   ╱           boundary: v_0, v_1, …, also shared
 *        ■     ■
 *     v_0      v_1
 *
 * So its minimal cuts, entropies, and Fisher information are those of any network: a weight is a bond of ln 2 at most, and the
 * entropy of a region is at most (number of hidden spins joined to both sides)·ln 2. Weights that are 0 are left out.
 *
 * @param theta - of the machine, shape (P,)
 * @returns the network, with the entries of all tensors as its parameters, and their values; its state is ψ, not normalised
 * @throws {ShapeError} theta has another length
 * @see Chen, Cheng, Xie, Wang & Xiang, Phys. Rev. B 97, 085104 (2018), arXiv:1701.04831
 *
 * @example
 * ```ts
 * import { boltzmannMachine, networkOfBoltzmann } from 'bulkweave/likelihood';
 * import { entropiesOfNetwork } from 'bulkweave/network';
 *
 * // One hidden spin that all others follow: a GHZ state.
 * const machine = boltzmannMachine({ visible: 4, hidden: 1 });
 * const weights = new Float64Array(machine.parameters);
 * for (let i = 0; i < 4; i++) weights[2 * (4 + 1 + i)] = 20;
 * const { network, theta } = networkOfBoltzmann(machine, weights);
 * console.log(entropiesOfNetwork(network, theta).entropy([0, 1])); // 0.6931
 * ```
 */
export function networkOfBoltzmann(machine: BoltzmannMachine, theta: Float64Array): NetworkPoint<TensorNetwork> {
  checkTheta('networkOfBoltzmann', machine, theta);
  const { visible: n, hidden: m } = machine;
  const nodes: NetworkNode[] = [];
  const entries: number[] = [];
  const put = (id: string, legs: readonly Leg[], at: number, signs: readonly number[]): void => {
    nodes.push({ id, legs, tensor: { kind: 'free', offset: entries.length } });
    for (const sign of signs) {
      const modulus = Math.exp(sign * theta[at]!);
      entries.push(modulus * Math.cos(theta[at + 1]!), modulus * sign * Math.sin(theta[at + 1]!));
    }
  };
  const [visible, hidden] = [numbered('v', n), numbered('h', m)];
  visible.forEach((leg, i) => {
    put(`bias of ${leg}`, [leg], 2 * i, [1, -1]);
  });
  hidden.forEach((leg, j) => {
    put(`bias of ${leg}`, [leg], 2 * (n + j), [1, -1]);
  });
  for (const [i, v] of visible.entries()) {
    for (const [j, h] of hidden.entries()) {
      const at = 2 * (n + m + i * m + j);
      if (theta[at] === 0 && theta[at + 1] === 0) continue;
      put(`weight of ${v} and ${h}`, [v, h], at, [1, -1, -1, 1]);
    }
  }
  const dimensions = Object.fromEntries([...visible, ...hidden].map((leg) => [leg, 2]));
  const network: TensorNetwork = {
    kind: 'network',
    parameters: entries.length,
    dimensions,
    nodes,
    boundary: visible,
    bulk: [],
    environment: [],
  };
  return { network, theta: Float64Array.from(entries) };
}

const numbered = (letter: string, count: number): readonly Leg[] =>
  Array.from({ length: count }, (_, k) => `${letter}${k}`);
