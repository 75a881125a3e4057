/** @file Matrices put together from an orthonormal basis and eigenvalues. */

import type { ComplexMatrix } from './complex.ts';
import { hermitianEigen } from './hermitian-eigen.ts';
import { multiply } from './matrix.ts';

/** V·diag(values)·V†. */
export function withEigenvalues(vectors: ComplexMatrix, values: Float64Array): ComplexMatrix {
  const { rows, cols } = vectors;
  const scaled = vectors.interleaved.map((x, k) => x * values[(k >> 1) % cols]!);
  return multiply({ rows, cols, interleaved: scaled }, vectors, { adjointB: true });
}

/** √A of a positive semidefinite matrix; eigenvalues that rounding made negative count as zero. */
export function positiveRoot(a: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = hermitianEigen(a);
  return withEigenvalues(
    vectors,
    values.map((x) => Math.sqrt(Math.max(x, 0))),
  );
}
