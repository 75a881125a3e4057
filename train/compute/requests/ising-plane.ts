/** @file The classical Ising model on a rectangle, as a two-dimensional network between boundaries. */

import { z } from 'zod';
import { boundaryLogNorm } from '../../../src/chain/boundary-chain.ts';
import { boundaryExpectations } from '../../../src/chain/boundary-expectation.ts';
import { isingPlane } from '../../../src/chain/ising-plane.ts';
import { significant } from '../../../src/number-format.ts';
import { localTerms } from '../../../src/operator/local-terms.ts';
import { place } from '../../../src/operator/pauli.ts';
import { type Computation, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const options = z.strictObject({
  rows: z.int().min(2).max(60).describe('rows of spins'),
  columns: z.int().min(2).max(60).describe('columns of spins'),
  beta: z.number().positive().max(5).describe('β, in units of the coupling; critical at ½ ln(1 + √2) = 0.4406868'),
  edges: z.enum(['free', 'plus']).default('free').describe("'plus': fixed spins + all around"),
  bond: z.int().min(1).max(64).default(8).describe('χ, bond dimension of the boundaries'),
});

const result = z.strictObject({
  logPartition: number().describe('ln Z'),
  perSite: number().describe('ln Z per spin; ½ ln 2 + 2G/π = 0.92970 for many at the critical point'),
  magnetisation: number().describe('⟨s⟩ in the middle'),
  horizontal: number().describe('⟨s s′⟩ of the bond in the middle along a row'),
  vertical: number().describe('the same along a column'),
  error: number().describe('greatest relative error in truncating a boundary'),
});

type Result = z.output<typeof result>;

function* answer({ bond, ...plane }: z.output<typeof options>): Computation<Result> {
  const { rows, columns } = plane;
  const { network, theta } = isingPlane(plane);
  const middle = Math.floor((rows - 1) / 2) * columns + Math.floor((columns - 1) / 2);
  const letters = [{ [middle]: 'Z' }, { [middle]: 'Z', [middle + 1]: 'Z' }, { [middle]: 'Z', [middle + columns]: 'Z' }];
  const terms = letters.map((own) => ({ word: place(rows * columns, own), coefficient: 1 }));
  yield { message: 'boundaries from above and below' };
  const grid = { rows, columns, bond };
  const { values, error } = boundaryExpectations(network, theta, localTerms({ qubits: rows * columns, terms }), grid);
  yield { message: 'partition function' };
  const logPartition = boundaryLogNorm(network, grid)(theta).value;
  const [magnetisation, horizontal, vertical] = values as unknown as [number, number, number];
  const perSite = logPartition / (rows * columns);
  return { value: { logPartition, perSite, magnetisation, horizontal, vertical, error }, notes: [] };
}

export const request = registered({
  formula: 'Z = Σ_s exp(β Σ_⟨ij⟩ s_i s_j) = ⟨ψ|ψ⟩ of a network of bond 2',
  options,
  result,
  places: ['rows', 'columns', 'beta'],
  example: { rows: 3, columns: 3, beta: 0.4 },
  commands: ['ising-plane 16 16 0.5 --edges plus', 'ising-plane 12 12 0.4406868 --bond 16'],
  answer,
  text: ({ logPartition, perSite, magnetisation, horizontal, vertical, error }) => [
    `ln Z ${significant(logPartition, 10)}, ${significant(perSite, 8)} per spin, truncated to ${significant(error, 2)}`,
    `  ⟨s⟩ in the middle   ${significant(magnetisation, 8)}`,
    `  ⟨s s′⟩              ${significant(horizontal, 8)} along a row, ${significant(vertical, 8)} along a column`,
  ],
});
