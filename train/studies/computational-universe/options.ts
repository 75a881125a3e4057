/** @file Options of the study 'computational-universe'. */

import { z } from 'zod';
import { circuitOptions } from '../../circuit-source.ts';

const chosenCircuit = circuitOptions.extend({
  name: z.string().min(1).optional().describe('how it is called on the page; default its path, or its number'),
});

const options = z.strictObject({
  circuits: z.array(chosenCircuit).max(16).default([]).describe('circuits of your own, of up to 20 000 gates'),
  layers: z
    .int()
    .min(8)
    .max(100)
    .default(60)
    .describe('layers of the longest brickwork circuit, on as many qubits and one'),
  kappa: z.number().min(-2).max(2).default(0.2).describe('κ: curvature at a gate is κ times its angle'),
  scatterings: z.int().min(4).max(18).default(12).describe('gates of the circuit whose 2^m histories are listed'),
});

export const computationalUniverse = {
  summary: 'a circuit as a space-time: causal set, dimension, curvature at its gates, and the sum over its histories',
  options,
};

export type Options = z.output<typeof options>;
export type ChosenCircuit = Options['circuits'][number];
