/** @file Symmetries of a metric that keep a unitary: they turn a geodesic to it into others of the same length. */

import { bracketMatrix, conjugationMatrix } from '../../complexity/adjoint-representation.ts';
import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../../linalg/hermitian-eigen.ts';
import { complexOf } from '../../linalg/matrix.ts';
import { dot } from '../../linalg/real-vector.ts';
import { commuteAt } from '../../operator/pauli-coordinates.ts';
import type { UnitaryFlow } from './exponential-map.ts';

/**
 * The words P, by number, for which H ↦ e^{isP} H e^{−isP} keeps the metric: PQ weighs as much as Q for all Q that do not
 * commute with P. The one-qubit words, where weights depend on supports only. O(16ⁿ).
 */
export function isometryWords({ inverseWeights }: RightInvariantMetric): readonly number[] {
  const words = Array.from({ length: inverseWeights.length - 1 }, (_, k) => k + 1);
  return words.filter((p) =>
    words.every((q) => commuteAt(p, q, inverseWeights.length) || inverseWeights[p ^ q] === inverseWeights[q]),
  );
}

/** Eigenvalues of a Gram matrix below this share of the greatest, or of 1, are zero. */
const NULL = 1e-10;
/** Number of times at which the velocity is compared. */
const TIMES = [0, 0.15, 0.3, 0.45, 0.6, 0.75, 0.9];

/**
 * Number of independent directions in which the symmetries e^{−isk}U(t)e^{isk} of the metric move a geodesic from 1 to V
 * and keep its ends: k runs through the span of the isometry words, [k, V] = 0, and the path moves unless [k, H(t)] = 0
 * at all times. Each makes the end conjugate to the start once, without making the geodesic any longer than its neighbours.
 *
 * O(16ⁿ) beside the flow.
 */
export function movingSymmetries(metric: RightInvariantMetric, flow: UnitaryFlow, unitary: ComplexMatrix): number {
  const words = isometryWords(metric);
  if (words.length === 0) return 0;
  const { data, rows } = conjugationMatrix(unitary);
  const moved = words.map((p) =>
    Float64Array.from({ length: rows }, (_, i) => data[i * rows + p - 1]! - (i === p - 1 ? 1 : 0)),
  );
  const { values, vectors } = hermitianEigen(gram(moved));
  const fixed = [...values.keys()].filter((k) => values[k]! < NULL);
  const brackets = TIMES.map((t) => bracketMatrix(flow.velocityAt(t)));
  const displacements = fixed.map((k) => {
    const generator = new Float64Array(rows);
    words.forEach((p, j) => {
      generator[p - 1] = vectors.interleaved[2 * (j * words.length + k)]!;
    });
    return Float64Array.from(
      brackets.flatMap((C) =>
        Array.from({ length: rows }, (_, i) => dot(C.data.subarray(i * rows, (i + 1) * rows), generator)),
      ),
    );
  });
  if (displacements.length === 0) return 0;
  const sizes = hermitianEigenvalues(gram(displacements));
  return sizes.filter((size) => size > 1e-8 * Math.max(flow.speed ** 2, 1e-8)).length;
}

function gram(vectors: readonly Float64Array[]) {
  const size = vectors.length;
  const data = Float64Array.from({ length: size * size }, (_, k) =>
    dot(vectors[Math.floor(k / size)]!, vectors[k % size]!),
  );
  return complexOf({ rows: size, cols: size, data });
}
