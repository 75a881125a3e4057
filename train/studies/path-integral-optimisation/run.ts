/** @file Does the optimal network of a conformal field theory have the geometry of gravity? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { smallBalls } from './balls.ts';
import { metricEntropies } from './entropies.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';
import { optimisedShapes } from './shapes.ts';
import { conicalSources } from './sources.ts';
import { stability } from './stability.ts';
import { surfaces } from './surfaces.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { cells, lengths, beta, strengths, ratios } = options;
  const shapes = yield* part('shapes', 0.4, () => optimisedShapes(cells));
  const sources = yield* part('sources', 0.65, () => conicalSources(cells, strengths));
  const entropies = yield* part('entropies', 0.85, () => metricEntropies(lengths, beta, seed, cells));
  const stable = yield* part('stability', 0.9, () => stability(ratios));
  const balls = yield* part('balls', 1, smallBalls);
  return findings({ options, shapes, sources, entropies, stability: stable, balls, surfaces: surfaces() });
}
