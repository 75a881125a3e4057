/** @file The greatest eigenvalue of a matrix in blocks, made smooth. */

import { dot } from '../linalg/real-vector.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';

/** A density matrix in blocks, symmetric, row-major, of trace 1 in all. */
export type Mixture = readonly Float64Array[];

/** Weight below which an eigenvector is left out of a mixture. */
const NEGLIGIBLE = 1e-14;

/** c = λ_max + (1/β) log Σ exp(β(λ_i − λ_max)), and the mixture of eigenvectors that is its derivative by the matrix. */
export function softMaximum(
  matrices: readonly Float64Array[],
  blocks: readonly { readonly size: number }[],
  beta: number,
): { readonly c: number; readonly mixture: Mixture } {
  const spectra = matrices.map((data, b) => {
    const { size } = blocks[b]!;
    return symmetricEigen({ rows: size, cols: size, data });
  });
  const greatest = Math.max(...spectra.map(({ values }) => values[values.length - 1]!));
  const weights = spectra.map(({ values }) => values.map((value) => Math.exp(beta * (value - greatest))));
  const total = weights.reduce((sum, one) => one.reduce((part, weight) => part + weight, sum), 0);
  const mixture = matrices.map((data, b) => {
    const { size } = blocks[b]!;
    const out = new Float64Array(data.length);
    weights[b]!.forEach((weight, k) => {
      if (weight / total < NEGLIGIBLE) return;
      const v = spectra[b]!.vectors.data.subarray(k * size, (k + 1) * size);
      for (let i = 0; i < size; i++) {
        const factor = (weight / total) * v[i]!;
        for (let j = 0; j < size; j++) out[i * size + j] = out[i * size + j]! + factor * v[j]!;
      }
    });
    return out;
  });
  return { c: greatest + Math.log(total) / beta, mixture };
}

/** Σ_b Tr R_b M_b. */
export function mixedTrace(mixture: Mixture, matrices: readonly Float64Array[]): number {
  return mixture.reduce((sum, R, b) => sum + dot(R, matrices[b]!), 0);
}
