/** @file The least time in which a drift and bounded controls lead to a state or a gate. */

import { z } from 'zod';
import { unitaryOfSpec, unitarySpec } from '../../../datasets/unitaries.ts';
import type { ControlBound } from '../../../src/control/drift-system.ts';
import { type TimeOptimalEnds, timeOptimalControl } from '../../../src/control/time-optimal-control.ts';
import { DomainError } from '../../../src/errors.ts';
import { infidelityText, significant } from '../../../src/number-format.ts';
import { hamiltonianOfSpec, hamiltonianSpec } from '../../../src/operator/hamiltonian-spec.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import { writtenHamiltonian } from '../hamiltonian-source.ts';
import { seed, starts, state } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';
import { amplitudesOf, qubitsOf, stateOf, writtenState } from '../state-source.ts';
import { writtenUnitary } from '../unitary-source.ts';

const word = z.string().regex(/^[IXYZ]+$/, 'letters I, X, Y, Z required');

const options = z.strictObject({
  drift: hamiltonianSpec.describe('H₀, which cannot be switched off'),
  controls: z.array(word).min(1).describe('Pauli words H_a of the controls'),
  bound: z
    .number()
    .positive()
    .or(z.literal('unlimited'))
    .default('unlimited')
    .describe("most of each |u_a|; 'unlimited': impulses that take no time"),
  to: state('the state to be reached').optional(),
  unitary: unitarySpec.optional().describe('the gate to be made, in place of a state'),
  from: state('where it begins; default |0…0⟩').optional(),
  arcs: z.int().min(1).max(64).default(8).describe('arcs of constant control'),
  starts: starts(4),
  seed: seed(),
});

const result = z.strictObject({
  time: number().describe('the least time found'),
  lowerBound: number().describe('by the greatest spread of the energies'),
  infidelity: number().describe('1 − F at the end'),
  status: z.string(),
  arcs: z.array(z.strictObject({ duration: number(), controls: numbers() })).describe('controls u_a on each arc'),
  controls: z.array(z.string()),
});

type Result = z.output<typeof result>;

function endsOf(asked: z.output<typeof options>, qubits: number, context: ComputeContext): TimeOptimalEnds {
  if ((asked.to === undefined) === (asked.unitary === undefined)) {
    throw new DomainError('to: either a state or a unitary required');
  }
  if (asked.unitary !== undefined) return { unitary: unitaryOfSpec(asked.unitary, context).matrix };
  const to = stateOf(asked.to!, context);
  if (qubitsOf(to, 'to') !== qubits) throw new DomainError(`to: ${qubits} qubits required, got ${qubitsOf(to, 'to')}`);
  const from = asked.from === undefined ? zeroState(qubits) : amplitudesOf(stateOf(asked.from, context), 'from');
  return { from, to: amplitudesOf(to, 'to') };
}

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const { controls, arcs, starts, seed } = asked;
  const qubits = controls[0]!.length;
  const bound: ControlBound =
    asked.bound === 'unlimited' ? { kind: 'unlimited' } : { kind: 'each', bounds: asked.bound };
  const system = {
    drift: hamiltonianOfSpec(asked.drift, qubits, context),
    controls: controls.map((own) => ({ qubits: own.length, terms: [{ word: own, coefficient: 1 }] })),
    bound,
  };
  const search = timeOptimalControl(system, endsOf(asked, qubits, context), { arcs, starts, seed });
  for (;;) {
    const step = search.next();
    if (!step.done) {
      yield { message: step.value.phase };
      continue;
    }
    const { time, lowerBound, infidelity, status, arcs: found } = step.value.value;
    const value = { time, lowerBound, infidelity, status, controls };
    const durations = found.map((arc) => ({ duration: arc.duration, controls: [...arc.controls] }));
    return { value: { ...value, arcs: durations }, notes: [] };
  }
}

export const request = registered({
  formula: 'min T with H(t) = H₀ + Σ_a u_a(t) H_a, |u_a| ≤ bound',
  options,
  result,
  places: ['to'],
  texts: { drift: writtenHamiltonian, to: writtenState, from: writtenState, unitary: writtenUnitary },
  example: {
    drift: { name: 'terms', terms: [{ word: 'X', coefficient: 1 }] },
    controls: ['Z'],
    to: { name: 'product', qubits: 1, polar: Math.PI },
    starts: 1,
  },
  commands: [
    'least-time "ghz(2)" --drift \'{"terms": [{"word": "ZZ", "coefficient": 1}]}\' --controls XI YI IX IY',
    'least-time --unitary "controlled-not(2)" --drift h.json --controls XI YI IX IY --bound 4',
  ],
  answer,
  text: ({ time, lowerBound, status, infidelity, arcs, controls }) => [
    `least time found ${significant(time, 6)}: ${status}`,
    `  lower bound  ${significant(lowerBound, 6)}`,
    `  end          infidelity ${infidelityText(infidelity)}`,
    `  arcs         duration; ${controls.join(' ')}`,
    ...arcs.map(
      (arc) => `    ${significant(arc.duration, 5)}; ${arc.controls.map((u) => significant(u, 4)).join(' ')}`,
    ),
  ],
});
