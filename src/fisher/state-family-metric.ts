/** @file The Fubini–Study metric of any family of states given as a function: ground states, squeezed vacua, … */

import type { ComplexVector } from '../linalg/complex.ts';
import { gramMatrix, realPart } from '../linalg/matrix.ts';
import { addScaled, innerProduct, normalised, scaledVector } from '../linalg/vector.ts';
import { firstDerivatives } from '../riemann/differences.ts';
import type { MetricField } from '../riemann/metric-field.ts';

/**
 * Fubini–Study metric of a family x ↦ ψ(x) of state vectors. The family need not have smooth phases (eigenvectors do
 * not): neighbours are aligned with ψ(x) before differences are taken.
 *
 * @param family - x of shape (P,) to a vector that is not zero
 * @param step - largest step of the differences; default 0.03
 *
 * Cost 6P + 2 states; error O(step⁶) and about 1e-13/step.
 */
export function stateFamilyMetric(family: (x: Float64Array) => ComplexVector, step = 0.03): MetricField {
  return (x) => {
    const psi = normalised(family(x));
    const aligned = (y: Float64Array): Float64Array => {
      const moved = normalised(family(y));
      const [re, im] = innerProduct(psi, moved);
      const size = Math.hypot(re, im);
      return scaledVector([re / size, -im / size], moved).interleaved;
    };
    const tangents = firstDerivatives(x, aligned, step).map((interleaved) => {
      const tangent = { length: psi.length, interleaved };
      const [re, im] = innerProduct(psi, tangent);
      return addScaled(tangent, [-re, -im], psi);
    });
    return realPart(gramMatrix(tangents));
  };
}
