/** @file Are chains by matrix-product states right? Entropies, lengths, times, temperatures and spins against closed forms. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { criticalChains } from './critical.ts';
import { findings } from './findings.ts';
import { gappedChains } from './gapped.ts';
import { coolings, quench } from './moving.ts';
import type { Options } from './options.ts';
import { spinChains } from './spin-one.ts';

/** Carries the study out. */
export function* run(options: Options, { part }: StudyContext): Generator<StudyStep, Findings> {
  const critical = yield* part('critical chains', 0.35, () => criticalChains(options));
  const gapped = yield* part('gapped chains without end', 0.55, () => gappedChains(options));
  const moving = yield* part('quench', 0.7, () => quench(options));
  const cooled = yield* part('thermal chain', 0.8, () => coolings(options));
  const spins = yield* part('spin 1', 1, () => spinChains(options));
  return findings({ options, critical, gapped, moving, cooled, spins });
}
