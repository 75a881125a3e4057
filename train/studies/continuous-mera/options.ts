/** @file Options of the study 'continuous-mera'. */

import { z } from 'zod';

const options = z.strictObject({
  mass: z.number().positive().max(1).default(0.05).describe('mass of the massive fields, in units of the cut-off'),
  beta: z
    .number()
    .positive()
    .default(40)
    .describe('inverse temperature of the double, in units of the inverse cut-off'),
  sites: z
    .int()
    .min(16)
    .max(100_000)
    .default(10_000)
    .describe('oscillators on the ring whose complexity is found by momenta'),
  ring: z
    .int()
    .min(8)
    .max(400)
    .default(128)
    .describe('largest ring on which paths are followed, the others are half as large and so on'),
  reference: z
    .number()
    .positive()
    .default(2)
    .describe('frequency of the reference oscillators, in units of the coupling'),
  thermal: z
    .int()
    .min(3)
    .max(12)
    .default(6)
    .describe('oscillators of the ring whose simplest purification is found by descent'),
});

export const continuousMera = {
  summary: 'continuous MERA of free fields: the metric along the scale, which length is least, complexity of rings',
  options,
};

export type Options = z.output<typeof options>;
