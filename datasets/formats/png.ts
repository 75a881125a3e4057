/** @file PNG pictures as arrays of grey values. */

import { PNG } from 'pngjs';
import { DomainError } from '../../src/errors.ts';

/** A grey picture, row-major from the top left corner; 0 is black, 1 is white. */
export interface GreyImage {
  readonly rows: number;
  readonly columns: number;
  /** Shape (rows·columns,). */
  readonly pixels: Float64Array;
}

/**
 * The grey values of a PNG picture, 8 bits deep: luma 0.299 R + 0.587 G + 0.114 B, times opacity (transparent is black).
 *
 * @throws {DomainError} not a PNG file, or a damaged one
 *
 * @see ITU-R Recommendation BT.601 for the weights
 */
export function readPng(bytes: Uint8Array, name = 'PNG file'): GreyImage {
  const { width, height, data } = decoded(bytes, name);
  const pixels = Float64Array.from({ length: width * height }, (_, k) => {
    const [red, green, blue, opacity] = [data[4 * k]!, data[4 * k + 1]!, data[4 * k + 2]!, data[4 * k + 3]!];
    return ((299 * red + 587 * green + 114 * blue) * opacity) / (1000 * 255 * 255);
  });
  return { rows: height, columns: width, pixels };
}

function decoded(bytes: Uint8Array, name: string): PNG {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch (error) {
    throw new DomainError(`${name}: a PNG picture required, got ${(error as Error).message}`);
  }
}
