/** @file Options of the study 'gravity-chain'. */

import { z } from 'zod';
import { CURVES } from '../../../datasets/curves.ts';
import { targetSpec } from '../../../datasets/targets.ts';
import { chosenFrom } from '../../../src/catalogue.ts';
import { slices } from '../search-options.ts';

const ring = { lattice: 'ring' } as const;

/** Kinds of networks that are compared for one state. */
const NETWORK_KINDS = ['circuit', 'matrix-product-state', 'tree', 'mera', 'gaussian-circuit'] as const;

const chosenState = z.strictObject({
  name: z.string().min(1).optional().describe('how it is called on the page; default the name of the state'),
  state: targetSpec.describe('a state of any kind, built in or from a file'),
  ring: z.boolean().default(true).describe('whether site 0 is the neighbour of the last'),
  centralCharge: z
    .number()
    .positive()
    .optional()
    .describe('c of the equation; default: by the growth of the entropies of the state'),
  reference: targetSpec
    .optional()
    .describe('the vacuum with which the defect is compared; default: the mean of the defect itself'),
  shortest: z.int().min(1).default(1).describe('least number of sites of an interval'),
  margin: z.int().nonnegative().default(0).describe('sites at open ends that no interval touches'),
});

const options = z.strictObject({
  targets: z
    .array(chosenState)
    .max(8)
    .prefault([
      {
        name: 'hopping fermions',
        state: { name: 'gaussian-ground-state', qubits: 66, hamiltonian: { name: 'hopping', ...ring } },
        centralCharge: 1,
        shortest: 4,
      },
      {
        name: 'critical Ising',
        state: { name: 'ground-state', qubits: 8, hamiltonian: { name: 'transverse-field-ising', field: 1, ...ring } },
        centralCharge: 0.5,
      },
    ])
    .describe('the states that are asked; none where only an evolution is'),
  evolution: z
    .strictObject({
      curve: chosenFrom(CURVES).describe('a curve of states of your own, at three times or more in equal steps'),
      ring: z.boolean().default(true).describe('whether site 0 is the neighbour of the last'),
      velocity: z
        .number()
        .positive()
        .optional()
        .describe('speed of the waves, in sites per time; default: the one that explains most'),
      shortest: z.int().min(1).default(1).describe('least number of sites of an interval'),
    })
    .optional()
    .describe('an evolution whose entropies are asked whether they obey the wave equation in time'),
  layers: z.int().positive().max(64).default(6).describe('layers of the circuit that is learned, up to 8 qubits'),
  steps: z.int().positive().max(100_000).default(600).describe('most steps of learning it'),
  bond: z.int().min(2).max(256).default(64).describe('most bond dimension of a matrix-product state, beyond 8 qubits'),
  networks: z
    .array(z.enum(NETWORK_KINDS))
    .default([...NETWORK_KINDS])
    .describe(
      'kinds of networks that are compared for each state; where a state has none of a kind, the page says why',
    ),
  networkBond: z
    .int()
    .min(2)
    .max(16)
    .default(4)
    .describe('most bond dimension of the matrix-product state, tree and MERA that are learned from amplitudes'),
  geodesic: z.boolean().default(true).describe('whether the shortest path to states of up to 8 qubits is searched'),
  slices: slices('K, slices of that path').default(6),
  matter: z
    .strictObject({
      sites: z.int().min(26).max(402).default(102).describe('ring of hopping fermions, 4k + 2 sites'),
      size: z
        .number()
        .positive()
        .max(0.04)
        .default(0.02)
        .describe('greatest staggered potential, in units of the hopping'),
      width: z.number().min(3).max(20).default(10).describe('its width, in sites'),
    })
    .prefault({})
    .describe('the lattice on which curvature is planted and sought'),
  columns: z.int().min(4).max(100).default(25).describe('cells of the curvature along the boundary'),
  rows: z.int().min(4).max(60).default(14).describe('cells of the curvature in depth'),
});

export const gravityChain = {
  summary: 'does the geometry of a state, and of its optimal network, obey a gravity equation? From ρ to the curvature',
  options,
};

export type Options = z.output<typeof options>;
export type NetworkKind = Options['networks'][number];
export type ChosenState = Options['targets'][number];
