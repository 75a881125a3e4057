/** @file Pictures between their pixels, and how much two of them differ. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Mismatch } from './end-at.ts';

/** A grey picture, row by row from the top. */
export interface Picture {
  readonly rows: number;
  readonly columns: number;
  /** Shape (rows·columns,). */
  readonly pixels: Float64Array;
}

/** The centres of the pixels, (x, y) one after the other, with the longer side as unit; y grows downwards. */
export function pixelGrid({ rows, columns }: Pick<Picture, 'rows' | 'columns'>): Float64Array {
  const side = Math.max(rows, columns);
  return Float64Array.from({ length: 2 * rows * columns }, (_, k) => {
    const pixel = k >> 1;
    return ((k % 2 === 0 ? pixel % columns : Math.floor(pixel / columns)) + 0.5) / side;
  });
}

/** A grey value between pixels, and its slope. */
export interface PictureSample {
  readonly value: number;
  readonly dx: number;
  readonly dy: number;
}

/** The picture at a point between the centres of its pixels, bilinear; beyond the outermost it is what it is there. */
export function sampled({ rows, columns, pixels }: Picture, x: number, y: number): PictureSample {
  const side = Math.max(rows, columns);
  const [u, v] = [x * side - 0.5, y * side - 0.5];
  const [j, a, insideX] = cell(u, columns);
  const [i, b, insideY] = cell(v, rows);
  const at = i * columns + j;
  const [right, below] = [columns > 1 ? 1 : 0, rows > 1 ? columns : 0];
  const [p, q, r, s] = [pixels[at]!, pixels[at + right]!, pixels[at + below]!, pixels[at + below + right]!];
  const [top, bottom] = [p + a * (q - p), r + a * (s - r)];
  return {
    value: top + b * (bottom - top),
    dx: insideX ? side * ((1 - b) * (q - p) + b * (s - r)) : 0,
    dy: insideY ? side * (bottom - top) : 0,
  };
}

/** The cell of a coordinate, where in it, and whether it is between centres at all. */
function cell(u: number, count: number): readonly [index: number, share: number, inside: boolean] {
  if (!(u > 0)) return [0, 0, false];
  if (!(u < count - 1)) return [Math.max(0, count - 2), count > 1 ? 1 : 0, false];
  const index = Math.floor(u);
  return [index, u - index, true];
}

/** The picture read at these points, (x, y) one after the other: I∘φ⁻¹ where φ⁻¹ took the grid to them. */
export function pulledBack(image: Picture, positions: Float64Array, size: Pick<Picture, 'rows' | 'columns'>): Picture {
  const { rows, columns } = size;
  const pixels = Float64Array.from({ length: rows * columns }, (_, k) => {
    return sampled(image, positions[2 * k]!, positions[2 * k + 1]!).value;
  });
  return { rows, columns, pixels };
}

/**
 * ½∫(I(x(1)) − T)², where pixels that began on the grid of the target T have come to x(1); in units of the longer side.
 *
 * @param points - number of control points before the pixels in q
 * @throws {ShapeError} pictures of different size
 * @throws {DomainError} no pixels, or a grey value that is not finite
 */
export function imageMismatch(image: Picture, target: Picture, points: number): Mismatch {
  checkPictures(image, target);
  const start = 2 * points;
  const count = target.rows * target.columns;
  const area = 1 / Math.max(target.rows, target.columns) ** 2;
  return {
    objective: (q) => {
      const gradient = new Float64Array(q.length);
      let value = 0;
      for (let k = 0, at = start; k < count; k++, at += 2) {
        const { value: grey, dx, dy } = sampled(image, q[at]!, q[at + 1]!);
        const miss = grey - target.pixels[k]!;
        value += 0.5 * area * miss * miss;
        gradient[at] = area * miss * dx;
        gradient[at + 1] = area * miss * dy;
      }
      return { value, gradient };
    },
    curvature: (q) => {
      const slopes = new Float64Array(q.length);
      for (let at = start; at < q.length; at += 2) {
        const { dx, dy } = sampled(image, q[at]!, q[at + 1]!);
        slopes[at] = dx;
        slopes[at + 1] = dy;
      }
      return (change) => {
        const image = new Float64Array(q.length);
        for (let at = start; at < q.length; at += 2) {
          const along = area * (slopes[at]! * change[at]! + slopes[at + 1]! * change[at + 1]!);
          image[at] = along * slopes[at]!;
          image[at + 1] = along * slopes[at + 1]!;
        }
        return image;
      };
    },
  };
}

/** Refuses pictures that cannot be matched. */
function checkPictures(image: Picture, target: Picture): void {
  if (image.rows !== target.rows || image.columns !== target.columns) {
    throw new ShapeError(
      `imageMismatch: pictures of one size required, got ${image.rows} × ${image.columns} and ${target.rows} × ${target.columns}`,
    );
  }
  for (const { rows, columns, pixels } of [image, target]) {
    if (rows * columns === 0 || pixels.length !== rows * columns) {
      throw new DomainError(`imageMismatch: ${rows} × ${columns} pixels required, at least one, got ${pixels.length}`);
    }
    const wrong = pixels.find((x) => !Number.isFinite(x));
    if (wrong !== undefined) throw new DomainError(`imageMismatch: finite grey values required, got ${wrong}`);
  }
}
