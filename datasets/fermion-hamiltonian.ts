/**
 * @file How a quadratic Hamiltonian of fermions is written in JSON: a chain of spins, fermions that hop, or matrices in
 * a file.
 */

import * as z from 'zod';
import { DomainError, ShapeError } from '../src/errors.ts';
import { hopping, latticeDirac, xyChain } from '../src/gaussian/fermion-models.ts';
import type { StringLetter } from '../src/gaussian/jordan-wigner.ts';
import { quadraticOfPauliSum } from '../src/gaussian/jordan-wigner.ts';
import {
  type QuadraticHamiltonian,
  quadraticHamiltonian,
  quadraticOfHopping,
} from '../src/gaussian/quadratic-hamiltonian.ts';
import type { FermionState } from '../src/generative/target-state.ts';
import {
  type HamiltonianSpec,
  hamiltonianForms,
  hamiltonianOfSpec,
  withName,
} from '../src/operator/hamiltonian-spec.ts';
import { latticeOfSpec, latticeSpec } from '../src/operator/lattice-spec.ts';
import type { PauliSum } from '../src/operator/pauli-sum.ts';
import { complexMatrixOf, type MatrixFiles, realMatrixOf } from './gaussian-arrays.ts';

const coefficient = (meaning: string, value: number) => z.number().default(value).describe(meaning);
const boundary = (value: 'open' | 'periodic') =>
  z
    .enum(['open', 'periodic', 'antiperiodic'])
    .default(value)
    .describe(
      'how the chain of fermions ends; the even sector of a ring of spins is antiperiodic, the odd one periodic',
    );

const fermionForms = [
  z.strictObject({
    name: z.literal('xy').describe('H = −J Σ ((1 + γ)/2 X_j X_j+1 + (1 − γ)/2 Y_j Y_j+1) − h Σ Z_j'),
    coupling: coefficient('J; ferromagnetic for J > 0', 1),
    anisotropy: coefficient('γ; 1 is the Ising chain, 0 the XX chain', 1),
    field: coefficient('h; the chain is critical at |h| = |J|', 1),
    boundary: boundary('open'),
  }),
  z.strictObject({
    name: z.literal('hopping').describe('H = −t Σ_⟨ij⟩ (c_i†c_j + c_j†c_i) − μ Σ_i c_i†c_i'),
    amplitude: coefficient('t', 1),
    chemicalPotential: coefficient('μ; 0 is half filling on bipartite lattices', 0),
    lattice: latticeSpec.default('chain'),
  }),
  z.strictObject({
    name: z
      .literal('lattice-dirac')
      .describe('H = Σ_k c_k†(sin k σ_y + (m + r(1 − cos k)) σ_z)c_k; modes 2x, 2x + 1 at x'),
    mass: coefficient('m', 0),
    wilson: coefficient('r, the coefficient of Wilson’s term', 1),
    boundary: boundary('periodic'),
  }),
  z.strictObject({
    name: z.literal('quadratic').describe('H = (i/4) Σ h_ab γ_a γ_b, or Σ A_ij c_i†c_j + ½ Σ (B_ij c_i†c_j† + h.c.)'),
    matrix: z
      .string()
      .min(1)
      .describe('.npy, .npz or .json: h, real, antisymmetric, shape (2n, 2n), or A, Hermitian, shape (n, n)'),
    key: z.string().optional().describe('name of the array in a .npz file'),
    pairing: z.string().min(1).optional().describe('a file of B, antisymmetric, shape (n, n)'),
    pairingKey: z.string().optional().describe('name of that array in a .npz file'),
  }),
] as const;

const byName = z.discriminatedUnion('name', [...fermionForms, ...hamiltonianForms]);

/** A quadratic Hamiltonian in JSON: a form of its own, or a Pauli sum that Jordan–Wigner makes quadratic. */
export const fermionHamiltonianSpec = z.preprocess(withName, byName);

/** A quadratic Hamiltonian as it is written in JSON, with or without its defaults. */
export type FermionHamiltonianSpec = z.input<typeof byName>;

/** A quadratic Hamiltonian, and how its modes are meant. */
export interface FermionHamiltonian {
  readonly hamiltonian: QuadraticHamiltonian;
  readonly string: StringLetter;
  readonly regions: FermionState['regions'];
}

/**
 * The quadratic Hamiltonian that a specification stands for. Those of spins are read as qubits, with strings of the
 * letter that makes them quadratic; those of fermions as modes.
 *
 * @param modes - their number n
 * @throws {ShapeError | DomainError} what does not fit the number of modes; a Pauli sum that is not quadratic in
 *   fermions
 */
export function fermionHamiltonianOf(
  spec: FermionHamiltonianSpec,
  modes: number,
  context: MatrixFiles,
): FermionHamiltonian {
  const ofModes = (hamiltonian: QuadraticHamiltonian) => ({ hamiltonian, string: 'Z', regions: 'modes' }) as const;
  switch (spec.name) {
    case 'xy': {
      const { coupling = 1, anisotropy = 1, field = 1, boundary } = spec;
      const hamiltonian = xyChain(modes, { coupling, anisotropy, field }, boundary);
      return { hamiltonian, string: 'Z', regions: 'qubits' };
    }
    case 'hopping': {
      const { amplitude = 1, chemicalPotential = 0, lattice = 'chain' } = spec;
      return ofModes(hopping(latticeOfSpec(lattice, modes), { amplitude, chemicalPotential }));
    }
    case 'lattice-dirac': {
      if (modes % 2 === 1) throw new DomainError(`lattice-dirac: an even number of modes required, got ${modes}`);
      const { mass = 0, wilson = 1, boundary } = spec;
      return ofModes(latticeDirac(modes / 2, { mass, wilson }, boundary));
    }
    case 'quadratic':
      return ofModes(ofFiles(spec, modes, context));
    default:
      return ofPauliSum(hamiltonianOfSpec(spec as HamiltonianSpec, modes, context));
  }
}

/** By strings of the first letter, Z, X, Y, that makes all words quadratic. */
function ofPauliSum(sum: PauliSum): FermionHamiltonian {
  const mistakes: string[] = [];
  for (const string of ['Z', 'X', 'Y'] as const) {
    try {
      return { hamiltonian: quadraticOfPauliSum(sum, { string }), string, regions: 'qubits' };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      mistakes.push(error.message.replace(/^\w+: /, ''));
    }
  }
  throw new DomainError(`hamiltonian: free fermions required: ${mistakes.join('; or ')}`);
}

type QuadraticFiles = z.input<(typeof fermionForms)[3]>;

function ofFiles(
  { matrix, key, pairing, pairingKey }: QuadraticFiles,
  modes: number,
  context: MatrixFiles,
): QuadraticHamiltonian {
  const first = complexMatrixOf(context, matrix, key);
  if (first.rows === 2 * modes && pairing === undefined) {
    return quadraticHamiltonian('fermion', realMatrixOf(first, matrix));
  }
  if (first.rows !== modes) {
    throw new ShapeError(
      `${matrix}: shape (${2 * modes}, ${2 * modes}) or (${modes}, ${modes}) required, got (${first.rows}, ${first.cols})`,
    );
  }
  return quadraticOfHopping(first, pairing === undefined ? undefined : complexMatrixOf(context, pairing, pairingKey));
}
