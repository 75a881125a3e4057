/**
 * @file The canonical form of antisymmetric matrices of Majorana operators, by the cheapest way that their zeros allow.
 * Real hopping and pairing join γ_2j with γ_2k+1 only: then a general or symmetric n × n block is decomposed instead of
 * a 2n × 2n matrix.
 */

import { antisymmetricForm, antisymmetricValues } from '../linalg/antisymmetric-form.ts';
import { type RealMatrix, scaled } from '../linalg/matrix.ts';
import { addReal, multiplyReal, transposeReal } from '../linalg/real-product.ts';
import { realSingularValueDecomposition, realSingularValues } from '../linalg/real-singular-values.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';

/**
 * A = Σ_k values[k]·(p_k q_kᵀ − q_k p_kᵀ), values not negative, in any order, p_k and q_k orthonormal: rows of two
 * matrices. A general form has rows of 2n entries. In a bipartite one p_k has entries of even index only, q_k of odd
 * index only, and rows have these n entries; a symmetric one has q_k = ±p_k besides.
 */
export interface MajoranaForm {
  readonly structure: 'general' | 'bipartite' | 'symmetric';
  readonly values: Float64Array;
  readonly p: RealMatrix;
  readonly q: RealMatrix;
}

/** The block A_{2j,2k+1}, if γ of even index are joined to those of odd index only; otherwise undefined. */
export function bipartiteBlock({ rows, data }: RealMatrix): RealMatrix | undefined {
  const n = rows / 2;
  for (let i = 0; i < rows; i++) {
    for (let j = i % 2; j < rows; j += 2) if (data[i * rows + j] !== 0) return undefined;
  }
  const block = new Float64Array(n * n);
  for (let j = 0; j < n; j++) for (let k = 0; k < n; k++) block[j * n + k] = data[2 * j * rows + 2 * k + 1]!;
  return { rows: n, cols: n, data: block };
}

/** The antisymmetric matrix with this block between even and odd indices. */
export function fromBipartiteBlock({ rows: n, data }: RealMatrix): RealMatrix {
  const size = 2 * n;
  const out = new Float64Array(size * size);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      const x = data[j * n + k]!;
      out[2 * j * size + 2 * k + 1] = x;
      out[(2 * k + 1) * size + 2 * j] = -x;
    }
  }
  return { rows: size, cols: size, data: out };
}

/** Whether a block equals its transpose to rounding, as it does for real hopping without pairing. */
export function isSymmetric({ rows: n, data }: RealMatrix): boolean {
  const rounding = 8 * Number.EPSILON * data.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) if (Math.abs(data[i * n + j]! - data[j * n + i]!) > rounding) return false;
  }
  return true;
}

/** The canonical form of an antisymmetric matrix of shape (2n, 2n). O(n³). */
export function majoranaForm(a: RealMatrix): MajoranaForm {
  const block = bipartiteBlock(a);
  if (block === undefined) {
    const { values, vectors } = antisymmetricForm(a);
    return { structure: 'general', values, p: everySecondRow(vectors, 0), q: everySecondRow(vectors, 1) };
  }
  if (isSymmetric(block)) {
    const { values, vectors } = symmetricEigen(block);
    const q = weighted(
      vectors,
      values.map((x) => (x < 0 ? -1 : 1)),
    );
    return { structure: 'symmetric', values: values.map(Math.abs), p: vectors, q };
  }
  const { values, left, right } = realSingularValueDecomposition(block);
  return { structure: 'bipartite', values, p: left, q: right };
}

/** The values alone, descending. Errors are a few 1e-16 of the largest: no squares are taken. */
export function majoranaValues(a: RealMatrix): Float64Array {
  const block = bipartiteBlock(a);
  if (block === undefined) return antisymmetricValues(a);
  return isSymmetric(block) ? absolute(symmetricEigenvalues(block.data, block.rows)) : realSingularValues(block);
}

/**
 * The squares of the values, by symmetric matrices throughout. A square has an error of a few 1e-16: so has the value
 * near 1, but near 0 it has 1e-8, which does not matter to even functions such as entropies.
 */
export function squaredValues(a: RealMatrix, isBlock: boolean): Float64Array {
  if (!isBlock) return antisymmetricValues(a).map((x) => x * x);
  if (isSymmetric(a)) return symmetricEigenvalues(a.data, a.rows).map((x) => x * x);
  return symmetricEigenvalues(multiplyReal(a, a, { transposeA: true }).data, a.rows);
}

/** Σ_k f(values[k])·(p_k q_kᵀ − q_k p_kᵀ), antisymmetric, with the structure of the form. */
export function oddFunction(form: MajoranaForm, f: (value: number, k: number) => number): RealMatrix {
  const { p, q, values, structure } = form;
  const half = multiplyReal(weighted(p, values.map(f)), q, { transposeA: true });
  const mirrored = transposeReal(half);
  if (structure === 'bipartite') return fromBipartiteBlock(half);
  if (structure === 'general') return addReal(half, -1, mirrored);
  return fromBipartiteBlock(scaled(0.5, addReal(half, 1, mirrored))); // symmetric to the last bit
}

/** Σ_k f(values[k])·(p_k p_kᵀ + q_k q_kᵀ), symmetric. */
export function evenFunction(form: MajoranaForm, f: (value: number, k: number) => number): RealMatrix {
  const { p, q, values, structure } = form;
  const [a, b] = [p, q].map((side) => multiplyReal(weighted(side, values.map(f)), side, { transposeA: true })) as [
    RealMatrix,
    RealMatrix,
  ];
  if (structure === 'general') return addReal(a, 1, b);
  const n = a.rows;
  const data = new Float64Array(4 * n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      data[2 * i * 2 * n + 2 * j] = a.data[i * n + j]!;
      data[(2 * i + 1) * 2 * n + 2 * j + 1] = b.data[i * n + j]!;
    }
  }
  return { rows: 2 * n, cols: 2 * n, data };
}

/** The orthogonal matrix, shape (2n, 2n), whose columns are p₀ q₀ p₁ q₁ …. */
export function frameOf({ p, q, structure }: MajoranaForm): RealMatrix {
  const n = p.rows;
  const stride = structure === 'general' ? 1 : 2;
  const data = new Float64Array(4 * n * n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < p.cols; i++) {
      data[stride * i * 2 * n + 2 * k] = p.data[k * p.cols + i]!;
      data[(stride * i + stride - 1) * 2 * n + 2 * k + 1] = q.data[k * p.cols + i]!;
    }
  }
  return { rows: 2 * n, cols: 2 * n, data };
}

const absolute = (values: Float64Array): Float64Array => values.map(Math.abs).sort().reverse();

const weighted = (rows: RealMatrix, weights: Float64Array): RealMatrix => ({
  ...rows,
  data: rows.data.map((x, at) => x * weights[Math.floor(at / rows.cols)]!),
});

function everySecondRow({ rows, cols, data }: RealMatrix, first: number): RealMatrix {
  const out = new Float64Array((rows / 2) * cols);
  for (let k = 0; k < rows / 2; k++) {
    out.set(data.subarray((2 * k + first) * cols, (2 * k + first + 1) * cols), k * cols);
  }
  return { rows: rows / 2, cols, data: out };
}
