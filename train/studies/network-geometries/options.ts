/** @file Options of the study 'network-geometries'. */

import { z } from 'zod';

const options = z.strictObject({
  levels: z.int().min(4).max(9).default(6).describe('levels of the ternary MERA; the networks have 3^levels sites'),
  shallow: z.int().min(1).max(3).default(2).describe('levels of the MERA of finite range'),
  sites: z.int().min(64).max(512).default(256).describe('sites of the stretch of the infinite chains'),
  field: z.number().gt(1).max(4).default(1.1).describe('transverse field of the gapped Ising chain; 1 is critical'),
  beta: z.number().positive().max(40).default(6).describe('inverse temperature of the thermal critical chain'),
  chain: z.int().min(24).max(128).default(64).describe('sites of the open critical chain that is swept'),
  bonds: z
    .array(z.int().min(2).max(32))
    .min(1)
    .max(6)
    .default([2, 4, 8])
    .describe('bond dimensions of its matrix-product states'),
  mera: z
    .int()
    .min(2)
    .max(8)
    .default(4)
    .describe('bond dimension of the MERA that is optimised for the critical chain'),
  meraSteps: z.int().min(10).max(5000).default(250).describe('steps of its optimisation'),
});

export const networkGeometries = {
  summary:
    'distances and areas in chains, trees and MERA, against mutual information and entropy of gapped and critical states',
  options,
};

export type Options = z.output<typeof options>;
