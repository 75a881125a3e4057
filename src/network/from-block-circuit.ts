/** @file A circuit of blocks as a tensor network. */

import { type BlockCircuit, checkBlockCircuit } from '../circuit/block-circuit.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { networkOf } from './from-circuit.ts';
import type { NetworkNode, TensorNetwork } from './tensor-network.ts';

/**
 * The tensor network of a circuit of blocks, with the same parameters h and the same state: nodes for the reference state
 * as in `networkOf`, then one for each block, with legs (outputs, inputs) on its qubits.
 *
 *     |0⟩─┤    ├───────── 0        leg 'q t': qubit q after its first t gates;
 *         │ H₀ ├─┤    ├── 1        the last one is the boundary
 *     |0⟩─┤    │ │ H₁ │
 *     |0⟩────────┤    ├── 2
 *
 * @throws {ShapeError | DomainError} the circuit is not valid, see `checkBlockCircuit`
 */
export function networkOfBlocks(circuit: BlockCircuit): TensorNetwork {
  checkBlockCircuit(circuit);
  const { qubits, parameters, gates, reference } = circuit;
  const empty = networkOf({ kind: 'circuit', qubits, parameters: 0, gates: [], ...(reference && { reference }) });
  const times = new Array<number>(qubits).fill(0);
  const leg = (qubit: number): Leg => `${qubit} ${times[qubit]}`;
  let offset = 0;
  const blocks = gates.map(({ sites, words }, index): NetworkNode => {
    const inputs = sites.map(leg);
    for (const site of sites) times[site]!++;
    const node: NetworkNode = {
      id: `gate ${index}`,
      legs: [...sites.map(leg), ...inputs],
      tensor: { kind: 'block', words, offset },
    };
    offset += words.length;
    return node;
  });
  const nodes = [...empty.nodes, ...blocks];
  return {
    ...empty,
    parameters,
    nodes,
    dimensions: Object.fromEntries(nodes.flatMap(({ legs }) => legs.map((name) => [name, 2] as const))),
    boundary: times.map((_, qubit) => leg(qubit)),
  };
}
