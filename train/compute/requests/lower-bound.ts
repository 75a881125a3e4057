/** @file What no path to a state can be shorter than. */

import { z } from 'zod';
import { splitControls } from '../../../src/complexity/controls.ts';
import { entanglementBound } from '../../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../../src/complexity/length-bound.ts';
import { observableBound } from '../../../src/complexity/observable-bound.ts';
import {
  symmetricEntanglementBound,
  symmetricSpeedBound,
} from '../../../src/complexity/symmetric-entanglement-bound.ts';
import { DomainError } from '../../../src/errors.ts';
import { symmetricProblem } from '../../../src/geodesic/sector/symmetric-problem.ts';
import { leastBySize } from '../../../src/geodesic/sector/young-sector.ts';
import { significant } from '../../../src/number-format.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import { metric, seed, state } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { amplitudesOf, qubitsOf, symmetricStateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state('a pure state of qubits: a name with its options, or a file'),
  metric: metric(),
  observable: z.boolean().default(false).describe('seek an observable, too; takes seconds on three qubits'),
  cells: z.int().min(1).max(64).default(4).describe('cells into which the values of the observable are divided'),
  starts: z.int().min(1).max(100).default(1).describe('starts of the search for an observable'),
  seed: seed(),
});

const result = z.strictObject({
  qubits: z.int(),
  lowerBound: number().describe('the greatest of them'),
  argument: z.string(),
  fubiniStudy: number().describe('by the greatest speed of a state'),
  entanglement: number().describe('by the entanglement to be made'),
  observable: number().nullable().describe('by the change of one expectation value; null if none was sought'),
});

type Result = z.output<typeof result>;

function* answer(
  { cells, starts, seed, ...asked }: z.output<typeof options>,
  context: ComputeContext,
): Computation<Result> {
  const target = symmetricStateOf(asked.state, context);
  const qubits = qubitsOf(target, 'state');
  const penalties = metricOfSpec(asked.metric, qubits);
  const { problem } = symmetricProblem(target, penalties);
  if (problem !== null && qubits > MOST_DENSE.symmetric) {
    const { form, weights } = problem;
    const leastWeights = leastBySize(weights);
    const bounds = {
      fubiniStudy: symmetricSpeedBound(form, leastWeights),
      entanglement: symmetricEntanglementBound(form, leastWeights),
    };
    const notes = asked.observable ? ['No observable was sought: the state is given by its symmetric components.'] : [];
    return { value: greatestOf(qubits, { ...bounds, observable: null }), notes: [...notes, SECTORS] };
  }
  if (qubits > MOST_DENSE.any) {
    throw new DomainError(
      `state: at most ${MOST_DENSE.any} qubits required of a state without symmetry, got ${qubits}`,
    );
  }
  const { controls, freeWords } = splitControls(penalties, qubits);
  const free = freeWords.length > 0;
  const [psi, zero] = [amplitudesOf(target, 'state'), zeroState(qubits)];
  const bounds = {
    fubiniStudy: free ? 0 : lengthLowerBound(controls, psi, zero),
    entanglement: entanglementBound(controls, psi, zero, free),
  };
  if (asked.observable && free)
    throw new DomainError('observable: false required where rotations of one qubit are free');
  if (!asked.observable) return { value: greatestOf(qubits, { ...bounds, observable: null }), notes: [] };
  const search = observableBound(controls, zero, psi, { cells, starts, seed });
  for (;;) {
    const step = search.next();
    if (step.done) return { value: greatestOf(qubits, { ...bounds, observable: step.value.bound }), notes: [] };
    yield { message: `observable, start ${step.value.start + 1}, bound ${step.value.bound.toFixed(4)}` };
  }
}

/** Most qubits whose bounds come from amplitudes, of states with and without a symmetry. */
const MOST_DENSE = { symmetric: 6, any: 12 };

const SECTORS = 'The state is symmetric: its bounds come from the components in its sector.';

function greatestOf(qubits: number, bounds: Pick<Result, 'fubiniStudy' | 'entanglement' | 'observable'>): Result {
  const named = [
    [bounds.fubiniStudy, 'Fubini–Study speed'],
    [bounds.entanglement, 'entanglement'],
    [bounds.observable ?? 0, 'one observable'],
  ] as const;
  const [lowerBound, argument] = named.reduce((best, next) => (next[0] > best[0] ? next : best));
  return { qubits, lowerBound, argument, ...bounds };
}

const text = ({ lowerBound, argument, fubiniStudy, entanglement, observable }: Result) => [
  `no path is shorter than ${significant(lowerBound, 6)}, by ${argument}`,
  `  Fubini–Study speed  ${significant(fubiniStudy, 6)}`,
  `  entanglement        ${significant(entanglement, 6)}`,
  ...(observable === null ? [] : [`  one observable      ${significant(observable, 6)}`]),
];

export const request = registered({
  formula: 'the greatest of arccos|⟨0|ψ⟩|/max ΔH, the cost of the entanglement, and |⟨O⟩_ψ − ⟨O⟩_0| over its rate',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'ghz', qubits: 3 } },
  commands: ['lower-bound psi.npy', 'lower-bound "ghz(3)" --observable', 'lower-bound "w(100)"'],
  answer,
  text,
});
