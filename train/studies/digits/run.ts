/** @file What does a tensor network make of handwritten digits, and what is the geometry of what it has learned? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { studyData } from './data.ts';
import { drawnRows } from './drawn.ts';
import { findings } from './findings.ts';
import { chainGeometry, fisherSpectrum } from './geometry.ts';
import { plannedModels, type TrainedModel, trainedModel } from './models.ts';
import type { Options } from './options.ts';
import { learnedPatterns } from './patterns.ts';

/** Samples from which the Fisher information is estimated. */
const FISHER_SAMPLES = 200;

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part, read }: StudyContext): Generator<StudyStep, Findings> {
  const data = yield* part('data', 0.02, () => studyData(options, read));
  const planned = plannedModels(data, options);
  const models: TrainedModel[] = [];
  for (const [k, plan] of planned.entries()) {
    const until = 0.02 + (0.83 * (k + 1)) / planned.length;
    models.push(yield* part(plan.name, until, () => trainedModel(plan, data, options, seed)));
  }
  const chains = models.slice(0, options.bonds.length);
  const best = models.reduce((a, b) => (b.heldOut < a.heldOut ? b : a));
  const drawn = yield* part('samples', 0.9, () => drawnRows(best, data, options, seed));
  const geometry = yield* part('geometry', 0.95, () => ({
    chains: chains.map(chainGeometry),
    fisher: { name: chains[0]!.name, values: fisherSpectrum(chains[0]!, FISHER_SAMPLES, seed) },
  }));
  const patterns = yield* part('bars and stripes', 1, learnedPatterns);
  return findings({ data, options, models, best, drawn, geometry, patterns });
}
