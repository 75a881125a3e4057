/** @file The metric at a gate with four wires, all of which are light rays. */

import { DomainError } from '../../errors.ts';
import { denseMatrix, determinant, inverse } from '../../linalg/dense-real.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { symmetricEigenvalues } from '../../linalg/symmetric-eigenvalues.ts';

/** The metric in the basis of the four wires k_a = (1, n_a). */
export interface NullFrame {
  /** g_ab = n_a·n_b − 1; the diagonal vanishes, six entries are free. */
  readonly metric: RealMatrix;
  readonly inverse: RealMatrix;
  /** Numbers of negative and positive eigenvalues: [1, 3]. */
  readonly signature: readonly [negative: number, positive: number];
  /** Of the tetrahedron with corners n_a; det g = −(6·volume)². */
  readonly volume: number;
}

/** Directions of space, unit vectors. */
export type Directions = readonly (readonly [number, number, number])[];

/**
 * The metric of a gate whose two incoming and two outgoing wires are null and have directions n₁, …, n₄ in its rest frame.
 *
 * @throws {DomainError} other than four unit vectors, or four in a plane, for which the wires do not span space-time
 */
export function nullFrame(directions: Directions): NullFrame {
  const units = directions.every((n) => Math.abs(Math.hypot(...n) - 1) < 1e-12);
  if (directions.length !== 4 || !units) {
    throw new DomainError(`nullFrame: four unit vectors required, got ${JSON.stringify(directions)}`);
  }
  const products = directions.flatMap((a) => directions.map((b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2] - 1));
  // On the diagonal the products are 0 but for rounding.
  const data = Float64Array.from(products, (x, k) => (k % 5 === 0 ? 0 : x));
  const metric = { rows: 4, cols: 4, data };
  const volume = Math.sqrt(Math.max(0, -determinant(denseMatrix(metric)))) / 6;
  if (!(volume > 1e-9)) {
    throw new DomainError(
      `nullFrame: directions that are not in one plane required, got a tetrahedron of volume ${volume}`,
    );
  }
  const values = symmetricEigenvalues(data.slice(), 4);
  const negative = values.filter((x) => x < 0).length;
  return {
    metric,
    inverse: { rows: 4, cols: 4, data: Float64Array.from(inverse(denseMatrix(metric)).to1DArray()) },
    signature: [negative, 4 - negative],
    volume,
  };
}
