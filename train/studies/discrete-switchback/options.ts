/** @file Options of the study 'discrete-switchback'. */

import { z } from 'zod';

const options = z.strictObject({
  qubits: z.int().min(2).max(4).default(4).describe('qubits of the exact random walk on circuits of CNOTs'),
  large: z.int().min(3).max(5).default(5).describe('qubits of the precursors whose circuits are sampled'),
  steps: z.int().min(10).max(400).default(200).describe('random gates'),
  samples: z.int().min(50).max(100_000).default(2000).describe('circuits that are drawn where they cannot be summed'),
  scramblers: z
    .array(z.int().min(4).max(4096))
    .min(2)
    .max(8)
    .default([8, 32, 128, 512])
    .describe('numbers of qubits of the random circuits through which a perturbation spreads'),
  cases: z.int().min(2).max(2000).default(200).describe('random pairs of thermal qubits'),
});

export const discreteSwitchback = {
  summary: 'growth, saturation and switchback of exact discrete complexity; the arrow of time of two thermal qubits',
  options,
};

export type Options = z.output<typeof options>;
