/** @file IDX files, the format of MNIST: arrays of bytes, packed by gzip or not. */

import { DomainError, ShapeError } from '../../src/errors.ts';
import { MOST_VALUES } from '../../src/likelihood/discrete-rows.ts';
import { sizeOf } from '../../src/linalg/complex.ts';
import type { Pictures } from '../pictures.ts';
import { gunzipped, isGzip } from './gzip.ts';

/** An array of bytes, row-major. */
export interface ByteArray {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

/** The type of elements that is read: unsigned bytes. */
const BYTES = 0x08;

/**
 * The array in an IDX file of unsigned bytes: two zeros, the type, the number of axes, the extents as big-endian integers
 * of 32 bits, the data.
 *
 * @param name - what to call the file in an error
 * @throws {DomainError} not an IDX file, or one of another type
 * @throws {ShapeError} more or fewer bytes than its header says
 *
 * @see LeCun, Cortes & Burges, The MNIST database of handwritten digits
 */
export function readIdx(file: Uint8Array, name = 'IDX file'): ByteArray {
  const bytes = isGzip(file) ? gunzipped(file, name) : file;
  const [zero, second, type, axes = 0] = bytes;
  if (zero !== 0 || second !== 0 || bytes.length < 4 + 4 * axes) {
    throw new DomainError(`${name}: an IDX file required, got other bytes at its start`);
  }
  if (type !== BYTES || axes === 0) {
    throw new DomainError(`${name}: unsigned bytes (type 8) with axes required, got type ${type} with ${axes} axes`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shape = Array.from({ length: axes }, (_, k) => view.getUint32(4 + 4 * k));
  const start = 4 + 4 * axes;
  if (bytes.length !== start + sizeOf(shape)) {
    throw new ShapeError(`${name}: ${start + sizeOf(shape)} bytes required for shape (${shape}), got ${bytes.length}`);
  }
  return { shape, data: bytes.subarray(start) };
}

/**
 * Pictures in a file of three axes (picture, row, column), such as `train-images-idx3-ubyte.gz` of MNIST, and the file of
 * their labels.
 *
 * @throws {DomainError | ShapeError} see `readIdx`; another number of axes, no pictures, or not a label for each
 */
export function picturesOfIdx(images: Uint8Array, labels?: Uint8Array, name = 'IDX file'): Pictures {
  const { shape, data } = readIdx(images, name);
  const [count = 0, rows = 0, columns = 0] = shape;
  if (shape.length !== 3 || data.length === 0) {
    throw new ShapeError(`${name}: a shape (pictures, rows, columns) without zeros required, got (${shape})`);
  }
  const pictures = { count, rows, columns, levels: MOST_VALUES, pixels: data };
  if (labels === undefined) return pictures;
  const classes = readIdx(labels, `labels of ${name}`);
  if (classes.shape.length !== 1 || classes.data.length !== count) {
    throw new ShapeError(`labels of ${name}: shape (${count}) required, got (${classes.shape})`);
  }
  return { ...pictures, labels: classes.data };
}
