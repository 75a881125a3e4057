/** @file Irreducible representations of the linear group, in the basis of Gelfand and Tsetlin. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { addReal, multiplyReal, transposeReal } from '../linalg/real-product.ts';

/** A representation of the Lie algebra of all d × d matrices by real matrices. */
export interface LinearRepresentation {
  readonly size: number;
  /** weights[v][a] is the eigenvalue of E_aa in basis vector v: how many of the n factors are in basis state a. */
  readonly weights: readonly (readonly number[])[];
  /** The image of the matrix unit E_ab = |a⟩⟨b|; that of E_ba is its transpose. */
  readonly units: readonly (readonly RealMatrix[])[];
}

/** Rows of d, d − 1, …, 1 whole numbers, each between its neighbours in the row above. */
type Pattern = readonly (readonly number[])[];

/**
 * The representation on (C^d)^⊗n that belongs to a partition of n into at most d parts: by Schur and Weyl's duality every
 * operator on (C^d)^⊗n that commutes with all permutations of the factors acts by such matrices, one for each partition.
 * The basis are patterns Λ of whole numbers m_{ik}, 1 ≤ i ≤ k ≤ d, m_{i,k+1} ≥ m_{ik} ≥ m_{i+1,k+1}; with l_{ik} = m_{ik} − i,
 *
 *     E_{k,k+1} Λ = Σ_i √|Π_j (l_{ik} − l_{j,k+1}) Π_j (l_{ik} − l_{j,k−1} + 1) / Π_{j≠i} (l_{ik} − l_{jk})(l_{ik} − l_{jk} + 1)| (Λ + 1_{ik}).
 *
 * @param partition - d parts, falling, the last ones may be 0
 *
 * @see Gelfand & Tsetlin, Doklady Akademii Nauk SSSR 71, 825 (1950)
 */
export function linearRepresentation(partition: readonly number[]): LinearRepresentation {
  const d = partition.length;
  const patterns = patternsBelow(partition);
  const size = patterns.length;
  const places = new Map(patterns.map((pattern, at) => [pattern.join('|'), at]));
  const raising = Array.from({ length: d - 1 }, (_, k) => raisingMatrix(patterns, places, k + 1));
  const units = Array.from({ length: d }, () => new Array<RealMatrix>(d));
  const weights = patterns.map((pattern) => {
    const totals = [0, ...pattern.map((row) => row.reduce((sum, m) => sum + m, 0)).reverse()];
    return Array.from({ length: d }, (_, a) => totals[a + 1]! - totals[a]!);
  });
  for (let a = 0; a < d; a++) {
    const diagonal = { rows: size, cols: size, data: new Float64Array(size * size) };
    weights.forEach((weight, v) => {
      diagonal.data[v * (size + 1)] = weight[a]!;
    });
    units[a]![a] = diagonal;
    if (a + 1 < d) units[a]![a + 1] = raising[a]!;
  }
  for (let apart = 2; apart < d; apart++) {
    for (let a = 0; a + apart < d; a++) {
      const [left, right] = [units[a]![a + apart - 1]!, raising[a + apart - 1]!];
      units[a]![a + apart] = addReal(multiplyReal(left, right), -1, multiplyReal(right, left));
    }
  }
  for (let a = 0; a < d; a++) for (let b = 0; b < a; b++) units[a]![b] = transposeReal(units[b]![a]!);
  return { size, weights, units };
}

function patternsBelow(row: readonly number[]): readonly Pattern[] {
  if (row.length === 1) return [[row]];
  let below: readonly (readonly number[])[] = [[]];
  for (let i = 0; i + 1 < row.length; i++) {
    const [most, least] = [row[i]!, row[i + 1]!];
    below = below.flatMap((start) => Array.from({ length: most - least + 1 }, (_, m) => [...start, most - m]));
  }
  return below.flatMap((next) => patternsBelow(next).map((pattern) => [row, ...pattern]));
}

/** E_{k,k+1}. */
function raisingMatrix(patterns: readonly Pattern[], places: ReadonlyMap<string, number>, k: number): RealMatrix {
  const size = patterns.length;
  const data = new Float64Array(size * size);
  patterns.forEach((pattern, from) => {
    const d = pattern.length;
    const shifted = (level: number): readonly number[] => (level === 0 ? [] : pattern[d - level]!.map((m, i) => m - i));
    const [above, row, below] = [shifted(k + 1), shifted(k), shifted(k - 1)];
    row.forEach((l, i) => {
      const raised = pattern.map((other, at) => (at === d - k ? other.map((m, j) => (j === i ? m + 1 : m)) : other));
      const to = places.get(raised.join('|'));
      if (to === undefined) return;
      let square = 1;
      for (const other of above) square *= l - other;
      for (const other of below) square *= l - other + 1;
      row.forEach((other, j) => {
        if (j !== i) square /= (l - other) * (l - other + 1);
      });
      data[to * size + from] = Math.sqrt(Math.abs(square));
    });
  });
  return { rows: size, cols: size, data };
}
