/** @file Options of the study 'time-optimal-control'. */

import { z } from 'zod';
import { starts } from '../search-options.ts';

const options = z.strictObject({
  angle: z
    .number()
    .min(0)
    .max(1.5)
    .default(0.2)
    .describe('Landau–Zener: how far both states are from Z and −Z, towards −X, in radians on the Bloch sphere'),
  bounds: z
    .array(z.number().positive())
    .min(1)
    .max(20)
    .default([0.3, 0.6, 1, 2, 4, 8])
    .describe('Landau–Zener: greatest fields, in units of the drift'),
  fields: z
    .array(z.number().positive())
    .min(1)
    .max(20)
    .default([0.5, 1, 2])
    .describe('transverse fields of bounded strength, in units of the drift'),
  rotation: z
    .number()
    .positive()
    .max(1.5)
    .default(Math.PI / 4)
    .describe('α of the gate exp(−iαX) made by transverse fields'),
  coupling: z.number().positive().default(1).describe('J of the Ising coupling (πJ/2)ZZ'),
  arcs: z.int().min(2).max(64).default(6).describe('arcs of constant control'),
  starts: starts(4, 'random starts of each search'),
});

export const timeOptimalControl = {
  summary: 'least times with a drift and bounded controls: one qubit and two, against closed forms',
  options,
};

export type Options = z.output<typeof options>;
