/** @file Options of the study 'size-and-range'. */

import { z } from 'zod';
import { ghz } from '../../../datasets/ghz.ts';
import { graph } from '../../../datasets/graph.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { w } from '../../../datasets/w.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { slices, starts } from '../search-options.ts';
import { METRIC_NAMES } from './named-metrics.ts';

export const STATES: Readonly<Record<string, (n: number, seed: number) => ComplexVector>> = {
  GHZ: (n) => ghz(n).amplitudes,
  W: (n) => w(n).amplitudes,
  cluster: (n) => graph(chain(n)).amplitudes,
  'Haar-random': (n, seed) => haarRandom(n, seed).amplitudes,
};

const STATE_NAMES = Object.keys(STATES);

const options = z.strictObject({
  qubits: z.array(z.int().min(3).max(7)).min(1).default([3, 4]).describe('numbers of qubits, ascending'),
  states: z
    .array(z.enum(STATE_NAMES))
    .min(1)
    .default([...STATE_NAMES])
    .describe('states to be made'),
  metrics: z
    .array(z.enum(METRIC_NAMES))
    .default([...METRIC_NAMES])
    .describe('metrics in which paths are searched for'),
  slices: slices(),
  starts: starts(2),
});

export const sizeAndRange = {
  summary: 'size and range of the metric: three metrics of the paper, and more, on the same states',
  options,
};

export type Options = z.output<typeof options>;
