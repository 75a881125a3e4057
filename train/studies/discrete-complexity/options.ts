/** @file Options of the study 'discrete-complexity'. */

import { z } from 'zod';
import { latticeSpec } from '../../../src/operator/lattice-spec.ts';

const options = z.strictObject({
  qubits: z.int().min(3).max(5).default(5).describe('qubits of the circuits of CNOTs; 5 has 9 999 360 elements'),
  couplings: z
    .array(latticeSpec)
    .min(1)
    .max(6)
    .default(['complete', 'chain', 'ring', 'star'])
    .describe('coupling topologies, the first of which is the reference'),
  sites: z.int().min(3).max(9).default(7).describe('sites of the circuits of swaps'),
});

export const discreteComplexity = {
  summary: 'exact least numbers of gates for all CNOT, Clifford and swap circuits of a size, by coupling topology',
  options,
};

export type Options = z.output<typeof options>;
