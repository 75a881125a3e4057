/** @file The complexity of a state: the shortest path found by any method that applies, between bounds. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { counted, infidelityText, significant } from '../../../src/number-format.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import { answerOf, type MethodResult } from '../../studies/state-complexity/findings.ts';
import { METHODS, type StateProblem } from '../../studies/state-complexity/methods.ts';
import { maxSteps, metric, seed, slices, starts, state } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { qubitsOf, symmetricStateOf, writtenState } from '../state-source.ts';

const names = METHODS.map(({ name }) => name) as [string, ...string[]];

const options = z.strictObject({
  state: state(),
  metric: metric(),
  methods: z
    .array(z.enum(names))
    .min(1)
    .optional()
    .describe('methods to be tried; default the first that applies, with thorough all'),
  thorough: z
    .boolean()
    .default(false)
    .describe(
      'try all methods, count conjugate points, polish more than one path, seek an observable that bounds the length',
    ),
  slices: slices(),
  starts: starts(2),
  maxSteps: maxSteps(),
  largest: z.int().positive().max(12).default(6).describe('most qubits for which all paths are searched'),
  real: z
    .boolean()
    .default(false)
    .describe('sectors: only words with an odd number of Y; the shortest path need not be'),
  parity: z.boolean().default(false).describe('sectors: only words that flip an even number of qubits'),
  sector: z.array(z.int().positive()).min(1).optional().describe('blocks of the only sector to be searched'),
  seed: seed(),
});

const result = z.strictObject({
  state: z.string(),
  qubits: z.int(),
  length: number().describe('of the shortest path found: an upper bound of the complexity'),
  infidelity: number().describe('1 − F at its end'),
  method: z.string().describe('the method that found it'),
  status: z.string().describe('what the length is worth'),
  lowerBound: number().describe('no path is shorter'),
  argument: z.string().describe('of the lower bound'),
  methods: z
    .array(
      z.strictObject({
        method: z.string(),
        obstacle: z.string().nullable().describe('why it does not apply'),
        length: number().nullable(),
        infidelity: number().nullable(),
        status: z.string().nullable(),
      }),
    )
    .describe('what every method found'),
});

type Result = z.output<typeof result>;

/** Most qubits of a path that is polished without being asked for. */
const POLISHED = 4;

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const target = symmetricStateOf(asked.state, context);
  const qubits = qubitsOf(target, 'state');
  const quick = { polished: qubits <= POLISHED ? 1 : 0, conjugatePoints: false, observable: false };
  const problem: StateProblem = {
    target,
    metric: metricOfSpec(asked.metric, qubits),
    options: asked,
    seed: asked.seed,
    ...(!asked.thorough && { search: quick }),
  };
  const methods = METHODS.filter(({ name }) => asked.methods?.includes(name) ?? true);
  const obstacles = methods.map((method) => ({ method, obstacle: method.obstacle(problem) }));
  const cases = asked.thorough || asked.methods !== undefined ? obstacles : firstOf(obstacles);
  if (cases.every(({ obstacle }) => obstacle !== null)) {
    const reasons = cases.map(({ method, obstacle }) => `${method.name}: ${obstacle}`).join('; ');
    throw new DomainError(`state: a state within reach of a method required, got '${target.name}' (${reasons})`);
  }
  const results: MethodResult[] = [];
  for (const { method, obstacle } of cases) {
    if (obstacle !== null) results.push({ method: method.name, obstacle, found: null });
    else {
      const search = method.search(problem);
      for (;;) {
        const step = search.next();
        if (step.done) {
          results.push({ method: method.name, obstacle: null, found: step.value });
          break;
        }
        yield { message: `${method.name}: ${step.value.message}` };
      }
    }
  }
  const { method, found, lowerBound, argument } = answerOf({ name: target.name, qubits, results });
  const { length, infidelity, status } = found;
  const value = {
    ...{ state: target.name, qubits, length, infidelity, method, status, lowerBound, argument },
    methods: results.map(({ method: name, obstacle, found: own }) => ({
      method: name,
      obstacle,
      length: own?.length ?? null,
      infidelity: own?.infidelity ?? null,
      status: own?.status ?? null,
    })),
  };
  return { value, notes: [] };
}

type Case = { readonly method: (typeof METHODS)[number]; readonly obstacle: string | null };

/** Sectors if they apply, whose search is exact for all paths near by; else the first method that does. */
function firstOf(cases: readonly Case[]): readonly Case[] {
  const apply = cases.filter(({ obstacle }) => obstacle === null);
  const first = apply.find(({ method }) => method.name === SECTORS) ?? apply[0];
  return first === undefined ? cases : cases.filter((one) => one === first || one.obstacle !== null);
}

const SECTORS = 'symmetric sectors';

function text({ state: name, qubits, length, infidelity, method, status, lowerBound, argument, methods }: Result) {
  const others = methods.filter((other) => other.method !== method && other.length !== null);
  return [
    `complexity of ${name} on ${counted(qubits, 'qubit')}: at most ${significant(length, 6)}, at least ${significant(lowerBound, 6)}`,
    `  path         ${method}: ${status}, infidelity ${infidelityText(infidelity)}`,
    `  lower bound  ${argument}`,
    `  unit         ∫ √(Σ_P w_P h_P²) dt, H = Σ_P h_P P and ħ = 1: exp(−iθP) of weight 1 has length θ, a rotation by the angle a length |a|/2`,
    ...others.map((other) => `  also         ${other.method}: ${significant(other.length, 6)}, ${other.status}`),
  ];
}

export const request = registered({
  formula: 'C(ψ) = min ∫ √(Σ_P w_P h_P²) dt over all paths H(t) = Σ h_P P from |0…0⟩ to ψ',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'ghz', qubits: 2 } },
  commands: ['complexity psi.npy', 'complexity "ghz(3)" --metric.maxRange 1', 'complexity "w(40)" --thorough'],
  answer,
  text,
});
