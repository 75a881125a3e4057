/** @file How much entanglement every leg of a network carries, where the leg has an entropy at all. */

import { byKind } from '../by-kind.ts';
import { chainObstacle, chainsOfLayers, gatesByLayer } from '../chain/block-chain.ts';
import { siteDensities } from '../chain/chain-entropies.ts';
import { type BlockCircuit, gateEvolutions } from '../circuit/block-circuit.ts';
import { applyBlock, offsetsOf } from '../circuit/block-gate.ts';
import { anglesAt, type Circuit } from '../circuit/circuit.ts';
import {
  type FreeFermionProgram,
  freeFermionProgram,
  programCovariance,
  stringOf,
} from '../circuit/free-fermion-program.ts';
import { referenceState } from '../circuit/run-circuit.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { currentEngine } from '../engine/engine.ts';
import { fermionEntropy } from '../gaussian/mode-entropy.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { bondEntropies } from '../network/bond-entropy.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { isTree } from '../network/tree-messages.ts';
import { bitOperator, support } from '../operator/pauli.ts';
import { entanglementEntropy, entropy } from '../state/entropy.ts';
import type { Nats } from '../units.ts';

/**
 * Entropies of legs, in nats; legs that are not named carry at most the log of their dimension.
 *
 * - Networks without cycles: every bond cuts the state in two, and has the entropy of that cut.
 * - Circuits: a leg is one qubit at one time, and has the entropy of that qubit in the state at that time.
 * - Other networks: none; a bond inside a cycle has no entropy of its own.
 *
 * @param tensors - the network of `network`, see `tensorNetworkOf`
 */
export const legEntropies = byKind<
  GenerativeNetwork,
  [tensors: TensorNetwork, theta: Float64Array],
  Readonly<Record<Leg, Nats>>
>({
  circuit: wireEntropies,
  'block-circuit': (circuit, tensors, theta) => {
    if (2 ** circuit.qubits > LARGEST_STATE && chainObstacle(circuit) === null) {
      return chainWireEntropies(circuit, tensors, theta);
    }
    const unitaries = gateEvolutions(circuit, theta);
    return denseWireEntropies(circuit, tensors, (g) => {
      const { sites } = circuit.gates[g]!;
      return {
        sites,
        act: (state) => applyBlock(unitaries[g]!.value, offsetsOf(circuit, sites, state.length / 2), state),
      };
    });
  },
  network: (network, _, theta) => (isTree(network) ? bondEntropies(network, theta) : {}),
});

/** The same of blocks on a chain: a layer leaves each qubit as its gate does. O(layers · n · χ³). */
function chainWireEntropies(
  circuit: BlockCircuit,
  { nodes }: TensorNetwork,
  theta: Float64Array,
): Readonly<Record<Leg, Nats>> {
  const entropies: Record<Leg, Nats> = {};
  const first = nodes.length - circuit.gates.length;
  for (const leg of nodes.slice(0, first).flatMap(({ legs }) => legs)) entropies[leg] = 0;
  const layers = gatesByLayer(circuit);
  chainsOfLayers(circuit, theta).forEach((chain, layer) => {
    const ofSites = siteDensities(chain).map((density) => entropy(density));
    for (const g of layers[layer]!) {
      circuit.gates[g]!.sites.forEach((site, k) => {
        entropies[nodes[first + g]!.legs[k]!] = ofSites[site]!;
      });
    }
  });
  return entropies;
}

/**
 * Most amplitudes, environment included, of a circuit whose wires are read from its state where there is another way.
 */
const LARGEST_STATE = 2 ** 14;

/** Entropy of every wire after the reference state and after each gate. O(Σ gate sizes · 2ⁿ). */
function wireEntropies(circuit: Circuit, tensors: TensorNetwork, theta: Float64Array): Readonly<Record<Leg, Nats>> {
  if (2 ** circuit.qubits > LARGEST_STATE) {
    const string = stringOf(circuit);
    const program = string === null ? 'none' : freeFermionProgram(circuit, string);
    if (typeof program !== 'string') return fermionWireEntropies(program, circuit, tensors, theta);
  }
  const angles = anglesAt(circuit, theta);
  return denseWireEntropies(circuit, tensors, (g) => {
    const { word } = circuit.gates[g]!;
    return {
      sites: support(word),
      act: (state) => {
        const idle = Math.log2(state.length / 2) - circuit.qubits;
        currentEngine().rotate(state, bitOperator(word + 'I'.repeat(idle)), angles[g]!);
      },
    };
  });
}

/** The same of a circuit of free fermions: ⟨S⟩ of each qubit is in Γ. O(n) for each gate. */
function fermionWireEntropies(
  program: FreeFermionProgram,
  circuit: Circuit,
  { nodes }: TensorNetwork,
  theta: Float64Array,
): Readonly<Record<Leg, Nats>> {
  const entropies: Record<Leg, Nats> = {};
  const size = 2 * circuit.qubits;
  const first = nodes.length - circuit.gates.length;
  for (const leg of nodes.slice(0, first).flatMap(({ legs }) => legs)) entropies[leg] = 0;
  programCovariance(program, anglesAt(circuit, theta), (gate, gamma) => {
    if (gate < 0) return;
    support(circuit.gates[gate]!.word).forEach((qubit, k) => {
      const lambda = Math.abs(gamma[2 * qubit * size + 2 * qubit + 1]!);
      entropies[nodes[first + gate]!.legs[k]!] = fermionEntropy(lambda, 1);
    });
  });
  return entropies;
}

/** The qubits of gate g, and what it does to a state in place. */
type Act = (g: number) => { readonly sites: readonly number[]; readonly act: (state: Float64Array) => void };

function denseWireEntropies(
  circuit: Circuit | BlockCircuit,
  { nodes }: TensorNetwork,
  actOf: Act,
): Readonly<Record<Leg, Nats>> {
  const reference = referenceState(circuit);
  const state = reference.interleaved.slice();
  const qubits = Math.log2(reference.length); // environment qubits, if any, behind the register
  const dimensions = new Array<number>(qubits).fill(2);
  const entropyOf = (qubit: number): Nats =>
    entanglementEntropy({ length: reference.length, interleaved: state }, dimensions, [qubit]);
  const entropies: Record<Leg, Nats> = {};
  const gates = nodes.length - circuit.gates.length;
  nodes
    .slice(0, gates)
    .flatMap(({ legs }) => legs)
    .forEach((leg, qubit) => {
      entropies[leg] = entropyOf(qubit);
    });
  circuit.gates.forEach((_, index) => {
    const { sites, act } = actOf(index);
    act(state);
    sites.forEach((qubit, k) => {
      entropies[nodes[gates + index]!.legs[k]!] = entropyOf(qubit);
    });
  });
  return entropies;
}
