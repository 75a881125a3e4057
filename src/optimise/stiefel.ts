/** @file The manifold of isometries W†W = 1 (Stiefel), and products of such manifolds with flat spaces. */

import { ShapeError } from '../errors.ts';
import { batchedPolarFactor } from '../linalg/batched-decompositions.ts';
import { type ComplexMatrix, identityMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, adjoint, frobeniusNorm, multiply } from '../linalg/matrix.ts';
import { byShape } from '../linalg/matrix-batch.ts';
import { qr } from '../linalg/qr.ts';
import type { Manifold } from './manifold.ts';

/** A stretch of the parameter vector that is free. */
export interface FlatPart {
  readonly kind: 'flat';
  readonly offset: number;
  /** How many real numbers. */
  readonly size: number;
}

/** A stretch of 2·rows·columns real numbers: an isometry, rows × columns, row-major, complex entries interleaved. */
export interface StiefelPart {
  readonly kind: 'stiefel';
  readonly offset: number;
  readonly rows: number;
  readonly columns: number;
  /** How a step returns to the manifold: nearest isometry (second order) or QR (first order, cheaper); default 'polar'. */
  readonly retraction?: 'qr' | 'polar';
}

export type ManifoldPart = FlatPart | StiefelPart;

/**
 * The product of flat spaces and Stiefel manifolds {W : W†W = 1}, each a stretch of one parameter vector; what no
 * part mentions is flat. Tangent vectors at W are the T with W†T antihermitian; the projection is, in the
 * Euclidean metric Re Tr A†B,
 *
 *     G ↦ G − W·(W†G + G†W)/2.
 *
 * @throws {ShapeError} an isometry has more columns than rows, or parts overlap
 *
 * @see Edelman, Arias & Smith, SIAM J. Matrix Anal. Appl. 20, 303 (1998)
 */
export function productManifold(parts: readonly ManifoldPart[]): Manifold {
  checkParts(parts);
  const isometries = parts.filter((part) => part.kind === 'stiefel');
  const isQr = ({ retraction }: StiefelPart): boolean => retraction === 'qr';
  const polar = isometries.filter((part) => !isQr(part));
  return {
    project: (x, vector) => {
      const tangent = vector.slice();
      for (const part of isometries) {
        const w = matrixAt(x, part);
        const g = matrixAt(vector, part);
        const overlap = multiply(w, g, { adjointA: true });
        const normal = multiply(w, addScaledMatrix(overlap, [1, 0], adjoint(overlap)));
        tangent.set(addScaledMatrix(g, [-0.5, 0], normal).interleaved, part.offset);
      }
      return tangent;
    },
    retract: (x, tangent) => {
      const next = x.map((value, k) => value + tangent[k]!);
      for (const part of isometries.filter(isQr)) next.set(qr(matrixAt(next, part)).q.interleaved, part.offset);
      const moved = polar.map((part) => matrixAt(next, part));
      byShape(moved, batchedPolarFactor).forEach(({ interleaved }, k) => {
        next.set(interleaved, polar[k]!.offset);
      });
      return next;
    },
  };
}

/** How far the isometries at x are from being isometries: the largest Frobenius norm ‖W†W − 1‖ of all parts. */
export function isometryDefect(x: Float64Array, parts: readonly ManifoldPart[]): number {
  const defects = parts.map((part) => {
    if (part.kind === 'flat') return 0;
    const w = matrixAt(x, part);
    return frobeniusNorm(addScaledMatrix(multiply(w, w, { adjointA: true }), [-1, 0], identityMatrix(part.columns)));
  });
  return Math.max(0, ...defects);
}

/** The part of a vector as a matrix, without a copy. */
function matrixAt(x: Float64Array, { offset, rows, columns }: StiefelPart): ComplexMatrix {
  return { rows, cols: columns, interleaved: x.subarray(offset, offset + 2 * rows * columns) };
}

const sizeOfPart = (part: ManifoldPart): number => (part.kind === 'flat' ? part.size : 2 * part.rows * part.columns);

function checkParts(parts: readonly ManifoldPart[]): void {
  for (const part of parts) {
    if (part.kind === 'stiefel' && part.columns > part.rows) {
      throw new ShapeError(`productManifold: rows ≥ columns required, got an isometry ${part.rows}×${part.columns}`);
    }
  }
  const sorted = parts.toSorted((a, b) => a.offset - b.offset);
  sorted.forEach((part, k) => {
    const before = sorted[k - 1];
    const free = before === undefined ? 0 : before.offset + sizeOfPart(before);
    if (part.offset < free) {
      throw new ShapeError(`productManifold: parts that do not overlap required, got offset ${part.offset} < ${free}`);
    }
  });
}
