/** @file Options of the study 'has-geometry'. */

import { z } from 'zod';

const options = z.strictObject({
  qubits: z.int().min(12).max(14).default(12).describe('qubits of the states given by their amplitudes'),
  sites: z.int().min(20).max(400).default(202).describe('sites of the chains of fermions'),
  side: z.int().min(6).max(24).default(22).describe('sites along a side of the square lattice of fermions'),
  stabilisers: z.int().min(40).max(1000).default(300).describe('qubits of the stabiliser states'),
});

export const hasGeometry = {
  summary:
    'has every state a geometry: growth of entropies, pairs, dimension, superpositions, distance to separable states',
  options,
};

export type Options = z.output<typeof options>;
