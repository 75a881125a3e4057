/** @file The sum over all paths to a state, by Markov chains at rising inverse temperature. */

import { z } from 'zod';
import { controlWords } from '../../../src/complexity/controls.ts';
import { DomainError } from '../../../src/errors.ts';
import { significant } from '../../../src/number-format.ts';
import { type PathSamples, sampledPaths } from '../../../src/systems/path-ensemble/index.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import { metric, seed, state } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { amplitudesOf, qubitsOf, stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state(),
  metric: metric(),
  slices: z.int().min(1).max(16).default(8).describe('K, slices of a path'),
  mu: z.number().positive().max(10_000).default(50).describe('weight μ of the infidelity beside the energy'),
  betas: z
    .array(z.number().positive())
    .min(1)
    .max(12)
    .default([0.5, 1, 2, 4])
    .describe('inverse temperatures, rising, in units of K·#words'),
  chains: z.int().min(1).max(32).default(4).describe('chains of each ensemble'),
  burnIn: z.int().min(1).max(100_000).default(80).describe('draws in which the step is adapted'),
  draws: z.int().min(8).max(1_000_000).default(120).describe('draws of each chain that count, at each β'),
  seed: seed(),
});

const result = z.strictObject({
  state: z.string(),
  qubits: z.int(),
  words: z.int().describe('words that the metric lets a Hamiltonian use'),
  leastEnergy: number().describe('E of the least action found'),
  shortest: number().describe('length of the path that would arrive: an upper bound of the complexity'),
  conditions: z.int().describe('c, directions in which the end is held'),
  family: z.int().nullable().describe('f, dimension of the family of shortest paths; null if not determined'),
  freedom: z.int().describe('K·#words − c − f, the limit of 2β(⟨E⟩ − E_min)'),
  complexity: number().nullable().describe('read off the samples as a limit in 1/β; null for fewer than three β'),
  complexityError: number().nullable(),
  ensembles: z.array(
    z.strictObject({
      beta: number(),
      energy: number(),
      energyError: number(),
      miss: number().describe('⟨1 − F⟩'),
      freedom: number().describe('2β(⟨E⟩ − E_min)'),
      freedomError: number(),
      acceptance: number(),
      autocorrelation: number().describe('of E, in draws'),
      shrinkage: number().describe('R̂: 1 where the chains agree'),
      effectiveSamples: number(),
    }),
  ),
});

type Result = z.output<typeof result>;

/** Most qubits of a state whose paths are sampled. */
const MOST_QUBITS = 6;

function* answer({ state: chosen, ...asked }: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const target = stateOf(chosen, context);
  const qubits = qubitsOf(target, 'state');
  if (qubits > MOST_QUBITS) throw new DomainError(`state: at most ${MOST_QUBITS} qubits required, got ${qubits}`);
  const own = metricOfSpec(asked.metric, qubits);
  const unit = asked.slices * controlWords(own, qubits).words.length;
  const steps = sampledPaths(own, amplitudesOf(target, 'state'), {
    ...asked,
    betas: asked.betas.map((beta) => beta * unit),
    journal: context.journal,
  });
  let told = 0;
  for (;;) {
    const next = steps.next();
    if (next.done) {
      const notes = next.value.samples.some(({ energy }) => energy.shrinkage > 1.1)
        ? ['The chains do not agree (R̂ above 1.1): more draws are needed.']
        : [];
      return { value: { state: target.name, qubits, ...summary(next.value) }, notes };
    }
    if (next.value.progress < told) continue;
    told = next.value.progress + 0.002;
    yield { message: `β = ${significant(next.value.beta, 3)}, ${Math.round(100 * next.value.progress)} %` };
  }
}

const summary = ({ words, least, freedom, reading, samples }: PathSamples): Omit<Result, 'state' | 'qubits'> => ({
  words: words.length,
  leastEnergy: least.energy,
  shortest: least.length,
  conditions: least.conditions,
  family: least.family,
  freedom,
  complexity: reading?.length ?? null,
  complexityError: reading?.error ?? null,
  ensembles: samples.map((sample) => ({
    beta: sample.beta,
    energy: sample.energy.mean,
    energyError: sample.energy.error,
    miss: sample.miss.mean,
    freedom: sample.freedom.value,
    freedomError: sample.freedom.error,
    acceptance: sample.acceptance,
    autocorrelation: sample.energy.autocorrelation,
    shrinkage: sample.energy.shrinkage,
    effectiveSamples: sample.energy.effectiveSamples,
  })),
});

export const request = registered({
  formula: 'p(x) ∝ e^{−β[E + μ(1 − F)]} over paths of K slices; 2β(⟨E⟩ − E_min) → K·#words − c − f',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: {
    state: { name: 'ghz', qubits: 1 },
    slices: 2,
    betas: [20, 40, 80],
    chains: 2,
    burnIn: 20,
    draws: 30,
  },
  commands: ['path-ensemble "ghz(2)" --metric.maxSize 2', 'path-ensemble psi.npy --slices 6 --draws 300'],
  answer,
  isKept: true,
  text: ({ state: name, shortest, complexity, complexityError, freedom, ensembles }) => [
    `paths to ${name}: shortest found ${significant(shortest, 6)}${complexity === null ? '' : `, read off the ensemble ${significant(complexity, 5)} ± ${significant(complexityError!, 2)}`}`,
    `  2β(⟨E⟩ − E_min), whose limit is ${freedom}:`,
    ...ensembles.map(
      ({ beta, energy, energyError, freedom: value, freedomError, shrinkage }) =>
        `  β = ${significant(beta, 4).padEnd(8)} ⟨E⟩ = ${significant(energy, 5)} ± ${significant(energyError, 2)}   ${significant(value, 4)} ± ${significant(freedomError, 2)}   R̂ = ${significant(shrinkage, 4)}`,
    ),
  ],
});
