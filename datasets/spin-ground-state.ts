/** @file Ground states of chains of spins of any length, as matrix-product states. */

import * as z from 'zod';
import { chargedOperator, matrixProductOperator } from '../src/chain/matrix-product-operator.ts';
import { groundStateBySweeps, type SweptState } from '../src/chain/two-site-sweep.ts';
import { DomainError } from '../src/errors.ts';
import type { NetworkState } from '../src/generative/target-state.ts';
import { spinForm } from '../src/operator/operator-spec.ts';
import type { OperatorSum } from '../src/operator/operator-sum.ts';
import { spinCharges } from '../src/operator/spin-models.ts';
import type { Solution } from '../src/solution.ts';

export const spinGroundStateOptions = z.strictObject({
  sites: z.number().int().min(2).max(400).describe('number of spins'),
  hamiltonian: spinForm.describe('the Hamiltonian'),
  bond: z.number().int().min(1).max(256).default(32).describe('greatest bond dimension'),
  sweeps: z.number().int().positive().default(20).describe('most double sweeps'),
  magnetisation: z
    .number()
    .multipleOf(0.5)
    .optional()
    .describe('Σ S_z of the states among which the lowest is sought; default all'),
});

/** Options of the sweeps. */
export interface SpinGroundStateOptions {
  /** Greatest bond dimension; default 32. */
  readonly bond?: number;
  /** Most double sweeps; default 20. */
  readonly sweeps?: number;
  /** Σ S_z of the states among which the lowest is sought; default all. */
  readonly magnetisation?: number | undefined;
}

/**
 * Ground state of a chain of spins by two-site sweeps, a matrix-product state on sites of dimension 2S + 1 with m = S … −S.
 *
 * @param hamiltonian - spins of one length, as `heisenbergSpins` makes them
 * @returns the state, with the energy and the truncated weight
 * @throws {ShapeError} fewer than two spins
 * @throws {DomainError} spins of several lengths; no state has the magnetisation, or the Hamiltonian does not conserve it
 *
 * Cost O(n · (2S + 1) · bond³) for each sweep. Edges of an open chain of spin 1 hold spins ½: up to exp(−n/ξ) four states are lowest, of which
 * one with magnetisation 1 is alone in its sector.
 */
export function spinGroundState(
  hamiltonian: OperatorSum,
  { bond = 32, sweeps = 20, magnetisation }: SpinGroundStateOptions = {},
): NetworkState & { readonly swept: Solution<SweptState> } {
  const { dimensions } = hamiltonian;
  const sites = dimensions.length;
  const spin = (dimensions[0]! - 1) / 2;
  if (dimensions.some((d) => d !== dimensions[0])) {
    throw new DomainError(`spinGroundState: spins of one length required, got sites of dimensions [${dimensions}]`);
  }
  const lowered = magnetisation === undefined ? 0 : sites * spin - magnetisation;
  if (!(Number.isInteger(lowered) && lowered >= 0 && lowered <= 2 * sites * spin)) {
    throw new DomainError(
      `spinGroundState: a magnetisation of ${sites * spin}, ${sites * spin - 1} … −${sites * spin} required, got ${magnetisation}`,
    );
  }
  const operator =
    magnetisation === undefined
      ? matrixProductOperator(hamiltonian)
      : chargedOperator(hamiltonian, spinCharges(sites, spin));
  const swept = groundStateBySweeps(operator, { bond, sweeps, sector: lowered });
  const { network, theta } = swept.value;
  return { kind: 'network', name: `spin ground state(${sites})`, dimensions, network, theta, swept };
}
