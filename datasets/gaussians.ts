/** @file Gaussian states of fermions as targets: ground states, thermal states and their doubles, files. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import { gaussianOfCorrelation } from '../src/gaussian/correlation.ts';
import { gaussianState } from '../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../src/gaussian/ground-state.ts';
import { gaussianThermal, gaussianThermofieldDouble } from '../src/gaussian/thermal.ts';
import { type FermionSites, fermionState } from '../src/generative/fermion-rules.ts';
import type { FermionState } from '../src/generative/target-state.ts';
import { type FermionHamiltonian, fermionHamiltonianSpec } from './fermion-hamiltonian.ts';
import { complexMatrixOf, type MatrixFiles, realMatrixOf } from './gaussian-arrays.ts';

/** Most modes of a target: as many as a record holds intervals and pairs of. */
const LARGEST = 512;

const modes = z.number().int().min(1).max(LARGEST);
const hamiltonian = fermionHamiltonianSpec.describe('a Hamiltonian of free fermions');
const regions = z
  .enum(['qubits', 'modes'])
  .optional()
  .describe(
    'whether sites that are apart are read as qubits or as fermion modes; default what the Hamiltonian is made of',
  );
const beta = z.number().min(0).describe('inverse temperature β ≥ 0; 0 is the maximally mixed state');

export const gaussianGroundStateOptions = z.strictObject({
  qubits: modes.describe('number of modes, each on a qubit'),
  hamiltonian,
  parity: z.enum(['even', 'odd']).optional().describe('the lowest state of this parity; default the lowest of all'),
  regions,
});

export const gaussianThermalOptions = z.strictObject({
  qubits: modes.describe('number of modes, each on a qubit'),
  beta,
  hamiltonian,
  regions,
});

export const gaussianThermofieldDoubleOptions = z.strictObject({
  qubits: modes.max(LARGEST / 2).describe('number of modes of either side'),
  beta,
  hamiltonian,
  regions,
});

/** How a dataset of fermions is read, if not as its Hamiltonian suggests. */
export interface FermionReading {
  readonly regions?: FermionState['regions'] | undefined;
}

/**
 * The ground state of a quadratic Hamiltonian as a target, a pure one: modes of zero energy are empty.
 *
 * @param options.parity - the lowest state of this parity
 */
export function fermionGroundState(
  { hamiltonian, string, regions }: FermionHamiltonian,
  options: FermionReading & { readonly parity?: 'even' | 'odd' | undefined } = {},
): FermionState {
  const { parity } = options;
  const { state } = gaussianGroundState(hamiltonian, { zeroModes: 'pure', ...(parity && { parity }) });
  const name = `gaussian-ground-state(${hamiltonian.modes})`;
  return fermionState(name, state, { string, regions: options.regions ?? regions });
}

/** The thermal state of a quadratic Hamiltonian as a target. */
export function fermionThermal(
  { hamiltonian, string, regions }: FermionHamiltonian,
  beta: number,
  options: FermionReading = {},
): FermionState {
  const name = `gaussian-thermal(${hamiltonian.modes}, β = ${beta})`;
  return fermionState(name, gaussianThermal(hamiltonian, beta), { string, regions: options.regions ?? regions });
}

/** The thermofield double of a quadratic Hamiltonian as a target; the left copy first. */
export function fermionThermofieldDouble(
  { hamiltonian, string, regions }: FermionHamiltonian,
  beta: number,
  options: FermionReading = {},
): FermionState {
  const name = `gaussian-thermofield-double(${hamiltonian.modes}, β = ${beta})`;
  const state = gaussianThermofieldDouble(hamiltonian, beta);
  return fermionState(name, state, { string, regions: options.regions ?? regions });
}

export const gaussianFileOptions = z.strictObject({
  path: z.string().min(1).describe('.npy, .npz or .json ({"re": …, "im": …}) of the covariance or the correlation'),
  form: z
    .enum(['covariance', 'correlation'])
    .default('covariance')
    .describe("'covariance': Γ_ab = (i/2)⟨[γ_a, γ_b]⟩, shape (2n, 2n); 'correlation': ⟨c_i†c_j⟩, shape (n, n)"),
  key: z.string().optional().describe('name of the array in a .npz file'),
  anomalous: z.string().min(1).optional().describe('a file of ⟨c_i c_j⟩ beside a correlation; default none'),
  anomalousKey: z.string().optional().describe('name of that array in a .npz file'),
  statistics: z.enum(['fermion', 'boson']).default('fermion').describe('bosons are refused: their sites are infinite'),
  string: z.enum(['X', 'Y', 'Z']).default('Z').describe('letter of the Jordan–Wigner strings'),
  sites: z.array(z.number().int().min(1)).min(1).optional().describe('modes of each site; default one each'),
  regions: regions.default('modes'),
});

/**
 * The Gaussian state in a file.
 *
 * @throws {ShapeError | DomainError} an unreadable file, no covariance of a state, bosons, too many modes
 */
export function fermionsOfFile(options: z.output<typeof gaussianFileOptions>, context: MatrixFiles): FermionState {
  const { path, form, key, anomalous, anomalousKey, statistics, string, sites, regions } = options;
  const matrix = complexMatrixOf(context, path, key);
  if (matrix.rows > (form === 'covariance' ? 2 : 1) * LARGEST) {
    throw new DomainError(`${path}: at most ${LARGEST} modes possible, got a matrix of ${matrix.rows} rows`);
  }
  const reading: FermionSites = { string, regions, ...(sites && { sites }) };
  if (form === 'covariance') {
    if (anomalous !== undefined) throw new DomainError(`${path}: no anomalous part beside a covariance possible`);
    return fermionState(path, gaussianState(statistics, realMatrixOf(matrix, path)), reading);
  }
  if (statistics === 'boson') throw new DomainError(`${path}: the correlation of fermions required, got bosons`);
  const pairs = anomalous === undefined ? undefined : complexMatrixOf(context, anomalous, anomalousKey);
  return fermionState(path, gaussianOfCorrelation(matrix, pairs), reading);
}
