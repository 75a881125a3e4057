/** @file How a Hamiltonian of sites of any dimension is written in JSON: a Pauli sum, or spins of any length. */

import * as z from 'zod';
import { type HamiltonianSpec, hamiltonianForms, hamiltonianOfSpec, withName } from './hamiltonian-spec.ts';
import { latticeOfSpec, latticeSpec } from './lattice-spec.ts';
import type { OperatorSum } from './operator-sum.ts';
import type { PauliSum } from './pauli-sum.ts';
import { heisenbergSpins } from './spin-models.ts';

const coefficient = (meaning: string, value: number) => z.number().default(value).describe(meaning);

/** Spins of any length in JSON. */
export const spinForm = z.strictObject({
  name: z
    .literal('heisenberg-spins')
    .describe('H = J Σ (S_x S_x + S_y S_y + Δ S_z S_z) + β Σ (S·S)² + D Σ S_z² − h Σ S_z, spins of any length'),
  spin: z
    .number()
    .multipleOf(0.5)
    .min(0.5)
    .max(10)
    .default(1)
    .describe('S, a multiple of 1/2; spin operators, not Pauli matrices'),
  coupling: coefficient('J; antiferromagnetic for J > 0', 1),
  anisotropy: coefficient('Δ', 1),
  biquadratic: coefficient('β; J/3 is the AKLT point of spin 1', 0),
  uniaxial: coefficient('D', 0),
  field: coefficient('h of −h Σ S_z', 0),
  lattice: latticeSpec.default('chain'),
});

/** All forms of a Hamiltonian of a chain, by name. */
export const operatorForms = [...hamiltonianForms, spinForm] as const;

const byName = z.discriminatedUnion('name', operatorForms);

/** A Hamiltonian in JSON; the names 'terms' and 'file' may be left out. */
export const operatorSpec = z.preprocess(withName, byName);

/** A Hamiltonian as it is written in JSON. */
export type OperatorSpec = HamiltonianSpec | z.input<typeof spinForm>;

/**
 * The Hamiltonian that a specification stands for on so many sites: qubits, or spins.
 *
 * @throws {ShapeError | DomainError} as `hamiltonianOfSpec`
 */
export function operatorOfSpec(
  spec: OperatorSpec,
  sites: number,
  context: { readonly read: (path: string) => Uint8Array },
): PauliSum | OperatorSum {
  if (spec.name !== 'heisenberg-spins') return hamiltonianOfSpec(spec, sites, context);
  const { name: _, lattice = 'chain', ...couplings } = spec;
  const given = Object.fromEntries(Object.entries(couplings).filter(([, value]) => value !== undefined));
  return heisenbergSpins(latticeOfSpec(lattice, sites), given);
}
