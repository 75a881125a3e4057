/** @file Options of the study 'generators'. */

import { z } from 'zod';

const options = z.strictObject({
  game: z.int().min(50).max(100_000).default(1500).describe('steps of the adversarial pair on the line'),
  pair: z.int().min(10).max(100_000).default(4000).describe('steps of the adversarial pair of digits'),
  stage: z.int().min(10).max(100_000).default(1200).describe('steps of each stage of the progressive generator'),
  born: z.int().min(10).max(2000).default(100).describe('most steps of the Born machines that score samples'),
  prior: z.int().min(20).max(10_000).default(400).describe('steps of the deep image prior'),
  transport: z.int().min(20).max(10_000).default(400).describe('steps of the residual networks'),
  qubits: z.int().min(4).max(12).default(10).describe('qubits of the neural quantum state'),
  search: z.int().min(10).max(2000).default(90).describe('most steps of its natural gradients'),
});

export const generators = {
  summary:
    'Neural generators: adversarial pairs, growth from coarse to fine, early stopping, paths through layers, neural quantum states',
  options,
};

export type Options = z.output<typeof options>;
