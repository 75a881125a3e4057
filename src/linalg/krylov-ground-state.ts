/**
 * @file A few Lanczos steps: enough for an eigenproblem that is solved again, from a better start, in the next sweep.
 */

import { dot, length } from './real-vector.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/** Below this fraction of the operator's size the Krylov space is exhausted. */
const EXHAUSTED = 1e-13;
/** What is left of Hq below this fraction has lost digits, and is made orthogonal once more. */
const SMALL = 0.1;

/**
 * Lowest eigenvalue and normalised eigenvector of a Hermitian operator within the Krylov space of the start, fully
 * orthogonalised. Vectors are real, or interleaved complex: products Re⟨x|y⟩ suffice, since ⟨q_i|H q_j⟩ is real for Lanczos
 * vectors.
 *
 * @param apply - the operator; it returns an array of its own, which is changed
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
  const basis: Float64Array[] = [start.slice()];
  scale(basis[0]!, 1 / length(start));
  const diagonal: number[] = [];
  const couplings: number[] = [];
  for (;;) {
    const k = diagonal.length;
    const next = apply(basis[k]!);
    const size = length(next);
    diagonal.push(dot(basis[k]!, next));
    for (const vector of basis) add(next, -dot(vector, next), vector);
    if (length(next) < SMALL * size) for (const vector of basis) add(next, -dot(vector, next), vector);
    const rest = length(next);
    const { value, components } = lowestOf(diagonal, couplings);
    const small = rest * Math.abs(components[k]!) <= tolerance * Math.abs(value);
    if (k + 1 >= steps || small || rest <= EXHAUSTED * size) {
      const [vector] = basis;
      scale(vector!, components[0]!);
      for (let j = 1; j <= k; j++) add(vector!, components[j]!, basis[j]!);
      scale(vector!, 1 / length(vector!));
      return { value, vector: vector! };
    }
    couplings.push(rest);
    scale(next, 1 / rest);
    basis.push(next);
  }
}

/** x ← s·x. */
function scale(x: Float64Array, s: number): void {
  for (let i = 0; i < x.length; i++) x[i] = s * x[i]!;
}

/** x ← x + s·y. */
function add(x: Float64Array, s: number, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) x[i] = x[i]! + s * y[i]!;
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
