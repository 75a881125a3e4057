/** @file The Fubini–Study metric of any family of states given as a function: ground states, squeezed vacua, … */

import type { ComplexVector } from '../linalg/complex.ts';
import { gramMatrix, realPart } from '../linalg/matrix.ts';
import { addScaled, innerProduct, normalised, scaledVector } from '../linalg/vector.ts';
import type { MetricField } from '../riemann/metric-field.ts';

/**
 * Fubini–Study metric of a family x ↦ ψ(x) of state vectors. The family need not have smooth phases (eigenvectors do
 * not): neighbours are aligned with ψ(x) before differences of sixth order are taken.
 *
 * @param family - x of shape (P,) to a vector that is not zero
 * @param step - largest step of the differences; default 0.03
 *
 * Cost 6P + 1 states; error O(step⁶) and about 1e-13/step.
 */
export function stateFamilyMetric(family: (x: Float64Array) => ComplexVector, step = 0.03): MetricField {
  return (x) => {
    const psi = normalised(family(x));
    const aligned = (k: number, distance: number): ComplexVector => {
      const moved = normalised(family(x.map((value, i) => (i === k ? value + distance : value))));
      const [re, im] = innerProduct(psi, moved);
      const size = Math.hypot(re, im);
      return scaledVector([re / size, -im / size], moved);
    };
    const tangents = Array.from(x, (_, k) => {
      const difference = (h: number): ComplexVector =>
        scaledVector([1 / (2 * h), 0], addScaled(aligned(k, h), [-1, 0], aligned(k, -h)));
      const [coarse, middle, fine] = [difference(step), difference(step / 2), difference(step / 4)];
      const first = addScaled(scaledVector([4 / 3, 0], middle), [-1 / 3, 0], coarse);
      const second = addScaled(scaledVector([4 / 3, 0], fine), [-1 / 3, 0], middle);
      const tangent = addScaled(scaledVector([16 / 15, 0], second), [-1 / 15, 0], first);
      const [re, im] = innerProduct(psi, tangent);
      return addScaled(tangent, [-re, -im], psi);
    });
    return realPart(gramMatrix(tangents));
  };
}
