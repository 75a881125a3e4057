/** @file Ground states of chains without end. */

import { z } from 'zod';
import { correlationLengthFromDispersion } from '../../../src/chain/dispersion-length.ts';
import { transferSpectrum } from '../../../src/chain/transfer-spectrum.ts';
import { type UniformChain, uniformSteps } from '../../../src/chain/uniform-chain.ts';
import { uniformTerm } from '../../../src/chain/uniform-term.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { significant } from '../../../src/number-format.ts';
import { operatorOfSpec, operatorSpec } from '../../../src/operator/operator-spec.ts';
import { distributionEntropy } from '../../../src/state/entropy.ts';
import { writtenOperator } from '../operator-source.ts';
import { seed } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';

const options = z.strictObject({
  hamiltonian: operatorSpec.describe('a name with its options on the lattice chain, or terms on four sites'),
  bond: z.int().min(1).max(400).default(16).describe('D, largest bond dimension'),
  turned: z
    .boolean()
    .default(false)
    .describe('turn every second site by π about y, so that antiferromagnets become uniform'),
  tolerance: z.number().positive().default(1e-9).describe('norm of the gradient at which the search ends'),
  maxSteps: z.int().min(1).max(10_000).default(400).describe('most iterations'),
  momenta: z
    .int()
    .min(5)
    .max(200)
    .optional()
    .describe('momenta from 0 to π at which the lowest particle is sought; ξ follows from its dispersion'),
  seed: seed(),
});

const particle = z.strictObject({
  energies: numbers().describe('ε(k), from k = 0 to π'),
  gap: number().describe('lowest ε'),
  correlationLength: number().describe('ξ of ε(q + i/ξ) = 0, in sites'),
  error: number().describe('of ξ: what further coefficients of ε² would change'),
  momentum: number().describe('q'),
});

const result = z.strictObject({
  energy: number().describe('per site'),
  gradient: number(),
  bond: number().describe('bond dimension reached'),
  limit: z
    .enum(['bond', 'schmidt', 'multiplet', 'steps'])
    .describe(
      'what ended it: as asked for, Schmidt values below 1e-10, a multiplet that would not fit, or too few steps',
    ),
  correlationLength: number().describe('ξ = −1/ln|λ₂| of the transfer matrix, in sites; it grows with D'),
  transfer: numbers().describe('moduli of the largest eigenvalues of the transfer matrix'),
  transferErrors: numbers().describe('how far these are from those of the other canonical form'),
  entropy: number().describe('of half of the chain, nats'),
  spectrum: numbers().describe('Schmidt weights'),
  particle: particle.nullable().describe('null where no momenta were asked for'),
});

type Result = z.output<typeof result>;

const LIMITS: { readonly [Limit in UniformChain['limit']]: string } = {
  bond: '',
  schmidt: ': further Schmidt values are below 1e-10',
  multiplet: ': the next multiplet does not fit',
  steps: ': more steps were needed to grow',
};

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const term = uniformTerm(operatorOfSpec(asked.hamiltonian, 4, context), asked.turned);
  const run = uniformSteps(term, asked);
  for (;;) {
    const { value, done } = run.next();
    if (!done) {
      yield {
        message: `iteration ${value.step}: ${significant(value.energy, 12)}, gradient ${significant(value.gradient, 2)}`,
      };
      continue;
    }
    const { energy, gradient, schmidt, limit } = value.value;
    const spectrum = transferSpectrum(value.value);
    const { values, errors, correlationLength } = spectrum.value;
    const weights = schmidt.map((s) => s * s);
    const transfer = Array.from({ length: values.length }, (_, k) =>
      Math.hypot(values.interleaved[2 * k]!, values.interleaved[2 * k + 1]!),
    );
    if (asked.momenta !== undefined) yield { message: 'dispersion' };
    const { particle, note } = particleOf(term, value.value, asked.momenta);
    const found: Result = {
      energy,
      gradient,
      bond: schmidt.length,
      limit,
      correlationLength,
      transfer,
      transferErrors: [...errors],
      entropy: distributionEntropy(weights),
      spectrum: [...weights],
      particle,
    };
    const notes = [
      ...(value.result === 'converged'
        ? []
        : [`The search ended '${value.result}' at a gradient of ${significant(gradient, 2)}.`]),
      ...(spectrum.result === 'converged' ? [] : [`The transfer spectrum ended '${spectrum.result}'.`]),
    ];
    return { value: found, notes: [...notes, ...note] };
  }
}

function particleOf(term: ComplexMatrix, chain: UniformChain, points: number | undefined) {
  if (points === undefined) return { particle: null, note: [] };
  const { value, result } = correlationLengthFromDispersion(term, chain, { points });
  const { gap, correlationLength, error, momentum, dispersion } = value;
  const energies = dispersion.map((level) => level.energies[0]!);
  const note = result === 'converged' ? [] : [`Levels of particles ended '${result}'.`];
  return { particle: { energies, gap, correlationLength, error, momentum }, note };
}

export const request = registered({
  formula: 'e = min ⟨h⟩ over uniform matrix-product states of bond D',
  options,
  result,
  places: ['hamiltonian', 'bond'],
  texts: { hamiltonian: writtenOperator },
  example: { hamiltonian: { name: 'transverse-field-ising', field: 2 }, bond: 4 },
  commands: [
    'uniform-chain "transverse-field-ising(field=1.5)" 16',
    'uniform-chain "transverse-field-ising(field=2)" 8 --momenta 9',
    'uniform-chain xxz 32 --turned',
    'uniform-chain "heisenberg-spins(biquadratic=0.3333333333333333)" 2',
  ],
  answer,
  text: ({
    energy,
    gradient,
    bond,
    limit,
    correlationLength,
    transfer,
    transferErrors,
    entropy,
    spectrum,
    particle,
  }) => [
    `energy per site ${significant(energy, 12)}, gradient ${significant(gradient, 2)}`,
    `  bond dimension      ${bond}${LIMITS[limit]}`,
    `  correlation length  ${significant(correlationLength, 8)}`,
    `  transfer matrix     ${transfer.map((x) => significant(x, 6)).join('  ')}`,
    `    its errors        ${transferErrors.map((x) => significant(x, 2)).join('  ')}`,
    `  entropy of half     ${significant(entropy, 8)}`,
    `  Schmidt weights     ${spectrum
      .slice(0, 6)
      .map((p) => significant(p, 4))
      .join('  ')}`,
    ...(particle === null
      ? []
      : [
          `  gap of particles    ${significant(particle.gap, 10)}`,
          `  their length        ${significant(particle.correlationLength, 12)} ± ${significant(particle.error, 2)}, at momentum ${significant(particle.momentum, 4)}`,
        ]),
  ],
});
