/** @file Points in Euclidean space from a table of distances: in how many dimensions do the boundary sites live? */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { principalAxes } from './principal-axes.ts';

/** Distances between points, symmetric with zero diagonal, shape (points, points). */
export type DistanceTable = readonly (readonly number[])[];

/** Classical multidimensional scaling of a table of distances. */
export interface Embedding {
  /** Eigenvalues of the Gram matrix B, descending. Negative ones measure how far from Euclidean the distances are. */
  readonly eigenvalues: readonly number[];
  /** Coordinates along the axes of the greatest eigenvalues, shape (points, dimension). */
  readonly points: readonly (readonly number[])[];
  /** Number of axes that were kept. */
  readonly dimension: number;
  /** Participation number (Σλ)²/Σλ² of the positive eigenvalues: a dimension that need not be whole. */
  readonly participation: number;
  /** Stress √(Σ(d − d̂)²/Σd²) of the distances between the points. */
  readonly stress: number;
  /** Σ|λ<0| / Σ|λ|: 0 if the distances are Euclidean. */
  readonly negativeShare: number;
}

/**
 * Classical multidimensional scaling,
 *
 *     B = −½ C D² C,    C = 1 − 11ᵀ/n,    B = V Λ Vᵀ,    points V √Λ.
 *
 * Exact if the distances are those of points in Euclidean space; otherwise the best Gram matrix of that rank.
 *
 * @param distances - finite, symmetric
 * @param dimension - number of axes; default as many as hold `share` of the sum of the positive eigenvalues
 * @param share - default 0.95
 * @throws {DomainError} the table is not square, not symmetric or not finite
 *
 * Cost O(points³).
 *
 * @see Torgerson, Psychometrika 17, 401 (1952)
 */
export function multidimensionalScaling(distances: DistanceTable, dimension?: number, share = 0.95): Embedding {
  checkDistances(distances);
  const { eigenvalues, points } = principalAxes(doublyCentred(distances), (values) => {
    const parts = values.map((value) => Math.max(0, value));
    return dimension ?? leadingCount(parts, share * parts.reduce((sum, x) => sum + x, 0));
  });
  const positive = eigenvalues.map((value) => Math.max(0, value));
  const total = positive.reduce((sum, x) => sum + x, 0);
  const squaresOfPositive = positive.reduce((sum, x) => sum + x * x, 0);
  const absolute = eigenvalues.reduce((sum, x) => sum + Math.abs(x), 0);
  return {
    eigenvalues,
    points,
    dimension: points[0]?.length ?? 0,
    participation: squaresOfPositive > 0 ? total ** 2 / squaresOfPositive : 0,
    stress: stressOf(distances, points),
    negativeShare: absolute > 0 ? (absolute - total) / absolute : 0,
  };
}

/** B = −½ C D² C. */
function doublyCentred(distances: DistanceTable): RealMatrix {
  const n = distances.length;
  const data = Float64Array.from(distances.flat(), (d) => d * d);
  const means = Float64Array.from(distances, (row) => row.reduce((sum, d) => sum + d * d, 0) / n);
  const mean = means.reduce((sum, x) => sum + x, 0) / n;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) data[i * n + j] = -(data[i * n + j]! - means[i]! - means[j]! + mean) / 2;
  }
  return { rows: n, cols: n, data };
}

/**
 * Dimension of a table of distances: the position of the greatest ratio of neighbouring positive eigenvalues among the
 * first half. Meaningful if there is a gap; `participation` is smooth where there is none.
 */
export function embeddingDimension({ eigenvalues }: Pick<Embedding, 'eigenvalues'>): number {
  const floor = 1e-12 * Math.max(0, eigenvalues[0] ?? 0);
  let best = 0;
  let dimension = 0;
  for (let k = 0; k < Math.ceil(eigenvalues.length / 2); k++) {
    if (!(eigenvalues[k]! > floor)) break;
    const ratio = eigenvalues[k]! / Math.max(floor, eigenvalues[k + 1] ?? 0);
    if (ratio > best) {
      best = ratio;
      dimension = k + 1;
    }
  }
  return dimension;
}

/** The Euclidean distance of two points with as many coordinates. */
export function separation(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let axis = 0; axis < a.length; axis++) sum += (a[axis]! - b[axis]!) ** 2;
  return Math.sqrt(sum);
}

/** √(Σ(d − d̂)²/Σd²) with d̂ the Euclidean distances of the points. */
export function stressOf(distances: DistanceTable, points: readonly (readonly number[])[]): number {
  let misfit = 0;
  let total = 0;
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < i; j++) {
      const fitted = separation(points[i]!, points[j]!);
      misfit += (distances[i]![j]! - fitted) ** 2;
      total += distances[i]![j]! ** 2;
    }
  }
  return total > 0 ? Math.sqrt(misfit / total) : 0;
}

/** @throws {DomainError} the table is not square, not symmetric or not finite */
export function checkDistances(distances: DistanceTable): void {
  const n = distances.length;
  distances.forEach((row, i) => {
    if (row.length !== n) throw new DomainError(`distances: ${n} entries required in row ${i}, got ${row.length}`);
    row.forEach((d, j) => {
      if (!(d >= 0 && d < Infinity) || Math.abs(d - distances[j]![i]!) > 1e-9 * Math.max(1, d)) {
        throw new DomainError(`distances: finite symmetric entries ≥ 0 required, got ${d} at (${i}, ${j})`);
      }
    });
  });
}

function leadingCount(values: readonly number[], goal: number): number {
  let sum = 0;
  const index = values.findIndex((value) => {
    sum += value;
    return sum >= goal;
  });
  return index + 1;
}
