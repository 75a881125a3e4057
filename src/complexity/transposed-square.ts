/** @file Partial transposes of operators on two copies, restricted to the symmetric square. */

import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import { complexOf, type RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal } from '../linalg/real-product.ts';
import { statePairs } from './symmetric-square.ts';

/** Vectors of Sym²(C^d), in rows over `statePairs`, as symmetric d × d matrices, row-major. */
export function pairMatrices(block: RealMatrix, d: number): readonly Float64Array[] {
  const pairs = statePairs(d);
  return Array.from({ length: block.rows }, (_, u) => {
    const out = new Float64Array(d * d);
    pairs.forEach(([i, j], at) => {
      out[i * d + j] = out[j * d + i] = block.data[u * block.cols + at]! * (i === j ? 1 : Math.SQRT1_2);
    });
    return out;
  });
}

/**
 * Σ_r (y_r y_rᵀ)^Γ on Sym²(C^d), in the basis of `statePairs`: ⟨U|(yyᵀ)^Γ|U'⟩ = Tr Uᵀ y U'ᵀ y with vectors as d × d matrices. Its
 * expectation in ψ ⊗ ψ is Σ_r |Σ_ij y_r,ij ψ_i ψ_j*|² ≥ 0. O(d⁵) for each vector.
 *
 * @param vectors - y_r, real, d² numbers each, row-major
 */
export function transposedSquare(vectors: readonly Float64Array[], d: number): ComplexMatrix {
  const pairs = statePairs(d);
  const out = zeroMatrix(pairs.length, pairs.length);
  if (vectors.length === 0) return out;
  const one = { rows: pairs.length, cols: pairs.length, data: new Float64Array(pairs.length ** 2) };
  for (let at = 0; at < pairs.length; at++) one.data[at * (pairs.length + 1)] = 1;
  const basis = pairMatrices(one, d);
  const stacked = { rows: pairs.length, cols: d * d, data: Float64Array.from(basis.flatMap((U) => [...U])) };
  let sum: RealMatrix | undefined;
  for (const y of vectors) {
    const matrix = { rows: d, cols: d, data: y };
    const images = basis.map((U) => multiplyReal(multiplyReal(matrix, { rows: d, cols: d, data: U }), matrix).data);
    const data = Float64Array.from(images.flatMap((image) => [...image]));
    const form = multiplyReal(stacked, { rows: pairs.length, cols: d * d, data }, { transposeB: true });
    sum = sum === undefined ? form : { ...sum, data: sum.data.map((x, at) => x + form.data[at]!) };
  }
  return complexOf(sum!);
}
