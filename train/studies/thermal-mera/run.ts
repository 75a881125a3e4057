/** @file Is a MERA with a mixed top a thermal state? Free energies, entropies, correlations, and where the network ends. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import { exactThermal, networks } from './networks.ts';
import type { Options } from './options.ts';

/** Carries the study out. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const found = yield* part('thermal networks', 1, () => networks(options, seed));
  return findings({ options, found, exact: exactThermal(options.betas) });
}
