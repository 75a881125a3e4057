/** @file Options that several requests have. */

import { z } from 'zod';
import { metricSpec } from '../metric-spec.ts';
import { stateSpec } from './state-source.ts';

export const state = (description = 'the state: a name with its options, or a file') => stateSpec.describe(description);

/** Metrics on which, unless it is said otherwise, all words of one and two qubits have weight 1, wherever they act. */
export const twoLocal = metricSpec.extend({
  maxRange: metricSpec.shape.maxRange.unwrap().default('infinite').describe('lattice range of a cheap word'),
});

export const metric = () =>
  twoLocal.prefault({}).describe('what words cost; default all words of one and two qubits at weight 1');

export const slices = () => z.int().positive().max(256).default(8).describe('K, slices of a path');

export const starts = (usual: number) =>
  z.int().positive().max(1000).default(usual).describe('random starts of each search');

export const maxSteps = () =>
  z.int().positive().max(10_000).default(200).describe('optimiser steps at each weight of the end-point condition');

export const seed = () => z.int().nonnegative().default(1).describe('seed of all randomness');

/** Sites of a region, from 0 on. */
export const region = () => z.array(z.int().nonnegative());
