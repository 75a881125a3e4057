/** @file How many directions of a simplex are timelike. */

import type { RealMatrix } from '../linalg/matrix.ts';

/**
 * The number of negative eigenvalues of the Gram matrix of a simplex: 0 in Euclidean, 1 in Minkowski space.
 *
 * All eigenvalues are real, so the characteristic polynomial has as many positive roots as its coefficients change sign
 * (Descartes); it is found by the recursion of Faddeev and Le Verrier.
 *
 * @param squaredLengths - s_ij between the d + 1 vertices of a simplex that is not degenerate
 *
 * O(d⁴).
 */
export function timelikeDirections({ rows: n, data }: RealMatrix): number {
  const d = n - 1;
  const gram = (i: number, j: number): number => (data[i + 1]! + data[j + 1]! - data[(i + 1) * n + j + 1]!) / 2;
  let product = new Float64Array(d * d);
  let coefficient = 1;
  let sign = 1;
  let positive = 0;
  for (let k = 1; k <= d; k++) {
    // G(G^{k−1} + c₁G^{k−2} + …), and c_k = −tr/k.
    const before = product;
    const last = coefficient;
    product = Float64Array.from({ length: d * d }, (_, place) => {
      const [i, j] = [Math.floor(place / d), place % d];
      let sum = last * gram(i, j);
      for (let l = 0; l < d; l++) sum += gram(i, l) * before[l * d + j]!;
      return sum;
    });
    let trace = 0;
    for (let i = 0; i < d; i++) trace += product[i * (d + 1)]!;
    coefficient = -trace / k;
    if (coefficient * sign < 0) positive++;
    if (coefficient !== 0) sign = Math.sign(coefficient);
  }
  return d - positive;
}
