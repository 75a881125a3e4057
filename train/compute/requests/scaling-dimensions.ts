/** @file Scaling dimensions and central charge of a critical chain, by a scale-invariant MERA with its certificate. */

import { z } from 'zod';
import { significant } from '../../../src/number-format.ts';
import { isHamiltonianFile, parsePauliSum, pauliTerms } from '../../../src/operator/hamiltonian-file.ts';
import { checkPauliSum } from '../../../src/operator/pauli-sum.ts';
import {
  type ChainModel,
  type CriticalMera,
  criticalIsing,
  criticalMera,
  criticalPotts,
  criticalXxz,
  meraCertificate,
  pauliChain,
} from '../../../src/systems/renormalisation/index.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { writtenChoice } from '../written-choice.ts';

const chain = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('ising').describe('H = −Σ(XX + Z)') }),
  z.strictObject({
    name: z.literal('xxz').describe('H = Σ(−XX − YY + ΔZZ)'),
    anisotropy: z.number().gt(-1).max(1).default(0).describe('Δ; 0 is the XX chain'),
  }),
  z.strictObject({ name: z.literal('potts').describe('H = −Σ(σσ† + h.c.) − Σ(τ + τ†), three states') }),
  z.strictObject({
    name: z.literal('terms').describe('H = Σ_j h_j, h a sum of Pauli words on neighbouring sites'),
    terms: pauliTerms.describe('words of h, all of the same length: [{"word": "XX", "coefficient": -1}, …]'),
  }),
  z.strictObject({
    name: z.literal('file').describe('h from a file'),
    file: z.string().min(1).describe('a Pauli sum'),
  }),
]);

const options = z.strictObject({
  chain: chain.describe('one term for each site of an infinite chain; it must be critical'),
  form: z.enum(['ternary', 'binary', 'modified-binary']).default('ternary').describe('of the layers'),
  bond: z.int().min(2).max(16).default(4).describe('χ: cost χ⁸, χ⁹ and χ⁷ of the forms'),
  smaller: z.int().min(2).max(15).optional().describe('smaller χ to begin and compare with; default 4 below a larger'),
  maxSteps: z.int().min(0).default(400).describe('steps of the optimiser'),
  starts: z.int().min(1).max(20).default(4).describe('random starts, of which the best goes on'),
  seed: z.int().default(1).describe('seed of the starts'),
});

const result = z.strictObject({
  chain: z.string(),
  bond: z.int(),
  energy: number().describe('per site, an upper bound'),
  error: number().nullable().describe('above the exact energy, relative to it'),
  dimensions: z.array(number()).describe('scaling dimensions of local operators, ascending, without the identity'),
  twisted: z.array(number()).describe('of operators with a string of the symmetry'),
  centralCharge: number(),
  gradientNorm: number(),
  isometryDefect: number(),
  fixedPointResidual: number(),
  deviation: number().nullable().describe('greatest relative deviation of the lowest line of local dimensions'),
  twistedDeviation: number().nullable().describe('the same with a string of the symmetry'),
  fromSmaller: z.strictObject({ bond: z.int(), energy: number(), dimension: number() }).nullable(),
  verdict: z.enum([
    'critical as expected',
    'not settled',
    'wrong fixed point',
    'not converged',
    'nothing to compare with',
  ]),
  because: z.string(),
});

type Asked = z.output<typeof options>;
type Result = z.output<typeof result>;

function modelOf(asked: Asked['chain'], { read }: ComputeContext): ChainModel {
  switch (asked.name) {
    case 'ising':
      return criticalIsing();
    case 'xxz':
      return criticalXxz(asked.anisotropy);
    case 'potts':
      return criticalPotts();
    case 'terms': {
      const sum = { qubits: asked.terms[0]!.word.length, terms: asked.terms };
      checkPauliSum(sum);
      return pauliChain('terms', sum);
    }
    case 'file':
      return pauliChain(asked.file, parsePauliSum(read(asked.file), asked.file));
  }
}

/** The bond dimension from which larger networks grow. */
const FIRST = 4;

function* answer(asked: Asked, context: ComputeContext): Computation<Result> {
  const { form, bond, maxSteps, starts, seed } = asked;
  const model = modelOf(asked.chain, context);
  const smaller = asked.smaller ?? (bond > FIRST ? FIRST : undefined);
  const bonds = smaller === undefined ? [bond] : [smaller, bond];
  const search = criticalMera(model, { form, bonds, maxSteps, starts, seed });
  for (;;) {
    const next = search.next();
    if (!next.done) {
      const { bond: at, phase, step, energy } = next.value;
      if (step % 10 === 0) yield { message: `χ = ${at}, ${phase}: step ${step}, energy ${significant(energy, 8)}` };
      continue;
    }
    const found = next.value;
    const before = found.length > 1 ? found[0] : undefined;
    return { value: resultOf(model, found.at(-1)!, before), notes: [] };
  }
}

function resultOf(model: ChainModel, mera: CriticalMera, smaller: CriticalMera | undefined): Result {
  const certificate = meraCertificate(mera, smaller);
  return {
    ...certificate,
    chain: model.name,
    bond: mera.shape.bond,
    dimensions: [...certificate.dimensions],
    twisted: [...certificate.twisted],
  };
}

const listed = (values: readonly number[]): string => values.map((x) => significant(x, 4)).join(', ');

export const request = registered({
  formula:
    'A(φ) = b^{−Δ} φ for the superoperator A of the scale-invariant MERA of least energy; S(2) − S(1) = (c/3) ln 2',
  options,
  result,
  places: ['chain'],
  texts: {
    chain: (text) =>
      writtenChoice(text, {
        keys: (name) => (name === 'xxz' ? ['anisotropy'] : name === 'terms' ? ['terms'] : []),
        file: (path) => (isHamiltonianFile(path) ? { name: 'file', file: path } : null),
      }),
  },
  example: { chain: { name: 'ising' }, bond: 2, maxSteps: 20, starts: 1 },
  commands: [
    'scaling-dimensions ising',
    'scaling-dimensions "xxz(anisotropy=0.5)" --bond 6 --smaller 4',
    'scaling-dimensions potts --bond 6',
    'scaling-dimensions term.json --form modified-binary --bond 8',
  ],
  answer,
  text: (found) => [
    `Δ = ${listed(found.dimensions.slice(0, 8))}, c = ${significant(found.centralCharge, 4)}`,
    ...(found.twisted.length > 0 ? [`  twisted             ${listed(found.twisted.slice(0, 6))}`] : []),
    `  energy per site     ${significant(found.energy, 10)}${found.error === null ? '' : `, ${significant(found.error, 2)} above the exact one, relative to it`}`,
    `  gradient            ${significant(found.gradientNorm, 2)}`,
    `  ${found.verdict}: ${found.because}`,
  ],
});
