/**
 * @file A few Lanczos steps: enough for an eigenproblem that is solved again, from a better start, in the next sweep.
 */

import { plainVectors, type VectorMemory } from '../engine/vector-memory.ts';
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
 * @param apply - the operator; it returns an array of its own
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
  const vectors = plainVectors(apply, start.length);
  vectors.put(0, start);
  const value = lowestOfVectors(vectors, steps, tolerance);
  return { value, vector: vectors.get(0) };
}

/** `lowestKrylov` for the operator and the start, vector 0, of a memory with room for `steps` + 1; vector 0 becomes the eigenvector. */
export function lowestOfVectors(vectors: VectorMemory, steps: number, tolerance: number): number {
  normalise(vectors, 0);
  const diagonal: number[] = [];
  const couplings: number[] = [];
  for (let k = 0; ; k++) {
    const next = k + 1;
    vectors.act(next, k);
    const { products, square: first } = vectors.project(next, next);
    diagonal.push(products[k]!);
    const size = Math.sqrt(products.reduce((sum, x) => sum + x * x, first));
    const square = first < (SMALL * size) ** 2 ? vectors.project(next, next).square : first;
    const rest = Math.sqrt(square);
    const { value, components } = lowestOf(diagonal, couplings);
    const small = rest * Math.abs(components[k]!) <= tolerance * Math.abs(value);
    if (next >= steps || small || rest <= EXHAUSTED * size) {
      vectors.combine(0, 0, components);
      normalise(vectors, 0);
      return value;
    }
    couplings.push(rest);
    vectors.combine(next, next, [1 / rest]);
  }
}

function normalise(vectors: VectorMemory, vector: number): void {
  vectors.combine(vector, vector, [1 / Math.sqrt(vectors.project(vector, 0).square)]);
}

/** The lowest eigenpair of a tridiagonal matrix. */
function lowestOf(diagonal: readonly number[], couplings: readonly number[]) {
  const size = diagonal.length;
  const values = Float64Array.from(diagonal);
  const rows = new Float64Array(size * size);
  for (let i = 0; i < size; i++) rows[i * (size + 1)] = 1;
  tridiagonalEigen(values, Float64Array.from([...couplings, 0]), rows);
  const at = values.indexOf(Math.min(...values));
  return { value: values[at]!, components: rows.slice(at * size, (at + 1) * size) };
}
