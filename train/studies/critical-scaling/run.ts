/** @file Is MERA a geodesic? Shortest Gaussian paths to critical Ising rings: their length against size, and which range acts when. */

import { type RingGenerator, vectorsOfAngles, xyPairAngles } from '../../../src/gaussian/pair-space.ts';
import { straightPath } from '../../../src/gaussian/straight-path.ts';
import type { GaussianSearchOptions } from '../../../src/geodesic/gaussian/gaussian-search.ts';
import { powerMetric } from '../../../src/geodesic/gaussian/range-metric.ts';
import { ringGeodesic } from '../../../src/geodesic/gaussian/ring-geodesic.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { findings } from './findings.ts';
import type { BoundedPath, StraightRow } from './measured.ts';
import type { Options } from './options.ts';

/** Powers p of the weights r^p. */
const POWERS = [0, 1, 2];

/** Carries the study out, part by part. */
export function* run(
  { sites, fields, searched, range, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const straight = yield* part('straight paths', 0.2, () =>
    [1, ...fields].flatMap((field) => sites.map((n) => straightRow(n, field))),
  );
  const all = searched / 2;
  const search = { starts, seed };
  const bounded: BoundedPath[] = [];
  const cases = [
    { name: 'all ranges', metric: powerMetric(1, all), field: 1, slices: 8 },
    { name: `range ≤ ${range}`, metric: powerMetric(1, range), field: 1, slices: 24 },
    { name: 'range 1', metric: powerMetric(1, 1), field: 1, slices: 32 },
    {
      name: `range ≤ ${range}, h = ${fields.at(-1)}`,
      metric: powerMetric(1, range),
      field: fields.at(-1)!,
      slices: 24,
    },
  ];
  for (const [k, { name, metric, field, slices }] of cases.entries()) {
    const vectors = vectorsOfAngles(xyPairAngles(searched, { field }));
    const options = { ...search, slices, doubled: false };
    const found = yield* part(name, 0.2 + (0.8 * (k + 1)) / cases.length, () => path(metric, vectors, options));
    bounded.push({ ...found, name, field });
  }
  return findings({ sites, fields, searched, straight, bounded });
}

function straightRow(sites: number, field: number): StraightRow {
  const angles = xyPairAngles(sites, { field });
  return { sites, field, lengths: POWERS.map((power) => straightPath(sites, angles, (r) => r ** power).length) };
}

function* path(
  metric: Parameters<typeof ringGeodesic>[0],
  target: Float64Array,
  options: GaussianSearchOptions,
): Generator<PartStep, Omit<BoundedPath, 'name' | 'field'>> {
  const steps = ringGeodesic(metric, target, options);
  for (let done = 1; ; done++) {
    const next = steps.next();
    if (next.done) {
      const { length, residual, generators, lowerBound, index } = next.value.value;
      const ranges = generators.map((generator) => strengths(generator, metric.weights));
      return { length, residual, lowerBound, negative: index?.negative ?? null, ranges };
    }
    const { phase, length } = next.value;
    yield { message: `${phase}, length ${length.toFixed(4)}`, progress: 1 - 1 / (1 + done / 500) };
  }
}

/** √(w_r Σ h²) of the words of each range, from 0 on. */
function strengths({ g, A, B, D }: RingGenerator, weights: readonly number[]): readonly number[] {
  return weights.map((weight, r) =>
    r === 0
      ? Math.sqrt(weight) * Math.abs(g)
      : Math.sqrt(weight * 2 * ((A[r - 1] ?? 0) ** 2 + (B[r - 1] ?? 0) ** 2 + (D[r - 1] ?? 0) ** 2)),
  );
}
