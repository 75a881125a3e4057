/** @file The least number of gates for a CNOT circuit, a Clifford circuit or a permutation, exactly. */

import { z } from 'zod';
import { openQasm } from '../../../src/circuit/open-qasm/write-open-qasm.ts';
import { DomainError } from '../../../src/errors.ts';
import { counted, significant } from '../../../src/number-format.ts';
import type { Lattice } from '../../../src/operator/lattice.ts';
import { latticeOfSpec, latticeSpec } from '../../../src/operator/lattice-spec.ts';
import {
  type CayleyGraph,
  cayleyDistances,
  cliffordCircuitCode,
  cliffordGroup,
  cnotCircuit,
  cnotsOn,
  distanceOf,
  linearCode,
  linearGroup,
  permutationCode,
  permutationGroup,
  shortestWord,
  shortestWordCount,
} from '../../../src/systems/cayley/index.ts';
import { networkOf, networkSpec, writtenNetwork } from '../network-source.ts';
import { atOnce, type ComputeContext, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const options = z.strictObject({
  circuit: networkSpec
    .optional()
    .describe('an OpenQASM program of CNOTs on 2 to 5 qubits, or of Clifford gates on 2 or 3'),
  permutation: z
    .array(z.int().min(0))
    .optional()
    .describe('in place of a circuit: where the content of each of 2 to 10 sites goes'),
  gates: z
    .enum(['cnot', 'clifford', 'swap'])
    .optional()
    .describe(
      "'cnot': CNOTs alone; 'clifford': CNOTs, all one-qubit Clifford gates free; 'swap'; default swaps for a permutation, CNOTs where they suffice",
    ),
  lattice: latticeSpec.default('complete').describe('pairs that gates may join'),
});

const result = z.strictObject({
  gates: z.enum(['cnot', 'clifford', 'swap']),
  group: z.string().describe('GL(n,2), Sp(2n,2) or S_n'),
  order: z.int().describe('number of its elements'),
  distance: z.int().nullable().describe('least number of gates; null where the pairs do not reach it'),
  word: z.array(z.string()).nullable().describe('a shortest circuit, first gate first; turn(XZ) is exp(−iπXZ/4)'),
  words: z.string().describe('number of shortest circuits, exact'),
  share: number().describe('share of all elements that need no more gates'),
  mean: number().describe('mean least number of gates over the elements that are reached'),
  greatest: z.int().describe('the most that any of them needs'),
  spheres: z.array(z.int()).describe('number of elements at each distance'),
  program: z.string().nullable().describe('OpenQASM program of the CNOTs'),
});

type Result = z.output<typeof result>;
type Asked = z.output<typeof options>;

/** The group, and the element of it that is asked for. */
function elementOf(asked: Asked, context: ComputeContext) {
  const { circuit, permutation, gates } = asked;
  if ((circuit === undefined) === (permutation === undefined)) {
    throw new DomainError('circuit: either a circuit or a permutation required');
  }
  if (permutation !== undefined) {
    if (gates !== undefined && gates !== 'swap') {
      throw new DomainError(`gates: swap required for a permutation, got '${gates}'`);
    }
    const coupling = latticeOfSpec(asked.lattice, permutation.length);
    return { gates: 'swap' as const, coupling, graph: permutationGroup(coupling), code: permutationCode(permutation) };
  }
  return circuitElement(asked, context);
}

function circuitElement({ circuit, gates, lattice }: Asked, context: ComputeContext) {
  const { network, theta } = networkOf(circuit!, context);
  if (network.kind !== 'circuit') throw new DomainError(`circuit: an OpenQASM program required, got a ${network.kind}`);
  if (gates === 'swap') throw new DomainError("gates: cnot or clifford required for a circuit, got 'swap'");
  const coupling = latticeOfSpec(lattice, network.qubits);
  const linear = gates === 'clifford' ? null : linearCode(network, theta);
  if (linear !== null) return { gates: 'cnot' as const, coupling, graph: linearGroup(coupling), code: linear };
  if (gates === 'cnot')
    throw new DomainError('circuit: a product of CNOTs required for these gates, up to Pauli words');
  return {
    gates: 'clifford' as const,
    coupling,
    graph: cliffordGroup(coupling),
    code: cliffordCircuitCode(network, theta),
  };
}

function programOf(coupling: Lattice, word: readonly number[]): string {
  const cnots = cnotsOn(coupling);
  return openQasm(
    cnotCircuit(
      coupling.sites,
      word.map((k) => cnots[k]!),
    ),
    new Float64Array(0),
  );
}

function described(gates: Result['gates'], coupling: Lattice, graph: CayleyGraph, code: number): Result {
  const distances = cayleyDistances(graph);
  const { spheres, mean, diameter } = distances;
  const distance = distanceOf(distances, code);
  const word = shortestWord(distances, code);
  const reached = spheres.slice(0, (distance ?? -1) + 1).reduce((sum, size) => sum + size, 0);
  return {
    gates,
    group: graph.name,
    order: graph.order,
    distance,
    word: word === null ? null : word.map((k) => graph.generators[k]!.name),
    words: String(shortestWordCount(distances, code)),
    share: distance === null ? 1 : reached / graph.order,
    mean,
    greatest: diameter,
    spheres: [...spheres],
    program: word === null || gates !== 'cnot' ? null : programOf(coupling, word),
  };
}

export const request = registered({
  formula: 'C(U) = least L with U = g_L ⋯ g_1, by breadth-first search over the whole group',
  options,
  result,
  places: ['circuit'],
  texts: { circuit: writtenNetwork },
  example: { permutation: [2, 1, 0], lattice: 'chain' },
  commands: [
    'discrete-complexity circuit.qasm --lattice chain',
    "discrete-complexity --permutation '[3,2,1,0]' --lattice ring",
  ],
  answer: (asked, context) => {
    const { gates, coupling, graph, code } = elementOf(asked, context);
    const value = described(gates, coupling, graph, code);
    const notes = [
      ...(gates === 'swap' ? [] : ['Pauli words before or after the circuit are free and are not listed.']),
      ...(gates === 'clifford' ? ['One-qubit Clifford gates before the word are free and are not listed.'] : []),
    ];
    return atOnce(value, notes);
  },
  text: ({ gates, group, order, distance, word, words, share, mean, greatest }) => [
    distance === null
      ? `out of reach: these pairs do not generate ${group}`
      : `${counted(distance, GATES[gates])}, and no circuit has fewer; ${words === '1' ? 'one circuit has' : `${words} circuits have`} as few`,
    ...(word === null ? [] : [`  ${word.length === 0 ? 'nothing to do' : word.join(' ')}`]),
    `  ${group}: ${order} elements, ${significant(100 * share, 4)} % need no more; mean ${significant(mean, 5)}, greatest ${greatest}`,
  ],
});

const GATES = { cnot: 'CNOT', clifford: 'CNOT', swap: 'swap' } as const;
