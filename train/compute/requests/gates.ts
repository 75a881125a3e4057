/** @file How many gates a circuit has, and how long it is on a metric. */

import { z } from 'zod';
import { pathsOf } from '../../../src/comparison/path-comparison.ts';
import { DomainError } from '../../../src/errors.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { pathLength } from '../../../src/path/sliced-path.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import { networkOf, networkSpec, writtenNetwork } from '../network-source.ts';
import { metric } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const options = z.strictObject({
  circuit: networkSpec.describe('an OpenQASM program, a finished run, or a model that is a circuit'),
  metric: metric(),
});

const result = z.strictObject({
  qubits: z.int(),
  gates: z.int().describe('rotations about Pauli words, or blocks'),
  interactions: z.int().describe('those on two qubits or more'),
  layers: z.int().describe('of commuting rotations, or of blocks on different qubits'),
  cnots: z
    .int()
    .describe(
      'CNOTs that they take one by one: 2(m − 1) for a rotation on m qubits, one less by ±π/2, none by π; up to 3 for a block on two',
    ),
  length: number().describe('gate after gate, Σ √w |angle|/2; infinite where the metric forbids a gate'),
  layeredLength: number().describe('with gates of a layer at the same time'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula: 'length Σ_g √w_g |a_g|/2 of rotations exp(−i a_g P_g/2)',
  options,
  result,
  places: ['circuit'],
  texts: { circuit: writtenNetwork },
  example: {
    circuit: { name: 'circuit', program: 'OPENQASM 2.0; include "qelib1.inc"; qreg q[2]; h q[0]; cx q[0],q[1];' },
  },
  commands: ['gates circuit.qasm', 'gates runs/ghz-8 --metric.maxRange 1'],
  answer: (asked, context) => {
    const { network, theta } = networkOf(asked.circuit, context);
    if (network.kind === 'network') throw new DomainError('circuit: a circuit required, got a tensor network');
    const { gates, layers, counts } = pathsOf(network, theta);
    const penalties = metricOfSpec(asked.metric, network.qubits);
    const [length, layeredLength] = [pathLength(penalties, gates), pathLength(penalties, layers)];
    const notes = length < Infinity ? [] : ['No finite length: the metric forbids some of the gates.'];
    return atOnce<Result>({ qubits: network.qubits, ...counts, length, layeredLength }, notes);
  },
  text: ({ qubits, gates, interactions, layers, cnots, length, layeredLength }) => [
    `${counted(gates, 'gate')} on ${counted(qubits, 'qubit')} (rotations or blocks), ${interactions} on two or more, in ${counted(layers, 'layer')}`,
    `  CNOTs              ${cnots}`,
    `  length             ${significant(length, 6)} gate after gate`,
    `  length in layers   ${significant(layeredLength, 6)}`,
  ],
});
