/**
 * @file A few Lanczos steps: enough for an eigenproblem that is solved again, from a better start, in the next sweep.
 */

import { type ComplexArray, zeroMatrix } from './complex.ts';
import { hermitianEigen } from './hermitian-eigen.ts';
import { addScaled, innerProduct, norm, scaledVector } from './vector.ts';

/** Below this fraction of the operator's size the Krylov space is exhausted. */
const EXHAUSTED = 1e-13;

/**
 * Lowest eigenvalue and normalised eigenvector of a Hermitian operator within the Krylov space of the start, fully
 * orthogonalised.
 *
 * @param apply - the operator
 * @param start - not zero
 * @param steps - dimension of the Krylov space
 */
export function lowestKrylov(
  apply: (x: ComplexArray) => ComplexArray,
  start: ComplexArray,
  steps: number,
): { readonly value: number; readonly vector: ComplexArray } {
  const { shape } = start;
  const length = start.interleaved.length / 2;
  const first = { length, interleaved: start.interleaved };
  const basis = [scaledVector([1 / norm(first), 0], first)];
  const matrix = zeroMatrix(steps, steps);
  let size = 1;
  for (let k = 0; k < steps; k++) {
    let next = { length, interleaved: apply({ shape, interleaved: basis[k]!.interleaved }).interleaved };
    const scale = norm(next);
    for (let pass = 0; pass < 2; pass++) {
      basis.forEach((vector, j) => {
        const [re, im] = innerProduct(vector, next);
        if (j === k) matrix.interleaved[2 * k * (steps + 1)] = matrix.interleaved[2 * k * (steps + 1)]! + re;
        next = addScaled(next, [-re, -im], vector);
      });
    }
    const rest = norm(next);
    size = k + 1;
    if (k + 1 === steps || rest <= EXHAUSTED * scale) break;
    matrix.interleaved[2 * (k * steps + k + 1)] = rest;
    matrix.interleaved[2 * ((k + 1) * steps + k)] = rest;
    basis.push(scaledVector([1 / rest, 0], next));
  }
  const projected = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      projected.interleaved[2 * (i * size + j)] = matrix.interleaved[2 * (i * steps + j)]!;
    }
  }
  const { values, vectors } = hermitianEigen(projected);
  let sum = scaledVector([0, 0], first);
  basis.slice(0, size).forEach((vector, j) => {
    sum = addScaled(sum, [vectors.interleaved[2 * j * size]!, vectors.interleaved[2 * j * size + 1]!], vector);
  });
  return { value: values[0]!, vector: { shape, interleaved: scaledVector([1 / norm(sum), 0], sum).interleaved } };
}
