/** @file Matrices in files, for Gaussian states and their Hamiltonians. */

import { DomainError, ShapeError } from '../src/errors.ts';
import type { ComplexMatrix } from '../src/linalg/complex.ts';
import { imaginaryPart, type RealMatrix, realPart } from '../src/linalg/matrix.ts';
import { arrayOfFile } from './file.ts';

/** Where the bytes of a file come from. */
export interface MatrixFiles {
  readonly read: (path: string) => Uint8Array;
}

/** Imaginary parts up to this count as rounding. */
const ROUNDING = 1e-12;

/**
 * The square matrix in a .npy, .npz or JSON file.
 *
 * @throws {ShapeError | DomainError} an unreadable file, or no square matrix
 */
export function complexMatrixOf({ read }: MatrixFiles, path: string, key?: string): ComplexMatrix {
  const { shape, interleaved } = arrayOfFile(read(path), path, key);
  const [rows, cols] = shape;
  if (shape.length !== 2 || rows !== cols || rows === undefined) {
    throw new ShapeError(`${path}: a square matrix required, got shape (${shape.join(', ')})`);
  }
  return { rows, cols: rows, interleaved };
}

/**
 * A matrix without imaginary parts.
 *
 * @throws {DomainError} it has some; the file is named
 */
export function realMatrixOf(matrix: ComplexMatrix, path: string): RealMatrix {
  const most = imaginaryPart(matrix).data.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
  if (most > ROUNDING) throw new DomainError(`${path}: a real matrix required, got an imaginary part of ${most}`);
  return realPart(matrix);
}
