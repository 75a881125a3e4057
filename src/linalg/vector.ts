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

/** Squares below this have lost digits to underflow, or are about to. */
const SMALL = 1e-280;

/** Euclidean norm √Σ|aᵢ|², exact to rounding also where the squares leave the range of numbers. */
export function norm(a: ComplexVector): number {
  const square = normSquared(a);
  if (square > SMALL && square < Infinity) return Math.sqrt(square);
  const largest = largestPart(a);
  return largest > 0 && largest < Infinity ? largest * Math.sqrt(normSquared(divided(a, largest))) : largest;
}

/** The largest modulus of a real or imaginary part; NaN if one is NaN. */
const largestPart = (a: ComplexVector): number => a.interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

const divided = (a: ComplexVector, divisor: number): ComplexVector => ({
  length: a.length,
  interleaved: a.interleaved.map((x) => x / divisor),
});

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
 * a/‖a‖, for entries of any size: where squares leave the range of numbers, a is first divided by its largest part.
 *
 * @throws {DomainError} the vector is zero or not finite
 */
export function normalised(a: ComplexVector): ComplexVector {
  const square = normSquared(a);
  if (square > SMALL && square < Infinity) return divided(a, Math.sqrt(square));
  const largest = largestPart(a);
  if (!(largest > 0 && largest < Infinity)) {
    throw new DomainError(`normalised: a finite non-zero vector required, got norm ${largest}`);
  }
  return normalised(divided(a, largest));
}
