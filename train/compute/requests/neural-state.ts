/** @file The ground state of a Hamiltonian as a neural network learns it. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { lanczos } from '../../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import { MOST_QUBITS, stateOfAmplitudes } from '../../../src/neural-state/amplitude-model.ts';
import { autoregressiveAmplitudes } from '../../../src/neural-state/autoregressive-amplitudes.ts';
import { boltzmannMachine } from '../../../src/neural-state/boltzmann-machine.ts';
import { neuralGroundState } from '../../../src/neural-state/neural-ground-state.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { hamiltonianOfSpec, hamiltonianSpec } from '../../../src/operator/hamiltonian-spec.ts';
import { pauliSumOperator } from '../../../src/operator/pauli-sum.ts';
import { qubitsOfHamiltonian, writtenHamiltonian } from '../hamiltonian-source.ts';
import { seed } from '../options.ts';
import { type ComputeStep, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const options = z.strictObject({
  hamiltonian: hamiltonianSpec.describe('a name with its options, terms, or a file'),
  qubits: z.int().min(1).max(64).optional().describe('number of qubits; default that of the terms'),
  model: z
    .enum(['boltzmann', 'autoregressive'])
    .default('boltzmann')
    .describe('restricted Boltzmann machine, or masked autoregressive network'),
  hidden: z.int().min(1).max(16).default(1).describe('hidden units for each qubit'),
  steps: z.int().min(1).max(5000).default(150).describe('most steps of natural gradients'),
  samples: z
    .int()
    .min(0)
    .max(100_000)
    .default(0)
    .describe(`samples of each step; 0 sums over all amplitudes of at most ${MOST_QUBITS} qubits`),
  seed: seed(),
});

const result = z.strictObject({
  qubits: z.int(),
  parameters: z.int().describe('real numbers'),
  steps: z.int(),
  energy: number(),
  perSite: number(),
  standardError: number().describe('of the energy by samples; 0 of a sum over all amplitudes'),
  variance: number().describe('⟨H²⟩ − ⟨H⟩²'),
  lowest: number()
    .nullable()
    .describe('least eigenvalue by Lanczos iteration; null where amplitudes are not all summed'),
  infidelity: number()
    .nullable()
    .describe('from the eigenvector found by it, which is one of several where they are degenerate'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula: 'min_θ ⟨ψ|H|ψ⟩/⟨ψ|ψ⟩, ψ(v) = e^{Σ a_i s_i} Π_j 2 cosh(b_j + Σ W_ij s_i) or Π_k √p(v_k|v_<k) e^{iφ_k v_k}',
  options,
  result,
  places: ['hamiltonian'],
  texts: { hamiltonian: writtenHamiltonian },
  example: { hamiltonian: { name: 'transverse-field-ising' }, qubits: 4, steps: 60 },
  commands: [
    'neural-state transverse-field-ising --qubits 10',
    'neural-state "xxz(anisotropy=0.5)" --qubits 8 --model autoregressive --hidden 2',
    'neural-state hamiltonian.json --samples 1000',
  ],
  isKept: true,
  *answer(asked, context): Generator<ComputeStep, { value: Result; notes: readonly string[] }> {
    const qubits = qubitsOfHamiltonian(asked, context);
    if (asked.samples === 0 && qubits > MOST_QUBITS) {
      throw new DomainError(`samples: at least 1 required for more than ${MOST_QUBITS} qubits, got 0 for ${qubits}`);
    }
    const hamiltonian = hamiltonianOfSpec(asked.hamiltonian, qubits, context);
    const { hidden, steps, seed: chosen } = asked;
    const model =
      asked.model === 'boltzmann'
        ? boltzmannMachine({ visible: qubits, hidden: hidden * qubits })
        : autoregressiveAmplitudes({ qubits, hidden });
    const samples = asked.samples === 0 ? null : { count: asked.samples, chains: Math.min(32, asked.samples) };
    const walk = neuralGroundState(model, hamiltonian, {
      ...{ steps, samples, seed: chosen },
      journal: context.journal,
    });
    for (;;) {
      const next = walk.next();
      if (!next.done) {
        yield { message: `energy ${significant(next.value.energy, 8)} after ${counted(next.value.step, 'step')}` };
        continue;
      }
      const { theta, energy, variance, standardError } = next.value.value;
      const found = { energy, perSite: energy / qubits, standardError, variance };
      const value = { qubits, parameters: model.parameters, steps: next.value.steps, ...found };
      if (samples !== null) {
        const notes = ['The energy is an estimate from samples and may be below the least eigenvalue by a few errors.'];
        return { value: { ...value, lowest: null, infidelity: null }, notes };
      }
      const start = randomVector(2 ** qubits, randomStream(chosen, 'ground state'));
      const { values, vectors } = lanczos(pauliSumOperator(hamiltonian), start).value;
      const [re, im] = innerProduct(vectors[0]!, stateOfAmplitudes(model, theta));
      return { value: { ...value, lowest: values[0]!, infidelity: 1 - re * re - im * im }, notes: [] };
    }
  },
  text: ({ qubits, parameters, steps, energy, perSite, standardError, variance, lowest, infidelity }) => [
    `energy ${significant(energy, 10)}${standardError > 0 ? ` ± ${significant(standardError, 2)}` : ''} on ${counted(qubits, 'qubit')}, ${significant(perSite, 8)} per site`,
    `  variance            ${significant(variance, 4)}  after ${counted(steps, 'step')} of ${counted(parameters, 'parameter')}`,
    ...(lowest === null || infidelity === null
      ? []
      : [
          `  least eigenvalue    ${significant(lowest, 10)}, ${significant(energy - lowest, 2)} below it`,
          `  infidelity          ${significant(infidelity, 2)}  from its eigenvector`,
        ]),
  ],
});
