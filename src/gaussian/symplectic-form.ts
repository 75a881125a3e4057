/**
 * @file Williamson's form of positive matrices of quadratures, by the cheapest way that their zeros allow: where
 * positions and momenta are uncorrelated, n × n matrices are decomposed instead of 2n × 2n ones.
 */

import { antisymmetricForm, antisymmetricValues } from '../linalg/antisymmetric-form.ts';
import { choleskyFactor } from '../linalg/cholesky.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { multiplyReal, transposeReal } from '../linalg/real-product.ts';
import { realSingularValueDecomposition, realSingularValues } from '../linalg/real-singular-values.ts';
import { symmetricEigen, symmetricFunction } from '../linalg/symmetric-eigen.ts';

/** V = S·diag(values, values)·Sᵀ with S symplectic, SΩSᵀ = Ω, and positive values, descending. */
export interface SymplecticForm {
  /** Shape (n,). */
  readonly values: Float64Array;
  /** Shape (2n, 2n), rows x₀ … p₀ …. */
  readonly S: RealMatrix;
}

/** The blocks of x with x and of p with p, where those of x with p vanish; otherwise undefined. */
export function uncorrelatedBlocks({ rows, data }: RealMatrix): { x: RealMatrix; p: RealMatrix } | undefined {
  const n = rows / 2;
  for (let i = 0; i < n; i++) {
    for (let j = n; j < rows; j++) if (data[i * rows + j] !== 0 || data[j * rows + i] !== 0) return undefined;
  }
  const block = (from: number): RealMatrix => {
    const out = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      out.set(data.subarray((from + i) * rows + from, (from + i) * rows + from + n), i * n);
    }
    return { rows: n, cols: n, data: out };
  };
  return { x: block(0), p: block(n) };
}

/** The matrix ((x, 0), (0, p)). */
export function blockDiagonal(x: RealMatrix, p: RealMatrix): RealMatrix {
  const n = x.rows;
  const size = 2 * n;
  const data = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    data.set(x.data.subarray(i * n, (i + 1) * n), i * size);
    data.set(p.data.subarray(i * n, (i + 1) * n), (n + i) * size + n);
  }
  return { rows: size, cols: size, data };
}

/** ΩA, Ω = ((0, 1), (−1, 0)): the lower half of the rows above, and minus the upper half below. */
export function omegaTimes({ rows, cols, data }: RealMatrix): RealMatrix {
  const half = (rows / 2) * cols;
  const out = new Float64Array(data.length);
  out.set(data.subarray(half), 0);
  for (let k = 0; k < half; k++) out[half + k] = -data[k]!;
  return { rows, cols, data: out };
}

/** ΩAΩᵀ. */
export function omegaConjugated(a: RealMatrix): RealMatrix {
  return transposeReal(omegaTimes(transposeReal(omegaTimes(a))));
}

/**
 * Symplectic eigenvalues, descending; undefined where the matrix is not positive. Singular values of Cholesky factors,
 * so that a squeezing of condition κ costs √κ, not κ, of accuracy. O(n³).
 */
export function symplecticValues(v: RealMatrix): Float64Array | undefined {
  const blocks = uncorrelatedBlocks(v);
  if (blocks === undefined) {
    const factor = choleskyFactor(v);
    if (factor === undefined) return undefined;
    return antisymmetricValues(multiplyReal(factor, omegaTimes(factor), { transposeA: true })); // LᵀΩL
  }
  const [x, p] = [choleskyFactor(blocks.x), choleskyFactor(blocks.p)];
  if (x === undefined || p === undefined) return undefined;
  return realSingularValues(multiplyReal(x, p, { transposeA: true }));
}

/**
 * Williamson's form of a positive matrix; undefined where it is not positive. O(n³).
 *
 * @see Williamson, Am. J. Math. 58, 141 (1936)
 */
export function symplecticForm(v: RealMatrix): SymplecticForm | undefined {
  const blocks = uncorrelatedBlocks(v);
  if (blocks === undefined) {
    const root = positiveRoot(v);
    if (root === undefined) return undefined;
    // V^½ΩV^½ = Σ ν(p qᵀ − q pᵀ), and S = V^½(p₀ … q₀ …)·diag(ν^−½).
    const { values, vectors } = antisymmetricForm(multiplyReal(root, omegaTimes(root)));
    const n = values.length;
    const rows = new Float64Array(vectors.data.length);
    for (let k = 0; k < 2 * n; k++) {
      const to = Math.floor(k / 2) + (k % 2) * n;
      const scale = 1 / Math.sqrt(values[Math.floor(k / 2)]!);
      for (let i = 0; i < 2 * n; i++) rows[to * 2 * n + i] = scale * vectors.data[k * 2 * n + i]!;
    }
    return { values, S: multiplyReal(root, { ...vectors, data: rows }, { transposeB: true }) };
  }
  const [x, p] = [positiveRoot(blocks.x), positiveRoot(blocks.p)];
  if (x === undefined || p === undefined) return undefined;
  const { values, left, right } = realSingularValueDecomposition(multiplyReal(x, p)); // X^½P^½ = Σ ν u vᵀ
  const side = (root: RealMatrix, vectors: RealMatrix): RealMatrix => {
    const { cols } = vectors;
    const data = vectors.data.map((entry, at) => entry / Math.sqrt(values[Math.floor(at / cols)]!));
    return multiplyReal(root, { ...vectors, data }, { transposeB: true });
  };
  return { values, S: blockDiagonal(side(x, left), side(p, right)) };
}

/** S·diag(f(values), f(values))·Sᵀ. */
export function symplecticFunction({ values, S }: SymplecticForm, f: (value: number, k: number) => number): RealMatrix {
  const weights = values.map(f);
  const n = values.length;
  const data = S.data.map((x, at) => x * weights[at % n]!);
  return multiplyReal({ ...S, data }, S, { transposeB: true });
}

/** The symmetric root of a positive matrix; undefined where it is not positive. */
export function positiveRoot(a: RealMatrix): RealMatrix | undefined {
  if (isDiagonal(a)) {
    const isPositive = a.data.every((x, at) => x > 0 || at % (a.rows + 1) !== 0);
    return isPositive ? { ...a, data: a.data.map(Math.sqrt) } : undefined;
  }
  const eigen = symmetricEigen(a);
  return eigen.values.every((x) => x > 0) ? symmetricFunction(eigen, Math.sqrt) : undefined;
}

const isDiagonal = ({ rows, data }: RealMatrix): boolean => data.every((x, at) => x === 0 || at % (rows + 1) === 0);
