/** @file Hamiltonians of chains as they are named in a request, and the symmetry in which they are solved. */

import { z } from 'zod';
import type { ChargedOperator } from '../../src/chain/matrix-product-operator.ts';
import { chargedOperator, matrixProductOperator, unchargedOperator } from '../../src/chain/matrix-product-operator.ts';
import { operatorWithSymmetry, QUBIT_SYMMETRIES, twoSpecies } from '../../src/chain/qubit-symmetry.ts';
import { DomainError } from '../../src/errors.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import { isHamiltonianFile } from '../../src/operator/hamiltonian-file.ts';
import { type OperatorSpec, operatorForms, operatorOfSpec } from '../../src/operator/operator-spec.ts';
import { spinCharges } from '../../src/operator/spin-models.ts';
import type { ComputeContext } from './request.ts';
import { writtenChoice } from './written-choice.ts';

/** The Hamiltonian that a text means: 'xxz', 'heisenberg-spins(spin=1.5)', or a file. */
export const writtenOperator = (text: string): unknown =>
  writtenChoice(text, {
    keys: (name) => {
      const form = operatorForms.find(({ shape }) => shape.name.value === name);
      return form === undefined ? null : Object.keys(form.shape).filter((key) => key !== 'name');
    },
    file: (path) => (isHamiltonianFile(path) ? { name: 'file', file: path } : null),
  });

/** Most sites of a chain. */
export const MOST_SITES = 400;

/** Options of the sites and the sector of a chain. */
export const sectorOptions = {
  sites: z.int().min(2).max(MOST_SITES).describe('number of sites: qubits, or spins'),
  symmetry: z
    .enum(['none', ...QUBIT_SYMMETRIES])
    .default('none')
    .describe(
      "'excitations': number of qubits in |1⟩, of spins Σ (S − m); 'two-species': numbers at even and odd places; 'parity-x', 'parity-z': Π X, Π Z",
    ),
  sector: z
    .union([z.int(), z.tuple([z.int().min(0), z.int().min(0)])])
    .optional()
    .describe(
      'charge of the state, for two species both numbers; parity 0 is +1, 1 is −1; default half of the largest',
    ),
};

/** A Hamiltonian ready for sweeps. */
export interface ChainProblem {
  readonly operator: ChargedOperator;
  readonly sector: number;
  /** A state in the basis in which the Hamiltonian was given. */
  readonly back: (state: NetworkPoint<TensorNetwork>) => NetworkPoint<TensorNetwork>;
}

/** What the options of a request mean. */
export function chainProblem(
  spec: OperatorSpec,
  asked: {
    readonly sites: number;
    readonly symmetry: 'none' | (typeof QUBIT_SYMMETRIES)[number];
    readonly sector?: number | readonly [number, number] | undefined;
  },
  context: ComputeContext,
): ChainProblem {
  const { sites, symmetry } = asked;
  const sum = operatorOfSpec(spec, sites, context);
  const same = (state: NetworkPoint<TensorNetwork>): NetworkPoint<TensorNetwork> => state;
  if (symmetry === 'none') {
    if (asked.sector !== undefined) throw new DomainError("sector: a symmetry beside it required, got 'none'");
    return { operator: unchargedOperator(matrixProductOperator(sum)), sector: 0, back: same };
  }
  if (Array.isArray(asked.sector) !== (symmetry === 'two-species') && asked.sector !== undefined) {
    throw new DomainError(`sector: two numbers for 'two-species' and one otherwise required, got ${asked.sector}`);
  }
  if (symmetry.startsWith('parity') && ![undefined, 0, 1].includes(asked.sector as number | undefined)) {
    throw new DomainError(`sector: 0 or 1 required for '${symmetry}', got ${asked.sector}`);
  }
  const given = Array.isArray(asked.sector) ? twoSpecies(asked.sector[0], asked.sector[1]) : asked.sector;
  if ('dimensions' in sum) {
    if (symmetry !== 'excitations') {
      throw new DomainError(`symmetry: 'none' or 'excitations' required for spins, got '${symmetry}'`);
    }
    const length = sum.dimensions[0]! - 1; // 2S
    const operator = chargedOperator(sum, spinCharges(sites, length / 2));
    return { operator, sector: (given as number | undefined) ?? Math.floor((sites * length) / 2), back: same };
  }
  const half = Math.floor(sites / 2);
  const usual = { excitations: half, 'two-species': twoSpecies(half >> 1, half >> 1), 'parity-x': 0, 'parity-z': 0 };
  const { operator, back } = operatorWithSymmetry(sum, symmetry);
  return { operator, sector: (given as number | undefined) ?? usual[symmetry], back };
}
