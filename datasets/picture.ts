/** @file Classical data as a state: a picture in the amplitudes. */

import * as z from 'zod';
import { DomainError, ShapeError } from '../src/errors.ts';
import type { PureState } from '../src/generative/target-state.ts';
import { complexVector } from '../src/linalg/complex.ts';
import type { GreyImage } from './formats/png.ts';
import { memoryOf, PURE_LIMIT } from './register-size.ts';

const side = z.number().int().min(1).max(4096);

export const pictureOptions = z.strictObject({
  path: z.string().min(1).optional().describe('a PNG file'),
  pixels: z.array(z.array(z.number())).optional().describe('or the grey values themselves, row by row'),
  rows: side.optional().describe('resize to this many rows, a power of two, by area averaging'),
  columns: side.optional().describe('resize to this many columns, a power of two'),
  encoding: z
    .enum(['amplitude', 'probability'])
    .default('amplitude')
    .describe('whether the amplitude or the probability is proportional to the grey value'),
});

/** How a picture becomes a state. */
export interface PictureOptions {
  /** Resize to this many rows and columns, powers of two; default the picture's own. */
  readonly rows?: number;
  readonly columns?: number;
  /** Whether the amplitude (default) or the probability is proportional to the grey value. */
  readonly encoding?: 'amplitude' | 'probability';
}

/**
 * A picture of r × c pixels, amplitude-encoded row by row on log₂ r + log₂ c qubits, the bits of the row first:
 *
 *     Σ_{ij} x_ij |i⟩|j⟩ / ‖x‖.
 *
 * The first qubit distinguishes the upper from the lower half: coarse scales come first.
 *
 * @param image - grey values; any finite numbers, for probabilities none negative
 * @throws {ShapeError} the sides, after resizing, are not powers of two
 * @throws {DomainError} a value is not finite, all are zero, one is negative where a probability is wanted, or the
 *   picture has more than 2^24 pixels
 *
 * @see Latorre, arXiv:quant-ph/0510031 (2005)
 */
export function picture(image: GreyImage, options: PictureOptions = {}): PureState {
  const { rows = image.rows, columns = image.columns, encoding = 'amplitude' } = options;
  if (!(Number.isInteger(Math.log2(rows)) && Number.isInteger(Math.log2(columns)) && rows * columns > 1)) {
    throw new ShapeError(
      `picture: sides that are powers of two required (give rows, columns), got ${rows} × ${columns}`,
    );
  }
  if (rows * columns > 2 ** PURE_LIMIT) {
    const memory = memoryOf(rows * columns);
    throw new DomainError(`picture: at most 2^${PURE_LIMIT} pixels required, got ${rows} × ${columns} (${memory})`);
  }
  const wrong = image.pixels.find((x) => !Number.isFinite(x) || (encoding === 'probability' && x < 0));
  if (wrong !== undefined) {
    const required = encoding === 'probability' ? 'finite grey values ≥ 0' : 'finite grey values';
    throw new DomainError(`picture: ${required} required, got ${wrong}`);
  }
  const { pixels } = resized(image, rows, columns);
  const values = encoding === 'amplitude' ? pixels : pixels.map(Math.sqrt);
  const norm = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0));
  if (norm === 0) throw new DomainError('picture: a picture that is not black required, got all zero');
  const amplitudes = complexVector(values.map((x) => x / norm));
  const dimensions = new Array<number>(Math.log2(rows * columns)).fill(2);
  return { kind: 'pure', name: `picture(${rows} × ${columns})`, dimensions, amplitudes, picture: { rows, columns } };
}

/**
 * A picture from rows of grey values.
 *
 * @throws {ShapeError} no pixels, or rows of unequal length
 */
export function imageOfRows(rows: readonly (readonly number[])[]): GreyImage {
  const columns = rows[0]?.length ?? 0;
  if (columns === 0 || rows.some((row) => row.length !== columns)) {
    throw new ShapeError(`picture: rows of equal length required, got lengths ${rows.map((row) => row.length)}`);
  }
  return { rows: rows.length, columns, pixels: Float64Array.from(rows.flat()) };
}

/** The picture on another grid: every new pixel is the mean of the area that it covers. */
export function resized(image: GreyImage, rows: number, columns: number): GreyImage {
  const vertical = overlaps(image.rows, rows);
  const horizontal = overlaps(image.columns, columns);
  const pixels = new Float64Array(rows * columns);
  vertical.forEach((inRow, r) => {
    horizontal.forEach((inColumn, c) => {
      let mean = 0;
      for (const [i, p] of inRow) for (const [j, q] of inColumn) mean += p * q * image.pixels[i * image.columns + j]!;
      pixels[r * columns + c] = mean;
    });
  });
  return { rows, columns, pixels };
}

/** For each new cell of an axis the old cells that it covers, and their shares of it. */
function overlaps(from: number, to: number): readonly (readonly (readonly [cell: number, share: number])[])[] {
  return Array.from({ length: to }, (_, k) => {
    const [start, end] = [(k * from) / to, ((k + 1) * from) / to];
    const first = Math.floor(start);
    const cells = Array.from({ length: Math.ceil(end) - first }, (_, i) => first + i);
    return cells.map((i) => [i, (Math.min(end, i + 1) - Math.max(start, i)) / (end - start)] as const);
  });
}
