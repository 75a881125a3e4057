/** @file The ground state of a rectangle of qubits as a projected entangled-pair state, with what bounds its energy. */

import { z } from 'zod';
import { networkFilePoint } from '../../../models/network-file.ts';
import { boundaryExpectations } from '../../../src/chain/boundary-expectation.ts';
import { cellBound } from '../../../src/chain/cell-bound.ts';
import { connectedCorrelations } from '../../../src/chain/chain-correlations.ts';
import { planeCorrelations, planeStructureFactor } from '../../../src/chain/plane-correlations.ts';
import { isOnNeighbours, planeSearch } from '../../../src/chain/plane-ground-state.ts';
import { simpleUpdate } from '../../../src/chain/simple-update.ts';
import { DomainError } from '../../../src/errors.ts';
import { parseJson } from '../../../src/json.ts';
import { lanczos } from '../../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import type { NetworkPoint } from '../../../src/network-point.ts';
import { significant } from '../../../src/number-format.ts';
import { type HamiltonianSpec, hamiltonianOfSpec, hamiltonianSpec } from '../../../src/operator/hamiltonian-spec.ts';
import { localTerms } from '../../../src/operator/local-terms.ts';
import { type PauliSum, pauliSumMatrix, pauliSumOperator } from '../../../src/operator/pauli-sum.ts';
import { planePage } from '../../../src/report/plane-page.ts';
import { writtenHamiltonian } from '../hamiltonian-source.ts';
import { seed } from '../options.ts';
import { type Computation, type ComputeContext, type ComputeStep, registered } from '../request.ts';
import { number, numbers, table } from '../result-schema.ts';

/** Most sites of which all amplitudes enter the search, of which the energy is found exactly, of which all pairs are measured. */
const MOST = { amplitudes: 16, exact: 20, pairs: 36 };

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
    .describe('most steps of the search by gradients; 0: the simple update alone'),
  boundary: z
    .int()
    .min(2)
    .max(128)
    .default(16)
    .describe(
      `χ, bond dimension of the boundaries, between which the search takes the energy above ${MOST.amplitudes} sites`,
    ),
  start: z.string().min(1).optional().describe('a state saved before, from which the search goes on; its bonds stay'),
  cell: z
    .tuple([z.int().min(1).max(20), z.int().min(1).max(20)])
    .default([3, 3])
    .refine(([a, b]) => a * b <= 20, 'at most 20 sites')
    .describe('greatest rows and columns of the cells of the lower bound, at most 20 sites'),
  letter: z.enum(['X', 'Y', 'Z']).default('Z').describe('which operator of a site is measured'),
  seed: seed(),
});

const result = z.strictObject({
  sites: z.int(),
  energy: number().describe('⟨H⟩ between boundaries of bond χ'),
  perSite: number(),
  change: number().describe('of the energy from boundaries of bond χ/2 to χ'),
  error: number().describe('greatest relative error in truncating a boundary'),
  simple: number().describe('energy of the state from which the search began: of the simple update, or that given'),
  ending: z.string().describe("how the search by gradients ended; 'none' without one"),
  history: numbers().describe('energy after each step of the search'),
  lowest: number().nullable().describe('least eigenvalue by Lanczos iteration, to 20 sites'),
  bound: number().nullable().describe('lower bound of it from cells; null where a term fits into none'),
  bonds: z
    .array(z.strictObject({ sites: z.tuple([z.int(), z.int()]), energy: number() }))
    .describe('⟨h⟩ of every pair of sites, terms of single sites not counted'),
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
  const { rows, columns, boundary, letter, seed: chosen } = asked;
  const sites = rows * columns;
  const sum = sumOf(asked, context);
  const terms = localTerms(sum);
  const far = terms.find((term) => !isOnNeighbours({ columns })(term));
  const isLarge = sites > MOST.amplitudes;
  if ((isLarge || asked.steps === 0) && far !== undefined) {
    throw new DomainError(
      `hamiltonian: terms on sites and neighbours required, but for a search of all amplitudes, which goes to ${MOST.amplitudes} sites, got one on [${far.sites}]`,
    );
  }
  const plane = { rows, columns };
  const history: number[] = [];
  const { found, simple, ending } = yield* searched(sum, asked, context, history);
  yield { message: 'energy between boundaries', state: stateOf(found) };
  const energyOf = (chi: number) => boundaryExpectations(found.network, found.theta, terms, { ...plane, bond: chi });
  const [whole, half] = [energyOf(boundary), energyOf(Math.max(1, Math.floor(boundary / 2)))];
  const [energy, other] = [whole, half].map(({ values }) => values.reduce((total, x) => total + x, 0)) as [
    number,
    number,
  ];
  yield { message: 'bounds' };
  const lowest = sites <= MOST.exact ? leastEnergy(sum, chosen) : null;
  yield { message: 'correlations' };
  const operator = pauliSumMatrix({ qubits: 1, terms: [{ word: letter, coefficient: 1 }] });
  const middle = Math.floor((rows - 1) / 2) * columns + Math.floor((columns - 1) / 2);
  const from = sites <= MOST.pairs ? undefined : [middle];
  const { first, products } = planeCorrelations(found.network, found.theta, operator, {
    ...plane,
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
    change: energy - other,
    error: whole.error,
    simple: simple ?? energy,
    ending,
    history,
    lowest,
    bound: lowerBound(sum, asked),
    bonds: terms.flatMap(({ sites: own }, k) =>
      own.length === 2 ? [{ sites: own as unknown as [number, number], energy: whole.values[k]! }] : [],
    ),
    magnetisation: [...first],
    correlations: tableOf(connected.data.subarray(row * sites, (row + 1) * sites), columns),
    structureFactor: from === undefined ? tableOf(planeStructureFactor(connected, rows, columns).data, columns) : null,
    state: stateOf(found),
  };
  const notes = ending === 'max-steps' ? ['The search ended at its greatest number of steps: more may find less.'] : [];
  return { value, notes };
}

type Point = NetworkPoint<TensorNetwork>;

const stateOf = ({ network, theta }: Point): Result['state'] => ({ network, theta: [...theta] });

/** The state that the search finds, what its start had, and how it ended. */
function* searched(
  sum: PauliSum,
  { rows, columns, bond, boundary, steps, start: path, seed: chosen }: Options,
  context: ComputeContext,
  history: number[],
): Generator<ComputeStep, { readonly found: Point; readonly simple: number | null; readonly ending: string }> {
  const start = path === undefined ? null : startOf(path, rows * columns, context);
  if (start === null) yield { message: 'simple update' };
  const common = { rows, columns, bond, seed: chosen };
  if (steps === 0) {
    return { found: start ?? simpleUpdate(localTerms(sum), common), simple: null, ending: 'none' };
  }
  const search = planeSearch(sum, {
    ...common,
    maxSteps: steps,
    ...(rows * columns > MOST.amplitudes && { boundary }),
    ...(start !== null && { start }),
  });
  for (;;) {
    const { value, done } = search.next();
    if (done) return { found: value.value, simple: value.value.simpleEnergy, ending: value.result };
    history.push(value.energy);
    const message = `step ${value.step} of ${steps}: ${significant(value.energy, 10)}, slope ${significant(value.gradientNorm, 2)}`;
    yield { message, state: stateOf(value) };
  }
}

/** The state in a file: a network of as many sites. */
function startOf(path: string, sites: number, { read }: ComputeContext): Point {
  const { network, theta } = networkFilePoint(parseJson(read(path), path), path);
  if (theta === undefined) throw new DomainError(`${path}: a network with its parameters required, got none`);
  if (network.nodes.length === sites && network.nodes.every(({ tensor }) => tensor.kind === 'free')) {
    return { network, theta };
  }
  throw new DomainError(`${path}: ${sites} free tensors required, got ${network.nodes.length} nodes`);
}

function leastEnergy(sum: PauliSum, chosen: number): number {
  const start = randomVector(2 ** sum.qubits, randomStream(chosen, 'ground state'));
  return lanczos(pauliSumOperator(sum), start).value.values[0]!;
}

function lowerBound(sum: PauliSum, { rows, columns, cell }: Options): number | null {
  try {
    return cellBound(sum, { rows, columns, cell });
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
    'plane xxz 10 10 --bond 2 --save state.json --html plane.html',
    'plane xxz 10 10 --start state.json --steps 50 --cell "[4,4]"',
  ],
  answer,
  saved: ({ state }) => state,
  page: ({ hamiltonian, rows, columns, boundary, letter }, _, found) =>
    planePage({
      ...found,
      hamiltonian: hamiltonian.name,
      rows,
      columns,
      boundary,
      letter,
      bond: Math.max(...Object.values((found.state as unknown as Point).network.dimensions)),
    }),
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
