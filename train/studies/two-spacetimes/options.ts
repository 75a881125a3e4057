/** @file Options of the study 'two-spacetimes'. */

import { z } from 'zod';

const options = z.strictObject({
  sites: z.int().min(16).max(80).default(64).describe('sites of the brickwork of fermions, an even number'),
  layers: z.int().min(16).max(120).default(80).describe('layers of gates'),
  qubits: z.int().min(20).max(400).default(200).describe('qubits of the Clifford circuits'),
  learned: z.int().min(4).max(8).default(6).describe('qubits of the curve of learned circuits'),
});

export const twoSpacetimes = {
  summary: 'two space-times of one evolution: light cones of the circuit against arrivals of information in its states',
  options,
};

export type Options = z.output<typeof options>;
