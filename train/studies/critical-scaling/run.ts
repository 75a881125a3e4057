/** @file Is MERA a geodesic? Shortest Gaussian paths to critical Ising rings and chains: their length against size, and which range acts when. */

import { coarseToFinePath } from '../../../src/gaussian/coarse-to-fine-path.ts';
import { type RingGenerator, vectorsOfAngles, xyPairAngles } from '../../../src/gaussian/pair-space.ts';
import { straightPath } from '../../../src/gaussian/straight-path.ts';
import type { GaussianSearchOptions } from '../../../src/geodesic/gaussian/gaussian-search.ts';
import { powerMetric } from '../../../src/geodesic/gaussian/range-metric.ts';
import { ringGeodesic } from '../../../src/geodesic/gaussian/ring-geodesic.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { chainPath } from './chain-path.ts';
import { findings } from './findings.ts';
import type { BoundedPath, ChainPath, CoarseRanges, CoarseRow, StraightRow } from './measured.ts';
import type { Options } from './options.ts';

/** Powers p of the weights r^p. */
const POWERS = [0, 1, 2];

/** Gates ∝ k^g of a continuous MERA; the sizes for which its length is found, and the one of which ranges are shown. */
const GATES = [0, 1];
const [LEAST_COARSE, MOST_COARSE, SHOWN] = [16, 1024, 32];

/** Carries the study out, part by part. */
export function* run(
  { sites, fields, searched, range, chains, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const straight = yield* part('straight paths', 0.2, () =>
    [1, ...fields].flatMap((field) => sites.map((n) => straightRow(n, field))),
  );
  const scales = sites.filter((n) => n >= LEAST_COARSE && n <= MOST_COARSE);
  const coarse = yield* part('paths of a continuous MERA', 0.25, () =>
    [1, ...fields].flatMap((field) => GATES.flatMap((gate) => scales.map((n) => coarseRow(n, field, gate)))),
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
    const found = yield* part(name, 0.25 + (0.35 * (k + 1)) / cases.length, () => path(metric, vectors, options));
    bounded.push({ ...found, name, field });
  }
  const open: ChainPath[] = [];
  for (const [k, n] of chains.entries()) {
    const work = () => chainPath(n, { starts: 1, seed });
    open.push(yield* part(`open chain of ${n} sites`, 0.6 + (0.4 * (k + 1)) / chains.length, work));
  }
  return findings({ sites, fields, searched, straight, coarse, coarseRanges: coarseRanges(), bounded, chains: open });
}

function straightRow(sites: number, field: number): StraightRow {
  const angles = xyPairAngles(sites, { field });
  return { sites, field, lengths: POWERS.map((power) => straightPath(sites, angles, (r) => r ** power).length) };
}

function coarseRow(sites: number, field: number, gate: number): CoarseRow {
  const angles = xyPairAngles(sites, { field });
  const ratios = POWERS.map((power) => {
    const weightOf = (r: number): number => r ** power;
    return coarseToFinePath(sites, angles, weightOf, { gate }).length / straightPath(sites, angles, weightOf).length;
  });
  return { sites, field, gate, ratios };
}

/** Of the critical ring of 32 sites, weights r, gates ∝ k. */
function coarseRanges(): CoarseRanges {
  const { rates } = coarseToFinePath(SHOWN, xyPairAngles(SHOWN), (r) => r);
  const none = new Float64Array(0);
  const weights = Array.from({ length: SHOWN / 2 + 1 }, (_, r) => r);
  return { sites: SHOWN, ranges: rates.map((D) => strengths({ g: 0, A: none, B: none, D }, weights)) };
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
