/** @file Options of the study 'unitary-geodesic'. */

import { z } from 'zod';
import { unitarySpec } from '../../../datasets/unitaries.ts';
import { metricSpec } from '../../metric-spec.ts';

const penalty = z.number().positive().or(z.literal('infinite'));

const options = z.strictObject({
  unitary: unitarySpec.describe('the unitary to be made'),
  metric: metricSpec.omit({ penalty: true }).prefault({}).describe('which words are cheap'),
  penalties: z
    .array(penalty)
    .min(1)
    .default([1, 4, 10, 100, 'infinite'])
    .describe('weights of all other words, in turn; each search also starts from the previous geodesic'),
  starts: z.int().nonnegative().max(1000).default(4).describe('random starts of the direct method at each penalty'),
  slices: z.int().min(2).max(256).default(8).describe('K, slices of the direct method'),
});

export const unitaryGeodesic = {
  summary: 'complexity of a gate: geodesics with certificates, as the penalty grows',
  options,
};

export type Options = z.output<typeof options>;
