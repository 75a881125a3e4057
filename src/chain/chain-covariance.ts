/** @file The covariance of Majorana operators in a matrix-product state of qubits, by transfer from the left. */

import { type StringLetter, turnedWord } from '../gaussian/jordan-wigner.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { multiply, type RealMatrix, trace } from '../linalg/matrix.ts';
import { pauliSumMatrix } from '../operator/pauli-sum.ts';
import { type Chain, overlapStep, rightCanonical } from './matrix-product-state.ts';

/**
 * Γ_ab = (i/2)⟨[γ_a, γ_b]⟩ of `GaussianState` in a chain of qubits of any norm and gauge,
 *
 *     Γ_ab = ⟨Y_j Z…Z σ_k⟩ for a = 2j,  −⟨X_j Z…Z σ_k⟩ for a = 2j + 1,      σ_k = X for b = 2k, Y for b = 2k + 1,
 *
 * shape (2n, 2n). A pure state is Gaussian if and only if all singular values of Γ are 1.
 *
 * @param string - the letter of the Jordan–Wigner strings; X, Y, Z above are turned along with it
 *
 * Cost O(n² χ³).
 */
export function chainCovariance(chain: Chain, string: StringLetter = 'Z'): RealMatrix {
  const [n, size] = [chain.length, 2 * chain.length];
  const data = new Float64Array(size * size);
  const set = (a: number, b: number, value: number): void => {
    data[a * size + b] = value;
    data[b * size + a] = -value;
  };
  const turned = (letter: string): ComplexMatrix =>
    pauliSumMatrix({ qubits: 1, terms: [{ word: turnedWord(letter, string, 1), coefficient: 1 }] });
  const tensors = rightCanonical(chain);
  const actedBy = (operator: ComplexMatrix): Chain => tensors.map((tensor) => acted(operator, tensor));
  const [withX, withY, withZ] = [actedBy(turned('X')), actedBy(turned('Y')), actedBy(turned('Z'))];
  let left: ComplexMatrix = { rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) };
  for (let j = 0; j < n; j++) {
    const here = tensors[j]!;
    const after = overlapStep(left, here, here);
    const norm = trace(after)[0];
    const step = (from: ComplexMatrix, k: number, acting: Chain): ComplexMatrix =>
      overlapStep(from, tensors[k]!, acting[k]!);
    const mean = (from: ComplexMatrix, k: number, acting: Chain): number => trace(step(from, k, acting))[0] / norm;
    set(2 * j, 2 * j + 1, -mean(left, j, withZ));
    [withY, withX].forEach((first, odd) => {
      let between = step(left, j, first);
      for (let k = j + 1; k < n; k++) {
        const sign = odd === 1 ? -1 : 1;
        set(2 * j + odd, 2 * k, sign * mean(between, k, withX));
        set(2 * j + odd, 2 * k + 1, sign * mean(between, k, withY));
        between = step(between, k, withZ);
      }
    });
    left = after;
  }
  return { rows: size, cols: size, data };
}

/** The tensor with an operator on its site. */
function acted(operator: ComplexMatrix, { shape, interleaved }: ComplexArray): ComplexArray {
  const [left, site, right] = shape as [number, number, number];
  const out = new Float64Array(interleaved.length);
  for (let l = 0; l < left; l++) {
    const from = 2 * l * site * right;
    const rows = interleaved.subarray(from, from + 2 * site * right);
    out.set(multiply(operator, { rows: site, cols: right, interleaved: rows }).interleaved, from);
  }
  return { shape, interleaved: out };
}
