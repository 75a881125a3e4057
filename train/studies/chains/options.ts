/** @file Options of the study 'chains'. */

import { z } from 'zod';

const bonds = (values: readonly number[]) =>
  z
    .array(z.int().min(2).max(64))
    .min(6)
    .max(12)
    .default([...values]);

const options = z.strictObject({
  sites: z.int().min(16).max(200).default(64).describe('sites of the open chains whose entropies are compared'),
  bond: z.int().min(8).max(128).default(32).describe('greatest bond dimension of their ground states'),
  isingBonds: bonds([6, 8, 10, 12, 16, 20]).describe('bond dimensions of the critical Ising chain without end'),
  xxBonds: bonds([4, 6, 8, 10, 14, 20]).describe('bond dimensions of the XX chain without end'),
  fields: z
    .array(z.number().min(1.2).max(10))
    .min(1)
    .max(6)
    .default([1.5, 2, 4])
    .describe('fields of gapped Ising chains without end'),
  quenchSites: z.int().min(8).max(100).default(40).describe('sites of the quench'),
  quenchTime: z.number().positive().max(5).default(1.6).describe('time of the quench, in steps of 0.04'),
  thermalSites: z.int().min(4).max(20).default(10).describe('sites of the thermal chain'),
  spinBond: z.int().min(4).max(200).default(40).describe('largest bond dimension of chains of spin 1 without end'),
});

export const chainsStudy = {
  summary:
    'matrix-product states against closed forms: central charges, correlation lengths, a quench, temperature, spin 1',
  options,
};

export type Options = z.output<typeof options>;
