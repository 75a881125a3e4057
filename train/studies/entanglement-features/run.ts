/** @file Which network do the entropies of a state ask for, and how well do they determine it? */

import { randomStream } from '../../../src/linalg/random.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { measuredFit, measuredPlanted, type NetworkFit } from './fits.ts';
import { dyadic, rewired, ringEntropies, strip, tableOf } from './networks.ts';
import type { Options } from './options.ts';
import { ownFits } from './own-state.ts';

const [SITES, CELL] = [16, 2];
const CELLS = SITES / CELL;

/** Carries the study out, part by part. */
export function* run(options: Options, context: StudyContext): Generator<StudyStep, Findings> {
  const { dimerisations, starts } = options;
  const { seed, part } = context;
  const few = { starts: Math.min(3, starts), maxSteps: 200 };
  const stream = (name: string) => randomStream(seed, `entanglement features ${name}`);
  const gaps: NetworkFit[] = [];
  for (const [k, delta] of dimerisations.entries()) {
    const table = tableOf(ringEntropies(SITES, delta, CELL), CELLS);
    gaps.push(
      yield* part(`δ = ${delta}`, (0.4 * (k + 1)) / dimerisations.length, () =>
        measuredFit(`δ = ${delta}`, dyadic(CELLS), table, { starts }, stream(`δ = ${delta}`)),
      ),
    );
  }
  const critical = tableOf(ringEntropies(SITES, dimerisations[0]!, CELL), CELLS);
  const others = yield* part('other networks', 0.65, () => [
    measuredFit('flat strip', strip(CELLS), critical, few, stream('strip')),
    ...[1, 2, 3].map((k) =>
      measuredFit(`random graph ${k}`, rewired(CELLS, stream(`graph ${k}`)), critical, few, stream(`random ${k}`)),
    ),
  ]);
  const single = yield* part('single sites', 0.75, () => {
    const table = tableOf(ringEntropies(CELLS, dimerisations[0]!, 1), CELLS);
    return measuredFit('single sites', dyadic(CELLS), table, { starts }, stream('single sites'));
  });
  const planted = yield* part('planted couplings', 0.9, () => measuredPlanted(starts, stream('planted')));
  const own = yield* part('own state', 1, () => ownFits(options, context));
  return findings({ options, gaps, others, single, planted, own });
}
