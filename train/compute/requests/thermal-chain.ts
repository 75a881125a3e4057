/** @file Thermal states of chains by purification. */

import { z } from 'zod';
import { chainMoments } from '../../../src/chain/chain-correlations.ts';
import { matrixProductOperator } from '../../../src/chain/matrix-product-operator.ts';
import { chainOf } from '../../../src/chain/matrix-product-state.ts';
import { onDoubledSites, thermalChain } from '../../../src/chain/thermal-chain.ts';
import { significant } from '../../../src/number-format.ts';
import { operatorOfSpec, operatorSpec } from '../../../src/operator/operator-spec.ts';
import { sectorOptions, writtenOperator } from '../operator-source.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';

const options = z.strictObject({
  hamiltonian: operatorSpec.describe('a name with its options, terms, or a file'),
  sites: sectorOptions.sites,
  beta: z.number().positive().describe('β, the inverse temperature'),
  steps: z.int().min(1).max(100_000).optional().describe('steps from β = 0; default 20β, at least 8'),
  bond: z.int().min(1).max(4000).default(64).describe('χ, greatest bond dimension of the purification'),
});

const result = z.strictObject({
  sites: z.int(),
  betas: numbers(),
  freeEnergies: numbers().describe('F = −ln Z/β'),
  energies: numbers(),
  entropies: numbers().describe('β(E − F), nats'),
  heatCapacity: number().describe('−β² dE/dβ = β²(⟨H²⟩ − ⟨H⟩²) at the end'),
  bond: z.int(),
  discarded: number(),
});

type Result = z.output<typeof result>;

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const { sites, beta, bond, steps } = asked;
  const sum = operatorOfSpec(asked.hamiltonian, sites, context);
  const run = thermalChain(sum, { beta, bond, ...(steps !== undefined && { steps }) });
  const value: Result = {
    sites,
    betas: [],
    freeEnergies: [],
    energies: [],
    entropies: [],
    heatCapacity: 0,
    bond: 1,
    discarded: 0,
  };
  for (;;) {
    const { value: step, done } = run.next();
    value.betas.push(step.beta);
    value.freeEnergies.push(-step.logPartition / step.beta);
    value.energies.push(step.energy);
    value.entropies.push(step.entropy);
    if (!done) {
      yield { message: `β = ${significant(step.beta, 4)}, bond ${step.bond}` };
      continue;
    }
    yield { message: 'heat capacity' };
    const { network, theta } = step.state();
    const { variance } = chainMoments(onDoubledSites(matrixProductOperator(sum)), chainOf(network, theta));
    const heatCapacity = step.beta ** 2 * variance;
    return { value: { ...value, heatCapacity, bond: step.bond, discarded: step.discarded }, notes: [] };
  }
}

export const request = registered({
  formula: 'ρ = exp(−βH)/Z, from the purification exp(−βH/2)|1⟩⟩',
  options,
  result,
  places: ['hamiltonian', 'sites', 'beta'],
  texts: { hamiltonian: writtenOperator },
  example: { hamiltonian: { name: 'transverse-field-ising' }, sites: 4, beta: 0.5 },
  commands: ['thermal-chain xxz 20 2 --bond 60', 'thermal-chain "heisenberg-spins(spin=1)" 8 1'],
  answer,
  text: ({ sites, betas, freeEnergies, energies, entropies, heatCapacity, bond, discarded }) => [
    `at β = ${significant(betas.at(-1)!, 5)} on ${sites} sites, bond dimension ${bond}, weight dropped ${significant(discarded, 2)}`,
    `  free energy    ${significant(freeEnergies.at(-1)!, 10)}`,
    `  energy         ${significant(energies.at(-1)!, 10)}`,
    `  entropy        ${significant(entropies.at(-1)!, 8)}, ${significant(entropies.at(-1)! / sites, 6)} per site`,
    `  heat capacity  ${significant(heatCapacity, 5)}`,
  ],
});
