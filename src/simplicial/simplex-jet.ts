/** @file One simplex with all of its dihedral angles, and how these change with its edges. */

import type { Complex } from '../linalg/complex.ts';
import { denseMatrix, determinant, inverse } from '../linalg/dense-real.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { dihedralAngle } from './simplex-angles.ts';

/** Squared volume of a simplex and its derivatives by the squared edge lengths s_kl, k < l. */
export interface VolumeJet {
  readonly squaredVolume: number;
  /** ∂V²/∂s, in the order 01, 02, …, 12, …. */
  readonly gradient: Float64Array;
  /** ∂²V²/∂s∂s′, row-major. */
  readonly hessian: Float64Array;
}

/** A dihedral angle at the hinge of all vertices but i and j, and its derivatives by the squared edge lengths. */
export interface AngleJet {
  readonly opposite: readonly [number, number];
  readonly angle: Complex;
  /** ∂θ/∂s, in the order 01, 02, …; all of them real or all imaginary. */
  readonly gradient: Float64Array;
  readonly isImaginary: boolean;
}

/** The pairs of vertices of a simplex, 01, 02, …, 12, …. */
export function pairsBelow(n: number): readonly (readonly [number, number])[] {
  return Array.from({ length: n }, (_, a) =>
    Array.from({ length: n - a - 1 }, (_, b) => [a, a + b + 1] as const),
  ).flat();
}

/**
 * Inner products g^{ij} of the differentials of the barycentric coordinates: the inverse of the metric that the squared
 * lengths define. Σ_j g^{ij} = 0.
 */
function inverseMetric({ rows: n, data }: RealMatrix): Float64Array {
  const d = n - 1;
  const s = (i: number, j: number): number => data[i * n + j]!;
  const gram = new Float64Array(d * d);
  for (let a = 1; a < n; a++) {
    for (let b = 1; b < n; b++) gram[(a - 1) * d + b - 1] = (s(0, a) + s(0, b) - s(a, b)) / 2;
  }
  const inner = inverse(denseMatrix({ rows: d, cols: d, data: gram })).to1DArray();
  const result = new Float64Array(n * n);
  for (let a = 1; a < n; a++) {
    for (let b = 1; b < n; b++) {
      const value = inner[(a - 1) * d + b - 1]!;
      result[a * n + b] = value;
      result[a * n]! -= value;
      result[b]! -= value;
      result[0]! += value;
    }
  }
  return result;
}

/**
 * V² = det g/(d!)² with ∂V²/∂s_kl = −V² g^{kl} and ∂g^{ij}/∂s_kl = ½(g^{ik} g^{jl} + g^{il} g^{jk}).
 *
 * @param squaredLengths - s_ij of a simplex of dimension 0 to 4 that is not degenerate
 */
export function volumeJet(squaredLengths: RealMatrix): VolumeJet {
  const { rows: n, data } = squaredLengths;
  if (n === 1) return { squaredVolume: 1, gradient: new Float64Array(0), hessian: new Float64Array(0) };
  if (n === 2) return { squaredVolume: data[1]!, gradient: Float64Array.of(1), hessian: Float64Array.of(0) };
  const pairs = pairsBelow(n);
  const g = inverseMetric(squaredLengths);
  const at = (i: number, j: number): number => g[i * n + j]!;
  let factorial = 1;
  for (let k = 2; k < n; k++) factorial *= k;
  const d = n - 1;
  const gram = Float64Array.from({ length: d * d }, (_, k) => {
    const [a, b] = [1 + Math.floor(k / d), 1 + (k % d)];
    return (data[a]! + data[b]! - data[a * n + b]!) / 2;
  });
  const squaredVolume = determinant(denseMatrix({ rows: d, cols: d, data: gram })) / factorial ** 2;
  const gradient = Float64Array.from(pairs, ([k, l]) => -squaredVolume * at(k, l));
  const hessian = new Float64Array(pairs.length ** 2);
  pairs.forEach(([k, l], p) => {
    pairs.forEach(([i, j], q) => {
      const change = (at(k, i) * at(l, j) + at(k, j) * at(l, i)) / 2;
      hessian[p * pairs.length + q] = squaredVolume * (at(k, l) * at(i, j) - change);
    });
  });
  return { squaredVolume, gradient, hessian };
}

/**
 * All dihedral angles of a simplex. With M the products a², a·b, b² of the parts orthogonal to a hinge, which is the inverse
 * of the block of g^{ij} at its two opposite vertices,
 *
 *     ∂θ = −[∂(a·b) − ½ a·b (∂a²/a² + ∂b²/b²)]/√(a²b² − (a·b)²),   √(−x) = i √x.
 *
 * @throws {DomainError} a null hinge, or a null part orthogonal to one
 */
export function angleJets(squaredLengths: RealMatrix): readonly AngleJet[] {
  const n = squaredLengths.rows;
  const pairs = pairsBelow(n);
  const g = inverseMetric(squaredLengths);
  const at = (i: number, j: number): number => g[i * n + j]!;
  return pairs.map(([p, q]) => {
    const determinantOfBlock = at(p, p) * at(q, q) - at(p, q) ** 2;
    const [aa, bb, ab] = [at(q, q), at(p, p), -at(p, q)].map((x) => x / determinantOfBlock) as [number, number, number];
    const product = aa * bb - ab * ab;
    const root = Math.sqrt(Math.abs(product));
    const gradient = Float64Array.from(pairs, ([k, l]) => {
      const change = (i: number, j: number): number => (at(i, k) * at(j, l) + at(i, l) * at(j, k)) / 2;
      const [pp, pq, qq] = [change(p, p), change(p, q), change(q, q)];
      // ∂M = −M ∂N M for the block N.
      const daa = -(aa * (aa * pp + ab * pq) + ab * (aa * pq + ab * qq));
      const dbb = -(ab * (ab * pp + bb * pq) + bb * (ab * pq + bb * qq));
      const dab = -(aa * (ab * pp + bb * pq) + ab * (ab * pq + bb * qq));
      const change2 = dab - (ab / 2) * (daa / aa + dbb / bb);
      // 1/√(−x) = −i/√x.
      return product >= 0 ? -change2 / root : change2 / root;
    });
    return { opposite: [p, q], angle: dihedralAngle(squaredLengths, p, q), gradient, isImaginary: product < 0 };
  });
}
