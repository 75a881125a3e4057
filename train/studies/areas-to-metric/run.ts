/** @file Do areas determine a metric? Planted metrics, and a local change of a state. */

import { permuted } from '../../../src/geometry/table-comparison.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';
import { plantedMetric } from './planted.ts';
import { foundChange } from './state.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const shuffle = (values: readonly number[]): readonly number[] => {
    const order = permuted([...values.keys()], randomStream(seed, 'shuffled changes').integer);
    return order.map((k) => values[k]!);
  };
  const planted = yield* part('planted metric', 0.4, () => plantedMetric(seed, shuffle));
  const change = yield* part('change of a state', 1, () => foundChange(options, seed, shuffle));
  return findings({ options, planted, change });
}
