/** @file Evolution of a chain in time from a product of basis states. */

import { z } from 'zod';
import { chainEvolution } from '../../../src/chain/chain-evolution.ts';
import { chainExpectations } from '../../../src/chain/chain-expectation.ts';
import { chainOf, networkOfChain, schmidtValues } from '../../../src/chain/matrix-product-state.ts';
import { DomainError } from '../../../src/errors.ts';
import type { ComplexArray, ComplexMatrix } from '../../../src/linalg/complex.ts';
import { significant } from '../../../src/number-format.ts';
import { operatorSpec } from '../../../src/operator/operator-spec.ts';
import { distributionEntropy } from '../../../src/state/entropy.ts';
import { chainProblem, sectorOptions, writtenOperator } from '../operator-source.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';

const options = z.strictObject({
  hamiltonian: operatorSpec.describe('a name with its options, terms, or a file'),
  sites: sectorOptions.sites,
  symmetry: z
    .enum(['none', 'excitations', 'two-species', 'parity-z'])
    .default('none')
    .describe('a charge that is conserved, for speed; the start gives its value'),
  start: z
    .string()
    .regex(/^\d+$/)
    .default('01')
    .describe('basis states of the sites, one digit each, repeated along the chain: 01 is |0101…⟩'),
  time: z.number().describe('t of exp(−itH)'),
  steps: z.int().min(1).max(100_000).default(20).describe('steps of the splitting'),
  order: z
    .union([z.literal(2), z.literal(4)])
    .default(4)
    .describe('order of the splitting'),
  bond: z.int().min(1).max(4000).default(100).describe('χ, greatest bond dimension'),
  tolerance: z.number().min(0).default(1e-13).describe('Schmidt weight that may be dropped at each bond and step'),
});

const result = z.strictObject({
  sites: z.int(),
  times: numbers(),
  occupations: z
    .array(numbers())
    .describe('⟨level⟩ of every site at every time: 0 for the first basis state, 1 for the second, …'),
  entropies: numbers().describe('of half of the chain at every time, nats'),
  energies: numbers(),
  discarded: number().describe('sum of all Schmidt weights dropped'),
  bond: z.int().describe('greatest bond dimension at the end'),
});

type Result = z.output<typeof result>;

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const { operator } = chainProblem(asked.hamiltonian, { ...asked, sector: undefined }, context);
  const dimensions = operator.siteCharges.map(({ length }) => length);
  const start = networkOfChain(
    dimensions.map((d, k): ComplexArray => {
      const level = Number(asked.start[k % asked.start.length]);
      if (level >= d) throw new DomainError(`start: digits below ${d} required, got ${level}`);
      const interleaved = new Float64Array(2 * d);
      interleaved[2 * level] = 1;
      return { shape: [1, d, 1], interleaved };
    }),
  );
  const value: Result = {
    sites: asked.sites,
    times: [],
    occupations: [],
    entropies: [],
    energies: [],
    discarded: 0,
    bond: 1,
  };
  const run = chainEvolution(operator, start, asked);
  for (;;) {
    const { value: step, done } = run.next();
    const { network, theta } = step.state();
    const chain = chainOf(network, theta);
    const terms = dimensions.map((d, site) => ({ sites: [site], matrix: levels(d) }));
    const weights = schmidtValues(chain)[Math.floor(asked.sites / 2) - 1]!.map((s) => s * s);
    value.times.push(step.time);
    value.occupations.push([...chainExpectations(chain, terms)]);
    value.entropies.push(distributionEntropy(weights));
    value.energies.push(step.energy);
    if (done)
      return { value: { ...value, discarded: step.discarded, bond: step.bond }, notes: notesOf(step.discarded) };
    yield { message: `t = ${significant(step.time, 4)}, bond ${step.bond}` };
  }
}

const notesOf = (discarded: number): readonly string[] =>
  discarded > 1e-4 ? ['More than 1e-4 of the weight was dropped: a greater bond dimension is needed.'] : [];

/** diag(0, 1, …, d − 1). */
function levels(d: number): ComplexMatrix {
  const interleaved = new Float64Array(2 * d * d);
  for (let k = 0; k < d; k++) interleaved[2 * k * (d + 1)] = k;
  return { rows: d, cols: d, interleaved };
}

export const request = registered({
  formula: 'ψ(t) = exp(−itH)ψ(0), within matrix-product states of bond χ',
  options,
  result,
  places: ['hamiltonian', 'sites', 'time'],
  texts: { hamiltonian: writtenOperator },
  example: { hamiltonian: { name: 'xxz' }, sites: 6, time: 0.2, steps: 2 },
  commands: [
    'chain-evolution "xxz(anisotropy=0)" 40 1 --symmetry excitations --steps 40',
    'chain-evolution transverse-field-ising 20 2 --start 0 --bond 64',
  ],
  answer,
  text: ({ times, entropies, energies, occupations, discarded, bond }) => [
    `time ${significant(times.at(-1)!, 4)}, bond dimension ${bond}, weight dropped ${significant(discarded, 2)}, energy ${significant(energies.at(-1)!, 10)} (${significant(energies.at(-1)! - energies[0]!, 2)} off the first step)`,
    '  time      entropy of half   levels of the sites in the middle',
    ...times.map((time, k) => {
      const own = occupations[k]!;
      const middle = own.slice(Math.max(0, Math.floor(own.length / 2) - 2), Math.floor(own.length / 2) + 2);
      return `  ${significant(time, 4).padEnd(9)} ${significant(entropies[k]!, 6).padEnd(17)} ${middle.map((x) => significant(x, 5)).join('  ')}`;
    }),
  ],
});
