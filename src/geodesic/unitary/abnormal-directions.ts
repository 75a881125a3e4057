/**
 * @file Directions of the momentum that no velocity shows: on an abnormal geodesic of an infinite penalty there are ν with
 * G⁻¹Ad_U(t)ν = 0 at all times, so that L and L + ν have the same path.
 */

import { conjugationMatrix, symmetricProduct } from '../../complexity/adjoint-representation.ts';
import type { RightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import { hermitianEigen } from '../../linalg/hermitian-eigen.ts';
import { complexOf, type RealMatrix } from '../../linalg/matrix.ts';
import { dot } from '../../linalg/real-vector.ts';
import type { UnitaryFlow } from './exponential-map.ts';

/** The ν of norm 1 with M(t)ν = 0 at all times, an orthonormal basis; none if every word has finite weight. */
export function constantKernel(
  metric: RightInvariantMetric,
  flow: UnitaryFlow,
  steps: number,
  time: number,
): readonly Float64Array[] {
  const size = metric.inverseWeights.length - 1;
  const diagonal = metric.inverseWeights.subarray(1);
  if (diagonal.every((x) => x > 0)) return [];
  const data = new Float64Array(size * size);
  for (let k = 0; k <= steps; k++) {
    const M = symmetricProduct(conjugationMatrix(flow.unitaryAt((k * time) / steps)), diagonal);
    for (let i = 0; i < data.length; i++) data[i] = data[i]! + M.data[i]!;
  }
  const { values, vectors } = hermitianEigen(complexOf({ rows: size, cols: size, data }));
  const greatest = values[size - 1]!;
  const kernel = [...values.keys()].filter((k) => values[k]! < CONSTANT_KERNEL * greatest);
  return kernel.map((k) => Float64Array.from({ length: size }, (_, i) => vectors.interleaved[2 * (i * size + k)]!));
}

/** Eigenvalues of ∫M dt below this share of the greatest are zero. */
const CONSTANT_KERNEL = 1e-11;

/** (1 − Σνν†)A(1 − Σνν†). */
export function projectedTwice(A: RealMatrix, kernel: readonly Float64Array[]): RealMatrix {
  const { rows } = A;
  const data = A.data.slice();
  for (const ν of kernel) {
    for (let i = 0; i < rows; i++) {
      const row = data.subarray(i * rows, (i + 1) * rows);
      const along = dot(row, ν);
      for (let j = 0; j < rows; j++) row[j] = row[j]! - along * ν[j]!;
    }
    for (let j = 0; j < rows; j++) {
      let along = 0;
      for (let i = 0; i < rows; i++) along += data[i * rows + j]! * ν[i]!;
      for (let i = 0; i < rows; i++) data[i * rows + j] = data[i * rows + j]! - along * ν[i]!;
    }
  }
  return { ...A, data };
}

/** A + νν†. */
export function plusProjector(A: RealMatrix, ν: Float64Array): RealMatrix {
  const { rows } = A;
  return { ...A, data: A.data.map((x, k) => x + ν[Math.floor(k / rows)]! * ν[k % rows]!) };
}
