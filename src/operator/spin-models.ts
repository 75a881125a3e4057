/** @file Spins of any length and electrons on lattices: Hamiltonians beyond qubits. Spin operators, not Pauli matrices. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import type { Lattice } from './lattice.ts';
import type { OperatorSum, OperatorTerm } from './operator-sum.ts';
import { place } from './pauli.ts';
import type { PauliSum, PauliTerm } from './pauli-sum.ts';

/** S_x, S_y, S_z of a spin, in the basis of S_z from +S down to −S; shape (2S + 1, 2S + 1). */
export interface SpinOperators {
  readonly x: ComplexMatrix;
  readonly y: ComplexMatrix;
  readonly z: ComplexMatrix;
}

/**
 * The spin operators, ⟨m + 1|S⁺|m⟩ = √(S(S + 1) − m(m + 1)), [S_x, S_y] = i·S_z. Spin ½ gives half the Pauli matrices.
 *
 * @throws {DomainError} not a positive multiple of ½
 */
export function spinOperators(spin: number): SpinOperators {
  if (!(spin > 0 && Number.isInteger(2 * spin))) {
    throw new DomainError(`spinOperators: a positive multiple of 1/2 required, got ${spin}`);
  }
  const d = 2 * spin + 1;
  const [x, y, z] = [zeroMatrix(d, d), zeroMatrix(d, d), zeroMatrix(d, d)];
  for (let k = 0; k < d; k++) {
    const m = spin - k;
    z.interleaved[2 * (k * d + k)] = m;
    if (k === 0) continue;
    const half = Math.sqrt(spin * (spin + 1) - m * (m + 1)) / 2; // between m and m + 1
    const [up, down] = [2 * ((k - 1) * d + k), 2 * (k * d + k - 1)];
    x.interleaved[up] = half;
    x.interleaved[down] = half;
    y.interleaved[up + 1] = -half;
    y.interleaved[down + 1] = half;
  }
  return { x, y, z };
}

/** Coefficients of a Heisenberg model of spins S. */
export interface SpinCouplings {
  /** S; default 1. */
  readonly spin?: number;
  /** J; default 1, antiferromagnetic. */
  readonly coupling?: number;
  /** Δ; default 1. */
  readonly anisotropy?: number;
  /** β; default 0. β = J/3 is the AKLT point of spin 1. */
  readonly biquadratic?: number;
  /** D; default 0. */
  readonly uniaxial?: number;
  /** h, along z; default 0. */
  readonly field?: number;
}

/**
 * Heisenberg model of spins of any length,
 *
 *     H = J Σ_⟨ij⟩ (S_x S_x + S_y S_y + Δ S_z S_z) + β Σ_⟨ij⟩ (S·S)² + D Σ_i S_z² − h Σ_i S_z.
 *
 * For S = 1, β = J/3 the ground states of an open chain are the AKLT states, with energy −2J/3 for each bond.
 *
 * @throws {DomainError} S is not a positive multiple of ½
 * @see Affleck, Kennedy, Lieb & Tasaki, Phys. Rev. Lett. 59, 799 (1987)
 */
export function heisenbergSpins(
  { sites, edges }: Lattice,
  { spin = 1, coupling = 1, anisotropy = 1, biquadratic = 0, uniaxial = 0, field = 0 }: SpinCouplings = {},
): OperatorSum {
  const { x, y, z } = spinOperators(spin);
  const square = multiply(z, z);
  const products = [x, y, z].flatMap((a) => [x, y, z].map((b) => multiply(a, b)));
  const terms: OperatorTerm[] = [];
  const put = (coefficient: number, factors: OperatorTerm['factors']): void => {
    if (coefficient !== 0) terms.push({ coefficient, factors });
  };
  for (const [i, j] of edges) {
    const both = (matrix: ComplexMatrix): OperatorTerm['factors'] => [
      { site: i, matrix },
      { site: j, matrix },
    ];
    put(coupling, both(x));
    put(coupling, both(y));
    put(coupling * anisotropy, both(z));
    for (const product of products) put(biquadratic, both(product)); // (S·S)² = Σ_ab (S_a S_b)(S_a S_b)
  }
  for (let site = 0; site < sites; site++) {
    put(uniaxial, [{ site, matrix: square }]);
    put(-field, [{ site, matrix: z }]);
  }
  return { dimensions: new Array<number>(sites).fill(z.rows), terms };
}

/** Charges of `heisenbergSpins` that it conserves: how far each spin is turned from up, S − m. */
export const spinCharges = (sites: number, spin: number): readonly (readonly number[])[] =>
  new Array(sites).fill(Array.from({ length: 2 * spin + 1 }, (_, k) => k));

/** Coefficients of the Hubbard model. */
export interface HubbardCouplings {
  /** t; default 1. */
  readonly hopping?: number;
  /** U; default 4. */
  readonly interaction?: number;
  /** μ; default 0. */
  readonly chemicalPotential?: number;
}

/**
 * Hubbard model of electrons by Jordan–Wigner,
 *
 *     H = −t Σ_⟨ij⟩σ (c†_iσ c_jσ + h.c.) + U Σ_i n_i↑ n_i↓ − μ Σ_i (n_i↑ + n_i↓),
 *
 * on two qubits for each site, 2i for ↑ and 2i + 1 for ↓; |1⟩ is an electron. The numbers of both are conserved.
 *
 * @see Lieb & Wu, Phys. Rev. Lett. 20, 1445 (1968)
 */
export function hubbard(
  { sites, edges }: Lattice,
  { hopping = 1, interaction = 4, chemicalPotential = 0 }: HubbardCouplings = {},
): PauliSum {
  const qubits = 2 * sites;
  const terms: PauliTerm[] = [];
  const put = (letters: Readonly<Record<number, string>>, coefficient: number): void => {
    if (coefficient !== 0) terms.push({ word: place(qubits, letters), coefficient });
  };
  for (const [i, j] of edges) {
    for (const spin of [0, 1]) {
      const [a, b] = [2 * Math.min(i, j) + spin, 2 * Math.max(i, j) + spin];
      const string = Object.fromEntries(Array.from({ length: b - a - 1 }, (_, k) => [a + 1 + k, 'Z']));
      for (const letter of ['X', 'Y']) put({ ...string, [a]: letter, [b]: letter }, -hopping / 2);
    }
  }
  for (let i = 0; i < sites; i++) {
    const [up, down] = [2 * i, 2 * i + 1];
    put({ [up]: 'Z', [down]: 'Z' }, interaction / 4); // n = (1 − Z)/2
    for (const mode of [up, down]) put({ [mode]: 'Z' }, chemicalPotential / 2 - interaction / 4);
  }
  put({}, sites * (interaction / 4 - chemicalPotential));
  return { qubits, terms };
}
