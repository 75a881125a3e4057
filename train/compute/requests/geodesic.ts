/** @file The shortest path to a pure state among all paths: its Hamiltonians, slice by slice, and its certificate. */

import { z } from 'zod';
import { greatestLowerBound } from '../../../src/complexity/best-lower-bound.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { infidelityText, significant } from '../../../src/number-format.ts';
import { geodesicPath } from '../../../src/path/sliced-path.ts';
import { timeSpent } from '../../../src/path/time-spent.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import { maxSteps, metric, seed, slices, starts, state } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { freeRotation, freeRotationTerms, number, numbers } from '../result-schema.ts';
import { amplitudesOf, qubitsOf, stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state('a pure state of qubits: a name with its options, or a file'),
  reference: z
    .string()
    .regex(/^(zero|plus|[01+\-rl]+)$/)
    .default('zero')
    .describe("where the path begins: 'zero', 'plus', or a letter of 0 1 + - r l for each qubit"),
  metric: metric(),
  slices: slices(),
  starts: starts(2),
  maxSteps: maxSteps(),
  polished: z.int().min(0).max(10).default(1).describe('how many paths are polished by shooting, up to 4 qubits'),
  conjugatePoints: z
    .boolean()
    .default(false)
    .describe('count conjugate points, and leave the path while there are some'),
  observable: z.boolean().default(false).describe('seek an observable that bounds the length from below'),
  seed: seed(),
});

const result = z.strictObject({
  qubits: z.int(),
  length: number().describe('the least length found, of the geodesic or of the sliced path'),
  slicedLength: number().describe('of the path of slices below'),
  energy: number().describe('½∫F² dt of it'),
  infidelity: number().describe('1 − F at its end'),
  status: z.string(),
  lowerBound: number(),
  argument: z.string(),
  words: z.array(z.string()).describe('Pauli words P of H = Σ h_P P'),
  velocity: z.array(numbers()).describe('h_P in every slice of time 1/K: a row for each slice'),
  freeRotation: freeRotation(),
  timeSpent: z.array(z.strictObject({ word: z.string(), time: number() })).describe('Σ_k |h_P|/K, the longest first'),
  speedVariation: number().describe('max F/min F − 1'),
  straightness: number().describe('length²/2E, 1 at constant speed'),
  coarseLength: number().describe('of K/2 slices'),
  starts: numbers().describe('length that each start led to'),
  polished: z
    .strictObject({ length: number(), residual: number() })
    .nullable()
    .describe('the geodesic near the path, and how far its end is from the target'),
  conjugatePoints: number().nullable(),
  converged: z.boolean(),
});

type Result = z.output<typeof result>;

/** Most qubits of a path that is polished. */
const POLISHED = 4;

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const { reference, slices, starts, maxSteps, conjugatePoints, observable, seed } = asked;
  const target = stateOf(asked.state, context);
  const qubits = qubitsOf(target, 'state');
  const polished = qubits <= POLISHED ? asked.polished : 0;
  const search = stateGeodesic(metricOfSpec(asked.metric, qubits), amplitudesOf(target, 'state'), {
    ...{ reference, slices, starts, maxSteps, conjugatePoints, observable, seed, polished },
    journal: context.journal,
  });
  for (;;) {
    const step = search.next();
    if (!step.done) {
      yield { message: `${step.value.phase}, length ${step.value.length.toFixed(4)}` };
      continue;
    }
    const { value: found, result: ending } = step.value;
    const { words, velocity, energy, infidelity, status, speedVariation, straightness, coarseLength } = found;
    const { bound: lowerBound, by: argument } = greatestLowerBound(found.certificate.lowerBounds);
    const spent = velocity.length === 0 ? new Map<string, number>() : timeSpent(geodesicPath({ words, velocity }));
    const value = {
      ...{ qubits, length: found.complexity, slicedLength: found.length, energy, infidelity, status },
      ...{ lowerBound, argument, words: [...words], velocity: velocity.map((h) => [...h]) },
      freeRotation: freeRotationTerms(found.freeRotation),
      timeSpent: [...spent].map(([word, time]) => ({ word, time })).sort((a, b) => b.time - a.time),
      ...{ speedVariation, straightness, coarseLength, starts: [...found.starts] },
      polished: found.geodesic && { length: found.geodesic.length, residual: found.geodesic.residual },
      conjugatePoints: found.certificate.conjugatePoints ?? null,
      converged: ending === 'converged',
    };
    const notes =
      found.freeRotation === null ? [] : ['One-qubit words are free: a rotation that costs nothing follows.'];
    return { value, notes };
  }
}

function text({ length, lowerBound, argument, status, infidelity, velocity, timeSpent, polished }: Result) {
  const shown = timeSpent.filter(({ time }) => time > 1e-6).slice(0, 8);
  return [
    `length ${significant(length, 6)}: ${status}`,
    `  end          infidelity ${infidelityText(infidelity)}${polished === null ? '' : `, residual of the geodesic ${significant(polished.residual, 2)}`}`,
    `  lower bound  ${significant(lowerBound, 6)} by ${argument}`,
    `  slices       ${velocity.length}`,
    ...shown.map(({ word, time }) => `  ${word.padEnd(11)}  acts for ${significant(time, 4)}`),
  ];
}

export const request = registered({
  formula: "ψ' = −iHψ, h_P = Im⟨p|P ψ⟩/w_P: the least ∫ √(Σ_P w_P h_P²) dt from the reference to ψ",
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'ghz', qubits: 2 } },
  commands: ['geodesic psi.npy --json', 'geodesic "w(3)" --metric.maxRange 1 --slices 16'],
  answer,
  isKept: true,
  text,
});
