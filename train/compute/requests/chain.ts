/** @file Ground states of chains by sweeps, the levels above them, and what is measured in them. */

import { z } from 'zod';
import { chainMoments } from '../../../src/chain/chain-correlations.ts';
import { chainFigures } from '../../../src/chain/chain-figures.ts';
import { levelBounds } from '../../../src/chain/level-bounds.ts';
import { levelPenalty } from '../../../src/chain/level-penalty.ts';
import { chainOf } from '../../../src/chain/matrix-product-state.ts';
import { type SweptState, twoSiteSweeps } from '../../../src/chain/two-site-sweep.ts';
import { DomainError } from '../../../src/errors.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { significant } from '../../../src/number-format.ts';
import { operatorSpec } from '../../../src/operator/operator-spec.ts';
import { pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { spinOperators } from '../../../src/operator/spin-models.ts';
import { chainProblem, sectorOptions, writtenOperator } from '../operator-source.ts';
import { seed } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';

const options = z.strictObject({
  hamiltonian: operatorSpec.describe('a name with its options, terms, or a file'),
  ...sectorOptions,
  bond: z.int().min(1).max(4000).default(32).describe('χ, greatest bond dimension'),
  sweeps: z.int().min(1).max(1000).default(30).describe('most double sweeps for each level'),
  levels: z.int().min(1).max(12).default(1).describe('how many of the lowest levels, one after the other'),
  letter: z.enum(['X', 'Y', 'Z']).default('Z').describe('which operator of a site is measured; of spins S_x, S_y, S_z'),
  seed: seed(),
});

const result = z.strictObject({
  sites: z.int(),
  energy: number().describe('⟨H⟩ of the lowest state, an upper bound'),
  perSite: number(),
  variance: number().describe('⟨H²⟩ − ⟨H⟩²'),
  levels: numbers().describe('ascending'),
  levelErrors: numbers().describe('√variance of each level: some eigenvalue is at most so far away'),
  levelIntervals: z
    .array(numbers().nullable())
    .describe(
      'where the eigenvalue of each level is if none was missed (Temple, Kato); null without a level above that is apart',
    ),
  gap: number()
    .nullable()
    .describe('to the first level above those that coincide with the lowest; null where none was asked for'),
  degeneracy: z.int().describe('how many of the levels coincide with the lowest, to √variance or 1e-8 of it'),
  bond: z.int().describe('greatest bond dimension used'),
  discarded: number().describe('greatest Schmidt weight dropped'),
  magnetisation: numbers().describe('⟨M⟩ of every site'),
  correlations: numbers().describe('connected, from the site in the middle, by distance'),
  structureFactor: numbers().describe('S(q) at q = 2πm/n'),
  correlationLength: number().nullable().describe('second moment of S about its largest value'),
  entropies: numbers().describe('of every cut, nats'),
  spectrum: numbers().describe('Schmidt weights of the cut in the middle'),
});

type Result = z.output<typeof result>;

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const problem = chainProblem(asked.hamiltonian, asked, context);
  const found: SweptState[] = [];
  const notes: string[] = [];
  const penalty = asked.levels > 1 ? levelPenalty(problem.operator, problem.sector) : 0;
  for (let level = 0; level < asked.levels; level++) {
    const state = yield* swept(problem, asked, { found, penalty }, notes);
    found.push(state);
  }
  found.sort((a, b) => a.energy - b.energy);
  const [ground] = found as [SweptState, ...SweptState[]];
  const own = chainOf(ground.network, ground.theta);
  yield { message: 'variance and correlations' };
  const variances = found.map((state) =>
    Math.max(0, chainMoments(problem.operator, chainOf(state.network, state.theta)).variance),
  );
  const variance = variances[0]!;
  const { network, theta } = problem.back(ground);
  const figures = chainFigures(chainOf(network, theta), siteOperator(own[0]!.shape[1]!, asked));
  const levels = found.map(({ energy }) => energy);
  const bounds = levelBounds(levels.map((energy, k) => ({ energy, variance: variances[k]! })));
  const same = Math.max(Math.sqrt(variance), 1e-8 * Math.abs(levels[0]!));
  const degeneracy = levels.filter((energy) => energy - levels[0]! <= same).length;
  const value: Result = {
    sites: asked.sites,
    energy: ground.energy,
    perSite: ground.energy / asked.sites,
    variance,
    levels,
    levelErrors: bounds.map(({ anyWithin }) => anyWithin),
    levelIntervals: bounds.map(({ interval }) => interval && [...interval]),
    gap: degeneracy < levels.length ? levels[degeneracy]! - levels[0]! : null,
    degeneracy,
    bond: Math.max(...own.map(({ shape }) => shape[2]!)),
    discarded: ground.discarded,
    magnetisation: [...figures.magnetisation],
    correlations: [...figures.correlations],
    structureFactor: [...figures.structureFactor],
    correlationLength: figures.correlationLength,
    entropies: [...figures.entropies],
    spectrum: [...figures.spectrum],
  };
  return { value, notes };
}

/** One level, orthogonal to those below. */
function* swept(
  { operator, sector }: ReturnType<typeof chainProblem>,
  { bond, sweeps, seed }: z.output<typeof options>,
  { found, penalty }: { readonly found: readonly SweptState[]; readonly penalty: number },
  notes: string[],
): Generator<{ message: string }, SweptState> {
  const level = found.length;
  const run = twoSiteSweeps(operator, { bond, sweeps, sector, orthogonalTo: found, penalty, seed: seed + level });
  for (;;) {
    const { value, done } = run.next();
    if (done) {
      if (value.result !== 'converged')
        notes.push(`Level ${level} ended '${value.result}': its energy is an upper bound.`);
      return value.value;
    }
    yield { message: `level ${level}, sweep ${value.sweep}, bond ${value.bond}: ${significant(value.energy, 12)}` };
  }
}

function siteOperator(d: number, { hamiltonian, letter }: z.output<typeof options>): ComplexMatrix {
  if (hamiltonian.name !== 'heisenberg-spins') {
    return pauliSumMatrix({ qubits: 1, terms: [{ word: letter, coefficient: 1 }] });
  }
  const spins = spinOperators((d - 1) / 2);
  const operator = { X: spins.x, Y: spins.y, Z: spins.z }[letter];
  if (operator.rows !== d) throw new DomainError(`chain: sites of dimension ${operator.rows} required, got ${d}`);
  return operator;
}

export const request = registered({
  formula: 'E_k = min ⟨ψ|H|ψ⟩ over matrix-product states of bond χ, orthogonal to those below',
  options,
  result,
  places: ['hamiltonian', 'sites'],
  texts: { hamiltonian: writtenOperator },
  example: { hamiltonian: { name: 'xxz' }, sites: 8, bond: 16 },
  commands: [
    'chain xxz 100 --bond 64 --symmetry excitations',
    'chain "heisenberg-spins(spin=1)" 40 --bond 48 --levels 2',
    'chain "hubbard(interaction=8)" 24 --symmetry two-species --sector "[6,6]"',
    'chain hamiltonian.json 30 --letter X',
  ],
  answer,
  text: ({ sites, energy, perSite, variance, gap, degeneracy, levels, bond, discarded, ...rest }) => [
    `lowest energy ${significant(energy, 12)} on ${sites} sites, ${significant(perSite, 10)} per site`,
    `  variance            ${significant(variance, 3)}`,
    ...(levels.length > 1
      ? [
          `  gap                 ${gap === null ? 'none found' : significant(gap, 8)}`,
          `  degeneracy          ${degeneracy}`,
          ...levels.map((level, k) => {
            const interval = rest.levelIntervals[k]?.map((x) => significant(x, 12)).join(' … ');
            return `  level ${k}             ${significant(level, 12)} ± ${significant(rest.levelErrors[k]!, 2)}${interval === undefined ? '' : `, if none was missed in ${interval}`}`;
          }),
        ]
      : []),
    `  bond dimension      ${bond}, weight dropped ${significant(discarded, 2)}`,
    `  magnetisation       ${significant(rest.magnetisation.reduce((sum, m) => sum + m, 0) / sites, 6)} on average, ${significant(rest.magnetisation.reduce((sum, m, k) => sum + (k % 2 === 0 ? m : -m), 0) / sites, 6)} staggered`,
    `  correlation length  ${rest.correlationLength === null ? 'none' : significant(rest.correlationLength, 5)}`,
    `  entropy of half     ${significant(rest.entropies[Math.floor(sites / 2) - 1]!, 6)}`,
    `  Schmidt weights     ${rest.spectrum
      .slice(0, 6)
      .map((p) => significant(p, 4))
      .join('  ')}`,
  ],
});
