/**
 * @file A few Lanczos steps: enough for an eigenproblem that is solved again, from a better start, in the next sweep.
 */

import { dot, length, plus, times } from './real-vector.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/** Below this fraction of the operator's size the Krylov space is exhausted. */
const EXHAUSTED = 1e-13;

/**
 * Lowest eigenvalue and normalised eigenvector of a Hermitian operator within the Krylov space of the start, fully
 * orthogonalised. Vectors are interleaved; products Re⟨x|y⟩ suffice, since ⟨q_i|H q_j⟩ is real for Lanczos vectors.
 *
 * @param apply - the operator
 * @param start - not zero
 * @param steps - largest dimension of the Krylov space
 * @param tolerance - stop at residuals ‖Hx − Ex‖ below this multiple of |E|; default 0
 */
export function lowestKrylov(
  apply: (x: Float64Array) => Float64Array,
  start: Float64Array,
  steps: number,
  tolerance = 0,
): { readonly value: number; readonly vector: Float64Array } {
  const basis = [times(1 / length(start), start)];
  const diagonal: number[] = [];
  const couplings: number[] = [];
  for (;;) {
    const k = diagonal.length;
    let next = apply(basis[k]!);
    const scale = length(next);
    diagonal.push(dot(basis[k]!, next));
    for (let pass = 0; pass < 2; pass++) {
      for (const vector of basis) next = plus(next, -dot(vector, next), vector);
    }
    const rest = length(next);
    const { value, components } = lowestOf(diagonal, couplings);
    const small = rest * Math.abs(components[k]!) <= tolerance * Math.abs(value);
    if (k + 1 >= steps || small || rest <= EXHAUSTED * scale) {
      const vector = new Float64Array(start.length);
      basis.forEach((one, j) => {
        const weight = components[j]!;
        for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! + weight * one[i]!;
      });
      return { value, vector: times(1 / length(vector), vector) };
    }
    couplings.push(rest);
    basis.push(times(1 / rest, next));
  }
}

/** The lowest eigenpair of a tridiagonal matrix. */
function lowestOf(diagonal: readonly number[], couplings: readonly number[]) {
  const size = diagonal.length;
  const values = Float64Array.from(diagonal);
  const rows = new Float64Array(size * size);
  for (let i = 0; i < size; i++) rows[i * (size + 1)] = 1;
  tridiagonalEigen(values, Float64Array.from([...couplings, 0]), rows);
  const at = values.indexOf(Math.min(...values));
  return { value: values[at]!, components: rows.subarray(at * size, (at + 1) * size) };
}
