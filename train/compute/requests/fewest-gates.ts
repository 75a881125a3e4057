/** @file How few two-qubit gates make a state or a unitary. */

import { z } from 'zod';
import { unitaryOfSpec, unitarySpec } from '../../../datasets/unitaries.ts';
import { openQasm } from '../../../src/circuit/open-qasm/write-open-qasm.ts';
import { gateCountFront } from '../../../src/complexity/gate-count-front.ts';
import type { GateTarget } from '../../../src/complexity/gate-target.ts';
import { DomainError } from '../../../src/errors.ts';
import { counted, infidelityText } from '../../../src/number-format.ts';
import { latticeOfSpec, latticeSpec } from '../../../src/operator/lattice-spec.ts';
import { seed, starts, state } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { amplitudesOf, qubitsOf, stateOf, writtenState } from '../state-source.ts';
import { writtenUnitary } from '../unitary-source.ts';

const options = z.strictObject({
  state: state('a pure state of up to 4 qubits').optional(),
  unitary: unitarySpec.optional().describe('a unitary on up to 4 qubits, in place of a state'),
  family: z.enum(['cnot', 'su4']).default('cnot').describe('CNOTs with any rotations, or any gates on two qubits'),
  lattice: latticeSpec.default('complete').describe('pairs that gates may join'),
  mostGates: z.int().min(0).max(16).default(6).describe('the search ends at this number of gates'),
  starts: starts(6),
  seed: seed(),
});

const result = z.strictObject({
  qubits: z.int(),
  gates: z.int().nullable().describe('least number of gates found that reach the target; null if none was found'),
  lowerBound: number().describe('no circuit has fewer'),
  generic: z.int().describe('almost all targets of this size need at least so many gates'),
  front: z.array(
    z.strictObject({ gates: z.int(), infidelity: number(), placement: z.array(z.tuple([z.int(), z.int()])) }),
  ),
  program: z.string().nullable().describe('OpenQASM program of the best circuit'),
});

type Result = z.output<typeof result>;

function targetOf(asked: z.output<typeof options>, context: ComputeContext): GateTarget {
  if ((asked.state === undefined) === (asked.unitary === undefined)) {
    throw new DomainError('state: either a state or a unitary required');
  }
  if (asked.unitary !== undefined) {
    const { qubits, matrix } = unitaryOfSpec(asked.unitary, context);
    return { kind: 'unitary', qubits, matrix };
  }
  const target = stateOf(asked.state!, context);
  return { kind: 'state', qubits: qubitsOf(target, 'state'), amplitudes: amplitudesOf(target, 'state') };
}

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const { family, mostGates, starts, seed } = asked;
  const target = targetOf(asked, context);
  const { edges } = latticeOfSpec(asked.lattice, target.qubits);
  const pairs = edges.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  const { entries, gates, lowerBound, generic } = yield* gateCountFront(target, {
    family,
    pairs,
    mostGates,
    starts,
    seed,
  });
  const front = entries.map(({ gates: count, infidelity, placement }) => ({
    gates: count,
    infidelity,
    placement: placement.map(([a, b]): [number, number] => [a, b]),
  }));
  const best = entries.at(-1);
  const program = best === undefined ? null : openQasm(best.circuit, new Float64Array(0));
  return { value: { qubits: target.qubits, gates, lowerBound, generic, front, program }, notes: [] };
}

export const request = registered({
  formula: 'least G with max |⟨ψ|U_G … U_1|0⟩|² = 1 over placements and angles of G two-qubit gates',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState, unitary: writtenUnitary },
  example: { state: { name: 'ghz', qubits: 2 } },
  commands: ['fewest-gates "w(3)"', 'fewest-gates --unitary "controlled-swap(2)" --family cnot'],
  answer,
  text: ({ gates, lowerBound, generic, front }) => [
    gates === null
      ? `no circuit found with ${counted(front.at(-1)?.gates ?? 0, 'two-qubit gate')} or fewer`
      : `${counted(gates, 'two-qubit gate')} found; no circuit has fewer than ${lowerBound}, almost all targets of this size need at least ${generic}`,
    ...front.map((entry) => `  ${String(entry.gates).padStart(2)}  infidelity ${infidelityText(entry.infidelity)}`),
  ],
});
