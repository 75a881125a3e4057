/** @file How near are random tensor networks to the minimal cut at finite bond dimension, and what is due to geometry? */

import { tiling } from '../../../src/geometry/tiling.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { measuredBulk } from './bulk.ts';
import { measuredCuts } from './cuts.ts';
import { findings } from './findings.ts';
import { measuredFits } from './fits.ts';
import { measuredIntervals } from './intervals.ts';
import { measuredMoments } from './moments.ts';
import type { Options } from './options.ts';
import { measuredWalls } from './walls.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { p, q, layers } = options;
  const stream = (name: string) => randomStream(seed, `random network ${name}`);
  const tiles = tiling(p, q, { layers });
  const moments = yield* part('moments', 0.2, () => measuredMoments(options.dense, stream('moments')));
  const walls = yield* part('domain walls', 0.3, () => measuredWalls(tiles));
  const cuts = yield* part('annealed, quenched, cut', 0.6, () => measuredCuts(tiles, options, stream('cuts')));
  const intervals = yield* part('two intervals', 0.75, () => measuredIntervals(tiles, stream('rewired')));
  const bulk = yield* part('states in the bulk', 0.85, () => measuredBulk(tiles, options));
  const fits = yield* part('fitted geometries', 1, () => measuredFits(seed, stream('planted')));
  return findings({ tiles, options, moments, walls, cuts, intervals, bulk, fits });
}
