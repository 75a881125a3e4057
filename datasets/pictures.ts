/** @file Collections of pictures of one size, and the rows of digits that they make. */

import { DomainError, ShapeError } from '../src/errors.ts';
import { type DiscreteRows, MOST_VALUES } from '../src/likelihood/discrete-rows.ts';
import type { GreyImage } from './formats/png.ts';

/** Pictures of one size with integer grey values, and a class for each where it is known. */
export interface Pictures {
  readonly count: number;
  readonly rows: number;
  readonly columns: number;
  /** Grey values are 0 … levels − 1. */
  readonly levels: number;
  /** Shape (count, rows, columns). */
  readonly pixels: Uint8Array;
  /** Shape (count,). */
  readonly labels?: Uint8Array;
}

/**
 * The pictures in black and white, a row of bits for each, pixel by pixel from the top left corner.
 *
 * @param threshold - least grey value that is 1; default half of the greatest
 * @throws {DomainError} a threshold that leaves all pixels equal
 */
export function binarised(
  { count, rows, columns, levels, pixels }: Pictures,
  threshold = (levels - 1) / 2,
): DiscreteRows {
  const digits = pixels.map((grey) => Number(grey >= threshold));
  if (digits.every((bit) => bit === digits[0])) {
    throw new DomainError(`binarised: a threshold with pixels on both sides required, got ${threshold}`);
  }
  return { dimensions: new Array<number>(rows * columns).fill(2), count, digits };
}

/** The pictures with all their grey values, a row of digits for each. */
export function greyRows({ count, rows, columns, levels, pixels }: Pictures): DiscreteRows {
  return { dimensions: new Array<number>(rows * columns).fill(levels), count, digits: pixels };
}

/**
 * Pictures of equal size as one collection, with 256 grey values.
 *
 * @param labels - a class for each
 * @throws {ShapeError} no picture, pictures of different size, or not as many labels
 */
export function picturesOfImages(images: readonly GreyImage[], labels?: readonly number[]): Pictures {
  const [first] = images;
  if (first === undefined) throw new ShapeError('picturesOfImages: at least one picture required, got none');
  const { rows, columns } = first;
  const other = images.findIndex((image) => image.rows !== rows || image.columns !== columns);
  if (other >= 0) {
    const { rows: r, columns: c } = images[other]!;
    throw new ShapeError(
      `picturesOfImages: pictures of one size required, got ${rows} × ${columns} and, as number ${other}, ${r} × ${c}`,
    );
  }
  if (labels !== undefined && labels.length !== images.length) {
    throw new ShapeError(`picturesOfImages: ${images.length} labels required, got ${labels.length}`);
  }
  const size = rows * columns;
  const pixels = new Uint8Array(images.length * size);
  images.forEach((image, k) => {
    image.pixels.forEach((grey, at) => {
      pixels[k * size + at] = Math.round(Math.min(1, Math.max(0, grey)) * (MOST_VALUES - 1));
    });
  });
  const collection = { count: images.length, rows, columns, levels: MOST_VALUES, pixels };
  return labels === undefined ? collection : { ...collection, labels: Uint8Array.from(labels) };
}
