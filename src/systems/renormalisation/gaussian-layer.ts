/** @file A layer of a Gaussian MERA: how the covariance of two sites is refined, and how a Hamiltonian is coarse-grained. */

import { gaussianVacuum } from '../../gaussian/gaussian-state.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, submatrix, transposeReal } from '../../linalg/real-product.ts';

/**
 * A layer of a ternary MERA of Majorana operators, q of them at each site: the isometry makes three sites of one and two in the
 * vacuum, the disentangler acts on the neighbours of two such blocks.
 *
 *     ──┬─────────┬──   one site
 *       │    w    │
 *     ┬─┴────┬────┴┬
 *     │      │     └┬─┐
 *     │      │      │u│  with the first site of the next block
 *     ┴──────┴──────┴─┘
 */
export interface GaussianLayer {
  /** u ∈ O(2q). */
  readonly disentangler: RealMatrix;
  /** w ∈ O(3q); the first q columns belong to the coarse site. */
  readonly isometry: RealMatrix;
}

/** Pairs of neighbours among the six sites below two: those that no other disentangler reaches. */
const PAIRS = [1, 2, 3];

/** Everything that a layer is made of, for two coarse sites. */
interface Refinement {
  readonly q: number;
  /** (1 ⊕ u ⊕ 1)(w ⊕ w), shape (6q, 6q). */
  readonly map: RealMatrix;
}

function refinement({ disentangler, isometry }: GaussianLayer): Refinement {
  const q = isometry.rows / 3;
  const size = 6 * q;
  const data = new Float64Array(size * size);
  for (let k = 0; k < 3 * q; k++) {
    const row = isometry.data.subarray(k * 3 * q, (k + 1) * 3 * q);
    data.set(row, k * size);
    data.set(row, (3 * q + k) * size + 3 * q);
  }
  const middle = { rows: 2 * q, cols: size, data: data.subarray(2 * q * size, 4 * q * size) };
  data.set(multiplyReal(disentangler, middle).data, 2 * q * size);
  return { q, map: { rows: size, cols: size, data } };
}

/** Γ of two coarse sites with the vacuum beside each, shape (6q, 6q). */
function withVacuum({ data }: RealMatrix, q: number): RealMatrix {
  const size = 6 * q;
  const out = new Float64Array(size * size);
  const vacuum = gaussianVacuum('fermion', q).covariance.data;
  for (const side of [0, 1]) {
    for (let k = 0; k < 2 * q; k++) {
      const row = vacuum.subarray(k * 2 * q, (k + 1) * 2 * q);
      out.set(row, (side * 3 * q + q + k) * size + side * 3 * q + q);
    }
    for (let k = 0; k < q; k++) {
      const row = (side * q + k) * 2 * q;
      out.set(data.subarray(row, row + q), (side * 3 * q + k) * size);
      out.set(data.subarray(row + q, row + 2 * q), (side * 3 * q + k) * size + 3 * q);
    }
  }
  return { rows: size, cols: size, data: out };
}

/** The transpose of `withVacuum`, of its linear part. */
function withoutVacuum(matrix: RealMatrix, q: number): RealMatrix {
  const sites = [0, 1].flatMap((side) => Array.from({ length: q }, (_, k) => side * 3 * q + k));
  return submatrix(matrix, sites);
}

/** The mean covariance of the pairs among six sites, shape (2q, 2q). */
function meanOfPairs({ cols, data }: RealMatrix, q: number): RealMatrix {
  const out = new Float64Array(4 * q * q);
  for (const pair of PAIRS) {
    for (let i = 0; i < 2 * q; i++) {
      for (let j = 0; j < 2 * q; j++) {
        const at = i * 2 * q + j;
        out[at] = out[at]! + data[(pair * q + i) * cols + pair * q + j]! / PAIRS.length;
      }
    }
  }
  return { rows: 2 * q, cols: 2 * q, data: out };
}

/** The transpose of `meanOfPairs`. */
function onPairs({ data }: RealMatrix, q: number): RealMatrix {
  const size = 6 * q;
  const out = new Float64Array(size * size);
  for (const pair of PAIRS) {
    for (let i = 0; i < 2 * q; i++) {
      for (let j = 0; j < 2 * q; j++) {
        const at = (pair * q + i) * size + pair * q + j;
        out[at] = out[at]! + data[i * 2 * q + j]! / PAIRS.length;
      }
    }
  }
  return { rows: size, cols: size, data: out };
}

/** VXVᵀ. */
const conjugated = (map: RealMatrix, x: RealMatrix): RealMatrix =>
  multiplyReal(multiplyReal(map, x), map, { transposeB: true });

/**
 * The covariance of two neighbouring fine sites, on average over the places of the pair, from that of two coarse sites: the
 * affine map Γ ↦ ⅓ Σ_pairs V(Γ ⊕ Γ₀)Vᵀ.
 *
 * @param covariance - shape (2q, 2q)
 */
export function descended(layer: GaussianLayer, covariance: RealMatrix): RealMatrix {
  return descending(layer)(covariance);
}

/** The map `descended` of a layer, prepared for more than one covariance. */
export function descending(layer: GaussianLayer): (covariance: RealMatrix) => RealMatrix {
  const { q, map } = refinement(layer);
  return (covariance) => meanOfPairs(conjugated(map, withVacuum(covariance, q)), q);
}

/**
 * The matrix h of a Hamiltonian of neighbouring coarse sites that has the energies of the one of fine sites, up to a constant:
 * the adjoint of the linear part of `descended`.
 *
 * @param matrix - shape (2q, 2q)
 */
export function ascended(layer: GaussianLayer, matrix: RealMatrix): RealMatrix {
  return ascending(layer)(matrix);
}

/** The map `ascended` of a layer, prepared for more than one matrix. */
export function ascending(layer: GaussianLayer): (matrix: RealMatrix) => RealMatrix {
  const { q, map } = refinement(layer);
  const back = transposeReal(map);
  return (matrix) => withoutVacuum(conjugated(back, onPairs(matrix, q)), q);
}

/**
 * The derivative of Σ_ab h_ab descended(layer, Γ)_ab by the entries of u and w.
 *
 * @param matrix - h, antisymmetric, shape (2q, 2q)
 */
export function layerGradient(layer: GaussianLayer, covariance: RealMatrix, matrix: RealMatrix): GaussianLayer {
  const { q, map } = refinement(layer);
  const size = 6 * q;
  // With M and X antisymmetric, the derivative of Σ M_ab (VXVᵀ)_ab by V is −2MVX.
  const slope = multiplyReal(multiplyReal(onPairs(matrix, q), map), withVacuum(covariance, q));
  const byMap = { ...slope, data: slope.data.map((x) => -2 * x) };
  const { disentangler: u, isometry: w } = layer;
  const range = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k);
  const all = range(0, size);
  const [middle, blocks] = [range(2 * q, 2 * q), [range(0, 3 * q), range(3 * q, 3 * q)]];
  const isometries = refinement({ disentangler: identityLike(u), isometry: w }).map;
  const byDisentangler = multiplyReal(submatrix(byMap, middle, all), submatrix(isometries, middle, all), {
    transposeB: true,
  });
  const back = byMap.data.slice();
  const rows = multiplyReal(u, submatrix(byMap, middle, all), { transposeA: true });
  back.set(rows.data, 2 * q * size);
  const [a, b] = blocks.map((block) => submatrix({ rows: size, cols: size, data: back }, block).data);
  return { disentangler: byDisentangler, isometry: { ...w, data: a!.map((x, k) => x + b![k]!) } };
}

function identityLike({ rows }: RealMatrix): RealMatrix {
  const data = new Float64Array(rows * rows);
  for (let k = 0; k < rows; k++) data[k * (rows + 1)] = 1;
  return { rows, cols: rows, data };
}
