/** @file Products of operators on two copies, in a block of a symmetric power. */

import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, multiply, type RealMatrix } from '../linalg/matrix.ts';
import { hermitianAsSymmetric } from './symmetric-blocks.ts';
import { statePairs } from './symmetric-square.ts';

/** Real symmetric matrices, row-major of this size, one for each pair of operators: forms[m][l] = forms[l][m]. */
export interface PairProducts {
  readonly size: number;
  readonly forms: readonly (readonly Float64Array[])[];
}

/**
 * Σ_f (F_fm ⊗ F_fl + F_fl ⊗ F_fm)/2 in a block for all pairs m, l, by ⟨Ψ'|F ⊗ G|Ψ⟩ = Σ_ij conj(FΨ')_ij (GΨ)_ji
 * with the vectors as symmetric matrices Ψ.
 *
 * @param families - F_fm, Hermitian, shape (d, d); as many in each family
 * @param slices - orthonormal vectors in rows over `statePairs(d)`; on more copies their `pairSlices`
 * @param real - whether the products are real; otherwise they are written as real matrices of twice the size
 */
export function pairProducts(
  families: readonly (readonly ComplexMatrix[])[],
  slices: readonly RealMatrix[],
  real: boolean,
): PairProducts {
  const count = families[0]?.length ?? 0;
  const d = (Math.sqrt(8 * slices[0]!.cols + 1) - 1) / 2;
  const n = slices[0]!.rows;
  let sum = zeroMatrix(count * n, count * n);
  for (const slice of slices) {
    const vectors = sideBySideVectors(slice, d);
    for (const family of families) {
      const [rows, transposed] = imagesOf(family, vectors, n);
      sum = addScaledMatrix(sum, [1, 0], multiply(transposed, rows, { adjointB: true }));
    }
  }
  return formsOf(sum, count, n, real);
}

/** F_mΨ_u in row (m, u), and its transpose. */
function imagesOf(
  family: readonly ComplexMatrix[],
  vectors: ComplexMatrix,
  n: number,
): readonly [ComplexMatrix, ComplexMatrix] {
  const d = vectors.rows;
  const [rows, transposed] = [zeroMatrix(family.length * n, d * d), zeroMatrix(family.length * n, d * d)];
  family.forEach((F, m) => {
    const { interleaved } = multiply(F, vectors);
    for (let i = 0; i < d; i++) {
      for (let u = 0; u < n; u++) {
        for (let j = 0; j < d; j++) {
          const from = 2 * (i * n * d + u * d + j);
          const row = 2 * (m * n + u) * d * d;
          for (const part of [0, 1]) {
            rows.interleaved[row + 2 * (i * d + j) + part] = interleaved[from + part]!;
            transposed.interleaved[row + 2 * (j * d + i) + part] = interleaved[from + part]!;
          }
        }
      }
    }
  });
  return [rows, transposed];
}

/** The blocks of Σ_f: row (l, u), column (m, u') holds ⟨u'|F_m ⊗ F_l|u⟩. */
function formsOf({ cols, interleaved }: ComplexMatrix, count: number, n: number, real: boolean): PairProducts {
  const entry = (m: number, l: number, row: number, col: number, offset: number): number =>
    interleaved[2 * ((l * n + col) * cols + m * n + row) + offset]!;
  const hermitian = (m: number, l: number, offset: 0 | 1): RealMatrix => ({
    rows: n,
    cols: n,
    data: Float64Array.from({ length: n * n }, (_, at) => {
      const [row, col] = [Math.floor(at / n), at % n];
      const mirrored = entry(m, l, col, row, offset);
      return (entry(m, l, row, col, offset) + (offset === 0 ? mirrored : -mirrored)) / 2;
    }),
  });
  const forms = Array.from({ length: count }, (_, m) =>
    Array.from({ length: count }, (_, l) =>
      real ? hermitian(m, l, 0).data : hermitianAsSymmetric(hermitian(m, l, 0), hermitian(m, l, 1)).data,
    ),
  );
  return { size: real ? n : 2 * n, forms };
}

/** The vectors of a block as symmetric matrices with ⟨Ψ|Ψ⟩ = Σ|Ψ_ij|², one beside the other, shape (d, n·d). */
function sideBySideVectors(block: RealMatrix, d: number): ComplexMatrix {
  const out = zeroMatrix(d, block.rows * d);
  statePairs(d).forEach(([i, j], at) => {
    for (let u = 0; u < block.rows; u++) {
      const value = block.data[u * block.cols + at]! * (i === j ? 1 : Math.SQRT1_2);
      out.interleaved[2 * (i * out.cols + u * d + j)] = value;
      out.interleaved[2 * (j * out.cols + u * d + i)] = value;
    }
  });
  return out;
}
