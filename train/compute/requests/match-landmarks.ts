/** @file The cheapest smooth deformation that takes points to others. */

import { z } from 'zod';
import { readCsvPoints } from '../../../datasets/formats/csv-points.ts';
import { DomainError, ShapeError } from '../../../src/errors.ts';
import { parseJson } from '../../../src/json.ts';
import { significant } from '../../../src/number-format.ts';
import { endAt, squaredDistance } from '../../../src/shooting/end-at.ts';
import { exponentialKernel, gaussianKernel, sumOfKernels } from '../../../src/shooting/kernels.ts';
import { matching } from '../../../src/shooting/match.ts';
import { matchExactly } from '../../../src/shooting/match-exactly.ts';
import type { Match } from '../../../src/shooting/match-search.ts';
import { type Dimension, landmarkSpace } from '../../../src/shooting/point-space.ts';
import { scaleCentroid } from '../../../src/shooting/scale-centroid.ts';
import type { Solution } from '../../../src/solution.ts';
import { seed } from '../options.ts';
import { type ComputeContext, type ComputeStep, registered } from '../request.ts';
import { number, numbers, table } from '../result-schema.ts';

/** Most unknowns of an exact match. */
const MOST_EXACT = 120;

const points = (description: string) =>
  z
    .union([
      z.strictObject({ file: z.string().min(1).describe('.csv, .tsv or .txt, a point on each line') }),
      z.strictObject({ points: z.array(z.array(z.number()).min(1).max(3)).min(1).describe('in full') }),
    ])
    .describe(description);

const options = z.strictObject({
  from: points('points of a line, a plane or space'),
  to: points('where they are to come, in the same order'),
  kernel: z.enum(['gaussian', 'exponential']).default('gaussian').describe('exp(−r²/2w²) or exp(−r/w)'),
  widths: z
    .array(z.number().positive())
    .min(1)
    .default([1])
    .describe('w, in units of the points; of several kernels the mean is taken'),
  weight: z
    .number()
    .positive()
    .optional()
    .describe('μ of H + μ·½|miss|²; without it the points are met exactly, up to 120 coordinates'),
  starts: z.int().min(1).max(100).default(1).describe('starts of the search, the first at rest'),
  seed: seed(),
});

const result = z.strictObject({
  length: number().describe('√(2H)'),
  miss: number().describe('greatest difference of a coordinate from where it should be'),
  status: z.string(),
  leastJacobian: number().describe('least determinant of the derivative at a landmark: 0 or less where space folds'),
  energyDrift: number(),
  coadjointResidual: number(),
  integrationError: number().describe('of the end, against twice as many steps'),
  scaleDrift: number().describe('relative change of the mean wave number along the way: above 0 from coarse to fine'),
  lengths: numbers().describe('what each start led to'),
  momenta: table().describe('at the start, by point'),
  path: z.array(table()).describe('points at t = 0, ¼, ½, ¾, 1'),
});

type Asked = z.output<typeof options>;
type Result = z.output<typeof result>;

/** Parts of the path that are told, and steps of each. */
const [PARTS, STEPS] = [4, 6];

export const request = registered({
  formula: 'min √(Σ_ij K(x_i, x_j) p_i·p_j) with x′ = ∂H/∂p, p′ = −∂H/∂x from the points to their targets',
  options,
  result,
  places: ['from', 'to'],
  texts: { from: writtenPoints('from'), to: writtenPoints('to') },
  example: {
    from: {
      points: [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
    },
    to: {
      points: [
        [0, 0],
        [1.5, 0.2],
        [0, 1.3],
      ],
    },
  },
  commands: ['match-landmarks before.csv after.csv --widths 0.7', "match-landmarks '[[0], [1]]' '[[0.4], [2]]'"],
  *answer(asked, context): Generator<ComputeStep, { value: Result; notes: readonly string[] }> {
    const [from, to] = [pointsOf('from', asked.from, context), pointsOf('to', asked.to, context)];
    const d = from[0]!.length;
    if (to.length !== from.length || to[0]!.length !== d) {
      throw new ShapeError(
        `to: ${from.length} points of ${d} coordinates as in 'from' required, got ${to.length} of ${to[0]!.length}`,
      );
    }
    const space = landmarkSpace(kernelOf(asked), from.length, d as Dimension);
    const q = Float64Array.from(from.flat());
    const target = Float64Array.from(to.flat());
    yield { message: `${from.length} points` };
    const found = yield* searched(asked, space, q, target);
    const { shot, momentum, length, certificate, starts } = found.value;
    const rows = (flat: Float64Array): number[][] =>
      Array.from({ length: flat.length / d }, (_, k) => Array.from(flat.subarray(k * d, (k + 1) * d)));
    const end = shot.points.at(-1)!;
    const scales = [shot.points[0]!, end].map((point) => scaleCentroid(space.scales(point)));
    const value: Result = {
      length,
      miss: end.q.reduce((most, x, k) => Math.max(most, Math.abs(x - target[k]!)), 0),
      status: found.result,
      leastJacobian: certificate.leastJacobian!,
      energyDrift: certificate.energyDrift,
      coadjointResidual: certificate.coadjointResidual,
      integrationError: certificate.integrationError,
      scaleDrift: scales[1]! / scales[0]! - 1,
      lengths: starts.map((start) => start.length),
      momenta: rows(momentum),
      path: Array.from({ length: PARTS + 1 }, (_, k) => rows(shot.points[k * STEPS]!.q)),
    };
    const notes =
      asked.kernel === 'exponential'
        ? ['the mean wave number of an exponential kernel depends on where its spectrum is cut']
        : [];
    return { value, notes };
  },
  text: ({ length, miss, status, leastJacobian, coadjointResidual, scaleDrift, path }) => [
    `length ${significant(length, 8)}: ${status}, misses by at most ${significant(miss, 2)}`,
    `  least Jacobian ${significant(leastJacobian, 4)}, coadjoint residual ${significant(coadjointResidual, 2)}, mean wave number ${significant(100 * scaleDrift, 3)} % higher at the end`,
    ...path.at(-1)!.map((point) => `  ${point.map((x) => significant(x!, 6)).join('  ')}`),
  ],
});

function* searched(
  { weight, starts, seed: from }: Asked,
  space: ReturnType<typeof landmarkSpace>,
  q: Float64Array,
  target: Float64Array,
): Generator<ComputeStep, Solution<Match>> {
  const common = { starts, seed: from, measuredSteps: PARTS * STEPS };
  if (weight === undefined) {
    if (q.length > MOST_EXACT) {
      throw new DomainError(`weight: a number required for more than ${MOST_EXACT} coordinates, got ${q.length}`);
    }
    return matchExactly(space, q, endAt(target), common);
  }
  const search = matching(space, q, squaredDistance(target), { ...common, weight, maxSteps: 60 });
  for (;;) {
    const next = search.next();
    if (next.done) return next.value;
    yield { message: `H + μ·mismatch = ${significant(next.value.value, 5)} after ${next.value.step} steps` };
  }
}

function kernelOf({ kernel, widths }: Asked) {
  const one = kernel === 'gaussian' ? gaussianKernel : exponentialKernel;
  if (widths.length === 1) return one(widths[0]!);
  return sumOfKernels(widths.map((width) => ({ share: 1 / widths.length, kernel: one(width) })));
}

/** The points that a text means: JSON, or a file. */
function writtenPoints(name: string): (text: string) => unknown {
  return (text) => {
    if (!/^\s*[[{]/.test(text)) return { file: text };
    const json = parseJson(text, name);
    return Array.isArray(json) ? { points: json } : json;
  };
}

function pointsOf(name: string, spec: Asked['from'], { read }: ComputeContext): readonly (readonly number[])[] {
  if ('file' in spec) return readCsvPoints(new TextDecoder().decode(read(spec.file)), spec.file);
  const { length } = spec.points[0]!;
  const other = spec.points.findIndex((point) => point.length !== length);
  if (other < 0) return spec.points;
  throw new DomainError(
    `${name}.points.${other}: ${length} coordinates as of the first point required, got ${spec.points[other]!.length}`,
  );
}
