/** @file Which geometry does each kind of network have, and do the states that it is used for have the same? */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { familyGeometries, gridSquares, lawDefects, randomStates } from './families.ts';
import { findings } from './findings.ts';
import { comparison } from './information-geometry.ts';
import { optimisedMera } from './optimised-mera.ts';
import type { Options } from './options.ts';
import { infiniteChains, sweptChains } from './states.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const { levels, shallow } = options;
  const families = yield* part('distances and cuts', 0.15, () => familyGeometries(levels, shallow));
  const defects = yield* part('laws of the MERA', 0.2, () => lawDefects(levels, shallow));
  const squares = yield* part('squares in a grid', 0.22, gridSquares);
  const random = yield* part('random states', 0.25, () => randomStates(seed));
  const chains = yield* part('infinite chains', 0.4, () => infiniteChains(options));
  const swept = yield* part('matrix-product states', 0.7, () => sweptChains(options));
  const compared = yield* part('networks against states', 0.75, () => comparison(chains, options, seed));
  const optimised = yield* part('optimised MERA', 1, () => optimisedMera(options, seed));
  return findings({ options, families, defects, squares, random, chains, swept, compared, optimised });
}
