/** @file A circuit as a tensor network: time turned into bonds. */

import { type BlochPoint, type Circuit, checkCircuit } from '../circuit/circuit.ts';
import { productVector } from '../circuit/run-circuit.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { place, support } from '../operator/pauli.ts';
import type { NetworkNode, TensorNetwork } from './tensor-network.ts';

const NORTH: BlochPoint = { polar: 0, azimuth: 0 };

/**
 * The tensor network of a circuit, with the same parameters θ and the same state. One node for the reference state of
 * each qubit and one for each rotation, with legs (outputs, inputs) on the qubits where its word is not the identity.
 *
 *     |0⟩─┤     ├─┤ Y ├── 0        leg 'q t': qubit q after its first t gates;
 *         │ Z Y │                  the last one is the boundary
 *     |0⟩─┤     ├──────── 1
 *
 * A spectrum as reference becomes one node Σ_k √λ_k |k⟩|k⟩ with an environment leg for each qubit.
 *
 * @throws {ShapeError | DomainError} the circuit is not valid, see `checkCircuit`
 */
export function networkOf(circuit: Circuit): TensorNetwork {
  checkCircuit(circuit);
  const { qubits, parameters, gates } = circuit;
  const times = new Array<number>(qubits).fill(0);
  const leg = (qubit: number): Leg => `${qubit} ${times[qubit]}`;
  const environment: Leg[] = [];
  const nodes: NetworkNode[] = referenceNodes(circuit, leg, environment);
  const dimensions: Record<Leg, number> = {};
  gates.forEach(({ word, angle }, index) => {
    const sites = support(word);
    const inputs = sites.map(leg);
    for (const site of sites) times[site]!++;
    const own = place(sites.length, Object.fromEntries(sites.map((site, k) => [k, word[site]!])));
    nodes.push({
      id: `gate ${index}`,
      legs: [...sites.map(leg), ...inputs],
      tensor: { kind: 'rotation', word: own, angle },
    });
  });
  for (const node of nodes) for (const name of node.legs) dimensions[name] = 2;
  const boundary = times.map((_, qubit) => leg(qubit));
  return { kind: 'network', parameters, dimensions, nodes, boundary, bulk: [], environment };
}

function referenceNodes(
  { qubits, reference = [] }: Circuit,
  leg: (qubit: number) => Leg,
  environment: Leg[],
): NetworkNode[] {
  const all = Array.from({ length: qubits }, (_, qubit) => qubit);
  if ('spectrum' in reference) {
    environment.push(...all.map((qubit) => `environment ${qubit}`));
    const size = 2 ** qubits;
    const interleaved = new Array<number>(2 * size * size).fill(0);
    reference.spectrum.forEach((weight, k) => {
      interleaved[2 * k * (size + 1)] = Math.sqrt(weight);
    });
    return [{ id: 'reference', legs: [...all.map(leg), ...environment], tensor: { kind: 'constant', interleaved } }];
  }
  return all.map((qubit) => {
    const { interleaved } = productVector([reference[qubit] ?? NORTH]);
    return {
      id: `reference ${qubit}`,
      legs: [leg(qubit)],
      tensor: { kind: 'constant', interleaved: [...interleaved] },
    };
  });
}
