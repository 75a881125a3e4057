/** @file The greatest eigenvalue of a matrix in blocks, made smooth. */

import { dot } from '../linalg/real-vector.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';

/** A density matrix in blocks, symmetric, row-major, of trace 1 in all. */
export type Mixture = readonly Float64Array[];

/** An eigenvector of a block with its share of the soft maximum. */
export interface Occupied {
  readonly block: number;
  readonly weight: number;
  readonly vector: Float64Array;
}

type Sizes = readonly { readonly size: number }[];

/** Weight below which an eigenvector is left out. */
const NEGLIGIBLE = 1e-14;

/**
 * c = λ_max + (1/β) log Σ exp(β(λ_i − λ_max)) over the eigenvalues of all blocks, and the eigenvectors with the weights that
 * are the derivatives of c by their eigenvalues. Blocks whose eigenvalues are all too low to count, by Gershgorin's circles, are
 * not diagonalised.
 */
export function softOccupation(
  matrices: readonly Float64Array[],
  blocks: Sizes,
  beta: number,
): { readonly c: number; readonly occupied: readonly Occupied[] } {
  const limits = matrices.map((data, s) => gershgorinLimit(data, blocks[s]!.size));
  const order = limits.map((_, s) => s).sort((s, t) => limits[t]! - limits[s]!);
  const found: { readonly block: number; readonly value: number; readonly vector: Float64Array }[] = [];
  let greatest = -Infinity;
  for (const block of order) {
    if (Math.exp(beta * (limits[block]! - greatest)) < NEGLIGIBLE) break;
    const { size } = blocks[block]!;
    const { values, vectors } = symmetricEigen({ rows: size, cols: size, data: matrices[block]! });
    values.forEach((value, k) => {
      found.push({ block, value, vector: vectors.data.subarray(k * size, (k + 1) * size) });
    });
    greatest = Math.max(greatest, values[size - 1]!);
  }
  const weights = found.map(({ value }) => Math.exp(beta * (value - greatest)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const occupied = found
    .map(({ block, vector }, k) => ({ block, vector, weight: weights[k]! / sum }))
    .filter(({ weight }) => weight > NEGLIGIBLE);
  return { c: greatest + Math.log(sum) / beta, occupied };
}

/** The same c, and the mixture of eigenvectors that is its derivative by the matrix. */
export function softMaximum(
  matrices: readonly Float64Array[],
  blocks: Sizes,
  beta: number,
): { readonly c: number; readonly mixture: Mixture } {
  const { c, occupied } = softOccupation(matrices, blocks, beta);
  return { c, mixture: mixtureOf(occupied, blocks, 1) };
}

/** Σ weight·vvᵀ in each block, times a factor. */
export function mixtureOf(occupied: readonly Occupied[], blocks: Sizes, factor: number): Mixture {
  const out = blocks.map(({ size }) => new Float64Array(size * size));
  for (const { block, weight, vector } of occupied) addProjector(out[block]!, factor * weight, vector);
  return out;
}

/** out ← out + s·vvᵀ. */
export function addProjector(out: Float64Array, s: number, vector: Float64Array): void {
  const n = vector.length;
  for (let i = 0; i < n; i++) {
    const factor = s * vector[i]!;
    for (let j = 0; j < n; j++) out[i * n + j] = out[i * n + j]! + factor * vector[j]!;
  }
}

/** A number that no eigenvalue of a symmetric matrix exceeds. */
function gershgorinLimit(matrix: Float64Array, n: number): number {
  let limit = -Infinity;
  for (let i = 0; i < n; i++) {
    let row = matrix[i * (n + 1)]! - Math.abs(matrix[i * (n + 1)]!);
    for (let j = 0; j < n; j++) row += Math.abs(matrix[i * n + j]!);
    limit = Math.max(limit, row);
  }
  return limit;
}

/** Σ_b Tr R_b M_b. */
export function mixedTrace(mixture: Mixture, matrices: readonly Float64Array[]): number {
  return mixture.reduce((sum, R, b) => sum + dot(R, matrices[b]!), 0);
}
