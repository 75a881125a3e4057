/** @file Options of the study 'evolution-complexity'. */

import { z } from 'zod';
import { slices, starts } from '../search-options.ts';

const options = z.strictObject({
  qubits: z.int().min(2).max(6).default(4).describe('number of qubits that evolve'),
  field: z.number().default(1.05).describe('transverse field g; the coupling J is 1'),
  tilt: z.number().default(0.5).describe('longitudinal field h of the chaotic Hamiltonian'),
  until: z.number().positive().default(4).describe('last time, in units of 1/J'),
  times: z.int().min(3).max(1000).default(13).describe('number of times, the first is 0'),
  levels: z.int().min(4).max(11).default(9).describe('qubits of the chain whose level statistics are shown'),
  haarStates: z.int().positive().max(1000).default(3).describe('Haar-random states, for the level of saturation'),
  slices: slices(),
  starts: starts(2, 'random starts at each time, in addition to the path of the previous time'),
});

export const evolutionComplexity = {
  summary: 'growth and saturation of complexity under an integrable and a chaotic Hamiltonian',
  options,
};

export type Options = z.output<typeof options>;
