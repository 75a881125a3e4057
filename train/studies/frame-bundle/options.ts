/** @file Options of the study 'frame-bundle'. */

import { z } from 'zod';
import { TWO_QUBIT } from '../lorentz-generators/lorentz-penalties.ts';

const options = z.strictObject({
  frames: z.int().min(1).max(1000).default(20).describe('random frames that are tried'),
  directions: z
    .array(z.enum(TWO_QUBIT))
    .default(['XX', 'ZZ', 'XZ + ZX', 'YZ − ZY'])
    .describe('base directions whose weight in the complexity metric is raised'),
  weight: z.number().gt(1).default(4).describe('the weight to which it is raised from 1'),
  steps: z.int().min(2).max(100).default(4).describe('steps on the way'),
});

export const frameBundle = {
  summary: 'the bundle of frames g = WηWᵀ: its fibre and base, Wigner’s rotation, base directions as weights',
  options,
};

export type Options = z.output<typeof options>;
