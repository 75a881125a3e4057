/** @file Options of the study 'switchback'. */

import { z } from 'zod';
import { starts } from '../search-options.ts';

const options = z.strictObject({
  qubits: z.int().min(2).max(4).default(3).describe('number of qubits on the chain'),
  field: z.number().default(1.05).describe('transverse field g; the coupling J is 1'),
  tilt: z.number().default(0.5).describe('longitudinal field h; 0 is integrable'),
  until: z.number().positive().default(1.8).describe('last time, in units of 1/J'),
  times: z.int().min(4).max(1000).default(13).describe('number of times, the first is 0'),
  slices: z.int().min(2).max(256).default(8).describe('K, slices of each path'),
  starts: starts(2, 'random starts at each time, in addition to the paths of its neighbours'),
});

export const switchback = {
  summary: 'cost of a perturbation of the past: the complexity of exp(iHt) W exp(−iHt) waits before it grows',
  options,
};

export type Options = z.output<typeof options>;
