/** @file Complex vectors: inner product, norm, sums. Pure functions; nothing is changed in place. */

import { DomainError } from '../errors.ts';
import type { Complex, ComplexVector } from './complex.ts';

/** ⟨a|b⟩ = Σ āᵢ bᵢ, linear in the second argument. */
export function innerProduct(a: ComplexVector, b: ComplexVector): Complex {
  const x = a.interleaved;
  const y = b.interleaved;
  let re = 0;
  let im = 0;
  for (let i = 0; i < x.length; i += 2) {
    re += x[i]! * y[i]! + x[i + 1]! * y[i + 1]!;
    im += x[i]! * y[i + 1]! - x[i + 1]! * y[i]!;
  }
  return [re, im];
}

/** Σ |aᵢ|². */
export function normSquared(a: ComplexVector): number {
  let sum = 0;
  for (const x of a.interleaved) sum += x * x;
  return sum;
}

/** Euclidean norm √Σ|aᵢ|². */
export function norm(a: ComplexVector): number {
  return Math.sqrt(normSquared(a));
}

/** a + s·b for a complex number s. */
export function addScaled(a: ComplexVector, s: Complex, b: ComplexVector): ComplexVector {
  const sum = a.interleaved.slice();
  const y = b.interleaved;
  const [re, im] = s;
  for (let i = 0; i < sum.length; i += 2) {
    sum[i] = sum[i]! + re * y[i]! - im * y[i + 1]!;
    sum[i + 1] = sum[i + 1]! + re * y[i + 1]! + im * y[i]!;
  }
  return { length: a.length, interleaved: sum };
}

/** s·a for a complex number s. */
export function scaledVector(s: Complex, a: ComplexVector): ComplexVector {
  return addScaled({ length: a.length, interleaved: new Float64Array(2 * a.length) }, s, a);
}

/**
 * a/‖a‖.
 *
 * @throws {DomainError} the vector is zero or not finite
 */
export function normalised(a: ComplexVector): ComplexVector {
  const length = norm(a);
  if (!(length > 0 && length < Infinity)) {
    throw new DomainError(`normalised: a finite non-zero vector required, got norm ${length}`);
  }
  return { length: a.length, interleaved: a.interleaved.map((x) => x / length) };
}
