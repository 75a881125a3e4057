/** @file Is a continuous MERA a geodesic? Paths of Gaussian states, their lengths, and what is read into them. */

import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';
import { orders } from './orders.ts';
import { rings } from './rings.ts';
import { scales } from './scales.ts';
import { spaces } from './spaces.ts';

/** Carries the study out, part by part. */
export function* run(
  { mass, beta, sites, ring, reference, thermal }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const along = yield* part('metric along the scale', 0.1, () => scales(mass, beta));
  const ordered = yield* part('orders of the scales', 0.5, () => orders(ring, mass, seed));
  const chains = yield* part('complexity of rings', 0.9, () => rings(sites, reference, thermal));
  const curved = yield* part('curvature', 1, () => spaces(mass));
  return findings({ mass, sites, reference, scales: along, orders: ordered, rings: chains, spaces: curved });
}
