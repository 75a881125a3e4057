/** @file The ground state of a rectangle of qubits as a projected entangled-pair state, with what bounds its energy. */

import { z } from 'zod';
import { boundaryExpectations } from '../../../src/chain/boundary-expectation.ts';
import { cellBound } from '../../../src/chain/cell-bound.ts';
import { connectedCorrelations } from '../../../src/chain/chain-correlations.ts';
import { planeCorrelations, planeStructureFactor } from '../../../src/chain/plane-correlations.ts';
import { isOnNeighbours, planeGroundState } from '../../../src/chain/plane-ground-state.ts';
import { simpleUpdate } from '../../../src/chain/simple-update.ts';
import { DomainError } from '../../../src/errors.ts';
import { lanczos } from '../../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import type { NetworkPoint } from '../../../src/network-point.ts';
import { significant } from '../../../src/number-format.ts';
import { type HamiltonianSpec, hamiltonianOfSpec, hamiltonianSpec } from '../../../src/operator/hamiltonian-spec.ts';
import { localTerms } from '../../../src/operator/local-terms.ts';
import { type PauliSum, pauliSumMatrix, pauliSumOperator } from '../../../src/operator/pauli-sum.ts';
import { writtenHamiltonian } from '../hamiltonian-source.ts';
import { seed } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number, numbers, table } from '../result-schema.ts';

/** Most sites of which all amplitudes are searched by gradients, of which the energy is found exactly, of which all pairs are measured. */
const MOST = { searched: 16, exact: 20, pairs: 36 };

const options = z.strictObject({
  hamiltonian: hamiltonianSpec.describe('a name with its options, on the rectangle; terms, or a file'),
  rows: z.int().min(1).max(20).describe('rows of qubits'),
  columns: z.int().min(2).max(20).describe('columns of qubits'),
  bond: z.int().min(1).max(6).default(2).describe('D, greatest bond dimension of the state'),
  steps: z
    .int()
    .min(0)
    .max(2000)
    .default(200)
    .describe(`most steps of the search by gradients, to ${MOST.searched} sites`),
  boundary: z.int().min(2).max(128).default(16).describe('χ, bond dimension of the boundaries'),
  letter: z.enum(['X', 'Y', 'Z']).default('Z').describe('which operator of a site is measured'),
  seed: seed(),
});

const result = z.strictObject({
  sites: z.int(),
  energy: number().describe('⟨H⟩ between boundaries of bond χ'),
  perSite: number(),
  change: number().describe('of the energy from boundaries of bond χ/2 to χ'),
  error: number().describe('greatest relative error in truncating a boundary'),
  simple: number().describe('energy of the simple update, from which the search began'),
  ending: z.string().describe("how the search by gradients ended; 'none' above 16 sites"),
  lowest: number().nullable().describe('least eigenvalue by Lanczos iteration, to 20 sites'),
  bound: number().nullable().describe('lower bound of it from cells of 3 × 3; null where a term fits into none'),
  magnetisation: numbers().describe('⟨M⟩ of every site'),
  correlations: table().describe('connected, from the site in the middle to every site, row by row'),
  structureFactor: table().nullable().describe('S(q) at q = 2π(a/rows, b/columns), connected, to 36 sites'),
  state: z.looseObject({ theta: numbers() }).describe('the network and its parameters, as a network file has them'),
});

type Options = z.output<typeof options>;
type Result = z.output<typeof result>;

/** The sum on the rectangle; a model by name has its lattice there. */
function sumOf({ hamiltonian, rows, columns }: Options, context: ComputeContext): PauliSum {
  const given = hamiltonian as HamiltonianSpec & { readonly lattice?: unknown };
  if (given.name === 'hubbard') throw new DomainError("hamiltonian: one qubit for each site required, got 'hubbard'");
  const onGrid = given.lattice === 'chain' ? { ...given, lattice: { grid: [rows, columns] } } : given;
  return hamiltonianOfSpec(onGrid as HamiltonianSpec, rows * columns, context);
}

function* answer(asked: Options, context: ComputeContext): Computation<Result> {
  const { rows, columns, bond, boundary, letter, seed: chosen } = asked;
  const sites = rows * columns;
  const sum = sumOf(asked, context);
  const terms = localTerms(sum);
  const far = terms.find((term) => !isOnNeighbours({ columns })(term));
  if ((sites > MOST.searched || asked.steps === 0) && far !== undefined) {
    throw new DomainError(
      `hamiltonian: terms on sites and neighbours required without a search, which goes to ${MOST.searched} sites, got one on [${far.sites}]`,
    );
  }
  const energyOf = ({ network, theta }: NetworkPoint<TensorNetwork>, chi: number) => {
    const { values, error } = boundaryExpectations(network, theta, terms, { rows, columns, bond: chi });
    return { energy: values.reduce((total, x) => total + x, 0), error };
  };
  yield { message: 'simple update' };
  const isSearched = sites <= MOST.searched && asked.steps > 0;
  const search = isSearched
    ? planeGroundState(sum, { rows, columns, bond, seed: chosen, maxSteps: asked.steps })
    : null;
  const found = search?.value ?? simpleUpdate(terms, { rows, columns, bond, seed: chosen });
  const ending = search?.result ?? 'none';
  yield { message: 'energy between boundaries' };
  const { energy, error } = energyOf(found, boundary);
  const half = energyOf(found, Math.max(1, Math.floor(boundary / 2)));
  yield { message: 'bounds' };
  const lowest = sites <= MOST.exact ? leastEnergy(sum, chosen) : null;
  yield { message: 'correlations' };
  const operator = pauliSumMatrix({ qubits: 1, terms: [{ word: letter, coefficient: 1 }] });
  const middle = Math.floor((rows - 1) / 2) * columns + Math.floor((columns - 1) / 2);
  const from = sites <= MOST.pairs ? undefined : [middle];
  const { first, products } = planeCorrelations(found.network, found.theta, operator, {
    rows,
    columns,
    bond: boundary,
    ...(from && { from }),
  });
  const connected =
    from === undefined
      ? connectedCorrelations({ first, second: first, products })
      : { ...products, data: products.data.map((x, k) => x - first[middle]! * first[k]!) };
  const row = from === undefined ? middle : 0;
  const value: Result = {
    sites,
    energy,
    perSite: energy / sites,
    change: energy - half.energy,
    error,
    simple: search?.value.simpleEnergy ?? energy,
    ending,
    lowest,
    bound: lowerBound(sum, asked),
    magnetisation: [...first],
    correlations: tableOf(connected.data.subarray(row * sites, (row + 1) * sites), columns),
    structureFactor: from === undefined ? tableOf(planeStructureFactor(connected, rows, columns).data, columns) : null,
    state: { network: found.network, theta: [...found.theta] },
  };
  const notes = ending === 'max-steps' ? ['The search ended at its greatest number of steps: more may find less.'] : [];
  return { value, notes };
}

function leastEnergy(sum: PauliSum, chosen: number): number {
  const start = randomVector(2 ** sum.qubits, randomStream(chosen, 'ground state'));
  return lanczos(pauliSumOperator(sum), start).value.values[0]!;
}

function lowerBound(sum: PauliSum, { rows, columns }: Options): number | null {
  try {
    return cellBound(sum, { rows, columns });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const tableOf = (data: Float64Array, columns: number): number[][] =>
  Array.from({ length: data.length / columns }, (_, r) => [...data.subarray(r * columns, (r + 1) * columns)]);

export const request = registered({
  formula: 'min ⟨ψ|H|ψ⟩/⟨ψ|ψ⟩ over planes of tensors of bond D; E₀ ≥ Σ_c λ_min(H_c)',
  options,
  result,
  places: ['hamiltonian', 'rows', 'columns'],
  texts: { hamiltonian: writtenHamiltonian },
  example: { hamiltonian: { name: 'transverse-field-ising', field: 3 }, rows: 2, columns: 2 },
  commands: [
    'plane xxz 4 4 --bond 3',
    'plane "transverse-field-ising(field=3)" 4 4',
    'plane "j1-j2(nextNearest=0.3, diagonals=true)" 3 4 --bond 3',
    'plane xxz 10 10 --bond 2 --boundary 24',
  ],
  answer,
  text: ({ sites, energy, perSite, change, error, simple, ending, lowest, bound, ...rest }) => [
    `energy ${significant(energy, 10)} on ${sites} sites, ${significant(perSite, 8)} per site`,
    `  boundaries          ${significant(change, 2)} from half their bond, truncated to ${significant(error, 2)}`,
    `  simple update       ${significant(simple, 10)}${ending === 'none' ? '' : `; search by gradients: ${ending}`}`,
    ...(lowest === null
      ? []
      : [`  least eigenvalue    ${significant(lowest, 10)}, ${significant(energy - lowest, 3)} below`]),
    ...(bound === null ? [] : [`  lower bound         ${significant(bound, 8)} by cells`]),
    `  magnetisation       ${significant(rest.magnetisation.reduce((total, m) => total + m, 0) / sites, 6)} on average`,
    `  correlations        ${rest.correlations
      .map((row) => row.map((x) => significant(x ?? 0, 3)).join('  '))
      .join('\n                      ')}`,
  ],
});
