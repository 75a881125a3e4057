/** @file A neural quantum state of the critical Ising chain, and the tensor network that it is. */

import { lanczos } from '../../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { innerProduct, normalised } from '../../../src/linalg/vector.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { stateOfAmplitudes } from '../../../src/neural-state/amplitude-model.ts';
import { boltzmannMachine } from '../../../src/neural-state/boltzmann-machine.ts';
import { networkOfBoltzmann } from '../../../src/neural-state/boltzmann-network.ts';
import { neuralGroundState } from '../../../src/neural-state/neural-ground-state.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { pauliSumOperator } from '../../../src/operator/pauli-sum.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import type { PartStep } from '../../study.ts';

/** What the machine has learned. */
export interface NeuralState {
  readonly qubits: number;
  readonly parameters: number;
  readonly exact: number;
  readonly energy: number;
  readonly variance: number;
  readonly infidelity: number;
  /** Energy above the exact one, and variance, at every step. */
  readonly history: readonly { readonly step: number; readonly excess: number; readonly variance: number }[];
  /** Entropies of the first sites, learned and exact, in nats. */
  readonly entropies: readonly { readonly sites: number; readonly learned: number; readonly exact: number }[];
  /** 1 − |⟨·|·⟩|² of a small machine and its network of copy tensors. */
  readonly networkDefect: number;
}

/** Learns the ground state. */
export function* learnedState(qubits: number, steps: number, seed: number): Generator<PartStep, NeuralState> {
  const hamiltonian = transverseFieldIsing(chain(qubits));
  const random = randomVector(2 ** qubits, randomStream(seed, 'ground state'));
  const { values, vectors } = lanczos(pauliSumOperator(hamiltonian), random).value;
  const [exact, ground] = [values[0]!, vectors[0]!];
  const machine = boltzmannMachine({ visible: qubits });
  const history: NeuralState['history'][number][] = [];
  const walk = neuralGroundState(machine, hamiltonian, { steps, seed });
  let next = walk.next();
  for (; !next.done; next = walk.next()) {
    const { step, energy, variance } = next.value;
    history.push({ step, excess: energy - exact, variance });
    if (step % 10 === 0) yield { message: `energy ${energy.toFixed(6)}`, progress: step / steps };
  }
  const { energy, variance, theta } = next.value.value;
  const psi = stateOfAmplitudes(machine, theta);
  const [re, im] = innerProduct(ground, psi);
  const dimensions = new Array<number>(qubits).fill(2);
  const [learned, known] = [psi, ground].map((state) => entropiesOfState(state, dimensions)) as [
    ReturnType<typeof entropiesOfState>,
    ReturnType<typeof entropiesOfState>,
  ];
  const entropies = Array.from({ length: qubits - 1 }, (_, k) => {
    const region = Array.from({ length: k + 1 }, (__, site) => site);
    return { sites: k + 1, learned: learned.entropy(region), exact: known.entropy(region) };
  });
  return {
    ...{ qubits, parameters: machine.parameters, exact, energy, variance, history, entropies },
    infidelity: 1 - re * re - im * im,
    networkDefect: networkDefect(seed),
  };
}

/** A machine of five spins after a few steps, and its network. */
function networkDefect(seed: number): number {
  const machine = boltzmannMachine({ visible: 5, hidden: 3 });
  const { value } = solution(neuralGroundState(machine, transverseFieldIsing(chain(5)), { steps: 20, seed }));
  const { network, theta } = networkOfBoltzmann(machine, value.theta);
  const [re, im] = innerProduct(stateOfAmplitudes(machine, value.theta), normalised(networkState(network, theta)));
  return Math.abs(1 - re * re - im * im);
}
