/** @file The cheapest deformation of one picture into another. */

import { z } from 'zod';
import { type GreyImage, readPng } from '../../../datasets/formats/png.ts';
import { imageOfRows, resized } from '../../../datasets/picture.ts';
import { DomainError } from '../../../src/errors.ts';
import { significant } from '../../../src/number-format.ts';
import { gaussianKernel, sumOfKernels } from '../../../src/shooting/kernels.ts';
import { matchingImages } from '../../../src/shooting/match-images.ts';
import { type ComputeContext, type ComputeStep, registered } from '../request.ts';
import { number, table } from '../result-schema.ts';

/** Most pixels of a picture. */
const MOST_PIXELS = 16_384;

const picture = (description: string) =>
  z
    .union([
      z.strictObject({ file: z.string().min(1).describe('a PNG file') }),
      z.strictObject({ pixels: z.array(z.array(z.number()).min(1)).min(1).describe('grey values, row by row') }),
    ])
    .describe(description);

const options = z.strictObject({
  from: picture('the picture that is deformed'),
  to: picture('the picture that it is to become, of the same size'),
  size: z
    .int()
    .min(2)
    .max(128)
    .optional()
    .describe('pixels along the longer side, by area averaging; default as they are'),
  pointsAcross: z.int().min(1).max(12).default(6).describe('control points along the longer side'),
  widths: z
    .array(z.number().positive())
    .min(1)
    .optional()
    .describe('of Gaussian kernels, in units of the longer side; default the distance of the control points'),
  weight: z.number().positive().default(1000).describe('μ of H + μ·½∫(difference)²'),
  maxSteps: z.int().min(1).max(1000).default(40).describe('steps of the search'),
});

const result = z.strictObject({
  length: number().describe('√(2H), in units of the longer side'),
  mismatch: number().describe('½∫(difference)² that is left'),
  share: number().describe('of the mismatch before'),
  status: z.string(),
  leastJacobian: number().describe('least determinant of the derivative at a pixel: positive where nothing folds'),
  energyDrift: number(),
  coadjointResidual: number(),
  points: table().describe('control points in the frame of the target, (x, y)'),
  momenta: table().describe('their momenta'),
  matched: table().describe('the deformed picture, row by row'),
  halfway: table().describe('the same at half of the way'),
});

type Asked = z.output<typeof options>;
type Result = z.output<typeof result>;

const step = (k: number) =>
  Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => Number(Math.hypot(i - 3.5, j - k) < 2.2)));

export const request = registered({
  formula: 'min ½‖v‖² + μ·½∫(I∘φ⁻¹ − T)² over the flows φ of fields v = Σ K(·, x_i) p_i',
  options,
  result,
  places: ['from', 'to'],
  texts: { from: (text) => ({ file: text }), to: (text) => ({ file: text }) },
  example: { from: { pixels: step(3) }, to: { pixels: step(4) }, pointsAcross: 2, maxSteps: 4 },
  commands: ['match-images before.png after.png --size 48', 'match-images a.png b.png --pointsAcross 8 --json'],
  *answer(asked, context): Generator<ComputeStep, { value: Result; notes: readonly string[] }> {
    const [from, to] = [imageOf('from', asked.from, asked, context), imageOf('to', asked.to, asked, context)];
    if (from.rows !== to.rows || from.columns !== to.columns) {
      throw new DomainError(
        `to: a picture of ${from.rows} × ${from.columns} pixels as 'from' required, got ${to.rows} × ${to.columns}`,
      );
    }
    const { pointsAcross, weight, maxSteps, widths } = asked;
    const kernel =
      widths && sumOfKernels(widths.map((width) => ({ share: 1 / widths.length, kernel: gaussianKernel(width) })));
    const options = { pointsAcross, weight, maxSteps, valueTolerance: 1e-5, ...(kernel && { kernel }) };
    const search = matchingImages(from, to, options);
    for (;;) {
      const next = search.next();
      if (!next.done) {
        yield { message: `H + μ·mismatch = ${significant(next.value.value, 5)} after ${next.value.step} steps` };
        continue;
      }
      const { value, result: status } = next.value;
      const { certificate, points, momentum } = value;
      return {
        value: {
          length: value.length,
          mismatch: value.mismatch,
          share: value.before === 0 ? 0 : value.mismatch / value.before,
          status,
          leastJacobian: certificate.leastJacobian!,
          energyDrift: certificate.energyDrift,
          coadjointResidual: certificate.coadjointResidual,
          points: rowsOf(points, 2),
          momenta: rowsOf(momentum.subarray(0, points.length), 2),
          matched: rowsOf(value.pictureAt(1).pixels, to.columns),
          halfway: rowsOf(value.pictureAt(0.5).pixels, to.columns),
        },
        notes: [],
      };
    }
  },
  text: ({ length, share, status, leastJacobian, matched }) => [
    `length ${significant(length, 6)}: ${status}, ${significant(100 * share, 3)} % of the mismatch is left`,
    `  least Jacobian ${significant(leastJacobian, 4)}${leastJacobian > 0 ? ': nothing folds' : ': it folds'}`,
    ...(matched.length > 32 ? [] : matched.map((row) => `  ${row.map((x) => shade(x!)).join('')}`)),
  ],
});

/** A grey value as a letter. */
const shade = (grey: number): string => ' ·+*#'[Math.min(4, Math.max(0, Math.round(4 * grey)))]!;

function rowsOf(flat: Float64Array, columns: number): number[][] {
  return Array.from({ length: flat.length / columns }, (_, k) =>
    Array.from(flat.subarray(k * columns, (k + 1) * columns)),
  );
}

function imageOf(name: string, spec: Asked['from'], { size }: Asked, { read }: ComputeContext): GreyImage {
  const given = 'file' in spec ? readPng(read(spec.file), spec.file) : imageOfRows(spec.pixels);
  const side = Math.max(given.rows, given.columns);
  const image =
    size === undefined
      ? given
      : resized(
          given,
          Math.max(1, Math.round((given.rows * size) / side)),
          Math.max(1, Math.round((given.columns * size) / side)),
        );
  if (image.rows * image.columns > MOST_PIXELS) {
    throw new DomainError(
      `${name}: at most ${MOST_PIXELS} pixels required (give size), got ${image.rows} × ${image.columns}`,
    );
  }
  return image;
}
