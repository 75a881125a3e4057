/** @file Do hot quantum states behave as black holes do: in their entropies, in time, and in what they hide? */

import { DomainError } from '../../../src/errors.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { doubles } from './doubles.ts';
import { findings } from './findings.ts';
import { gates } from './gates.ts';
import type { Options } from './options.ts';
import { regions } from './regions.ts';

/**
 * Carries the study out, part by part.
 *
 * @throws {DomainError} intervals that do not fit on the ring
 */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { sites, interval, pair } = options;
  if (2 * interval > sites || 3 * pair + 3 > sites) {
    throw new DomainError(
      `black-holes: an interval of at most ${sites / 2} sites, pairs of at most ${Math.floor(sites / 3) - 1} required, got ${interval} and ${pair}`,
    );
  }
  const region = yield* part('regions', 0.2, () => regions(options, seed));
  const double = yield* part('doubles', 0.7, () => doubles(options, seed));
  const gate = yield* part('gates', 1, () => gates(options, seed));
  return findings({ options, region, double, gate });
}
