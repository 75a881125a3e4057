/** @file Options of the study 'two-spacetimes'. */

import { z } from 'zod';
import { CURVES } from '../../../datasets/curves.ts';
import { chosenFrom } from '../../../src/catalogue.ts';
import { circuitOptions } from '../../circuit-source.ts';

const chosenCircuit = circuitOptions.extend({
  name: z.string().min(1).optional().describe('how it is called on the page; default its path, or its number'),
  ring: z.boolean().default(false).describe('whether qubit 0 is the neighbour of the last'),
});

const options = z.strictObject({
  circuits: z
    .array(chosenCircuit)
    .max(16)
    .default([])
    .describe(
      'circuits of your own: of Clifford gates up to 400 qubits, of free fermions up to 100 (400 if their states are real), any others up to 14',
    ),
  curve: chosenFrom(CURVES).optional().describe('a curve of states of your own, pure ones of up to 8 qubits'),
  threshold: z
    .number()
    .min(1e-9)
    .max(1)
    .default(1e-3)
    .describe('mutual information that counts as arrival in them, in nats'),
  builtIn: z.boolean().default(true).describe('whether the circuits that come with the study are asked, too'),
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
export type ChosenCircuit = Options['circuits'][number];
